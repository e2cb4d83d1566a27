"""Originals without anything but their picture, read back by our own eyes and by exiftool."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, cast

import pytest
from PIL import Image, ImageCms

from studio.domain.errors import NotAPicture, UnreadableFile
from studio.domain.export_report import Note
from studio.export.stripped import stripped
from tests.library.given import SECRET, colour_at, opened, saved, secretive

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("PNG", "JPEG", "WEBP")


@pytest.mark.parametrize("kind", KINDS)
def test_the_very_pixels_stay_and_all_else_goes(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "fox"
    path.write_bytes(secretive(kind))
    data, notes = stripped(path)
    assert SECRET in path.read_bytes()
    assert SECRET not in data
    assert not notes


@pytest.mark.parametrize("kind", KINDS)
def test_other_programs_find_nothing(kind: str, tmp_path: Path) -> None:
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        pytest.skip("exiftool isn't installed")
    path = tmp_path / "fox"
    path.write_bytes(secretive(kind))
    path.write_bytes(stripped(path)[0])
    run = subprocess.run([exiftool, "-j", "-G0", path], capture_output=True, check=True)
    groups = {name.partition(":")[0] for name in json.loads(run.stdout)[0]}
    assert groups <= {"SourceFile", "ExifTool", "File", "PNG", "JFIF", "RIFF", "Composite"}


def test_a_picture_on_its_side_is_turned(tmp_path: Path) -> None:
    path = tmp_path / "fox.jpg"
    picture = Image.new("RGB", (60, 40), "red")
    picture.paste("blue", (0, 0, 30, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    path.write_bytes(saved(picture, "JPEG", exif=exif, quality=95))
    turned = opened(stripped(path)[0]).convert("RGB")
    assert turned.size == (40, 60)
    red, _, blue, _ = colour_at(turned, (20, 5))
    assert blue > 200 > red


def test_colours_of_its_own_become_srgb(tmp_path: Path) -> None:
    path = tmp_path / "fox.png"
    srgb = ImageCms.ImageCmsProfile(cast(Any, ImageCms).createProfile("sRGB")).tobytes()
    swapped = bytearray(srgb)
    # What is red there is green here: nobody can miss that it was converted.
    red, green = swapped.index(b"rXYZ"), swapped.index(b"gXYZ")
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    Image.new("RGB", (20, 20), (255, 0, 0)).save(path, icc_profile=bytes(swapped))
    left = opened(stripped(path)[0]).convert("RGB")
    assert left.getpixel((5, 5)) != (255, 0, 0)
    Image.new("RGB", (20, 20), (255, 0, 0)).save(path, icc_profile=srgb)
    data, _ = stripped(path)
    assert b"iCCP" not in data
    assert opened(data).getpixel((5, 5)) == (255, 0, 0)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_what_moves_the_first_frame_is_left_and_that_is_said(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "fox"
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "green")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100)
    path.write_bytes(out.getvalue())
    data, notes = stripped(path)
    assert notes == {Note.FIRST_FRAME}
    assert getattr(opened(data), "n_frames", 1) == 1


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "fox.png"
    with pytest.raises(UnreadableFile):
        stripped(path)
    for content in (b"no picture", b"\x89PNG\r\n\x1a\nno", secretive("PNG")[:200]):
        path.write_bytes(content)
        with pytest.raises(NotAPicture):
            stripped(path)
