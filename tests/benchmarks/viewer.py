"""The viewer in the real window: how soon a large picture is sharp, beside a bare decode of its file."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageFilter

from studio.library.library import Library
from tests.benchmarks.measuring import Figure, child
from tests.support.gallery import numbered, write_versions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from studio.domain.version import Version

_ROUNDS = 5
_PROBE = "tests.benchmarks.viewer_probe"
_SQUARE = (4096, 4096)
_LONGEST = ((12_288, 1536), (6336, 2688))
_SQUARES = 5


def figures() -> list[Figure]:
    """One window; each round decodes the file bare, then opens it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "library")
        asyncio.run(_make(folder))
        told = child(_PROBE, str(folder), str(_ROUNDS))
    return [
        Figure("4096 × 4096 PNG, bare decode by Qt", told["bare"], "ms"),
        Figure("the same, until it is sharp in the viewer", told["sharp"], "ms"),
        Figure("sharp / bare decode", told["ratio"], "x", 1.3),
        Figure("first pixels", told["coarse"], "ms", 50),
        Figure("first pixels of the first picture of all", told["first"], "ms"),
        Figure("next picture, read ahead: sharp", told["next"], "ms", 32),
        Figure("next picture, the slowest", told["worst_next"], "ms", 32),
        Figure("longest gap meanwhile, median of the rounds", told["gap"], "ms", 16),
        Figure("longest gap meanwhile, of all rounds", told["worst_gap"], "ms"),
        Figure("12288 × 1536 and 6336 × 2688: longest gap, zoomed and moved", told["largest_gap"], "ms", 16),
        Figure("pictures held in memory", told["held_mb"], "MB", 320),
    ]


async def _make(folder: Path) -> None:
    """The newest stands first in the gallery: the squares come last, with thumbnails as in any library."""
    versions = list(_versions(folder))
    write_versions(folder, versions)
    async with Library(folder, now=_moment, new_id=str) as library:
        for version in versions:
            await library.make_thumbnail(version.id)


def _versions(folder: Path) -> Iterator[Version]:
    sizes = (*reversed(_LONGEST), *([_SQUARE] * _SQUARES))
    drawn: dict[tuple[int, int], bytes] = {}
    for number, size in enumerate(sizes, 1):
        version = numbered(number)
        path = folder / version.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if size not in drawn:
            _photograph(*size).save(path, compress_level=6)
            drawn[size] = path.read_bytes()
        path.write_bytes(drawn[size])
        yield replace(version, width=size[0], height=size[1], size=len(drawn[size]))


def _photograph(width: int, height: int) -> Image.Image:
    """As hard to compress as a photograph: slow shades, and a little noise everywhere."""
    noise = Image.effect_noise((width, height), 40).filter(ImageFilter.GaussianBlur(1))
    shade = Image.linear_gradient("L").resize((width, height))
    return Image.merge(
        "RGB", (Image.blend(noise, shade, 0.6), Image.blend(shade, noise, 0.3), shade.rotate(180))
    )


def _moment() -> datetime:
    return numbered(1).created
