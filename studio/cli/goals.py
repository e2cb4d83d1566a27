"""Which group each goal chooses for a run, by published figures and by our own in the library."""

from __future__ import annotations

import asyncio
import contextlib
from typing import IO, TYPE_CHECKING, Any

import click

from studio.cli.group_figures import read_figures
from studio.cli.kinds import goal_name
from studio.cli.output import HOW_TO_ADD_A_KEY, OVER_CEILING
from studio.cli.resting import resting
from studio.domain.evidence import NO_EVIDENCE
from studio.domain.goal import Goal
from studio.domain.group_words import describe_choice, describe_no_choice
from studio.domain.lineage import conversation_group, lineage
from studio.domain.routing import Candidate, Choice, NoChoice, choose, going_on, why_none
from studio.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studio.cli.context import Run
    from studio.domain.evidence import Evidence
    from studio.domain.geometry import Resolution
    from studio.domain.money import Money


class NoGroup(click.ClickException):
    """A goal can choose none."""


class NoneHasKey(NoGroup):
    """There is no key for any of them."""

    exit_code = 3

    def show(self, file: IO[Any] | None = None) -> None:
        """With what helps."""
        super().show(file)
        click.echo(HOW_TO_ADD_A_KEY, file=file, err=True)


class AllTooDear(NoGroup):
    """Those with a key cost more than the ceiling."""

    exit_code = OVER_CEILING


_KINDS = {NoChoice.NO_KEY: NoneHasKey, NoChoice.TOO_DEAR: AllTooDear}


def candidates(run: Run, own: Mapping[str, Evidence]) -> tuple[Candidate, ...]:
    """Every group of the catalog in use."""
    rests = resting(run)
    keys = run.keychain().sources(run.settings.gateway, [group.name for group in run.model.groups])
    return tuple(
        Candidate(
            group,
            own.get(group.name, NO_EVIDENCE),
            has_key=keys[group.name] is not None,
            rests=group.name in rests,
        )
        for group in run.model.groups
    )


def choices(run: Run, own: Mapping[str, Evidence], resolution: Resolution) -> dict[Goal, Choice]:
    """What each goal chooses at this size, up to the ceiling of the settings; raises NoGroup."""
    among, ceiling = candidates(run, own), run.settings.ceiling
    return {goal: _chosen(among, goal, resolution, ceiling) for goal in Goal}


def goals_of(run: Run, own: Mapping[str, Evidence], resolution: Resolution) -> dict[str, list[str]]:
    """For each group that is chosen at this size, the goals that choose it, as options have them."""
    found: dict[str, list[str]] = {}
    with contextlib.suppress(NoGroup):
        for goal, choice in choices(run, own, resolution).items():
            found.setdefault(choice.group, []).append(goal_name(goal))
    return found


def _chosen(among: Sequence[Candidate], goal: Goal, resolution: Resolution, ceiling: Money | None) -> Choice:
    choice = choose(among, goal, resolution, ceiling=ceiling)
    if choice is None:
        why = why_none(among, resolution, ceiling=ceiling) or NoChoice.NO_KEY
        raise _KINDS.get(why, NoGroup)(describe_no_choice(why, resolution, ceiling))
    return choice


def choose_by_goal(run: Run, goal: Goal, resolution: Resolution, *, goes_on: str | None) -> tuple[str, str]:
    """A group, and the sentence why; raises NoGroup. `goes_on` is the version whose conversation may be sent
    along: that goes on in its own group, where that can be chosen. Raises UnknownVersion and LibraryError.
    """
    among, ceiling = candidates(run, read_figures(run, Span.MONTH)), run.settings.ceiling
    its_own = asyncio.run(_conversation_group(run, goes_on)) if goes_on else ""
    held = going_on(among, its_own, goal, resolution, ceiling=ceiling)
    if held is not None:
        return held.group, f"the conversation goes on in its group: {describe_choice(held)}"
    choice = _chosen(among, goal, resolution, ceiling)
    return choice.group, describe_choice(choice)


async def _conversation_group(run: Run, version_id: str) -> str:
    from studio.library.library import Library

    async with Library.reader(run.library) as reader:
        version = await reader.version(version_id)
        tree = await reader.tree(version.id)
    return conversation_group(lineage({one.id: one for one in tree}, version.id) or (version,))
