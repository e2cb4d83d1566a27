"""Colours as the eye sees them: OKLab by Björn Ottosson (bottosson.github.io/posts/oklab)."""

from __future__ import annotations

from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]
"""sRGB, 0 to 255 each."""

Lab: TypeAlias = tuple[float, float, float]
"""How light, 0 to 1; green to red and blue to yellow, about -0.4 to 0.4. Equal steps look equally far."""


def linear(part: int) -> float:
    """The light of one part of an sRGB colour, 0 to 1."""
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def to_lab(rgb: Rgb) -> Lab:
    """From sRGB."""
    r, g, b = map(linear, rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def to_rgb(lab: Lab) -> Rgb:
    """The nearest sRGB colour, each part held within its range."""
    light, a, b = lab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _part(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _part(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _part(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def apart(one: Lab, other: Lab) -> float:
    """How far two colours look from each other, squared: 0.0004 is hardly seen, 0.01 another colour."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def rgb_of(name: str) -> Rgb:
    """From "#rrggbb"."""
    red, green, blue = bytes.fromhex(name[1:7])
    return red, green, blue


def name_of(rgb: Rgb) -> str:
    """As "#rrggbb"."""
    return f"#{bytes(rgb).hex()}"


def _part(light: float) -> int:
    value = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(255 * min(1.0, max(0.0, value)))
