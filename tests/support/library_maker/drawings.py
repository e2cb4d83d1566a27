"""The pictures, drawn in other processes with the demo's strokes: small ones to reuse, and whole files."""

from __future__ import annotations

import hashlib
import math
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from studio.demo.drawing import Motif, Sketch, unmarked
from studio.domain.geometry import AspectRatio, PixelSize, Resolution, published_size
from studio.library.thumbnailer import render_file
from studio.library.thumbnails import Thumbnails

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

_EDGE = 512
_PIXELS = 400_000
_NOISE = 4
_TILE = 509
_MOODS = (
    "dawn",
    "night",
    "storm",
    "autumn",
    "winter",
    "red",
    "teal",
    "gold",
    "fog",
    "spring",
    "mono",
    "purple",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the pictures that are reused: its shape, what it shows, and which of several it is."""

    ratio: AspectRatio
    motif: Motif
    take: int


@dataclass(frozen=True, slots=True)
class PictureOnDisk:
    """A whole picture that was written, and what is made of it."""

    sha256: str
    size: int
    thumbnails: Thumbnails


def kinds(takes: int) -> Iterator[Kind]:
    """Every shape with every motif, `takes` times."""
    for take in range(takes):
        for motif in Motif:
            for ratio in AspectRatio:
                yield Kind(ratio, motif, take)


def thumbnails_of(some: Sequence[Kind]) -> list[Thumbnails]:
    """Draw them, and make of each what the library makes of a picture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "picture.png")
        made: list[Thumbnails] = []
        for kind in some:
            whole = published_size(kind.ratio, Resolution.ONE_K)
            _drawn(kind, _fitting(whole, _EDGE / max(whole.width, whole.height))).save(
                path, "PNG", compress_level=1
            )
            made.append(render_file(path))
        return made


def reference_picture(take: int) -> bytes:
    """A small picture to send along with a prompt."""
    file = BytesIO()
    _drawn(Kind(AspectRatio.SQUARE, tuple(Motif)[take % len(Motif)], take), PixelSize(320, 320)).save(
        file, "PNG"
    )
    return file.getvalue()


def write_picture(kind: Kind, size: PixelSize, path: Path) -> PictureOnDisk:
    """A picture of exactly this size, with grain as from the model, as PNG or JPEG by the path's ending."""
    import pyvips

    whole = published_size(kind.ratio, Resolution.ONE_K)
    small = _drawn(kind, _fitting(whole, math.sqrt(_PIXELS / whole.pixels))).convert("RGB")
    picture = pyvips.Image.new_from_memory(small.tobytes(), small.width, small.height, 3, "uchar")
    picture = picture.resize(size.width / small.width, vscale=size.height / small.height, kernel="linear")
    tile = pyvips.Image.gaussnoise(_TILE, _TILE, sigma=_NOISE, mean=0, seed=kind.take).copy_memory()
    noise = tile.replicate(size.width // _TILE + 1, size.height // _TILE + 1)
    grained = (picture + noise.crop(0, 0, size.width, size.height)).cast("uchar").copy(interpretation="srgb")
    if path.suffix == ".png":
        grained.pngsave(str(path), compression=1)
    else:
        grained.jpegsave(str(path), Q=90)
    data = path.read_bytes()
    return PictureOnDisk(hashlib.sha256(data).hexdigest(), len(data), render_file(path))


def _drawn(kind: Kind, size: PixelSize) -> Image.Image:
    mood = _MOODS[kind.take % len(_MOODS)]
    return unmarked(Sketch(f"{kind.motif.value} {mood}", size, kind.take))


def _fitting(size: PixelSize, scale: float) -> PixelSize:
    return PixelSize(max(1, round(size.width * scale)), max(1, round(size.height * scale)))
