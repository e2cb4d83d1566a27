"""Exports made ready: versions with real pictures, a preset, a folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from studio.domain.export import Encoding, Format, Inside, Preset
from studio.domain.export_layouts import scales
from studio.domain.export_names import GivenNames, Named
from studio.domain.export_plan import plan_all
from studio.export.run import ExportJob, ExportPicture
from tests.domain import making
from tests.export.pictures import landscape, saved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PIL import Image

    from studio.domain.version import Version

THREE = Preset("three", sizes=scales(1, 2, 3), inside=Inside(recipe=False, marker=False))


def pictures(folder: Path, count: int, picture: Image.Image | None = None) -> list[Path]:
    """So many, all alike."""
    folder.mkdir(exist_ok=True)
    first = saved(picture or landscape(), folder / "0.png").read_bytes()
    paths = [folder / f"{number}.png" for number in range(count)]
    for path in paths:
        path.write_bytes(first)
    return paths


def job(preset: Preset, sources: Sequence[Path], out: Path, **options: bool) -> ExportJob:
    """Versions of these pictures, one for each; the options are the job's."""
    out.mkdir(exist_ok=True)
    versions = [_version(number) for number in range(1, len(sources) + 1)]
    planned = plan_all(preset, [(_named(version), "png") for version in versions], GivenNames())
    made = tuple(
        ExportPicture(version, path, plan)
        for version, path, plan in zip(versions, sources, planned, strict=True)
    )
    return ExportJob(preset, made, out, **options)


def _version(number: int) -> Version:
    return replace(making.version(f"v{number}"), number=number, project="Spring", width=320, height=180)


def _named(version: Version) -> Named:
    return Named(
        version.project,
        version.number,
        version.recipe.prompt,
        version.width,
        version.height,
        date(2026, 11, 26),
    )


def quick(format_: Format = Format.PNG) -> Preset:
    """One size."""
    return replace(THREE, sizes=scales(1), encoding=Encoding(format_))
