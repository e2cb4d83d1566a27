"""Round corners that are laid over a picture look as those that it is painted with."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from studio.ui.gallery.fitting import Box, draw_near, draw_rounded
from studio.ui.gallery.grounds import BEHIND, Grounds, Spot
from studio.ui.theme import Theme, ThemePreference

EDGE = 100
ALMOST = 12
"""Levels of 255: where the ground itself is round, its own edge is blended once more or once less."""


def canvas(theme: Theme, scale: float) -> QImage:
    image = QImage(QSize(EDGE + 40, EDGE + 40) * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme.colour("background"))
    return image


def farthest(one: QImage, other: QImage) -> int:
    """The largest difference of any channel of any pixel."""
    mine, theirs = bytes(one.constBits()), bytes(other.constBits())
    return max(abs(a - b) for a, b in zip(mine, theirs, strict=True))


@pytest.mark.parametrize("preference", [ThemePreference.DARK, ThemePreference.LIGHT])
@pytest.mark.parametrize("stacked", [False, True], ids=["alone", "stacked"])
@pytest.mark.parametrize("missing", [0, 4])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_corners_are_round(
    scale: float, missing: int, stacked: bool, preference: ThemePreference, theme: Theme
) -> None:
    theme.set_preference(preference)
    place: Box = (20, 20 + missing // 2, EDGE, EDGE - missing)
    picture = QPixmap(round(EDGE * scale), round((EDGE - missing) * scale))
    picture.fill(QColor("#c02040"))
    grounds, spot = Grounds(theme), Spot(20, 20, EDGE, scale)
    ground = grounds.of(EDGE, scale, stacked=stacked, hovered=False)

    laid_over, painted = canvas(theme, scale), canvas(theme, scale)
    painter = QPainter(laid_over)
    painter.drawPixmap(20, 20 - BEHIND, ground)
    draw_near(painter, picture, place, scale)
    grounds.round_off(painter, ground, spot, place)
    painter.end()
    painter = QPainter(painted)
    painter.drawPixmap(20, 20 - BEHIND, ground)
    # With a transform of its own: the brush takes the picture's pixels for those of the screen.
    picture.setDevicePixelRatio(scale)
    draw_rounded(painter, picture, place, theme.tokens.sizes.radius_card, window=place)
    painter.end()

    assert farthest(laid_over, painted) <= ALMOST
    assert laid_over.pixelColor(round(21 * scale), round((21 + missing // 2) * scale)) != QColor("#c02040")


def test_another_theme_has_other_grounds(theme: Theme) -> None:
    grounds = Grounds(theme)
    dark = grounds.of(EDGE, 1.0, stacked=False, hovered=False).toImage()
    theme.set_preference(ThemePreference.LIGHT)
    assert grounds.of(EDGE, 1.0, stacked=False, hovered=False).toImage() != dark
