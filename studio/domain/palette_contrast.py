"""How well two colours can be told apart as text and its ground.

Source: WCAG 2.2, "contrast ratio", "relative luminance", success criteria 1.4.3 and 1.4.6.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.oklab import linear

if TYPE_CHECKING:
    from studio.domain.oklab import Rgb

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


class Grade(StrEnum):
    """What a contrast is enough for; the value is what WCAG calls it."""

    ANY_TEXT_WELL = "AAA"
    ANY_TEXT = "AA"
    LARGE_TEXT = "AA large"
    NO_TEXT = "—"


def contrast(one: Rgb, other: Rgb) -> float:
    """1 for the same colour, 21 for black and white."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grade(ratio: float) -> Grade:
    """Large text has 24 CSS pixels, or 18.66 in bold."""
    if ratio >= 7:
        return Grade.ANY_TEXT_WELL
    if ratio >= 4.5:
        return Grade.ANY_TEXT
    return Grade.LARGE_TEXT if ratio >= 3 else Grade.NO_TEXT


def text_on(ground: Rgb) -> Rgb:
    """Black or white, whichever reads better there."""
    return max((BLACK, WHITE), key=lambda text: contrast(text, ground))


def _luminance(rgb: Rgb) -> float:
    red, green, blue = map(linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
