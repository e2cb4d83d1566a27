"""Pictures in places of almost their size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from studio.ui.gallery.fitting import NEAR, draw_near

AROUND = 10
LENGTHS = st.integers(12, 24)
OFF = st.integers(-NEAR, NEAR)
GROUND = QColor("#ff00ff")


def _pixels(width: int, height: int) -> QImage:
    """Each pixel tells where it stands."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixelColor(x, y, QColor(x, y, 7))
    return image


def _drawn(image: QImage, width: int, height: int) -> QImage:
    surface = QImage(width + 2 * AROUND, height + 2 * AROUND, QImage.Format.Format_RGB32)
    surface.fill(GROUND)
    painter = QPainter(surface)
    draw_near(painter, QPixmap.fromImage(image), (AROUND, AROUND, width, height), 1.0)
    painter.end()
    return surface


@pytest.mark.usefixtures("qapp")
@given(width=LENGTHS, height=LENGTHS, across=OFF, down=OFF)
def test_one_of_almost_the_size_is_laid_in_the_middle_as_it_is(
    width: int, height: int, across: int, down: int
) -> None:
    drawn = _drawn(_pixels(width + across, height + down), width, height)
    cut_x, cut_y = max(across, 0) // 2, max(down, 0) // 2
    left, top = AROUND + max(-across, 0) // 2, AROUND + max(-down, 0) // 2
    wide, high = width - max(-across, 0), height - max(-down, 0)
    for x in range(drawn.width()):
        for y in range(drawn.height()):
            inside = left <= x < left + wide and top <= y < top + high
            wanted = QColor(x - left + cut_x, y - top + cut_y, 7) if inside else GROUND
            assert drawn.pixelColor(x, y) == wanted


def test_another_size_fills_its_place(qapp: QApplication) -> None:
    del qapp
    drawn = _drawn(_pixels(100, 80), 50, 40)
    seen = {(x, y) for x in range(70) for y in range(60) if drawn.pixelColor(x, y) != GROUND}
    assert seen == {(x, y) for x in range(AROUND, 60) for y in range(AROUND, 50)}
