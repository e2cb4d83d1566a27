"""A region in pixels: what belongs to it, and how its feather falls."""

from itertools import pairwise
from time import monotonic

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from studio.domain.geometry import PixelSize
from studio.domain.marks import Patch, PatchKind, Place, Region
from studio.imaging.mask import mask_of

BOX, STROKE = PatchKind.BOX, PatchKind.STROKE
WITHIN = st.floats(-0.2, 1.2)
PLACES = st.lists(st.tuples(WITHIN, WITHIN), min_size=2, max_size=4).map(tuple)
PATCHES = st.builds(
    Patch, st.sampled_from(PatchKind), PLACES, radius=st.floats(0, 0.2), erases=st.booleans()
).map(lambda patch: patch if patch.kind is STROKE else Patch(BOX, patch.places[:2], erases=patch.erases))
REGIONS = st.builds(
    Region, st.lists(PATCHES, max_size=4).map(tuple), feather=st.sampled_from((0.0, 0.02, 0.1, 0.5))
)
SIDES = st.integers(1, 40)


def measured(region: Region, size: PixelSize) -> NDArray[np.floating]:
    """What the mask must be, by looking at every pixel and every other."""
    longest = max(size.width, size.height)
    x, y = np.meshgrid(np.arange(size.width) + 0.5, np.arange(size.height) + 0.5)
    inside = np.zeros(x.shape, np.bool_)
    for patch in region.patches:
        places = [(left * size.width, top * size.height) for left, top in patch.places]
        inside[belongs(patch.kind, places, patch.radius * longest, x, y)] = not patch.erases
    if not inside.any():
        return np.zeros(x.shape)
    distances = np.hypot(x[..., None] - x[inside], y[..., None] - y[inside]).min(-1)
    if region.feather == 0:
        return 255.0 * inside
    share = np.clip(1 - distances / (region.feather * longest), 0, 1)
    return 255 * share**2 * (3 - 2 * share)


def belongs(
    kind: PatchKind, places: list[Place], radius: float, x: NDArray[np.floating], y: NDArray[np.floating]
) -> NDArray[np.bool_]:
    if kind is BOX:
        (x0, y0), (x1, y1) = places
        return (abs(x - (x0 + x1) / 2) <= abs(x1 - x0) / 2) & (abs(y - (y0 + y1) / 2) <= abs(y1 - y0) / 2)
    near = np.zeros(x.shape, np.bool_)
    for (x0, y0), (x1, y1) in pairwise(places):
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2 or 1
        along = np.clip(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0, 1)
        near |= np.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0)) <= radius
    return near


@given(REGIONS, SIDES, SIDES)
def test_a_mask_is_the_region_and_its_feather_and_nothing_else(
    region: Region, width: int, height: int
) -> None:
    size = PixelSize(width, height)
    off = np.abs(mask_of(region, size) - measured(region, size))
    # A place that lies on the very edge of a brush may be rounded to either side.
    assert np.mean(off > 1) < 0.01 or np.count_nonzero(off > 1) <= 2


def test_a_box_is_its_pixels_to_the_last() -> None:
    mask = mask_of(Region((Patch(BOX, ((0.75, 0.5), (0.25, 0.125))),), feather=0), PixelSize(8, 8))
    assert mask.tolist() == [[255 if 2 <= x < 6 and 1 <= y < 4 else 0 for x in range(8)] for y in range(8)]


def test_what_is_erased_is_outside_and_what_is_added_later_is_inside_again() -> None:
    everything = Patch(BOX, ((0, 0), (1, 1)))
    hole = Patch(BOX, ((0.25, 0.25), (0.75, 0.75)), erases=True)
    dot = Patch(STROKE, ((0.5, 0.5),), radius=0.09)
    mask = mask_of(Region((everything, hole, dot), feather=0), PixelSize(8, 8))
    assert [mask[0, 0], mask[2, 2], mask[3, 3], mask[4, 4]] == [255, 0, 255, 255]
    assert np.count_nonzero(mask == 0) == 12


def test_the_feather_falls_outwards_and_ends_where_it_says() -> None:
    mask = mask_of(Region((Patch(BOX, ((0, 0), (0.5, 1))),), feather=0.1), PixelSize(100, 3))
    line = mask[1].astype(int)
    assert (line[:50] == 255).all()
    assert (np.diff(line[49:60]) < 0).all()
    assert (line[58], line[59]) == (7, 0)
    assert (line[60:] == 0).all()


def test_a_region_of_nothing_is_nowhere_and_one_of_all_everywhere() -> None:
    assert not mask_of(Region(()), PixelSize(30, 20)).any()
    assert not mask_of(Region((Patch(STROKE, ()),)), PixelSize(30, 20)).any()
    assert (mask_of(Region((Patch(BOX, ((-3, -3), (3, 3))),)), PixelSize(30, 20)) == 255).all()


def test_a_region_of_the_widest_picture_is_painted_in_a_moment() -> None:
    places = tuple((0.5 + 0.4 * np.cos(turn / 30), 0.5 + 0.4 * np.sin(turn / 40)) for turn in range(400))
    began = monotonic()
    mask = mask_of(Region((Patch(STROKE, places, radius=0.01),)), PixelSize(12_288, 1_536))
    assert mask.shape == (1_536, 12_288)
    assert monotonic() - began < 20
