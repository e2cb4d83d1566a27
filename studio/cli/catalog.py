"""`catalog update FILE`: a model page's text becomes the catalog, once its changes were seen."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

import click

from studio.cli.context import this_run
from studio.cli.output import print_table, say

if TYPE_CHECKING:
    from studio.domain.catalog import Model
    from studio.domain.catalog_changes import Change


@click.group()
def catalog() -> None:
    """The models, groups and prices that Proofroom knows."""


@catalog.command()
@click.argument("file", type=click.File("rb"))
@click.option("--yes", is_flag=True, help="Accept the changes without asking.")
@click.pass_context
def update(context: click.Context, *, file: BinaryIO, yes: bool) -> None:
    """Read a model page, copied as text from the browser into FILE (- for standard input)."""
    from studio.domain.catalog_changes import changes
    from studio.settings.catalog import save_model

    run = this_run(context)
    model = _read(file.read())
    found = changes(run.catalog, model)
    _print_changes(found)
    _print_head_changes(run.catalog, model)
    if not yes and (found or _head(run.catalog) != _head(model)) and not _accepted():
        say("Nothing was changed.")
        context.exit(1)
    save_model(run.folders, model)
    click.echo(f"The catalog holds {model.name} with {len(model.groups)} groups.")


def _read(content: bytes) -> Model:
    from studio.domain.errors import NotAModelPage
    from studio.domain.model_page import read_model_page

    try:
        text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAModelPage from error
    return read_model_page(text, read_on=date.today())  # noqa: DTZ011 - the person's own day is meant


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


def _print_head_changes(old: Model, new: Model) -> None:
    for what, before, after in zip(("Model", "Route"), _head(old), _head(new), strict=True):
        if before != after:
            click.echo(f"{what}: {before} → {after}")
