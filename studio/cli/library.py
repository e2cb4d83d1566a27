"""`library verify` and `library rebuild`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from studio.cli.context import json_option, library_option, this_run
from studio.cli.output import print_json

if TYPE_CHECKING:
    from pathlib import Path

    from studio.library.verify import Finding


@click.group()
def library() -> None:
    """Check the library's files against its index, or make the index anew."""


@library.command()
@library_option
@json_option
@click.pass_context
def verify(context: click.Context, *, as_json: bool, **_: object) -> None:
    """Compare files and index, byte by byte. Exits with 1 when they disagree."""
    folder = this_run(context).library
    findings = asyncio.run(_verify(folder))
    for finding in findings:
        if as_json:
            print_json({"what": finding.what.value, "path": finding.path, "version": finding.version})
        else:
            click.echo(f"{_in_words(finding)}: {finding.path or finding.version}")
    if not findings and not as_json:
        click.echo("Files and index agree.")
    context.exit(1 if findings else 0)


async def _verify(folder: Path) -> tuple[Finding, ...]:
    from studio.library.library import Library

    async with Library.reader(folder) as reader:
        return await reader.verify()


def _in_words(finding: Finding) -> str:
    from studio.library.verify import Disagreement

    words = {
        Disagreement.MISSING_FILE: "The picture's file is missing",
        Disagreement.CHANGED_BYTES: "The picture's bytes have changed",
        Disagreement.MISSING_SIDECAR: "The file with its recipe is missing",
        Disagreement.STRAY_PICTURE: "The index doesn't know this picture",
        Disagreement.ORPHAN_ROW: "The index names a job that has no order or picture",
    }
    return words[finding.what]


@library.command()
@library_option
@click.pass_context
def rebuild(context: click.Context, **_: object) -> None:
    """Make the index anew from the files beside the pictures. The old index goes to the trash folder."""
    folder = this_run(context).library
    count = asyncio.run(_rebuild(folder))
    click.echo(f"The index holds {count} versions.")


async def _rebuild(folder: Path) -> int:
    from studio.engine.compose import new_id, now
    from studio.library.library import Library

    async with Library(folder, now=now, new_id=new_id) as opened:
        return await opened.rebuild()
