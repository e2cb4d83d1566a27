"""What the composer shows, derived in one piece from the draft and the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.geometry import AspectRatio, PixelSize, Resolution
from studio.domain.money import ZERO, Money
from studio.domain.recipe import Estimate, Problem, Recipe, ThinkingLevel, estimate, problems
from studio.domain.reference import Reference
from studio.domain.words import describe, describe_problem
from studio.library.draft import Draft
from studio.viewmodels.choices import (
    UNKNOWN,
    GroupChoice,
    ResolutionChoice,
    group_choices,
    resolution_choices,
    time_words,
)
from studio.viewmodels.session import Opening, SessionState

if TYPE_CHECKING:
    from studio.domain.catalog import Group

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Continued:
    """The version that is continued. `number` and `words` are empty until the library has told them."""

    version: str
    number: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why nothing can be ordered now; `wants_key` when adding a key for the group would help."""

    words: str
    wants_key: bool = False


@dataclass(frozen=True, slots=True)
class EstimateLines:
    """The estimate in words. `sentence` is all of it, to be read out."""

    count: str
    time: str
    total: str
    today: str
    notes: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class ComposerState:
    """Everything the composer panel shows. `asks` is the amount it asks about before it spends, or empty.

    `adding` names the pictures that are being read; `trouble` is something to know, said in place.
    """

    prompt: str
    continued: Continued | None
    references: tuple[Reference, ...]
    adding: tuple[str, ...]
    aspect: AspectRatio | None
    aspects: tuple[AspectRatio, ...]
    size: PixelSize | None
    resolution: Resolution
    resolutions: tuple[ResolutionChoice, ...]
    group: str
    groups: tuple[GroupChoice, ...]
    count: int
    thinking: ThinkingLevel
    estimate: EstimateLines
    price: Money | None
    label: str
    hindrance: Hindrance | None
    asks: str
    placing: bool
    trouble: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What the state is derived from, besides the session. `asked` is the total that was asked about."""

    draft: Draft
    continued: Continued | None = None
    adding: tuple[str, ...] = ()
    trouble: str = ""
    asked: Money | None = None
    placing: bool = False


def derive(now: Situation, session: SessionState) -> ComposerState:
    """The one state of the panel: pure."""
    draft, recipe, model = now.draft, now.draft.recipe, session.model
    group = model.group(draft.group)
    guess = _guess(draft, group, session)
    asks = guess is not None and now.asked == guess.total
    return ComposerState(
        prompt=recipe.prompt,
        continued=now.continued,
        references=recipe.references,
        adding=now.adding,
        aspect=recipe.aspect,
        aspects=model.aspect_ratios,
        size=recipe.requested_size,
        resolution=recipe.resolution,
        resolutions=resolution_choices(model, group),
        group=draft.group,
        groups=group_choices(session, recipe.resolution),
        count=draft.count,
        thinking=recipe.thinking,
        estimate=_lines(draft, guess, session),
        price=guess.unit_price if guess else None,
        label=button_label(recipe, guess, draft.count, is_demo=session.is_demo),
        hindrance=hindrance(draft, group, session),
        asks=str(guess.total) if guess and asks else "",
        placing=now.placing,
        trouble=now.trouble,
    )


def _guess(draft: Draft, group: Group | None, session: SessionState) -> Estimate | None:
    if group is None:
        return None
    parallel = session.settings.parallel
    return estimate(draft.recipe.resolution, group=group, count=draft.count, parallel=parallel)


def button_label(recipe: Recipe, guess: Estimate | None, count: int, *, is_demo: bool) -> str:
    """The sentence on the spending button: what it does and what that costs."""
    if recipe.parent and count == 1:
        words = translate("composer", "Iterate for {total}") if guess else translate("composer", "Iterate")
    elif recipe.parent:
        words = (
            translate("composer", "Iterate {count} for {total}")
            if guess
            else translate("composer", "Iterate {count}")
        )
    elif guess:
        words = translate("composer", "Generate {count} for {total}")
    else:
        words = translate("composer", "Generate {count}")
    label = words.format(count=count, total=guess.total if guess else "")
    return translate("composer", "{label} (demo)").format(label=label) if is_demo else label


def hindrance(draft: Draft, group: Group | None, session: SessionState) -> Hindrance | None:
    """The first reason why nothing can be ordered, None when it can."""
    if session.opening is Opening.FAILED:
        problem = session.problem
        words = describe(problem, translate).what if problem else translate("composer", "No library is open.")
        return Hindrance(words)
    if session.opening is Opening.OPENING:
        return Hindrance(translate("composer", "Opening the library…"))
    found = problems(draft.recipe, group=group, count=draft.count)
    if Problem.UNKNOWN_GROUP in found:
        return Hindrance(_choose_group(draft.group))
    if Problem.UNKNOWN_PRICE in found:
        return Hindrance(describe_problem(Problem.UNKNOWN_PRICE, translate))
    if not session.keys_known:
        return Hindrance(translate("keys", "Looking for the key…"))
    if not session.has_key(draft.group):
        return Hindrance(translate("composer", "No key for this group"), wants_key=True)
    if Problem.NOTHING_TO_SEND in found:
        return Hindrance(translate("composer", "Write a prompt or add a reference"))
    return Hindrance(describe_problem(found[0], translate)) if found else None


def _choose_group(name: str) -> str:
    if not name:
        return translate("composer", "Choose a group.")
    words = translate("composer", "{group} is no longer in the catalog. Choose another group.")
    return words.format(group=name)


def _lines(draft: Draft, guess: Estimate | None, session: SessionState) -> EstimateLines:
    one = translate("composer", "1 image × {price}")
    many = translate("composer", "{count} images × {price}")
    count = (one if draft.count == 1 else many).format(
        count=draft.count, price=guess.unit_price if guess else UNKNOWN
    )
    total = str(guess.total) if guess else UNKNOWN
    time = time_words(guess.seconds if guess else None)
    today = _today(guess, session)
    notes = _notes(draft, session)
    whole = translate("composer", "{count} = {total}").format(count=count, total=total)
    sentence = ", ".join(part for part in (whole, time, today, *notes) if part)
    return EstimateLines(count=count, time=time, total=total, today=today, notes=notes, sentence=sentence)


def _today(guess: Estimate | None, session: SessionState) -> str:
    if session.spent is None:
        return ""
    spent = session.spent.total
    if guess is None or not guess.total:
        return translate("composer", "{spent} today").format(spent=spent)
    words = translate("composer", "{spent} today → {then}")
    return words.format(spent=spent, then=spent + guess.total)


def _notes(draft: Draft, session: SessionState) -> tuple[str, ...]:
    notes: list[str] = []
    key = session.key(draft.group)
    if key and key.assumed and not session.is_demo:
        notes.append(translate("composer", "if this key bills at {group}").format(group=draft.group))
    unknown = session.spent.unknown if session.spent else ZERO
    if unknown:
        notes.append(translate("composer", "{amount} of today is unknown").format(amount=unknown))
    return tuple(notes)
