"""What the composer shows, derived in one piece from the draft and the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.geometry import AspectRatio, PixelSize, Resolution
from studio.domain.goal import Goal
from studio.domain.handles import mentions
from studio.domain.money import Money
from studio.domain.recipe import Estimate, Sending, ThinkingLevel, estimate
from studio.domain.reference import Reference
from studio.domain.sent import RequestWeight
from studio.library.draft import Draft
from studio.viewmodels.choices import GroupChoice, ResolutionChoice, group_choices, resolution_choices
from studio.viewmodels.composer_fallback import FallbackLines, fallback_lines, most_of
from studio.viewmodels.composer_goals import GoalChoice, Routed, goal_choices
from studio.viewmodels.composer_sending import (
    Past,
    SendingLines,
    leaving_words,
    pictures_go_to,
    sending_lines,
)
from studio.viewmodels.composer_words import (
    EstimateLines,
    Hindrance,
    button_label,
    estimate_lines,
    hindrance,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.domain.catalog import Group
    from studio.domain.evidence import Evidence
    from studio.domain.recipe import Recipe
    from studio.viewmodels.session import SessionState


@dataclass(frozen=True, slots=True)
class Continued:
    """The version that is continued. `number` and `words` are empty until the library has told them."""

    version: str
    number: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ComposerState:
    """Everything the composer panel shows.

    With a `goal` the `group` is its choice, and `why` says why; empty where none can be chosen.
    `adding` names the pictures that are being read, `missing` are the SHA-256 of references without a file;
    `unnamed` are names in the prompt that no reference has. `trouble` is something to know, said in place.
    `price` is what one picture costs, `most` what all of them do where it moves on to dearer groups.
    Before it spends it asks about the amount `asks`, if there is one, and says what `leaves` this machine.
    """

    prompt: str
    continued: Continued | None
    references: tuple[Reference, ...]
    adding: tuple[str, ...]
    unnamed: tuple[str, ...]
    longest_edge: int | None
    way: Sending
    sending: SendingLines
    missing: frozenset[str]
    aspect: AspectRatio | None
    aspects: tuple[AspectRatio, ...]
    size: PixelSize | None
    resolution: Resolution
    resolutions: tuple[ResolutionChoice, ...]
    group: str
    groups: tuple[GroupChoice, ...]
    goal: Goal | None
    goals: tuple[GoalChoice, ...]
    why: str
    count: int
    thinking: ThinkingLevel
    estimate: EstimateLines
    price: Money | None
    most: Money | None
    fallback: FallbackLines
    label: str
    hindrance: Hindrance | None
    asks: str
    leaves: str
    placing: bool
    trouble: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What the state is derived from, besides the session. `asked` is the total that was asked about.

    `weight`, `past` and our `own` evidence of groups are None until the engine has told them; `missing` are
    references without a file. `routed` is what the draft's goal comes to, None without one. The next order
    `moves_on` to other groups as the settings say, unless the person switched that off.
    """

    draft: Draft
    own: Mapping[str, Evidence] | None = None
    routed: Routed | None = None
    continued: Continued | None = None
    past: Past | None = None
    weight: RequestWeight | None = None
    missing: frozenset[str] = frozenset()
    adding: tuple[str, ...] = ()
    trouble: str = ""
    asked: Money | None = None
    placing: bool = False
    moves_on: bool = True


def derive(now: Situation, session: SessionState) -> ComposerState:
    """The one state of the panel: pure."""
    draft, recipe, model = now.draft, now.draft.recipe, session.model
    group = model.group(draft.group)
    guess = _guess(draft, group, session)
    fallback = fallback_lines(draft, session, moves_on=now.moves_on)
    wanted = most_of(guess, fallback)
    asking = wanted is not None and now.asked == wanted
    return ComposerState(
        prompt=recipe.prompt,
        continued=now.continued,
        references=recipe.references,
        adding=now.adding,
        unnamed=_unnamed(recipe),
        longest_edge=recipe.longest_edge,
        way=recipe.sending,
        sending=sending_lines(recipe, weight=now.weight, past=now.past),
        missing=now.missing,
        aspect=recipe.aspect,
        aspects=model.aspect_ratios,
        size=recipe.requested_size,
        resolution=recipe.resolution,
        resolutions=resolution_choices(model, group),
        group=draft.group,
        groups=group_choices(session, recipe.resolution),
        goal=draft.goal,
        goals=goal_choices(draft, session, own=now.own, now=now.routed),
        why=now.routed.why if now.routed else "",
        count=draft.count,
        thinking=recipe.thinking,
        estimate=estimate_lines(draft, guess, session, wanted=wanted),
        price=guess.unit_price if guess else None,
        most=wanted,
        fallback=fallback,
        label=button_label(recipe, guess, draft.count, is_demo=session.is_demo),
        hindrance=hindrance(
            draft,
            group,
            session,
            weight=now.weight,
            wanted=wanted,
            by_goal=now.routed.hindrance if now.routed else None,
        ),
        asks=str(wanted) if wanted is not None and asking and _wants_word(draft, wanted, session) else "",
        leaves=to_be_said(now, session) if asking else "",
        placing=now.placing,
        trouble=now.trouble,
    )


def _wants_word(draft: Draft, wanted: Money, session: SessionState) -> bool:
    """Whether it is asked about before it is spent."""
    return session.settings.asks_before(count=draft.count, total=wanted)


def to_be_said(now: Situation, session: SessionState) -> str:
    """Which pictures leave this machine for a host that none was sent to yet; empty where none does."""
    host = pictures_go_to(session.settings)
    if not host or host in session.settings.picture_hosts:
        return ""
    number = now.continued.number if now.continued else None
    return leaving_words(now.draft.recipe, weight=now.weight, number=number, host=host)


def _unnamed(recipe: Recipe) -> tuple[str, ...]:
    handles = {reference.handle for reference in recipe.references}
    return tuple(dict.fromkeys(one.handle for one in mentions(recipe.prompt, handles) if not one.known))


def _guess(draft: Draft, group: Group | None, session: SessionState) -> Estimate | None:
    if group is None:
        return None
    parallel = session.settings.parallel
    return estimate(draft.recipe.resolution, group=group, count=draft.count, parallel=parallel)
