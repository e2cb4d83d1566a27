"""An answer that a model moved or scaled is laid over its parent again."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from studio.domain.geometry import PixelSize
from studio.domain.marks import POOR_FIT, Region
from studio.imaging.align import align
from studio.imaging.levels import Alignment
from studio.imaging.mask import mask_of
from tests.imaging.scenes import PHOTOGRAPH, SCREEN, Moved, boxed, repainted, scene

KINDS = pytest.mark.parametrize("prompt", [PHOTOGRAPH, SCREEN])


def laid(parent: Image.Image, answer: Image.Image, region: Region | None = None) -> Alignment:
    mask = mask_of(region or boxed(), PixelSize(*parent.size))
    return align(np.asarray(parent.convert("L")), np.asarray(answer.convert("L")), mask)


def off(found: Alignment, true: Moved, parent: Image.Image) -> float:
    """By how many pixels of the parent a corner of it is missed at most."""
    corners = [(x, y) for x in (0, parent.width) for y in (0, parent.height)]
    answers = [((x - true.dx) / true.scale, (y - true.dy) / true.scale) for x, y in corners]
    return max(
        float(np.hypot(found.scale * x + found.dx - right, found.scale * found.stretch * y + found.dy - down))
        for (x, y), (right, down) in zip(answers, corners, strict=True)
    )


@KINDS
@settings(max_examples=12)
@given(dx=st.floats(-30, 30), dy=st.floats(-30, 30), scale=st.floats(0.95, 1.05))
def test_a_moved_and_scaled_answer_is_found_to_within_one_pixel(
    prompt: str, dx: float, dy: float, scale: float
) -> None:
    parent, true = scene(prompt, 1376, 768), Moved(dx, dy, scale)
    found = laid(parent, true.made_of(repainted(parent), parent.size))
    assert off(found, true, parent) < 1
    assert found.fit > 0.9


@KINDS
@pytest.mark.parametrize("share", [0.5, 2.0])
def test_an_answer_of_another_size_is_found_too(prompt: str, share: float) -> None:
    parent, true = scene(prompt, 1376, 768), Moved(-9.5, 6.25, 1.01 / share)
    found = laid(parent, true.made_of(repainted(parent), (round(1376 * share), round(768 * share))))
    assert off(found, true, parent) < 1
    assert found.fit > 0.9


@KINDS
def test_a_parent_of_odd_sides_is_met_to_its_last_pixel(prompt: str) -> None:
    parent = scene(prompt, 1377, 771)
    true = Moved(6.5, -4.75, 2.02)
    found = laid(parent, true.made_of(repainted(parent), (687, 383)))
    assert off(found, true, parent) < 1


@KINDS
def test_an_answer_of_another_ratio_is_found_where_it_was_cut_out(prompt: str) -> None:
    parent = scene(prompt, 1376, 768)
    found = laid(parent, repainted(parent).crop((304, 0, 1072, 768)))
    assert off(found, Moved(304, 0, 1), parent) < 1


@KINDS
def test_an_answer_that_was_squeezed_into_another_frame_is_stretched_back(prompt: str) -> None:
    parent = scene(prompt, 1376, 768)
    found = laid(parent, repainted(parent).resize((1024, 768), Image.Resampling.LANCZOS))
    assert found.fit > 0.9
    assert (found.scale, found.scale * found.stretch) == pytest.approx((1376 / 1024, 1), abs=1e-3)


@KINDS
def test_a_large_region_leaves_enough_to_see(prompt: str) -> None:
    box = (0.05, 0.05, 0.9, 0.9)
    parent, true = scene(prompt, 1376, 768), Moved(8, -7, 1.01)
    found = laid(parent, true.made_of(repainted(parent, box), parent.size), boxed(box))
    assert off(found, true, parent) < 1


@KINDS
def test_an_answer_that_is_the_parent_stays_where_it_is(prompt: str) -> None:
    parent = scene(prompt, 1376, 768)
    found = laid(parent, repainted(parent))
    assert off(found, Moved(0, 0, 1), parent) < 0.05
    assert found.fit > 0.98


def test_another_picture_fits_poorly_and_says_so() -> None:
    found = laid(scene(PHOTOGRAPH, 1376, 768), scene(SCREEN, 1376, 768))
    assert found.fit < POOR_FIT - 0.1


@KINDS
def test_a_mirrored_answer_fits_poorly(prompt: str) -> None:
    parent = scene(prompt, 1376, 768)
    assert laid(parent, parent.transpose(Image.Transpose.FLIP_LEFT_RIGHT)).fit < POOR_FIT


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (200, 8), (640, 400)])
def test_where_nothing_can_be_seen_nothing_moves(size: tuple[int, int]) -> None:
    flat = Image.new("RGB", size, (200, 210, 220))
    found = laid(flat, flat)
    assert (found.dx, found.dy, found.scale, found.stretch) == (0, 0, 1, 1)
    assert found.fit == pytest.approx(1)


def test_where_all_may_change_the_frames_decide() -> None:
    found = laid(scene(PHOTOGRAPH, 640, 360), scene(SCREEN, 1280, 720), boxed((0, 0, 1, 1)))
    assert (found.dx, found.dy, found.scale, found.stretch, found.fit) == (0, 0, 0.5, 1, 1)
