"""Where a picture may change, pixel by pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from studio.domain.marks import PatchKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from studio.domain.geometry import PixelSize
    from studio.domain.marks import Patch, Place, Region

Mask: TypeAlias = "NDArray[np.uint8]"
"""Rows of pixels: 255 where the region is, 0 where nothing may change, between them in its feather."""

_BLOCK = 256
"""Pixels of a side: the feather is measured block by block, and only where the region's edge is near."""


def mask_of(region: Region, size: PixelSize) -> Mask:
    """The region at this size. A pixel belongs to a patch when its middle does; later patches win.

    The feather falls from 255 at the region's last pixel to 0 where the middles are as far apart as it is
    wide: exactly there and beyond, the mask is 0.
    """
    longest = max(size.width, size.height)
    inside = np.zeros((size.height, size.width), np.bool_)
    for patch in region.patches:
        if not patch.places:
            continue
        if patch.kind is PatchKind.BOX:
            _fill_box(inside, patch)
        else:
            _fill_stroke(inside, patch, radius=patch.radius * longest)
    mask = inside.view(np.uint8) * np.uint8(255)
    if region.feather > 0:
        _feather(mask, inside, region.feather * longest)
    return mask


def _fill_box(inside: NDArray[np.bool_], patch: Patch) -> None:
    height, width = inside.shape
    (x0, y0), (x1, y1) = patch.places[0], patch.places[-1]
    columns, rows = _middles_between(x0 * width, x1 * width), _middles_between(y0 * height, y1 * height)
    inside[rows, columns] = not patch.erases


def _middles_between(start: float, end: float) -> slice:
    """The pixels whose middles lie between two places of a row, in any order."""
    first, last = min(start, end), max(start, end)
    return slice(max(0, int(np.ceil(first - 0.5))), max(0, int(np.floor(last - 0.5)) + 1))


def _fill_stroke(inside: NDArray[np.bool_], patch: Patch, *, radius: float) -> None:
    """A brush is round: what it paints is all that is no further than its radius from its line."""
    height, width = inside.shape
    for (x0, y0), (x1, y1) in _lines(patch.places, width, height):
        columns = _middles_between(min(x0, x1) - radius, max(x0, x1) + radius)
        rows = _middles_between(min(y0, y1) - radius, max(y0, y1) + radius)
        window = inside[rows, columns]
        x = np.arange(columns.start, columns.start + window.shape[1], dtype=np.float32) + np.float32(0.5 - x0)
        y = np.arange(rows.start, rows.start + window.shape[0], dtype=np.float32) + np.float32(0.5 - y0)
        window[_near_line(x[None, :], y[:, None], x1 - x0, y1 - y0, radius)] = not patch.erases


def _near_line(
    x: NDArray[np.float32], y: NDArray[np.float32], dx: float, dy: float, radius: float
) -> NDArray[np.bool_]:
    """Which places, seen from the line's start, are near it; (dx, dy) is its end."""
    length = dx * dx + dy * dy
    along = np.clip((x * dx + y * dy) / length, 0, 1) if length else np.float32(0)
    return (x - along * dx) ** 2 + (y - along * dy) ** 2 <= radius * radius


def _lines(places: tuple[Place, ...], width: int, height: int) -> Iterator[tuple[Place, Place]]:
    """In pixels, without the steps that are shorter than half of one: a hand draws many of them."""
    last = (places[0][0] * width, places[0][1] * height)
    if len(places) == 1:
        yield last, last
    for number, (x, y) in enumerate(places[1:], start=2):
        place = (x * width, y * height)
        if number == len(places) or abs(place[0] - last[0]) + abs(place[1] - last[1]) >= 0.5:
            yield last, place
            last = place


def _feather(mask: Mask, inside: NDArray[np.bool_], width: float) -> None:
    reach = int(np.ceil(width))
    for top in range(0, inside.shape[0], _BLOCK):
        for left in range(0, inside.shape[1], _BLOCK):
            block = np.s_[top : top + _BLOCK, left : left + _BLOCK]
            first_row, first_column = max(0, top - reach), max(0, left - reach)
            around = inside[first_row : top + _BLOCK + reach, first_column : left + _BLOCK + reach]
            if not around.any() or inside[block].all():
                continue
            distance = _distances(around, top - first_row, left - first_column, inside[block].shape, reach)
            share = np.clip(1 - distance / np.float32(width), 0, 1)
            # Without a bend at either end: the eye sees those as a line.
            mask[block] = np.rint(255 * share * share * (3 - 2 * share))


def _distances(
    inside: NDArray[np.bool_], top: int, left: int, shape: tuple[int, ...], reach: int
) -> NDArray[np.float32]:
    """How far each pixel of a block is from the nearest one inside: exact up to `reach`, further beyond it.

    The block begins at `top` and `left` of what is known around it.
    """
    rows, columns = shape[0], slice(left, left + shape[1])
    across = _squares_across(inside, reach)[:, columns]
    is_near = across.min(axis=1) < (reach + 1) ** 2
    nearest = across[top : top + rows].copy()
    sums = np.empty_like(nearest)
    for step in range(1, reach + 1):
        squared = across.dtype.type(step * step)
        if step % 16 == 0 and squared > nearest.max():
            break
        for start in (top - step, top + step):
            # Rows beyond the picture's edge have nothing to say, nor have those with nothing inside.
            first, last = max(0, start), min(len(across), start + rows)
            if first < last and is_near[first:last].any():
                target, moved = nearest[first - start : last - start], sums[: last - first]
                np.minimum(target, np.add(across[first:last], squared, out=moved), out=target)
    return np.sqrt(nearest, dtype=np.float32)


def _squares_across(inside: NDArray[np.bool_], reach: int) -> NDArray[np.unsignedinteger]:
    """The square of how far each pixel is from the nearest one inside of its row, no more than needed."""
    far = reach + 1
    width = inside.shape[1]
    column = np.arange(width, dtype=np.int16 if width + far < 1 << 15 else np.int32)
    before = np.maximum.accumulate(np.where(inside, column, column.dtype.type(-far)), axis=1)
    after = np.minimum.accumulate(np.where(inside, column, column.dtype.type(width + far))[:, ::-1], axis=1)[
        :, ::-1
    ]
    across = np.minimum(np.minimum(column - before, after - column), far)
    wide = across.astype(np.uint16 if 2 * far * far < 1 << 16 else np.uint32)
    return wide * wide
