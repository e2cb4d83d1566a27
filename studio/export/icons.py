"""Icons: one file with the same picture as squares of several sizes, each of them a PNG.

Sources: ICO, "The evolution of the ICO file format" (Raymond Chen, parts 1 to 4); ICNS, the types that
Apple's iconutil writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from studio.domain.export import NOTHING, Encoding, Format
from studio.domain.export_sizes import Plan, SizeKind, SizeRule, resolve
from studio.export.png import png
from studio.export.render import rendered

if TYPE_CHECKING:
    import pyvips

_ICO_EDGES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_TYPES = (
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
)
"""Those with PNG, the smallest first: 16 and 32 points at @2x, 128, 128 at @2x, and so on."""


IconFormat: TypeAlias = Literal[Format.ICO, Format.ICNS]


def edges(plan: Plan, format_: IconFormat) -> tuple[int, ...]:
    """Of the squares in such a file, the largest last."""
    known = _ICO_EDGES if format_ is Format.ICO else tuple(dict.fromkeys(edge for _, edge in _ICNS_TYPES))
    largest = max(plan.size.width, plan.size.height, known[0])
    return tuple(edge for edge in known if edge <= largest)


def icon(image: pyvips.Image, plan: Plan, format_: IconFormat, *, white: bool) -> bytes:
    """The file's bytes; raises pyvips.Error.

    It has all sizes up to that of the plan, and at least the smallest. What is no square is centred on one.
    """
    pictures = {edge: _square(image, plan, edge, white=white) for edge in edges(plan, format_)}
    return _ico(pictures) if format_ is Format.ICO else _icns(pictures)


def _square(image: pyvips.Image, plan: Plan, edge: int, *, white: bool) -> bytes:
    fitted = resolve(SizeRule(SizeKind.FIT, edge, edge), plan.size).size
    part = rendered(image, Plan(plan.box, fitted), white=white)
    # Windows takes no PNG without it into an icon.
    whole = part if part.hasalpha() else part.addalpha()
    left, top = (edge - fitted.width) // 2, (edge - fitted.height) // 2
    ground = [255.0] * 4 if white else [0.0] * 4
    squared = whole.embed(left, top, edge, edge, extend="background", background=ground)
    return png(squared, Encoding(), NOTHING)


def _ico(pictures: dict[int, bytes]) -> bytes:
    directory = b"\0\0\1\0" + len(pictures).to_bytes(2, "little")
    at = len(directory) + 16 * len(pictures)
    for edge, data in pictures.items():
        # 256 is written as 0; one plane, 32 bits a pixel.
        directory += bytes([edge % 256, edge % 256, 0, 0, 1, 0, 32, 0])
        directory += len(data).to_bytes(4, "little") + at.to_bytes(4, "little")
        at += len(data)
    return directory + b"".join(pictures.values())


def _icns(pictures: dict[int, bytes]) -> bytes:
    parts = [
        kind + (len(pictures[edge]) + 8).to_bytes(4, "big") + pictures[edge]
        for kind, edge in _ICNS_TYPES
        if edge in pictures
    ]
    whole = b"".join(parts)
    return b"icns" + (len(whole) + 8).to_bytes(4, "big") + whole
