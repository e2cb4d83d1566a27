"""`replay`: the edits that led to a version once more, on another picture or at another size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.budgets import refuse
from studio.cli.context import Run, gateway_option, json_option, library_option, this_run
from studio.cli.kinds import MoneyType, SizeType
from studio.cli.output import OVER_CEILING, one_line, print_json, say
from studio.domain.budget_errors import OverBudget
from studio.domain.catalog import Group
from studio.domain.geometry import Resolution
from studio.domain.money import Money

if TYPE_CHECKING:
    from studio.domain.job import Job
    from studio.domain.replay import Ground, ReplayPlan
    from studio.engine.studio import Studio


@click.command()
@click.argument("version_id", metavar="VERSION")
@click.option("--on", metavar="FILE|VERSION", help="The picture to make the edits of; the same without it.")
@click.option("--size", type=SizeType(), help="The resolution of every step; each its own without it.")
@click.option("--group", "group_name", metavar="NAME", help="The access group; see “proofroom groups”.")
@click.option("--estimate", "only_price", is_flag=True, help="Say what it would cost, and send nothing.")
@library_option
@gateway_option
@click.option("--max-cost", "ceiling", type=MoneyType(), help="Send nothing that costs more in all.")
@json_option
@click.pass_context
def replay(
    context: click.Context,
    *,
    version_id: str,
    on: str | None,
    size: str | None,
    group_name: str | None,
    only_price: bool,
    ceiling: Money | None,
    as_json: bool,
    **_: object,
) -> None:
    """Make the edits that led to a version once more, one after the other.

    Without --on, what was made of words alone is made anew, too. A step is sent when the one before it is
    saved; after one that brought nothing, the rest is not sent. Output and exit codes are those of generate.
    """
    run = this_run(context)
    group = run.group(group_name)
    file = Path(on) if on is not None and Path(on).is_file() else None
    resolution = Resolution(size) if size else None
    wish = _Wish(version_id, file or on, resolution, group, ceiling, only_price, as_json)
    context.exit(_run(run, wish))


@dataclass(frozen=True, slots=True)
class _Wish:
    version: str
    on: Path | str | None
    resolution: Resolution | None
    group: Group
    ceiling: Money | None
    only_price: bool
    as_json: bool

    async def place(self, studio: Studio) -> tuple[Job, ...]:
        """Say the price, then place it; raises _OverCeiling before that."""
        plan = await studio.replay_plan(
            self.version, on=await self._ground(studio), resolution=self.resolution, group=self.group.name
        )
        if self.only_price and self.as_json:
            print_json(_object(plan))
        elif not self.as_json:
            say(_in_words(plan))
        if self.ceiling is not None and plan.total > self.ceiling:
            raise _OverCeiling(plan.total, self.ceiling)
        return () if self.only_price else await studio.replay(plan, price=plan.total)

    async def _ground(self, studio: Studio) -> Ground | None:
        return await studio.library.add_reference(self.on) if isinstance(self.on, Path) else self.on


class _OverCeiling(Exception):
    """The replay would cost more than was allowed."""

    def __init__(self, total: Money, ceiling: Money) -> None:
        super().__init__(total, ceiling)
        self.total = total
        self.ceiling = ceiling


def _run(run: Run, wish: _Wish) -> int:
    from studio.cli.ordering import run_jobs

    try:
        return 0 if run_jobs(run, wish.group, wish.place, as_json=wish.as_json) else 1
    except _OverCeiling as over:
        say(
            f"{over.total} is more than the ceiling of {over.ceiling}. Nothing was sent, so it cost nothing. "
            "Raise --max-cost, or choose another group or size."
        )
        return OVER_CEILING
    except OverBudget as error:
        return refuse(error, as_json=wish.as_json)


def _in_words(plan: ReplayPlan) -> str:
    steps = [
        f"{number}. {one_line(step.recipe.prompt)} · {step.recipe.resolution.value} · {step.price}"
        + (" · without what was drawn" if step.leaves_marks else "")
        for number, step in enumerate(plan.steps, start=1)
    ]
    return "\n".join((*steps, f"Together {plan.total} · {plan.group}"))


def _object(plan: ReplayPlan) -> dict[str, object]:
    return {
        "version": plan.version,
        "total": plan.total.plain,
        "group": plan.group,
        "steps": [
            {
                "of": step.of,
                "prompt": step.recipe.prompt,
                "size": step.recipe.resolution.value,
                "price": step.price.plain,
                "leaves_marks": step.leaves_marks,
            }
            for step in plan.steps
        ],
    }
