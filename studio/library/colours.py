"""Colours as the eye sees them: how far apart two are, and what a picture is made of."""

from __future__ import annotations

from dataclasses import dataclass

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
    """From sRGB, 0 to 255 each, to 200 times OKLab by Björn Ottosson (bottosson.github.io/posts/oklab)."""
    r, g, b = _linear(red), _linear(green), _linear(blue)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return Colour(
        round(_SCALE * (0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short)),
        round(_SCALE * (1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short)),
        round(_SCALE * (0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short)),
        share,
    )


def colour_of(name: str, *, share: int = 100) -> Colour:
    """From "#rrggbb"."""
    red, green, blue = bytes.fromhex(name[1:7])
    return colour(red, green, blue, share=share)


def _linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
