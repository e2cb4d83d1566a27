"""`link`, `unlink`, `links`: files outside that follow which version of a tree is picked."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.context import json_option, library_option, this_run
from studio.cli.output import print_json, say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from studio.domain.link import LinkForm, LinkStanding
    from studio.engine.linking import Linking

_file = click.argument("target", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@click.argument("version_id", metavar="VERSION")
@_file
@click.option(
    "--preset", "preset_name", metavar="NAME|FILE", help="Its format, first size and what goes inside."
)
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@library_option
@json_option
@click.pass_context
def link(
    context: click.Context,
    *,
    version_id: str,
    target: Path,
    preset_name: str | None,
    overwrite: bool,
    as_json: bool,
    **_: object,
) -> None:
    """Write a version to a file, and write that anew whenever another version of its tree is picked.

    Without a preset the file's ending says the format, and the size is the version's. The window, or the next
    command that opens the library, does the rewriting. Exits with 1 when the file couldn't be written.
    """
    from studio.cli.presets import preset_named
    from studio.domain.link import form_for

    run = this_run(context)
    form = form_for(target, preset_named(run, preset_name) if preset_name else None)
    standing = asyncio.run(_link(run.library, version_id, target, form, overwrite=overwrite))
    _print(standing, as_json=as_json)
    context.exit(1 if standing.problem else 0)


@click.command()
@_file
@library_option
@click.pass_context
def unlink(context: click.Context, *, target: Path, **_: object) -> None:
    """Have a file follow no version any more. The file stays as it is."""
    asyncio.run(_unlink(this_run(context).library, target))


@click.command()
@library_option
@json_option
@click.pass_context
def links(context: click.Context, *, as_json: bool, **_: object) -> None:
    """List the files that follow a tree, with the version in each. Exits with 1 when any can't be written."""
    standings = asyncio.run(_links(this_run(context).library))
    for standing in standings:
        _print(standing, as_json=as_json)
    if not standings and not as_json:
        click.echo("No file is linked.")
    context.exit(1 if any(standing.problem for standing in standings) else 0)


async def _link(
    folder: Path, version_id: str, target: Path, form: LinkForm, *, overwrite: bool
) -> LinkStanding:
    async with _linking(folder) as linking:
        return await linking.link(version_id, target, form, may_overwrite=overwrite)


async def _unlink(folder: Path, target: Path) -> None:
    async with _linking(folder) as linking:
        await linking.unlink(target)


@asynccontextmanager
async def _linking(folder: Path) -> AsyncGenerator[Linking]:
    """What is behind since a crash is written, too."""
    from studio.engine.compose import new_id, now
    from studio.engine.linking import Linking
    from studio.library.library import Library

    async with (
        Library(folder, now=now, new_id=new_id) as library,
        Linking(library, folder=folder, tell=lambda _: None) as linking,
    ):
        yield linking


async def _links(folder: Path) -> tuple[LinkStanding, ...]:
    """Read beside a window that has the library open."""
    from studio.domain.errors import StudioError
    from studio.domain.link import LinkStanding
    from studio.export.linked import check
    from studio.library.library import Library

    found: list[LinkStanding] = []
    async with Library.reader(folder) as reader:
        for one in await reader.links():
            versions = await reader.versions_of((one.written,))
            label = f"v{versions[0].number}" if versions else ""
            try:
                await asyncio.to_thread(check, one)
            except StudioError as error:
                found.append(LinkStanding(one, label, error))
            else:
                found.append(LinkStanding(one, label))
    return tuple(found)


def _print(standing: LinkStanding, *, as_json: bool) -> None:
    from studio.domain.words import describe

    held, problem = standing.link, standing.problem
    if as_json:
        print_json(
            {
                "path": str(held.target),
                "version": held.written or None,
                "wanted": held.version,
                "problem": problem.code() if problem else None,
            }
        )
    else:
        click.echo(f"{held.target}  {standing.label or '—'}  {held.written or held.version}")
    if problem:
        say(str(describe(problem)))
