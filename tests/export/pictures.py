"""Pictures of every kind that an export may meet, and the programs that look at what became of them."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from pathlib import Path


def landscape(width: int = 320, height: int = 180) -> Image.Image:
    """Many colours, and an edge of which one sees where it lies: the sun is in the upper left."""
    grey = Image.linear_gradient("L").resize((width, height))
    turned = Image.linear_gradient("L").rotate(90).resize((width, height))
    picture = Image.merge("RGB", (grey, turned, Image.new("L", (width, height), 90)))
    ImageDraw.Draw(picture).ellipse((width // 8, height // 8, width // 4, height // 3), fill="#ffe070")
    return picture


def drawing(width: int = 320, height: int = 180) -> Image.Image:
    """Four flat colours."""
    picture = Image.new("RGB", (width, height), "#1b1b1d")
    draw = ImageDraw.Draw(picture)
    for at, colour in enumerate(("#ffcf33", "#4aa3ff", "#3ecf8e")):
        draw.rectangle((20 + 90 * at, 30, 80 + 90 * at, 150), fill=colour)
    return picture


def half_seen(width: int = 320, height: int = 180) -> Image.Image:
    """Red on the right; nothing on the left, where its hidden colour is green."""
    picture = Image.new("RGBA", (width, height), (220, 20, 20, 255))
    picture.paste((0, 255, 0, 0), (0, 0, width // 2, height))
    return picture


def saved(picture: Image.Image, path: Path, **options: Any) -> Path:
    """The picture as a file of the path's ending; the options are Pillow's."""
    picture.save(path, **options)
    return path


def opened(data: bytes) -> Image.Image:
    """What Pillow reads from these bytes, whole."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def ask(tool: str, *arguments: str | Path) -> str:
    """What a program that isn't ours says; the test is skipped where it isn't installed."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} isn't installed")
    ended = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{tool}: {ended.stdout}{ended.stderr}"
    return ended.stdout + ended.stderr
