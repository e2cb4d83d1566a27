"""What only looks: list, show, jobs. A window may have the library open at the same time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from studio.cli.context import Run, json_option, library_option, this_run
from studio.cli.output import NOTHING, figure, local_time, money, one_line, print_json, print_table, sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studio.domain.job import Job
    from studio.domain.marks import Composite
    from studio.domain.sent import SentPicture
    from studio.domain.version import Version

_limit = click.option(
    "--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many."
)


@click.command("list")
@click.option(
    "--search",
    "query",
    default="",
    metavar="WORDS",
    help="Words, and fields such as rating:>=4.",
)
@_limit
@library_option
@json_option
@click.pass_context
def list_versions(context: click.Context, *, query: str, limit: int, as_json: bool, **_: object) -> None:
    """List the saved versions, newest first."""
    from studio.cli.objects import described_version

    run = this_run(context)
    versions = asyncio.run(_versions(run, query=query, limit=limit))
    if as_json:
        for version in versions:
            print_json(described_version(version, folder=run.library))
    elif versions:
        rows = [_version_row(version) for version in versions]
        print_table(("Version", "Made", "Size", "Price", "Group", "Prompt"), rows)
    else:
        click.echo("No versions yet." if not query else "No version is found by that.")


async def _versions(run: Run, *, query: str, limit: int) -> tuple[Version, ...]:
    from studio.library.library import Library

    async with Library.reader(run.library) as reader:
        return await reader.versions(query=query, limit=limit)


def _version_row(version: Version) -> tuple[str, ...]:
    return (
        version.id,
        local_time(version.created),
        f"{version.recipe.resolution.value}, {version.delivered}",
        money(version.price),
        version.group,
        one_line(version.recipe.prompt),
    )


@click.command()
@click.argument("version_id", metavar="VERSION")
@library_option
@json_option
@click.pass_context
def show(context: click.Context, *, version_id: str, as_json: bool, **_: object) -> None:
    """Show one version: what made it, what it cost, what it came from. The beginning of its id is enough."""
    from studio.cli.objects import described_version
    from studio.cli.sent import sent_object, sent_rows

    run = this_run(context)
    version, tree, sent = asyncio.run(_version_and_past(run, version_id))
    if as_json:
        past = {"sent": [sent_object(one) for one in sent], "tree": [one.id for one in tree]}
        print_json(described_version(version, folder=run.library) | past)
        return
    click.echo(str(run.library / version.path))
    for name, value in (*_details(version), *sent_rows(sent)):
        click.echo(f"{name}: {value}")
    if len(tree) > 1:
        _print_tree(tree, version)


async def _version_and_past(
    run: Run, version_id: str
) -> tuple[Version, tuple[Version, ...], tuple[SentPicture, ...]]:
    from studio.engine.sending import Packer
    from studio.library.library import Library

    async with Library.reader(run.library) as reader:
        version = await reader.version(version_id)
        return version, await reader.tree(version.id), await Packer(reader).sent_with(version.id)


def _details(version: Version) -> list[tuple[str, str]]:
    from studio.domain.geometry import delivered_resolution
    from studio.domain.words import describe_charge

    recipe, asked = version.recipe, version.recipe.requested_size
    assumed = ", if this key bills at that group" if version.price_assumed else ""
    got = delivered_resolution(version.delivered)
    differs = version.matches_size is False and got is not recipe.resolution
    return [
        ("Version", version.id),
        ("Prompt", recipe.prompt),
        ("Size asked", f"{recipe.resolution.value}, {f'{asked} px' if asked else 'auto aspect ratio'}"),
        ("Size delivered", f"{version.delivered} px, {version.mime}, {version.size:,} bytes"),
        *((("Size differs", sizes(recipe.resolution, got)),) if differs else ()),
        ("Group", version.group),
        ("Cost", f"{version.price} ({describe_charge(version.charge).lower()}{assumed})"),
        ("Time", figure(None if version.seconds is None else f"{version.seconds:.1f}", " s")),
        ("Made", local_time(version.created)),
        ("Request id", version.request_id or NOTHING),
        ("Continues", recipe.parent or NOTHING),
        *((("Put together", _put_together(recipe.composite)),) if recipe.composite else ()),
    ]


def _put_together(composite: Composite) -> str:
    return f"with {composite.answer}, fit {composite.fit:.0%}"


def _print_tree(versions: Sequence[Version], shown: Version) -> None:
    from studio.domain.version import Tree

    tree = Tree(versions)
    click.echo(f"Iterations: {len(tree)} versions · {tree.cost}")
    for branch in tree.branches():
        mark = "→" if branch.version.id == shown.id else " "
        words = " · ".join((one_line(branch.version.recipe.prompt), *_said_of(branch.version)))
        click.echo(f"{mark} {'  ' * branch.depth}{branch.version.id}  {branch.version.price}  {words}")


def _said_of(version: Version) -> Iterator[str]:
    """What sets it apart in its tree."""
    if version.branch.name:
        yield f"“{version.branch.name}”"
    if version.branch.hidden:
        yield "hidden"
    if version.branch.archived:
        yield "archived"
    if version.trashed is not None:
        yield "removed for good" if version.purged else "in the trash"


@click.command()
@click.option("--all", "all_jobs", is_flag=True, help="Also those that were saved or put away.")
@library_option
@json_option
@click.pass_context
def jobs(context: click.Context, *, all_jobs: bool, as_json: bool, **_: object) -> None:
    """List the jobs that wait, run, or ended without a picture."""
    from studio.cli.objects import described_job

    run = this_run(context)
    found = asyncio.run(_jobs(run, ended=all_jobs))
    if as_json:
        for job in found:
            print_json(described_job(job, folder=run.library))
    elif found:
        print_table(("Job", "Placed", "State", "Charge", "Price", "Group", "Prompt"), map(_job_row, found))
    else:
        click.echo("Nothing waits, and nothing needs you.")


async def _jobs(run: Run, *, ended: bool) -> tuple[Job, ...]:
    from studio.library.library import Library

    async with Library.reader(run.library) as reader:
        return await reader.jobs(ended=ended)


def _job_row(job: Job) -> tuple[str, ...]:
    from studio.cli.objects import job_charge
    from studio.domain.words import describe_charge, describe_state

    return (
        job.id,
        local_time(job.placed),
        describe_state(job.state) + (", asks" if job.asks else ""),
        describe_charge(job_charge(job)),
        money(job.price),
        job.group,
        one_line(job.order.recipe.prompt),
    )
