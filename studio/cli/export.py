"""`export`: versions as files that are ready to use, by a preset."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studio.cli.context import Run, json_option, library_option, this_run
from studio.cli.export_progress import FileProgress
from studio.cli.interrupts import Interrupts
from studio.cli.output import print_json, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.export import Preset
    from studio.domain.export_report import Failed, Report, Skipped, Written
    from studio.domain.version import Version
    from studio.export.hand_over import HandedOver
    from studio.export.run import ExportJob


@click.command()
@click.argument("version_ids", metavar="VERSION…", nargs=-1, required=True)
@click.option(
    "--preset", "preset_name", metavar="NAME|FILE", required=True, help="A preset, or a shared file."
)
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    required=True,
    help="Where the files go. The folder is made if only it is missing.",
)
@click.option(
    "--name", "template", metavar="TEMPLATE", help="Instead of the preset's, such as {slug}-{width}."
)
@click.option("--overwrite", is_flag=True, help="Write over files of the same name instead of numbering.")
@click.option("--upscale", is_flag=True, help="Write sizes that are larger than the picture, too.")
@library_option
@json_option
@click.pass_context
def export(
    context: click.Context,
    *,
    version_ids: tuple[str, ...],
    preset_name: str,
    folder: Path,
    template: str | None,
    overwrite: bool,
    upscale: bool,
    as_json: bool,
    **_: object,
) -> None:
    """Write versions as files, in the sizes and formats of a preset. The beginning of an id is enough.

    Prints the path of each file. Exits with 1 when a file couldn't be written or was left out.
    """
    run = this_run(context)
    preset = _preset(run, preset_name, template)
    versions = asyncio.run(_versions(run, version_ids))
    job = replace(_job(run, preset, versions, folder), may_overwrite=overwrite, may_upscale=upscale)
    _make(folder)
    done = asyncio.run(_export(job))
    report = done.report
    _print(report, folder, signed=done.signed, as_json=as_json)
    context.exit(1 if report.failed or report.skipped else 0)


def _preset(run: Run, name: str, template: str | None) -> Preset:
    """Raises PresetError, UnreadableFile, and a usage error that says what is wrong with the template."""
    from studio.cli.presets import preset_named
    from studio.domain.export_name_words import describe_name_problem
    from studio.domain.export_names import problems

    preset = preset_named(run, name)
    if template is None:
        return preset
    if found := problems(template):
        words = " ".join(describe_name_problem(one) for one in found)
        raise click.BadParameter(words, param_hint="--name")
    return replace(preset, template=template)


async def _versions(run: Run, ids: Iterable[str]) -> tuple[Version, ...]:
    """Each once, in the order they were named."""
    from studio.library.library import Library

    async with Library.reader(run.library) as reader:
        found = [await reader.version(one) for one in ids]
    return tuple({version.id: version for version in found}.values())


def _job(run: Run, preset: Preset, versions: tuple[Version, ...], folder: Path) -> ExportJob:
    from studio.domain.export_choice import planned_of
    from studio.export.run import ExportJob, ExportPicture

    pictures = zip(versions, planned_of(preset, versions), strict=True)
    return ExportJob(
        preset,
        tuple(ExportPicture(version, run.library / version.path, planned) for version, planned in pictures),
        folder,
    )


def _make(folder: Path) -> None:
    """Only the last one of its folders: the rest may be a disk that isn't plugged in."""
    from studio.domain.errors import FileUnwritable

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FileUnwritable(folder, error.strerror or "") from error


async def _export(job: ExportJob) -> HandedOver:
    """Ctrl-C ends it after the files that are under way."""
    from studio.export.hand_over import hand_over

    stopped = threading.Event()
    with Interrupts() as interrupts, FileProgress() as progress:
        work = asyncio.ensure_future(
            asyncio.to_thread(hand_over, job, told=progress.tell, cancelled=stopped.is_set)
        )
        asked = asyncio.ensure_future(interrupts.first.wait())
        await asyncio.wait({work, asked}, return_when=asyncio.FIRST_COMPLETED)
        if asked.done():
            stopped.set()
        asked.cancel()
        return await work


def _print(report: Report, folder: Path, *, signed: frozenset[str], as_json: bool) -> None:
    from studio.domain.export_report_words import credentials_words, describe_skip
    from studio.domain.words import describe

    if as_json:
        for written in report.written:
            print_json(_written_object(written, folder, signed=written.version in signed))
        for left in (*report.skipped, *report.failed):
            print_json(_missing_object(left, folder))
    else:
        _print_paths(report.written, folder)
    for skipped in report.skipped:
        say(f"{skipped.path}: {describe_skip(skipped.why)}")
    for failed in report.failed:
        say(f"{failed.path}: {describe(failed.error)}")
    for version in sorted(signed):
        say(f"{version}: {credentials_words()}")


def _print_paths(files: Iterable[Written], folder: Path) -> None:
    from studio.domain.export_report_words import describe_note

    for written in files:
        click.echo(str(folder / written.path))
        for note in sorted(written.notes):
            say(f"{written.path}: {describe_note(note)}")


def _written_object(written: Written, folder: Path, *, signed: bool) -> dict[str, object]:
    pixels = written.pixels
    return {
        "state": "written",
        "version": written.version,
        "path": str(folder / written.path),
        "bytes": written.size,
        "width": pixels.width if pixels else None,
        "height": pixels.height if pixels else None,
        "notes": sorted(note.value for note in written.notes),
        "leaves_credentials": signed,
    }


def _missing_object(left: Skipped | Failed, folder: Path) -> dict[str, object]:
    from studio.domain.export_report import Failed

    failed = isinstance(left, Failed)
    return {
        "state": "failed" if failed else "skipped",
        "version": left.version,
        "path": str(folder / left.path),
        "why": left.error.code() if failed else left.why.value,
    }
