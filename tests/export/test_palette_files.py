"""Palettes of real files, and as files that other programs take."""

from __future__ import annotations

import json
import re
import struct
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from studio.domain.errors import NotAPicture, UnreadableFile
from studio.domain.palette_clusters import MainColour
from studio.domain.palette_swatches import swatches
from studio.export.palette import palette_of
from studio.export.palette_files import PaletteFormat, palette_file

if TYPE_CHECKING:
    from pathlib import Path

PALETTE = swatches(
    [MainColour((32, 48, 80), 0.6), MainColour((33, 50, 84), 0.3), MainColour((224, 32, 32), 0.1)]
)
TITLE = "Spring */ {v3}.\n狐"


def poster(mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (1200, 800), "#203050")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 400, 1200, 800), fill="#f4e8d8")
    draw.ellipse((300, 100, 420, 220), fill="#e02020")
    return picture.convert(mode)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_the_palette_of_a_picture_holds_its_accent(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"poster.{ending}"
    poster().save(path, quality=95)
    found = palette_of(path)
    assert "crimson" in {one.name for one in found}
    assert found[0].share + found[1].share > 0.9


def test_flat_colours_come_back_exactly(tmp_path: Path) -> None:
    path = tmp_path / "poster.png"
    poster().save(path)
    assert {one.hex for one in palette_of(path)} == {"#203050", "#f4e8d8", "#e02020"}


def test_what_cannot_be_seen_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "poster.png"
    picture = poster("RGBA")
    picture.paste((0, 255, 0, 0), (0, 0, 1200, 400))
    picture.save(path)
    assert {one.hex for one in palette_of(path)} == {"#f4e8d8"}
    Image.new("RGBA", (20, 20)).save(path)
    assert palette_of(path) == ()


def test_as_many_come_as_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "rainbow.png"
    Image.linear_gradient("L").resize((300, 300)).save(tmp_path / "grey.png")
    bands = [Image.radial_gradient("L").rotate(turn).resize((300, 300)) for turn in (0, 90, 180)]
    Image.merge("HSV", (Image.linear_gradient("L").resize((300, 300)), bands[0], bands[1])).convert(
        "RGB"
    ).save(path)
    assert [len(palette_of(path, colours=count)) for count in (1, 5, 8, 12, 40)] == [5, 5, 8, 12, 12]


def test_a_file_that_is_none_is_said_to_be_that(tmp_path: Path) -> None:
    path = tmp_path / "fox.png"
    with pytest.raises(UnreadableFile):
        palette_of(path)
    path.write_bytes(b"\x89PNG\r\n\x1a\nno")
    with pytest.raises(NotAPicture):
        palette_of(path)


def test_as_css_and_for_tailwind() -> None:
    css = palette_file(PALETTE, PaletteFormat.CSS, title=TITLE).decode()
    assert css.count("*/") == 1
    assert (
        re.findall(r"  (--[a-z0-9-]+): (#[0-9a-f]{6});", css)
        == [
            ("--midnight-blue", "#203050"),
            ("--midnight-blue-2", "#213254"),
            ("--crimson", "#e02020"),
        ]
        or css
    )
    tailwind = palette_file(PALETTE, PaletteFormat.TAILWIND, title=TITLE).decode()
    assert "@theme {" in tailwind
    assert "  --color-crimson: #e02020;" in tailwind


def test_as_tokens_of_the_draft() -> None:
    read = json.loads(palette_file(PALETTE, PaletteFormat.TOKENS, title=TITLE))
    assert read["color"]["$type"] == "color"
    assert read["color"]["crimson"]["$value"] == {
        "colorSpace": "srgb",
        "components": [0.8784, 0.1255, 0.1255],
        "alpha": 1,
        "hex": "#e02020",
    }


def test_for_figma_a_group_with_colours_as_text() -> None:
    read = json.loads(palette_file(PALETTE, PaletteFormat.FIGMA, title=TITLE))
    ((name, group),) = read.items()
    assert not set(name) & set("{}.$")
    assert group["crimson"] == {"$type": "color", "$value": "#e02020"}


def test_for_gimp() -> None:
    lines = palette_file(PALETTE, PaletteFormat.GPL, title=TITLE).decode().splitlines()
    assert lines[0] == "GIMP Palette"
    assert lines[1] == "Name: Spring */ {v3}. 狐"
    assert lines[-1] == "224  32  32\tcrimson"


def test_for_adobe() -> None:
    data = palette_file(PALETTE, PaletteFormat.ASE, title=TITLE)
    assert data[:4] == b"ASEF"
    major, minor, blocks = struct.unpack(">HHI", data[4:12])
    assert (major, minor, blocks) == (1, 0, 5)
    at = 12
    read: list[tuple[str, tuple[int, ...]]] = []
    while at < len(data):
        kind, length = struct.unpack(">HI", data[at : at + 6])
        content = data[at + 6 : at + 6 + length]
        at += 6 + length
        if kind == 0x0001:
            count = struct.unpack(">H", content[:2])[0]
            name = content[2 : 2 + 2 * count].decode("utf-16-be")
            assert name.endswith("\0")
            model, *parts, kind = struct.unpack(">4sfffH", content[2 + 2 * count :])
            assert model == b"RGB "
            read.append((name[:-1], tuple(round(255 * part) for part in parts)))
        elif kind == 0xC001:
            assert content[2:].decode("utf-16-be") == "Spring */ {v3}. 狐\0"
    assert at == len(data)
    assert read == [(one.name, one.rgb) for one in PALETTE]
