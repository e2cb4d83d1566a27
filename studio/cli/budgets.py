"""The budgets on the command line: how they stand, what an order would leave of them, and that it is over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from studio.cli.context import json_option, library_option, this_run
from studio.cli.output import OVER_CEILING, print_json, say
from studio.domain.budget import BudgetKind
from studio.domain.money import Money

if TYPE_CHECKING:
    from studio.cli.context import Run
    from studio.domain.budget import Standing
    from studio.domain.budget_errors import OverBudget


@click.command()
@library_option
@json_option
@click.pass_context
def budgets(context: click.Context, *, as_json: bool, **_: object) -> None:
    """Tell how much of each budget is used: of the day, the month, and of every project that has one."""
    found = standings_of(this_run(context))
    for standing in found:
        if as_json:
            print_json(standing_object(standing))
        else:
            click.echo(in_words(standing))
    if not found and not as_json:
        click.echo("There are no budgets.")


def standings_of(run: Run, *, project: str | None = None) -> tuple[Standing, ...]:
    """Every budget, or only those that an order of this project must keep to."""
    if run.settings.budgets.day is None and run.settings.budgets.month is None:
        from studio.library.layout import LibraryFolder

        if not LibraryFolder(run.library).index.exists():
            return ()
    from studio.engine.days import limits_at
    from studio.library.budget_glance import glance_at_budgets

    found = glance_at_budgets(run.library, limits_at(datetime.now(UTC), run.settings.budgets))
    return tuple(one for one in found if project is None or one.concerns(project))


def standing_object(standing: Standing, wanted: Money | None = None) -> dict[str, object]:
    """For machines; with what an order wants also what it would leave, None where it doesn't fit."""
    told: dict[str, object] = {
        "budget": standing.kind.value,
        "project": standing.project or None,
        "limit": standing.limit.plain,
        "used": standing.used.plain,
        "left": standing.left.plain,
    }
    if wanted is not None:
        told["left_then"] = _left_then(standing, wanted).plain if standing.holds(wanted) else None
    return told


def in_words(standing: Standing, wanted: Money | None = None) -> str:
    """A line for people, such as "¥16.58 of ¥20.00 left today → ¥15.08"."""
    when = {BudgetKind.DAY: "today", BudgetKind.MONTH: "this month"}
    words = f"{standing.left} of {standing.limit} left {when.get(standing.kind) or f'in {standing.project}'}"
    if not wanted or not standing.holds(wanted):
        return words
    return f"{words} → {_left_then(standing, wanted)}"


def refuse(error: OverBudget, *, as_json: bool) -> int:
    """Say that an order was too much, and for machines which budget it was; gives the exit code."""
    from studio.domain.words import describe

    say(str(describe(error)))
    if as_json:
        told = {"error": error.code(), "wanted": error.wanted.plain}
        print_json({**told, **standing_object(error.standing)})
    return OVER_CEILING


def _left_then(standing: Standing, wanted: Money) -> Money:
    return Money(standing.left.amount - wanted.amount)
