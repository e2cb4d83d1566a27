"""`catalog`: prices and figures from a model page or from the gateway, once their changes were seen."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, BinaryIO

import click

from studio.cli.context import Run, gateway_option, json_option, this_run
from studio.cli.output import print_json, print_table, say

if TYPE_CHECKING:
    from decimal import Decimal

    from studio.domain.catalog import Model
    from studio.domain.catalog_changes import Change
    from studio.domain.errors import NotPublished
    from studio.domain.money import Money
    from studio.engine.publishing import Refreshed


@click.group()
def catalog() -> None:
    """The models, groups and prices that Proofroom knows."""


@catalog.command()
@click.argument("file", type=click.File("rb"))
@click.option("--yes", is_flag=True, help="Accept the changes without asking.")
@click.pass_context
def update(context: click.Context, *, file: BinaryIO, yes: bool) -> None:
    """Read a model page, copied as text from the browser into FILE (- for standard input)."""
    run = this_run(context)
    _use(context, run, _read(file.read()), yes=yes)


@catalog.command()
@gateway_option
@click.option("--again", is_flag=True, help="Ask also for what the gateway didn't offer before.")
@click.option("--yes", is_flag=True, help="Accept the changes without asking.")
@click.pass_context
def refresh(context: click.Context, *, again: bool, yes: bool, **_: object) -> None:
    """Read prices and figures from the gateway, where it tells them without a login. Costs nothing.

    Where it doesn't, paste the model's page: see "proofroom catalog update".
    """
    run = this_run(context)
    refreshed = asyncio.run(_refreshed(run, again=again))
    for missing in refreshed.missing:
        say(_unpublished(missing))
    _use(context, run, refreshed.model, yes=yes)


@catalog.command()
@json_option
@click.pass_context
def history(context: click.Context, *, as_json: bool) -> None:
    """What changed from one catalog to the next, with the day each was published, the oldest first."""
    from studio.settings.catalog import load_history

    known = load_history(this_run(context).folders)
    if as_json:
        for before, after in pairwise(known):
            _print_json_changes(before, after)
        return
    if not known:
        click.echo("The catalog was never updated.")
        return
    click.echo(f"{_day(known[0])}: the first that is kept, {len(known[0].groups)} groups.")
    for before, after in pairwise(known):
        _print_step(before, after)


def _use(context: click.Context, run: Run, model: Model, *, yes: bool) -> None:
    """Show what the model changes, ask, and use it from now on."""
    from studio.domain.catalog_changes import changes
    from studio.settings.catalog import save_model

    found = changes(run.catalog, model)
    _print_changes(found)
    _print_head_changes(run.catalog, model)
    if not yes and (found or _head(run.catalog) != _head(model)) and not _accepted():
        say("Nothing was changed.")
        context.exit(1)
    save_model(run.folders, model)
    click.echo(f"The catalog holds {model.name} with {len(model.groups)} groups.")


async def _refreshed(run: Run, *, again: bool) -> Refreshed:
    """Raises NotPublished where the gateway tells nothing, UnusableAddress."""
    from studio.domain.recipe import DEMO_GATEWAY
    from studio.engine.compose import publishing_at

    if run.settings.gateway == DEMO_GATEWAY:
        raise click.UsageError("The demo has no prices. Name a gateway with --gateway URL.")
    async with publishing_at(run.settings.gateway, run.folders) as publishing:
        if again:
            await publishing.forget()
        route = run.settings.route or run.catalog.route
        return await publishing.refresh(run.catalog, route=route, today=_today())


def _unpublished(error: NotPublished) -> str:
    from studio.domain.outcome_words import sentences
    from studio.domain.words import describe

    words = describe(error)
    return sentences(words.what, words.next)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the person's own day is meant


def _day(model: Model) -> str:
    return model.read_on.isoformat() if model.read_on else "No day"


def _print_step(before: Model, after: Model) -> None:
    from studio.domain.catalog_changes import changes
    from studio.domain.catalog_words import tell_change

    figures = after.figures_read_on
    click.echo(f"{_day(after)}{f', figures of {figures}' if figures else ''}:")
    _print_head_changes(before, after, indent="  ")
    told = [tell_change(change) for change in changes(before, after)]
    for sentence in told or ["No price and no figure has changed."]:
        click.echo(f"  {sentence}")


def _print_json_changes(before: Model, after: Model) -> None:
    from studio.domain.catalog_changes import changes

    for change in changes(before, after):
        print_json(
            {
                "read_on": after.read_on.isoformat() if after.read_on else None,
                "figures_read_on": after.figures_day.isoformat() if after.figures_day else None,
                "change": change.kind.value,
                "group": change.group,
                "what": change.what,
                "old": _plain(change.old),
                "new": _plain(change.new),
            }
        )


def _plain(value: Money | Decimal | None) -> str | None:
    return None if value is None else str(getattr(value, "plain", value))


def _read(content: bytes) -> Model:
    from studio.domain.model_page import read_model_page
    from studio.domain.model_page_errors import NotAModelPage

    try:
        text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAModelPage from error
    return read_model_page(text, read_on=_today())


def _accepted() -> bool:
    try:
        return click.confirm("Use these from now on?", err=True)
    except click.Abort:
        hint = "" if sys.stdin.isatty() else " Add --yes to accept without being asked."
        say(f"No answer.{hint}")
        return False


def _print_changes(found: tuple[Change, ...]) -> None:
    from studio.domain.catalog_words import describe_change

    if not found:
        click.echo("No price and no figure has changed.")
        return
    words = (describe_change(change) for change in found)
    print_table(("Group", "What", "Old", "New"), [(one.group, one.what, one.old, one.new) for one in words])


def _head(model: Model) -> tuple[str, str]:
    return model.name, model.route


def _print_head_changes(old: Model, new: Model, *, indent: str = "") -> None:
    for what, before, after in zip(("Model", "Route"), _head(old), _head(new), strict=True):
        if before != after:
            click.echo(f"{indent}{what}: {before} → {after}")
