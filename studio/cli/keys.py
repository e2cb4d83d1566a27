"""`key set`, `key test`, `key remove`. A key is read without echo or from standard input, from no option."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import click

from studio.cli.context import Command, Run, gateway_option, this_run
from studio.cli.output import say
from studio.domain.errors import KeychainUnavailable, NoKey
from studio.domain.keys import EVERY_GROUP, KeySource, Secret
from studio.domain.recipe import DEMO_GATEWAY

if TYPE_CHECKING:
    from datetime import datetime

_LONGEST_KEY = 1000
_NO_KEY = 3


@click.group()
def key() -> None:
    """Store, test or remove the key of a group. It lies in the system's keychain and nowhere else."""


def _group_options(command: Command) -> Command:
    one = click.option("--group", "group_name", metavar="NAME", help="The group whose key it is.")
    every = click.option(
        "--every-group", is_flag=True, help="Use it for every group: its prices are an assumption then."
    )
    return one(every(command))


@key.command("set")
@_group_options
@gateway_option
@click.pass_context
def set_key(context: click.Context, *, group_name: str | None, every_group: bool, **_: object) -> None:
    """Store a key, read without echo or, where that is no terminal, from standard input."""
    run = this_run(context)
    gateway = _gateway(run)
    group = _place(run, group_name, every_group=every_group, ask=sys.stdin.isatty())
    keychain = run.keychain()
    if problem := keychain.problem():
        # This process ends at once, so a key for its session would be no use.
        raise KeychainUnavailable(problem.reason)
    source = keychain.store(gateway, group, _read_secret())
    if source is not KeySource.KEYCHAIN:
        raise KeychainUnavailable("it did not take the key")
    click.echo(f"The key for {_named(group)} at {gateway} is in the system's keychain.")


@key.command("test")
@click.option("--group", "group_name", metavar="NAME", help="The group whose key is tested.")
@gateway_option
@click.pass_context
def test_key(context: click.Context, group_name: str | None, **_: object) -> None:
    """Ask the gateway for its list of models with this key. The call is free."""
    run = this_run(context)
    gateway = _gateway(run)
    group = run.group(group_name)
    found = run.keychain().find(gateway, group.name)
    if found is None:
        raise NoKey(group.name)
    models = asyncio.run(_models(gateway, found.secret))
    route = run.settings.route or run.model.route
    listed = f"{route} is among them" if route in models else f"{route} is not among them"
    click.echo(
        f"{gateway} accepts the key ({found.source.value}) and lists {len(models)} models; {listed}. "
        "It cost nothing.\n"
        "It does not prove at which group's price the key is billed, nor that the account has money left."
    )


async def _models(gateway: str, secret: Secret) -> tuple[str, ...]:
    from studio.gateway.client import Gateway

    async with Gateway(gateway, now=_now) as client:
        return await client.models(secret)


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


@key.command("remove")
@_group_options
@gateway_option
@click.pass_context
def remove_key(context: click.Context, *, group_name: str | None, every_group: bool, **_: object) -> None:
    """Remove a key from the system's keychain."""
    run = this_run(context)
    gateway = _gateway(run)
    group = _place(run, group_name, every_group=every_group, ask=False)
    if not run.keychain().remove(gateway, group):
        say(f"There was no key for {_named(group)} at {gateway}.")
        context.exit(_NO_KEY)
    click.echo(f"The key for {_named(group)} at {gateway} is removed.")


def _gateway(run: Run) -> str:
    gateway = run.settings.gateway
    if gateway == DEMO_GATEWAY:
        raise click.UsageError("The demo gateway needs no key. Name another with --gateway URL.")
    return gateway


def _place(run: Run, group_name: str | None, *, every_group: bool, ask: bool) -> str:
    names = [group.name for group in run.model.groups]
    if every_group and group_name is not None:
        raise click.UsageError("Give either --group or --every-group.")
    if every_group:
        return EVERY_GROUP
    if group_name is None and ask:
        group_name = click.prompt("Group of this key", type=click.Choice(names), err=True)
    if group_name is None:
        raise click.UsageError(
            f"Say whose key it is, with --group NAME or --every-group: {', '.join(names)}."
        )
    return run.group(group_name).name


def _named(group: str) -> str:
    return "every group" if group == EVERY_GROUP else group


def _read_secret() -> Secret:
    if sys.stdin.isatty():
        import getpass

        text = getpass.getpass("Key (not shown): ")
    else:
        text = sys.stdin.readline(_LONGEST_KEY + 1)
    text = text.strip()
    if not text or len(text) > _LONGEST_KEY or not text.isascii() or not text.isprintable():
        raise click.UsageError("That is no key: a key is one line of plain letters, digits and signs.")
    return Secret(text)
