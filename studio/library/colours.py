"""Colours as the eye sees them: how far apart two are, and what a picture is made of."""

from __future__ import annotations

from dataclasses import dataclass

from studio.domain.oklab import rgb_of, to_lab

_SCALE = 200


@dataclass(frozen=True, slots=True)
class Colour:
    """A main colour of a picture and its share of it in percent. `light` is 0 to 200, `a` and `b` (green to
    red, blue to yellow) about -80 to 80; equal steps look equally far: 4 are hardly seen, 20 are another
    colour.
    """

    light: int
    a: int
    b: int
    share: int = 100


def colour(red: int, green: int, blue: int, *, share: int = 100) -> Colour:
    """From sRGB, 0 to 255 each, to 200 times OKLab."""
    light, a, b = to_lab((red, green, blue))
    return Colour(round(_SCALE * light), round(_SCALE * a), round(_SCALE * b), share)


def colour_of(name: str, *, share: int = 100) -> Colour:
    """From "#rrggbb"."""
    return colour(*rgb_of(name), share=share)
