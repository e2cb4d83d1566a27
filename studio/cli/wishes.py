"""What the options of an order ask for, read and checked before anything is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from studio.cli.fallback import fallback_of
from studio.cli.kinds import NamedFile, goal_named
from studio.domain.catalog import Group
from studio.domain.errors import WrongRecipe
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.goal import Goal
from studio.domain.money import Money
from studio.domain.next_group import MoveOn, Step
from studio.domain.recipe import Estimate, Recipe, Sending, ThinkingLevel, problems
from studio.domain.recipe import estimate as estimate_of
from studio.domain.reference import Reference

if TYPE_CHECKING:
    from studio.cli.context import Run

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options ask for, checked as far as it can be without a library.

    `sending` is None for the usual way of that version; `why` is why the `goal` chose this group.
    """

    recipe: Recipe
    references: tuple[NamedFile, ...]
    group: Group
    count: int
    estimate: Estimate
    parent: str | None
    sending: Sending | None
    ceiling: Money | None
    goal: Goal | None = None
    why: str = ""
    fallback: tuple[Step, ...] = ()
    moves_on: frozenset[MoveOn] = frozenset()

    @property
    def most(self) -> Money:
        """What all of it costs at most, wherever it goes."""
        prices = (self.estimate.unit_price, *(step.price for step in self.fallback))
        return max(prices) * self.count

    @property
    def over_ceiling(self) -> bool:
        """Whether the order might cost more than was allowed."""
        return self.ceiling is not None and self.most > self.ceiling


def wishes_of(run: Run, options: dict[str, Any]) -> Wishes:
    """Raises WrongRecipe, a usage error for a group that isn't there, and NoGroup where a goal finds none."""
    given = _Given(**options)
    # The files are looked into when they are added to the library; here only their number counts.
    stand_ins = tuple(Reference("", "", 0, 0, 0, file.path.name, file.handle) for file in given.references)
    recipe = Recipe(
        prompt=given.prompt,
        references=stand_ins,
        aspect=None if given.aspect == AUTO else AspectRatio(given.aspect),
        resolution=Resolution(given.size),
        thinking=ThinkingLevel(given.thinking),
        longest_edge=given.longest_edge,
    )
    name, why = _by_goal(run, given, recipe.resolution)
    group = run.group(name)
    found = problems(recipe, group=group, count=given.count)
    guess = estimate_of(recipe.resolution, group=group, count=given.count, parallel=run.settings.parallel)
    if found or guess is None:
        raise WrongRecipe(found)
    return Wishes(
        recipe=recipe,
        references=given.references,
        group=group,
        count=given.count,
        estimate=guess,
        parent=given.parent,
        sending=given.sending,
        ceiling=given.ceiling,
        goal=given.wanted_goal,
        why=why,
        fallback=fallback_of(
            run, given.fallback, first=group.name, resolution=recipe.resolution, dearest=given.dearest
        ),
        moves_on=given.move_on,
    )


def _by_goal(run: Run, given: _Given, resolution: Resolution) -> tuple[str | None, str]:
    """The name of the group and why, where a goal chooses it; else what was given, which may be nothing."""
    goal = given.wanted_goal
    if goal is None:
        return given.group_name, ""
    if given.group_name is not None:
        raise click.UsageError("Give either --group or --goal: a goal chooses the group.")
    from studio.cli.goals import choose_by_goal

    goes_on = None if given.sending is Sending.AFRESH else given.parent
    return choose_by_goal(run, goal, resolution, goes_on=goes_on)


@dataclass(frozen=True, slots=True)
class _Given:
    """The options as click hands them over."""

    prompt: str
    aspect: str
    size: str
    group_name: str | None
    goal: str | None
    count: int
    thinking: str
    references: tuple[NamedFile, ...]
    longest_edge: int | None
    parent: str | None
    conversation: bool | None
    ceiling: Money | None
    fallback: tuple[str, ...]
    dearest: Money | None
    move_on: frozenset[MoveOn]

    @property
    def wanted_goal(self) -> Goal | None:
        """What shall choose the group."""
        return None if self.goal is None else goal_named(self.goal)

    @property
    def sending(self) -> Sending | None:
        """Raises a usage error where there is nothing to continue."""
        if self.conversation is None:
            return None
        if self.parent is None:
            raise click.UsageError("Say with --continue which version to continue.")
        return Sending.CONVERSATION if self.conversation else Sending.AFRESH
