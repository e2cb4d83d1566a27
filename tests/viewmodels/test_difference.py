"""The difference of two pictures as an image: where they lie, what it says, and in which order it comes."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from studio.domain.marks import Patch, PatchKind, Region
from studio.imaging.composite import compose
from studio.viewmodels.difference import DifferenceState, DifferenceViewModel, share_words
from studio.viewmodels.difference_image import Laid, Made, Wish, make
from studio.viewmodels.full_picture import FullPicture, halves
from studio.viewmodels.full_picture_reading import Reading
from studio.viewmodels.tasks import Tasks
from tests.support.viewing import BLUE, GREEN, RED, draw
from tests.support.window import run_in_window, until

UNEXPECTED, EXPECTED = (250, 10, 10), (10, 10, 250)
PLAIN, OTHER = QColor(90, 120, 150), QColor(250, 240, 60)


def picture(width: int, height: int, *boxes: tuple[int, int, int, int]) -> FullPicture:
    """Plain, with boxes of another colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(PLAIN)
    painter = QPainter(image)
    for box in boxes:
        painter.fillRect(*box, OTHER)
    painter.end()
    return FullPicture(width, height, halves(image))


def wish(before: Laid, after: Laid, size: tuple[int, int], region: Region | None = None) -> Wish:
    return Wish(before, after, *size, region, UNEXPECTED, EXPECTED)


def laid(one: FullPicture, scale: float = 1.0, left: float = 0.0, top: float = 0.0) -> Laid:
    return Laid(one, left, top, scale)


def read(path: Path) -> FullPicture:
    found = Reading(path, size=path.stat().st_size).run()
    assert isinstance(found, FullPicture)
    return found


def array(made: Made) -> NDArray[np.uint8]:
    image = made.image
    found = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return np.array(found)


def coloured(made: Made) -> NDArray[np.bool_]:
    """Where a change is shown."""
    return np.asarray(np.ptp(array(made)[:, :, :3], axis=2) > 60)


def test_a_picture_of_half_the_size_lies_over_the_whole(qapp: QApplication) -> None:
    del qapp
    large, small = picture(800, 600, (200, 100, 400, 300)), picture(400, 300, (100, 50, 200, 150))
    made = make(wish(laid(large, 0.5), laid(small), (400, 300)))
    assert made.share < 0.01
    moved = make(wish(laid(large, 0.5), laid(small, 1.0, 10, 0), (400, 300)))
    assert moved.share > 0.01


def test_where_one_of_them_ends_nothing_is_compared(qapp: QApplication) -> None:
    del qapp
    wide, tall = picture(800, 400), picture(400, 800)
    made = make(wish(laid(wide, 1, 0, 200), laid(tall, 1, 200, 0), (800, 800)))
    assert made.share == 0
    opaque = array(made)[:, :, 3] == 255
    assert opaque.sum() == pytest.approx(400 * 400, rel=0.02)
    assert opaque[400, 400]
    assert not opaque[100, 400]


def test_a_part_from_close_by_shows_the_same_in_the_same_places(qapp: QApplication) -> None:
    del qapp
    before, after = picture(800, 600), picture(800, 600, (300, 200, 60, 40))
    whole = make(wish(laid(before), laid(after), (800, 600)))
    # The room shows 200 × 150 pixels from 250, 150 on, four times as large.
    part = make(wish(laid(before, 4.0, -1000, -600), laid(after, 4.0, -1000, -600), (800, 600)))
    seen = coloured(whole)[150:300, 250:450]
    assert seen.sum() == 60 * 40
    enlarged = seen.repeat(4, axis=0).repeat(4, axis=1)
    assert np.mean(coloured(part) != enlarged) < 0.005


def test_the_region_lies_where_the_earlier_picture_does(qapp: QApplication) -> None:
    del qapp
    region = Region((Patch(PatchKind.BOX, ((0.25, 0.25), (0.5, 0.5))),), feather=0)
    # All of the region changed, to its last pixel, and nothing else did.
    before, after = picture(400, 400), picture(400, 400, (100, 100, 100, 100))
    for scale, left in ((1.0, 0.0), (0.5, 100.0), (0.37, 33.3), (2.0, -150.0)):
        first, second = laid(before, scale, left, left), laid(after, scale, left, left)
        made = make(wish(first, second, (400, 400), region))
        assert made.share == 0
        colours = array(made)[coloured(made)]
        assert len(colours)
        assert np.all(colours[:, 0].astype(int) > colours[:, 2])
    made = make(wish(laid(before), laid(picture(400, 400, (300, 300, 40, 30))), (400, 400), region))
    assert made.share == pytest.approx(40 * 30 / (400 * 400 - 100 * 100), rel=0.02)


def test_outside_its_region_a_protected_edit_changed_nothing(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    region = Region((Patch(PatchKind.STROKE, ((0.4, 0.4), (0.6, 0.5)), radius=0.1),), feather=0.01)
    before = draw(1500, 1000, RED, GREEN, BLUE)
    before.save(tmp_path / "before.png")
    # All of it came back a shade lighter, and the middle altogether other.
    answer = Image.blend(before, Image.new("RGB", before.size, "white"), 0.15)
    answer.paste(GREEN, (600, 400, 900, 500))
    answer.save(tmp_path / "answer.png")
    compose(tmp_path / "before.png", tmp_path / "answer.png", region, tmp_path / "after.png")
    one, raw, edit = (read(tmp_path / f"{name}.png") for name in ("before", "answer", "after"))
    size, scale = (1000, 667), 2 / 3
    assert make(wish(laid(one, scale), laid(raw, scale), size, region)).share > 0.5
    made = make(wish(laid(one, scale), laid(edit, scale), size, region))
    assert made.share == 0
    assert coloured(made).any()


def test_of_several_wishes_the_last_counts_and_all_of_it_comes_first(qapp: QApplication) -> None:
    tasks = Tasks()
    difference = DifferenceViewModel(tasks=tasks)
    same, other = picture(64, 64), picture(64, 64, (0, 0, 64, 32))
    told: list[DifferenceState] = []
    difference.state_changed.connect(lambda: told.append(difference.state))

    async def story() -> None:
        import asyncio

        tasks.begin(asyncio.get_running_loop())
        for one in (other, same, other):
            difference.compare(wish(laid(same), laid(one), (64, 64)))
            for part in ("first", "last"):
                difference.look_at(part, wish(laid(same), laid(one), (32, 32)))
        await until(lambda: difference.state.part_of == "last")
        assert difference.state.share == pytest.approx(0.5)
        assert difference.state.whole is not None
        assert {state.share for state in told} <= {None, difference.state.share}
        assert "first" not in {state.part_of for state in told}
        difference.forget()
        assert difference.state == DifferenceState()
        await tasks.end()

    run_in_window(qapp, story())


@pytest.mark.parametrize(
    ("share", "has_region", "words"),
    [
        (None, False, "Looking for differences…"),
        (0.0, False, "Nothing changed"),
        (0.0, True, "Nothing changed outside the region"),
        (0.0002, True, "less than 0.1 % changed outside the region"),
        (0.021, True, "2.1 % changed outside the region"),
        (0.34, False, "34.0 % changed"),
    ],
)
def test_how_much_changed_is_said_in_words(share: float | None, has_region: bool, words: str) -> None:
    assert share_words(DifferenceState(share=share, has_region=has_region)) == words
