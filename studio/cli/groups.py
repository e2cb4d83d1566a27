"""`groups`: what each access group costs, how it does, and whether there is a key for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studio.cli.context import Run, gateway_option, json_option, this_run
from studio.cli.output import NOTHING, figure, money, print_json, print_table

if TYPE_CHECKING:
    from studio.domain.catalog import Group
    from studio.domain.keys import StoredKey


@click.command()
@gateway_option
@json_option
@click.pass_context
def groups(context: click.Context, *, as_json: bool, **_: object) -> None:
    """List the access groups with their prices, published figures, and whether there is a key."""
    from studio.cli.objects import group_object
    from studio.domain.catalog import default_group

    run = this_run(context)
    names = [group.name for group in run.model.groups]
    keys = run.keychain().sources(run.settings.gateway, names)
    default = default_group(run.model)
    if as_json:
        for group in run.model.groups:
            print_json(group_object(group, keys[group.name], is_default=group == default))
        return
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
        click.echo(f"{run.model.name}, {run.model.route}. Read from the model's page on {run.model.read_on}.")


def _group_row(run: Run, group: Group, key: StoredKey | None) -> tuple[str, ...]:
    return (
        group.name,
        *(money(group.price(size)) for size in run.model.resolutions),
        figure(group.latency, " s"),
        figure(group.throughput, " tokens/s"),
        figure(group.uptime, " %"),
        NOTHING if key is None else key.source.value + (" (for every group)" if key.assumed else ""),
    )
