"""The composer's group where a goal chooses it: which one, why, and why none. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.goal import Goal
from studio.domain.group_words import describe_choice, describe_goal, describe_no_choice
from studio.domain.recipe import Sending
from studio.domain.routing import NoChoice, choose, going_on, why_none
from studio.viewmodels.choices import UNKNOWN
from studio.viewmodels.composer_words import Hindrance
from studio.viewmodels.goals import candidates, choices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.domain.evidence import Evidence
    from studio.domain.geometry import Resolution
    from studio.domain.routing import Choice
    from studio.library.draft import Draft
    from studio.viewmodels.composer_sending import Past
    from studio.viewmodels.session import SessionState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Routed:
    """What the draft's goal comes to. `group` is empty where none can be chosen, and stays what it was while
    it can't be told yet: `hindrance` says either. `why` is the sentence for the group.
    """

    group: str
    why: str = ""
    hindrance: Hindrance | None = None


@dataclass(frozen=True, slots=True)
class GoalChoice:
    """One goal, and what it chooses now: a group's name, empty for none, its price, and the sentence why."""

    goal: Goal
    name: str
    group: str
    price: str
    why: str


def routed(
    draft: Draft, goal: Goal, *, past: Past | None, session: SessionState, own: Mapping[str, Evidence] | None
) -> Routed:
    """The group for an order of this draft; `own` is None until it is known.

    A conversation goes on in the group that answered it, as far as that can be chosen at all: elsewhere the
    model may refuse its turns.
    """
    if not session.keys_known:
        return Routed(draft.group, hindrance=Hindrance(translate("keys", "Looking for the key…")))
    talks = draft.recipe.parent is not None and draft.recipe.sending is Sending.CONVERSATION
    if own is None or (talks and past is None):
        return Routed(draft.group, hindrance=Hindrance(translate("composer", "Choosing the group…")))
    size, ceiling, among = draft.recipe.resolution, session.settings.ceiling, candidates(session, own)
    its_own = past.group if talks and past else ""
    held = going_on(among, its_own, goal, size, ceiling=ceiling)
    if held is not None:
        words = translate("composer", "The conversation goes on in its group: {facts}")
        return Routed(held.group, words.format(facts=describe_choice(held, translate)))
    choice = choose(among, goal, size, ceiling=ceiling)
    if choice is not None:
        return Routed(choice.group, describe_choice(choice, translate))
    why = why_none(among, size, ceiling=ceiling) or NoChoice.NO_KEY
    words = describe_no_choice(why, size, ceiling, translate)
    return Routed("", hindrance=Hindrance(words, wants_key=why is NoChoice.NO_KEY))


def choosable(session: SessionState, size: Resolution) -> frozenset[str]:
    """The groups in which a conversation can go on with a goal."""
    among, ceiling = candidates(session, {}), session.settings.ceiling
    names = (one.group.name for one in among)
    return frozenset(
        name for name in names if going_on(among, name, Goal.CHEAPEST, size, ceiling=ceiling) is not None
    )


def goal_choices(
    draft: Draft, session: SessionState, *, own: Mapping[str, Evidence] | None, now: Routed | None
) -> tuple[GoalChoice, ...]:
    """Every goal; `now` is what the draft's own comes to."""
    found = choices(session, own or {}, draft.recipe.resolution)
    return tuple(
        _in_use(goal, now, session, draft.recipe.resolution)
        if goal is draft.goal and now is not None
        else _offered(goal, choice)
        for goal, choice in found.items()
    )


def _offered(goal: Goal, choice: Choice | None) -> GoalChoice:
    name = describe_goal(goal, translate)
    if choice is None:
        return GoalChoice(goal, name, "", UNKNOWN, "")
    return GoalChoice(goal, name, choice.group, str(choice.price), describe_choice(choice, translate))


def _in_use(goal: Goal, now: Routed, session: SessionState, size: Resolution) -> GoalChoice:
    group = session.model.group(now.group)
    price = group.price(size) if group else None
    return GoalChoice(
        goal,
        describe_goal(goal, translate),
        now.group,
        UNKNOWN if price is None else str(price),
        now.why,
    )
