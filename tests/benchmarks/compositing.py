"""Protected edits of a 4K picture: aligned and put together, beside decoding and encoding it once."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.recipe import Recipe
from tests.benchmarks.measuring import Figure, child
from tests.imaging.scenes import PHOTOGRAPH, Moved, boxed, repainted, saved, scene
from tests.library.scenes import generate, library_in, order

if TYPE_CHECKING:
    from PIL import Image

_ROUNDS = 5
_PROBE = "tests.benchmarks.compositing_probe"
_SQUARE, _WIDEST = (4096, 4096), (12_288, 1_536)
_MOVED = Moved(9.5, -6.25, 1.004)


def figures() -> list[Figure]:
    """Bare, in a process of its own; then from the window, as a person has it made."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        square, widest = (_drawn(folder / str(size[0]), size) for size in (_SQUARE, _WIDEST))
        bare = child(_PROBE, "bare", str(square), str(_ROUNDS))
        wide = child(_PROBE, "bare", str(widest), str(_ROUNDS))
        library = folder / "library"
        asyncio.run(_make(library, square))
        window = child(_PROBE, "window", str(library), str(_ROUNDS))
    return [
        Figure("4096 × 4096: decoding and encoding it once", bare["codec"], "ms"),
        Figure("decoding parent and answer, aligning, blending, encoding", bare["whole"], "ms"),
        Figure("the same / decoding and encoding once", bare["ratio"], "x", 1.5),
        Figure("of it aligning and blending alone / decoding and encoding once", bare["own"], "x", 1.5),
        Figure("12288 × 1536: the same / decoding and encoding once", wide["ratio"], "x"),
        Figure("12288 × 1536: memory above decoding and encoding once", wide["memory"], "MB"),
        Figure("4096 × 4096 from the window, until it is a version", window["whole"], "ms"),
        Figure("longest gap meanwhile, median of the rounds", window["gap"], "ms", 16),
        Figure("longest gap meanwhile, of all rounds", window["worst_gap"], "ms"),
        Figure("longest gap of the same window at rest", window["rest_gap"], "ms"),
    ]


def _drawn(folder: Path, size: tuple[int, int]) -> Path:
    """A parent and its answer, as PNG."""
    folder.mkdir()
    parent = scene(PHOTOGRAPH, *size)
    saved(parent, folder / "parent.png")
    saved(_answer(parent), folder / "answer.png")
    return folder


def _answer(parent: Image.Image) -> Image.Image:
    return _MOVED.made_of(repainted(parent), parent.size)


async def _make(folder: Path, pictures: Path) -> None:
    """A library with both, where nothing is due by itself."""
    parent, answer = ((pictures / f"{name}.png").read_bytes() for name in ("parent", "answer"))
    async with library_in(folder) as library:
        (root,) = await generate(library, order(recipe=Recipe("a harbour")), parent)
        recipe = Recipe("another sky", parent=root.versions[0], region=boxed())
        (edit,) = await generate(library, order(order_id="order-2", recipe=recipe), answer)
        await library.composites.fits_poorly(edit.versions[0], 0.0)
