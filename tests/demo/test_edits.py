"""Edits of sample pictures: the change is seen, it is where it was meant to be, and the rest stays."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageChops, ImageDraw

from studio.demo.drawing import Sketch, draw, marked
from studio.demo.edit import MOST_DRIFT, drifted
from studio.demo.mark import mark_box, mark_of
from studio.demo.said import Box
from studio.domain.geometry import PixelSize
from tests.demo.test_drawing import encoded, far_apart

SIZE = PixelSize(640, 480)
PARENT = draw(Sketch("Dashboard, day", SIZE, take=0)).data
HERE = (0.5, 0.3, 0.8, 0.7)
MAGENTA = (255, 43, 214)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def edited(
    words: str, *, places: tuple[Box, ...] = (), marks: bytes | None = None, points: bool = False
) -> Image.Image:
    sketch = Sketch(words, SIZE, take=0, sources=(PARENT,), places=places, marked=marks, points=points)
    return marked(sketch)


def with_marks(*drawn: Callable[[ImageDraw.ImageDraw], object]) -> bytes:
    """The parent as the program sends it with marks: never quite the same pixels beside them."""
    picture = opened(PARENT)
    for mark in drawn:
        mark(ImageDraw.Draw(picture))
    return encoded(picture, "JPEG")


def outside(picture: Image.Image, box: Box, *, by: float = 0.03) -> Image.Image:
    """The picture with this box, and a little more, in black."""
    left, top, right, bottom = box
    width, height = picture.size
    hole = ((left - by) * width, (top - by) * height, (right + by) * width, (bottom + by) * height)
    rest = picture.copy()
    ImageDraw.Draw(rest).rectangle(hole, fill=(0, 0, 0))
    return rest


def inside(picture: Image.Image, box: Box) -> Image.Image:
    left, top, right, bottom = box
    return picture.crop((round(left * 640), round(top * 480), round(right * 640), round(bottom * 480)))


@pytest.mark.parametrize("words", ["make it red", "night", "a moon", "a balloon", "move it left"])
def test_only_the_region_changes(words: str) -> None:
    picture, parent = edited(words, places=(HERE,)), opened(PARENT)
    changed, rest = far_apart(inside(picture, HERE), inside(parent, HERE)), outside(picture, HERE)
    assert changed > 4.5
    assert far_apart(rest, outside(parent, HERE)) < 3.5


def test_what_is_enclosed_changes_and_no_mark_is_left() -> None:
    copy = with_marks(lambda pen: pen.rectangle((320, 144, 512, 336), outline=MAGENTA, width=5))
    picture, parent = edited("make it red", marks=copy), opened(PARENT)
    assert far_apart(inside(picture, HERE), inside(parent, HERE)) > 6
    assert far_apart(outside(picture, HERE), outside(parent, HERE)) < 4
    distance = ImageChops.difference(picture, Image.new("RGB", picture.size, MAGENTA)).convert("L")
    assert not any(distance.histogram()[:30])


def test_two_marks_are_two_places() -> None:
    copy = with_marks(
        lambda pen: pen.ellipse((40, 200, 160, 320), outline=MAGENTA, width=5),
        lambda pen: pen.rectangle((480, 200, 600, 320), outline=MAGENTA, width=5),
    )
    picture, parent = edited("a tree", marks=copy), opened(PARENT)
    left, middle, right = ((x / 640, 200 / 480, (x + 120) / 640, 320 / 480) for x in (40, 260, 480))
    assert far_apart(inside(picture, middle), inside(parent, middle)) < 4
    for place in (left, right):
        assert far_apart(inside(picture, place), inside(parent, place)) > 6


def test_an_arrow_is_followed_to_its_head() -> None:
    def arrow(pen: ImageDraw.ImageDraw) -> None:
        pen.line((80, 400, 440, 160), fill=MAGENTA, width=5)
        pen.polygon(((470, 140), (435, 185), (415, 150)), fill=MAGENTA)

    picture, parent = edited("a balloon", marks=with_marks(arrow), points=True), opened(PARENT)
    head, tail = (0.6, 0.2, 0.8, 0.42), (0.08, 0.7, 0.3, 0.95)
    assert far_apart(inside(picture, head), inside(parent, head)) > 10
    assert far_apart(inside(picture, tail), inside(parent, tail)) < 4


def test_marks_that_cannot_be_found_leave_the_words_to_the_whole_picture() -> None:
    assert far_apart(edited("night", marks=PARENT), opened(PARENT)) > 15


def test_a_thing_that_is_added_leaves_light_and_colours_as_they_are() -> None:
    parent = opened(PARENT)
    assert far_apart(edited("put a red moon there"), parent) < 6
    assert far_apart(edited("put a red moon there"), edited("put a boat there")) > 0.5
    assert far_apart(edited("make it red"), parent) > 15


def test_a_day_of_the_month_is_no_moon() -> None:
    assert far_apart(edited("moonlight"), opened(PARENT)) > 15


def test_the_same_words_give_the_same_edit() -> None:
    assert far_apart(edited("a moon"), edited("a moon")) == 0


def spot_after_drift(seed: int, at: tuple[int, int]) -> tuple[float, float]:
    """Where the middle of a bright spot lies afterwards, seen from where it was."""
    picture = Image.new("RGB", (640, 480))
    picture.paste((255, 255, 255), (at[0] - 6, at[1] - 6, at[0] + 6, at[1] + 6))
    lit = drifted(picture, Random(seed)).convert("L").point([255 * (value > 127) for value in range(256)])
    left, top, right, bottom = lit.getbbox() or (0, 0, 0, 0)
    return (left + right) / 2 - at[0], (top + bottom) / 2 - at[1]


def test_what_stays_is_a_pixel_or_two_away_and_a_little_larger() -> None:
    moves = [(spot_after_drift(seed, (20, 20)), spot_after_drift(seed, (620, 460))) for seed in range(12)]
    assert all(abs(step) <= MOST_DRIFT for both in moves for spot in both for step in spot)
    assert all(second[0] >= first[0] and second[1] >= first[1] for first, second in moves)
    assert sum(any(spot != (0, 0) for spot in both) for both in moves) > 8


def test_the_mark_stays_what_it_is_from_edit_to_edit() -> None:
    data, box = PARENT, mark_box((640, 480))
    for words in ("warmer", "night", "a boat", "red", "fog"):
        data = draw(Sketch(words, SIZE, take=0, sources=(data,))).data
    assert mark_of(opened(data))
    assert far_apart(opened(data).crop(box), opened(PARENT).crop(box)) < 8


def test_a_picture_of_ones_own_gets_a_mark() -> None:
    own = encoded(Image.new("RGB", (640, 480), (90, 120, 160)))
    assert mark_of(opened(own)) is None
    assert mark_of(marked(Sketch("warmer", SIZE, take=0, sources=(own,))))
