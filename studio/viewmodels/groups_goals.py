"""What each goal chooses of the groups, as the page marks it and lets it be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.belief import belief
from studio.domain.goal import Goal
from studio.domain.group_words import describe_choice, describe_goal
from studio.domain.routing import choose
from studio.viewmodels.goals import candidates, choices
from studio.viewmodels.groups_figures import short_names
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.routing import Candidate, Choice
    from studio.viewmodels.groups_figures import Situation

SURE = 0.95
"""So often a group has to work to be suggested where no goal is in use."""


@dataclass(frozen=True, slots=True)
class GoalMark:
    """One goal: `words` name it and the group that it chooses, `why` is the sentence; `used` if it is the
    composer's.
    """

    goal: Goal
    words: str
    why: str
    used: bool


def goal_marks(now: Situation) -> tuple[GoalMark, ...]:
    """Every goal, at the chosen size."""
    short = short_names(tuple(group.name for group in now.model.groups))
    found = choices(now.session, now.held, now.resolution)
    return tuple(
        GoalMark(goal, _words(goal, choice, short), _why(choice), used=goal is now.goal)
        for goal, choice in found.items()
    )


def suggested(now: Situation) -> tuple[str, str]:
    """The name of the group that is suggested and why, both empty for none: what the goal in use chooses, or
    the cheapest that nearly always works.
    """
    if now.goal is not None:
        choice = choices(now.session, now.held, now.resolution)[now.goal]
        words = translate("groups", "{goal}: {facts}")
    else:
        among = [one for one in candidates(now.session, now.held) if _nearly_always_works(one, now)]
        choice = choose(among, Goal.CHEAPEST, now.resolution, ceiling=now.session.settings.ceiling)
        words = translate("groups", "The cheapest with a key that nearly always works: {facts}")
    if choice is None:
        return "", ""
    goal = describe_goal(choice.goal, translate)
    return choice.group, words.format(goal=goal, facts=describe_choice(choice, translate))


def _nearly_always_works(one: Candidate, now: Situation) -> bool:
    held = belief(one.group, now.resolution, one.own)
    return held.known and held.success >= SURE


def _words(goal: Goal, choice: Choice | None, short: dict[str, str]) -> str:
    if choice is None:
        return describe_goal(goal, translate)
    words = translate("groups", "{goal} · {group}")
    return words.format(goal=describe_goal(goal, translate), group=short[choice.group])


def _why(choice: Choice | None) -> str:
    if choice is None:
        return translate("groups", "No group can be chosen: none has a key, or none of those fits.")
    return f"{choice.group}: {describe_choice(choice, translate)}"
