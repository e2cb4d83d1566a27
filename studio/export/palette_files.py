"""A palette as a file that other programs take.

Sources: Design Tokens Format Module 2025.10 (designtokens.org, W3C community group); Tailwind CSS 4, theme
variables; Adobe Swatch Exchange as described at cyotek.com ("Reading Adobe Swatch Exchange files"); GIMP,
app/core/gimppalette-load.c; Figma's plugin sample "variables-import-export", which takes colours as text.
"""

from __future__ import annotations

import json
import struct
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.file_names import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.palette_swatches import Swatch


class PaletteFormat(StrEnum):
    """What a palette can be written as; the value is for the command line."""

    CSS = "css"
    TOKENS = "tokens"
    TAILWIND = "tailwind"
    ASE = "ase"
    GPL = "gpl"
    FIGMA = "figma"

    @property
    def ending(self) -> str:
        """Of the file's name, from the first dot on."""
        return {
            PaletteFormat.CSS: ".css",
            PaletteFormat.TOKENS: ".tokens.json",
            PaletteFormat.TAILWIND: ".tailwind.css",
            PaletteFormat.ASE: ".ase",
            PaletteFormat.GPL: ".gpl",
            PaletteFormat.FIGMA: ".figma.json",
        }[self]


def palette_file(palette: Sequence[Swatch], format_: PaletteFormat, *, title: str) -> bytes:
    """The file's bytes; `title` says whose palette it is, such as "Spring v3"."""
    line = " ".join(title.split()) or "Palette"
    match format_:
        case PaletteFormat.CSS:
            return _css(palette, line).encode()
        case PaletteFormat.TOKENS:
            return _json({"$description": line, "color": {"$type": "color", **_tokens(palette)}})
        case PaletteFormat.TAILWIND:
            return _tailwind(palette, line).encode()
        case PaletteFormat.ASE:
            return _ase(palette, line)
        case PaletteFormat.GPL:
            return _gpl(palette, line).encode()
        case PaletteFormat.FIGMA:
            return _json({_plain(line): {key(one): {"$type": "color", "$value": one.hex} for one in palette}})


def key(swatch: Swatch) -> str:
    """Its name as a program's: "dark-slate-blue"."""
    return slug(swatch.name)


def _css(palette: Sequence[Swatch], title: str) -> str:
    lines = "\n".join(f"  --{key(one)}: {one.hex};" for one in palette)
    return f"/* {_uncommented(title)} */\n:root {{\n{lines}\n}}\n"


def _tailwind(palette: Sequence[Swatch], title: str) -> str:
    lines = "\n".join(f"  --color-{key(one)}: {one.hex};" for one in palette)
    return f"/* {_uncommented(title)} */\n@theme {{\n{lines}\n}}\n"


def _tokens(palette: Sequence[Swatch]) -> dict[str, object]:
    return {
        key(one): {
            "$value": {
                "colorSpace": "srgb",
                "components": [round(part / 255, 4) for part in one.rgb],
                "alpha": 1,
                "hex": one.hex,
            }
        }
        for one in palette
    }


def _gpl(palette: Sequence[Swatch], title: str) -> str:
    lines = (f"{one.rgb[0]:3} {one.rgb[1]:3} {one.rgb[2]:3}\t{one.name}" for one in palette)
    return "\n".join(("GIMP Palette", f"Name: {title}", "Columns: 0", "#", *lines, ""))


_GROUP_START, _GROUP_END, _COLOUR, _GLOBAL = 0xC001, 0xC002, 0x0001, 0


def _ase(palette: Sequence[Swatch], title: str) -> bytes:
    blocks = [_block(_GROUP_START, _utf16(title))]
    for one in palette:
        red, green, blue = (part / 255 for part in one.rgb)
        values = b"RGB " + struct.pack(">fffH", red, green, blue, _GLOBAL)
        blocks.append(_block(_COLOUR, _utf16(one.name) + values))
    blocks.append(_block(_GROUP_END, b""))
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks)) + b"".join(blocks)


def _block(kind: int, content: bytes) -> bytes:
    return struct.pack(">HI", kind, len(content)) + content


def _utf16(text: str) -> bytes:
    """Its length in units with the zero at its end, then the text and that."""
    units = f"{text}\0".encode("utf-16-be", "replace")
    return struct.pack(">H", len(units) // 2) + units


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _plain(title: str) -> str:
    """Names of tokens don't begin with a dollar, and hold no dots or braces."""
    return title.translate(str.maketrans("{}.$", "()--"))


def _uncommented(title: str) -> str:
    return title.replace("*/", "* /")
