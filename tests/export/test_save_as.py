"""Saving a picture as another file: whole or not at all, and never at the original's cost."""

import errno
import os
from pathlib import Path

import pytest
from PIL import Image

from studio.domain.errors import FileUnwritable, NotAPicture, UnreadableFile
from studio.domain.export import Format
from studio.export.save_as import save_as


@pytest.fixture
def see_through(tmp_path: Path) -> Path:
    """A red picture whose left half can be seen through."""
    picture = Image.new("RGBA", (64, 32), (200, 30, 20, 255))
    picture.paste((0, 0, 0, 0), (0, 0, 32, 32))
    path = tmp_path / "fox.png"
    picture.save(path)
    return path


def greys(picture: Image.Image, left: int, right: int) -> bytes:
    """The lightness of every pixel between two columns."""
    return picture.convert("L").crop((left, 0, right, 32)).tobytes()


def test_the_original_is_copied_byte_for_byte(see_through: Path, tmp_path: Path) -> None:
    target = save_as(see_through, tmp_path / "copy.png", Format.ORIGINAL)
    assert target.read_bytes() == see_through.read_bytes()


def test_a_picture_of_the_wanted_format_is_not_encoded_again(see_through: Path, tmp_path: Path) -> None:
    target = save_as(see_through, tmp_path / "copy.png", Format.PNG)
    assert target.read_bytes() == see_through.read_bytes()


def test_jpeg_gets_a_white_ground(see_through: Path, tmp_path: Path) -> None:
    target = save_as(see_through, tmp_path / "copy.jpg", Format.JPEG)
    with Image.open(target) as picture:
        assert (picture.format, picture.size) == ("JPEG", (64, 32))
        assert min(greys(picture, 0, 24)) > 245
        assert max(greys(picture, 40, 64)) < 100


def test_webp_keeps_what_can_be_seen_through(see_through: Path, tmp_path: Path) -> None:
    target = save_as(see_through, tmp_path / "copy.webp", Format.WEBP)
    with Image.open(target) as picture:
        assert picture.format == "WEBP"
        assert picture.convert("RGBA").getchannel("A").getpixel((4, 16)) == 0


def test_an_existing_file_is_replaced_and_nothing_is_left_beside_it(
    see_through: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "copy.png"
    target.write_text("old")
    save_as(see_through, target, Format.PNG)
    assert list(folder.iterdir()) == [target]
    assert target.read_bytes() == see_through.read_bytes()


@pytest.mark.parametrize("format_", [Format.ORIGINAL, Format.PNG, Format.JPEG, Format.WEBP])
def test_a_folder_that_is_not_there_is_said_in_words(
    see_through: Path, tmp_path: Path, format_: Format
) -> None:
    with pytest.raises(FileUnwritable) as raised:
        save_as(see_through, tmp_path / "nowhere" / "copy.png", format_)
    assert raised.value.folder == tmp_path / "nowhere"
    assert raised.value.reason == os.strerror(errno.ENOENT)


def test_a_picture_that_is_gone_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        save_as(tmp_path / "gone.png", tmp_path / "copy.jpg", Format.JPEG)


def test_a_damaged_picture_leaves_nothing_behind(see_through: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(see_through.read_bytes()[:60])
    with pytest.raises(NotAPicture):
        save_as(damaged, tmp_path / "copy.jpg", Format.JPEG)
    assert {path.name for path in tmp_path.iterdir()} == {"fox.png", "damaged.png"}
