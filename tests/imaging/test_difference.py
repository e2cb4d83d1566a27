"""What looks different, what only has other bytes, and what was meant to change."""

from io import BytesIO

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from studio.domain.geometry import PixelSize
from studio.domain.marks import Patch, PatchKind, Region
from studio.imaging.difference import Difference, Pixels, difference, distances
from studio.imaging.mask import mask_of

RED, BLUE = (255, 0, 0), (0, 0, 255)
BYTES = st.integers(0, 255)
COLOURS = st.tuples(BYTES, BYTES, BYTES)


def plain(width: int, height: int, rgb: tuple[int, int, int] = (90, 120, 150)) -> Pixels:
    made = np.zeros((height, width, 4), np.uint8)
    made[:, :] = (*rgb[::-1], 255)
    return made


def compared(before: Pixels, after: Pixels, meant: NDArray[np.uint8] | None = None) -> Difference:
    return difference(before, after, meant=meant, unexpected=RED, expected=BLUE)


def photograph(width: int, height: int) -> Image.Image:
    """Soft shapes and grain."""
    random = np.random.default_rng(7)
    soft = Image.fromarray(random.integers(0, 256, (height // 16, width // 16, 3), np.uint8))
    large = soft.resize((width, height), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(4))
    grain = random.normal(0, 3, (height, width, 3))
    return Image.fromarray(np.clip(np.asarray(large) + grain, 0, 255).astype(np.uint8))


def pixels_of(image: Image.Image) -> Pixels:
    rgba = np.asarray(image.convert("RGBA"))
    return np.ascontiguousarray(rgba[:, :, [2, 1, 0, 3]])


@given(COLOURS)
def test_black_and_white_are_one_apart_and_nothing_is_further(rgb: tuple[int, int, int]) -> None:
    black, white, some = plain(2, 2, (0, 0, 0)), plain(2, 2, (255, 255, 255)), plain(2, 2, rgb)
    assert abs(float(distances(black, white)[0, 0]) - 1) < 1e-3
    assert float(distances(some, some)[0, 0]) == 0
    assert float(distances(black, some)[0, 0]) <= 1.001


@given(COLOURS, COLOURS)
def test_it_is_as_far_there_as_back(first: tuple[int, int, int], second: tuple[int, int, int]) -> None:
    there = distances(plain(1, 1, first), plain(1, 1, second))
    back = distances(plain(1, 1, second), plain(1, 1, first))
    assert np.allclose(there, back, atol=1e-6)


def test_a_published_value_of_oklab() -> None:
    # https://bottosson.github.io/posts/oklab/: sRGB red is L 0.628, a 0.225, b 0.126.
    found = float(distances(plain(1, 1, (0, 0, 0)), plain(1, 1, (255, 0, 0)))[0, 0])
    assert abs(found - (0.6280**2 + 0.2249**2 + 0.1258**2) ** 0.5) < 2e-3


def test_the_share_is_of_what_was_not_meant_to_change() -> None:
    before, after = plain(200, 100), plain(200, 100)
    after[:, :100, :3] = 255  # the left half, which was meant to change
    after[0:10, 150:200, :3] = 0  # and 500 pixels of the right, which weren't
    region = Region((Patch(PatchKind.BOX, ((0, 0), (0.5, 1))),), feather=0)
    found = compared(before, after, mask_of(region, PixelSize(200, 100)))
    assert (found.changed, found.counted) == (500, 10_000)
    assert found.share == 0.05
    assert compared(before, after).changed == 10_500


def test_each_change_has_its_colour_and_the_rest_is_grey() -> None:
    before, after = plain(40, 20), plain(40, 20)
    after[5:10, 5:10, :3] = 255
    after[5:10, 25:30, :3] = 255
    meant = np.zeros((20, 40), np.uint8)
    meant[:, :20] = 255
    seen = compared(before, after, meant).pixels
    blue, green, red, _ = (int(value) for value in seen[7, 7])
    assert blue > 200 > green + red
    blue, green, red, _ = (int(value) for value in seen[7, 27])
    assert red > 200 > green + blue
    blue, green, red, alpha = (int(value) for value in seen[0, 0])
    assert blue == green == red < 120
    assert alpha == 255


def test_where_one_of_them_isnt_nothing_is_said() -> None:
    before, after = plain(30, 30), plain(30, 30, (255, 255, 255))
    before[:, :10] = 0
    found = compared(before, after)
    assert found.counted == 20 * 30
    assert not found.pixels[:, :10].any()


def test_the_noise_of_a_jpeg_is_no_change_but_an_object_is() -> None:
    image = photograph(512, 384)
    kept = BytesIO()
    image.save(kept, "JPEG", quality=85)
    again = Image.open(kept)
    assert compared(pixels_of(image), pixels_of(again)).share < 0.001
    edited = again.copy()
    edited.paste((240, 220, 40), (100, 100, 164, 164))
    share = compared(pixels_of(image), pixels_of(edited)).share
    assert abs(share - 64 * 64 / (512 * 384)) < 0.002


def test_pictures_of_nothing_have_no_share() -> None:
    nothing = np.zeros((0, 0, 4), np.uint8)
    assert compared(nothing, nothing).share == 0
