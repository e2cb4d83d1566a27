"""`groups`: what each access group costs, how it does, and whether there is a key for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studio.cli.context import Run, gateway_option, json_option, library_option, this_run
from studio.cli.kinds import SizeType
from studio.cli.output import NOTHING, figure, money, print_json, print_table

if TYPE_CHECKING:
    from datetime import datetime

    from studio.domain.catalog import Group
    from studio.domain.keys import StoredKey


@click.command()
@click.option("--figures", is_flag=True, help="Your own figures: what your calls through each group came to.")
@click.option(
    "--span",
    type=click.Choice(("24h", "7d", "30d", "all")),
    default="30d",
    show_default=True,
    help="How far back your own figures reach.",
)
@click.option(
    "--size", type=SizeType(), default="1K", show_default=True, help="The size at which groups are compared."
)
@gateway_option
@library_option
@json_option
@click.pass_context
def groups(
    context: click.Context, *, figures: bool, span: str, size: str, as_json: bool, **_: object
) -> None:
    """List the access groups with their prices, published figures, and whether there is a key."""
    run = this_run(context)
    if as_json:
        _print_objects(run, span=span if figures else None, size=size)
    elif figures:
        from studio.cli.group_figures import print_figures
        from studio.domain.geometry import Resolution
        from studio.domain.spans import Span

        print_figures(run, Span(span), Resolution(size))
    else:
        _print_published(run, size)


def _print_objects(run: Run, *, span: str | None, size: str) -> None:
    """One object for each group, with the goals that choose it at this size; with a span also our own
    figures, and which group is better.
    """
    from studio.cli.goals import goals_of
    from studio.cli.group_figures import better_groups, own_object, read_figures
    from studio.cli.objects import group_object
    from studio.cli.resting import resting
    from studio.domain.catalog import default_group
    from studio.domain.geometry import Resolution
    from studio.domain.spans import Span

    keys = run.keychain().sources(run.settings.gateway, [group.name for group in run.model.groups])
    default = default_group(run.model)
    own, rests = read_figures(run, Span(span or Span.MONTH)), resting(run)
    better, goals = better_groups(run, own, Resolution(size)), goals_of(run, own, Resolution(size))
    for group in run.model.groups:
        figures = {"own": own_object(own.get(group.name)), "dominated_by": better.get(group.name)}
        print_json(
            group_object(group, keys[group.name], is_default=group == default)
            | {"goals": goals.get(group.name, []), "rests_until": _rest(rests.get(group.name))}
            | (figures if span else {})
        )


def _rest(until: datetime | None) -> str | None:
    return None if until is None else until.isoformat()


def _print_published(run: Run, size: str) -> None:
    from studio.cli.group_figures import print_choices, read_figures
    from studio.cli.resting import rest_words, resting
    from studio.domain.geometry import Resolution
    from studio.domain.spans import Span

    names = [group.name for group in run.model.groups]
    keys = run.keychain().sources(run.settings.gateway, names)
    head = (
        "Group",
        *(size.value for size in run.model.resolutions),
        "Latency",
        "Throughput",
        "Uptime",
        "Key",
    )
    print_table(head, [_group_row(run, group, keys[group.name]) for group in run.model.groups])
    if run.model.read_on:
        figures = f" Figures of {run.model.figures_read_on}." if run.model.figures_read_on else ""
        click.echo(f"{run.model.name}, {run.model.route}. Prices of {run.model.read_on}.{figures}")
    for name, until in resting(run).items():
        click.echo(rest_words(name, until))
    print_choices(run, read_figures(run, Span.MONTH), Resolution(size))


def _group_row(run: Run, group: Group, key: StoredKey | None) -> tuple[str, ...]:
    return (
        group.name,
        *(money(group.price(size)) for size in run.model.resolutions),
        figure(group.latency, " s"),
        figure(group.throughput, " tokens/s"),
        figure(group.uptime, " %"),
        NOTHING if key is None else key.source.value + (" (for every group)" if key.assumed else ""),
    )
