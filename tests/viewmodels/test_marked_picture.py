"""The picture with the marks painted on: seen on any picture, at its full size, the rest as it was."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from studio.domain.marks import MARK_COLOURS, Mark, MarkKind
from studio.viewmodels.full_picture import FullPicture
from studio.viewmodels.mark_painting import shape_of
from studio.viewmodels.marked_picture import jpeg_of, marked_picture

MARKS = (
    Mark(MarkKind.ARROW, ((0.1, 0.1), (0.4, 0.2))),
    Mark(MarkKind.BOX, ((0.5, 0.1), (0.9, 0.4))),
    Mark(MarkKind.FREEHAND, ((0.1, 0.6), (0.2, 0.8), (0.4, 0.7))),
    Mark(MarkKind.TEXT, ((0.5, 0.6),), thickness=0.06, text="Make it blue"),
)
GROUNDS = ("#000000", "#ffffff", "#808080", *MARK_COLOURS[:3])


def picture(width: int, height: int, colour: str | QColor, *, has_alpha: bool = False) -> FullPicture:
    kind = QImage.Format.Format_ARGB32_Premultiplied if has_alpha else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    image.fill(QColor(colour))
    return FullPicture(width, height, (image,), has_alpha=has_alpha)


def families(qapp: QApplication) -> tuple[str, ...]:
    del qapp
    return tuple(QGuiApplication.font().families())


def distance(one: QColor, other: QColor) -> int:
    """By the part of it that differs most."""
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", MARK_COLOURS)
def test_every_mark_stands_out_on_every_ground(qapp: QApplication, ground: str, colour: str) -> None:
    size = QSizeF(400, 300)
    for mark in MARKS:
        coloured = Mark(mark.kind, mark.places, colour, mark.thickness, mark.text)
        shown = marked_picture(picture(400, 300, ground), (coloured,), families(qapp))
        bounds = shape_of(coloured, size, families(qapp)).bounds.toAlignedRect()
        seen = [
            shown.pixelColor(x, y)
            for x in range(bounds.left(), bounds.right())
            for y in range(bounds.top(), bounds.bottom())
        ]
        assert max(distance(one, QColor(ground)) for one in seen) > 120


def test_beside_the_marks_nothing_is_changed(qapp: QApplication) -> None:
    whole = picture(800, 600, "#406080")
    shown = marked_picture(whole, MARKS, families(qapp))
    size = QSizeF(800, 600)
    bounds = [shape_of(mark, size, families(qapp)).bounds for mark in MARKS]
    for x in range(0, 800, 7):
        for y in range(0, 600, 7):
            if not any(one.contains(QPointF(x, y)) for one in bounds):
                assert shown.pixelColor(x, y).name() == "#406080"
    # What was marked is still as it was.
    assert whole.levels[0].pixelColor(400, 60).name() == "#406080"


def test_the_largest_picture_is_marked_at_its_full_size(qapp: QApplication) -> None:
    shown = marked_picture(picture(12288, 1536, "#808080"), MARKS, families(qapp))
    assert (shown.width(), shown.height()) == (12288, 1536)
    # On the upper edge of the box, in the middle of its line.
    assert shown.pixelColor(round(0.7 * 12288), round(0.1 * 1536)).name() == MARK_COLOURS[0]
    data = jpeg_of(shown, most_bytes=20_000_000)
    assert data.startswith(b"\xff\xd8")
    assert QImage.fromData(data).size() == shown.size()


def test_what_can_be_seen_through_is_white(qapp: QApplication) -> None:
    clear = picture(400, 300, QColor(0, 0, 0, 0), has_alpha=True)
    assert marked_picture(clear, MARKS, families(qapp)).pixelColor(2, 2).name() == "#ffffff"


def test_it_takes_no_more_bytes_than_may_be_sent(qapp: QApplication) -> None:
    noise = QImage.fromData(_noise())
    best, small = jpeg_of(noise, most_bytes=10**9), jpeg_of(noise, most_bytes=1)
    assert len(small) < len(best)
    middling = jpeg_of(noise, most_bytes=len(best) - 1)
    assert len(small) <= len(middling) < len(best)


def _noise() -> bytes:
    written = io.BytesIO()
    Image.effect_noise((400, 300), 90).save(written, "PNG")
    return written.getvalue()
