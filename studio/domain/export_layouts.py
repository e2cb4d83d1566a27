"""The sizes that platforms ask for, and the files they want beside the pictures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from studio.domain.export import Format, Layout
from studio.domain.export_sizes import SizeKind, SizeRule
from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DENSITIES = (("mdpi", 1.0), ("hdpi", 1.5), ("xhdpi", 2.0), ("xxhdpi", 3.0), ("xxxhdpi", 4.0))
"""Source: developer.android.com, "Support different pixel densities"."""

_WEB_WIDTHS = (480, 768, 1024, 1366, 1920, 2560)

_FAVICONS = (
    ("favicon-16x16", 16),
    ("favicon-32x32", 32),
    ("apple-touch-icon", 180),
    ("android-chrome-192x192", 192),
    ("android-chrome-512x512", 512),
)

_CARDS = (
    ("og", 1200, 630),
    ("x", 1200, 675),
    ("square", 1080, 1080),
    ("portrait", 1080, 1350),
    ("story", 1080, 1920),
    ("pin", 1000, 1500),
    ("video", 1280, 720),
)

_STORES = (
    ("iphone-6.9", 1320, 2868),
    ("iphone-6.5", 1284, 2778),
    ("ipad-13", 2064, 2752),
    ("mac", 2880, 1800),
    ("play-phone", 1080, 1920),
    ("play-tablet", 1600, 2560),
    ("play-feature", 1024, 500),
    ("windows", 1920, 1080),
)
"""Sources: App Store Connect, "Screenshot specifications"; Play Console, "Add preview assets"; Partner
Center, "Screenshots and images".
"""


def scales(*factors: float) -> tuple[SizeRule, ...]:
    """@1x and more of a picture; the largest is the picture itself."""
    return tuple(
        SizeRule(scale=factor, whole=max(factors), suffix="" if factor == 1 else f"@{factor:g}x")
        for factor in factors
    )


def densities(kind: str = "drawable") -> tuple[SizeRule, ...]:
    """Android's five; `kind` is "mipmap" for icons of the launcher."""
    return tuple(
        SizeRule(scale=scale, whole=_DENSITIES[-1][1], suffix=f"-{name}", folder=f"{kind}-{name}")
        for name, scale in _DENSITIES
    )


def usual_sizes(layout: Layout) -> tuple[SizeRule, ...]:
    """What the layout is mostly made of: where a person starts from."""
    match layout:
        case Layout.FLAT:
            return (SizeRule(),)
        case Layout.IOS:
            return scales(1, 2, 3)
        case Layout.ANDROID:
            return densities()
        case Layout.WEB:
            return tuple(SizeRule(SizeKind.WIDTH, width, suffix=f"-{width}w") for width in _WEB_WIDTHS)
        case Layout.FAVICON:
            return tuple(SizeRule(SizeKind.FILL, edge, edge, suffix=name) for name, edge in _FAVICONS)
        case Layout.SOCIAL | Layout.STORE:
            frames = _CARDS if layout is Layout.SOCIAL else _STORES
            return tuple(
                SizeRule(SizeKind.FILL, width, height, suffix=f"-{name}") for name, width, height in frames
            )


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written: where, and what it holds."""

    path: PurePosixPath
    rule: SizeRule
    format: Format
    size: PixelSize


def companions(
    layout: Layout, base: PurePosixPath, made: Sequence[Made], *, words: str = ""
) -> tuple[tuple[PurePosixPath, str], ...]:
    """The text files that belong to a picture's files, below the same folder; `words` say what it shows."""
    match layout:
        case _ if not made:
            return ()
        case Layout.IOS:
            return ((base / "Contents.json", _catalog(made)),)
        case Layout.WEB:
            return ((base.with_name(f"{base.name}.html"), _picture_element(made, words)),)
        case Layout.FAVICON:
            return (
                (base / "site.webmanifest", _web_manifest(made)),
                (base / "favicon.html", _head(made)),
            )
        case _:
            return ()


def _catalog(made: Sequence[Made]) -> str:
    """Source: Apple, "Asset Catalog Format Reference", image set type."""
    images = [
        {"filename": one.path.name, "idiom": "universal", "scale": f"{one.rule.scale:g}x"}
        for one in made
        if one.rule.scale in {1, 2, 3}
    ]
    return _json({"images": images, "info": {"author": "xcode", "version": 1}})


def _picture_element(made: Sequence[Made], words: str) -> str:
    """An `<img>`, inside a `<picture>` where there are other formats, the most frugal first."""
    by_format = {
        format_: sorted(files, key=lambda one: one.size.width)
        for format_, files in groupby(sorted(made, key=_frugality), key=lambda one: one.format)
    }
    *others, plain = by_format
    sources = [
        f'  <source type="image/{format_}" srcset="{_srcset(by_format[format_])}" sizes="100vw">'
        for format_ in others
    ]
    largest = by_format[plain][-1]
    image = (
        f'<img src="{_address(largest)}" srcset="{_srcset(by_format[plain])}" sizes="100vw"'
        f' width="{largest.size.width}" height="{largest.size.height}" alt="{escape(words)}">'
    )
    if not sources:
        return f"{image}\n"
    return "\n".join(["<picture>", *sources, f"  {image}", "</picture>", ""])


_FRUGAL_FIRST = (Format.AVIF, Format.WEBP)


def _frugality(made: Made) -> tuple[int, str]:
    place = _FRUGAL_FIRST.index(made.format) if made.format in _FRUGAL_FIRST else len(_FRUGAL_FIRST)
    return place, made.format


def _srcset(files: Iterable[Made]) -> str:
    return ", ".join(f"{_address(one)} {one.size.width}w" for one in files)


def _address(made: Made) -> str:
    return quote(made.path.name)


def _web_manifest(made: Sequence[Made]) -> str:
    icons = [
        {"src": one.path.name, "sizes": f"{one.size.width}x{one.size.height}", "type": f"image/{one.format}"}
        for one in made
        if one.rule.suffix.startswith("android-chrome")
    ]
    return _json({"icons": icons, "display": "standalone"})


def _head(made: Sequence[Made]) -> str:
    lines = [
        _link("apple-touch-icon" if one.rule.suffix == "apple-touch-icon" else "icon", one)
        for one in made
        if not one.rule.suffix.startswith("android-chrome")
    ]
    return "\n".join([*sorted(lines), '<link rel="manifest" href="site.webmanifest">', ""])


def _link(relation: str, made: Made) -> str:
    sizes = f'sizes="{made.size.width}x{made.size.height}"'
    if made.format is Format.ICO:
        return f'<link rel="{relation}" href="{_address(made)}" sizes="any">'
    return f'<link rel="{relation}" type="image/{made.format}" {sizes} href="{_address(made)}">'


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
