"""The options of `generate` about what is asked when a group fails, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studio.cli.kinds import MoneyType
from studio.domain.fallback import steps
from studio.domain.next_group import USUALLY, MoveOn, Step
from studio.domain.recipe import DEMO_GATEWAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.cli.context import Command, Run
    from studio.cli.wishes import Wishes
    from studio.domain.geometry import Resolution
    from studio.domain.money import Money


class KindsType(click.ParamType[frozenset[MoveOn]]):
    """Kinds of failure with commas between them."""

    name = "KINDS"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[MoveOn]:
        """As click asks for it."""
        try:
            return frozenset(MoveOn(kind.strip()) for kind in str(value).split(","))
        except ValueError:
            known = ", ".join(kind.value for kind in MoveOn)
            self.fail(f"{value!r} is none of {known}.", param, ctx)


def fallback_options(command: Command) -> Command:
    """Those that follow `--group`, in the order of the help."""
    options = (
        click.option(
            "--fallback",
            multiple=True,
            metavar="NAME",
            help="A group to ask next when the one before it surely refused and charged nothing; repeatable.",
        ),
        click.option(
            "--ceiling",
            "dearest",
            type=MoneyType(),
            help="Ask no --fallback group that costs more per image.",
        ),
        click.option(
            "--move-on",
            type=KindsType(),
            default=",".join(sorted(USUALLY)),
            show_default=True,
            help=f"After which failures the next group is asked: {', '.join(kind.value for kind in MoveOn)}.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def fallback_of(
    run: Run, names: Sequence[str], *, first: str, resolution: Resolution, dearest: Money | None
) -> tuple[Step, ...]:
    """The groups that are named, have a key and cost no more. A usage error for one that isn't there."""
    if not names or run.settings.gateway == DEMO_GATEWAY:
        return ()
    groups = [run.group(name).name for name in names]
    keys = run.keychain().sources(run.settings.gateway, groups)
    return steps(
        groups,
        first=first,
        model=run.model,
        resolution=resolution,
        with_key={name for name, key in keys.items() if key is not None},
        ceiling=dearest,
    )


def fallback_object(wishes: Wishes) -> dict[str, object]:
    """What the estimate adds about it."""
    groups = [{"group": step.group, "unit_price": step.price.plain} for step in wishes.fallback]
    return {"most": wishes.most.plain, "fallback": groups}


def fallback_in_words(wishes: Wishes) -> tuple[str, ...]:
    """The line of the estimate about it, where there is any."""
    if not wishes.fallback:
        return ()
    named = ", then ".join(f"{step.group} {step.price}" for step in wishes.fallback)
    dearer = f" · at most {wishes.most}" if wishes.most > wishes.estimate.total else ""
    return (f"If it fails: {named}{dearer}",)
