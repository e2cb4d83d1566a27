"""Whole pictures from real files: what is read, in which order, and what is held."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.domain.version import Version
from studio.viewmodels.full_picture import FullPicture, Trouble, for_screen, halves
from studio.viewmodels.full_picture_reading import Reading
from studio.viewmodels.full_pictures import FullPictures
from tests.support.gallery import numbered
from tests.support.viewing import BLUE, GREEN, RED, draw, save

QUARTERS = ((10, 10), (190, 10), (10, 90), (190, 90))


def read(folder: Path, version: Version) -> FullPicture:
    found = Reading(folder / version.path, size=version.size).run()
    assert isinstance(found, FullPicture)
    return found


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L")])
def test_every_kind_of_png_shows_its_own_colours(
    qapp: QApplication, tmp_path: Path, kind: str, mode: str
) -> None:
    del qapp
    drawn = draw(200, 100, RED, GREEN, BLUE).convert(mode)
    picture = read(tmp_path, save(tmp_path, numbered(1), drawn, kind))
    seen = drawn.convert("RGB").tobytes()
    expected = [f"#{seen[3 * (x + 200 * y) :][:3].hex()}" for x, y in QUARTERS]
    assert [picture.colour_at(*place) for place in QUARTERS] == expected
    assert picture.has_alpha == (mode == "RGBA")
    assert picture.colour_at(200, 0) == picture.colour_at(-1, 0) == ""


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_other_types_are_read_too(qapp: QApplication, tmp_path: Path, kind: str) -> None:
    del qapp
    picture = read(tmp_path, save(tmp_path, numbered(1), draw(200, 100, RED, GREEN, BLUE), kind))
    for place, colour in zip(QUARTERS, (RED, GREEN, BLUE, RED), strict=True):
        found = QColor(picture.colour_at(*place))
        assert max(abs(found.red() - colour[0]), abs(found.blue() - colour[2])) < 12


def test_holes_stay_holes(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    picture = read(tmp_path, save(tmp_path, numbered(1), Image.new("RGBA", (64, 64), (200, 100, 50, 128))))
    assert picture.levels[0].format() is QImage.Format.Format_ARGB32_Premultiplied
    colour = picture.levels[0].pixelColor(5, 5)
    assert abs(colour.red() - 200) < 3
    assert colour.alpha() == 128


def test_a_large_picture_has_halves_that_are_its_mean(qapp: QApplication) -> None:
    del qapp
    image = QImage(2048, 1024, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    for x in range(0, 2048, 2):
        image.setPixelColor(x, 7, QColor(200, 100, 40))
    sizes = [(level.width(), level.height()) for level in halves(image)]
    assert sizes == [(2048, 1024), (1024, 512), (512, 256)]
    mean = halves(image)[1].pixelColor(100, 3)
    assert max(abs(mean.red() - 50), abs(mean.green() - 25), abs(mean.blue() - 10)) <= 2


def test_every_format_becomes_one_that_is_painted_at_once(qapp: QApplication) -> None:
    del qapp
    for kind in (QImage.Format.Format_Grayscale8, QImage.Format.Format_RGBA64, QImage.Format.Format_RGB888):
        image = QImage(300, 300, kind)
        image.fill(QColor(80, 80, 80))
        made = for_screen(image)
        assert made.pixelColor(299, 299).name() == "#505050"
        assert made.format() in {QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied}


def test_the_level_is_the_smallest_that_is_sharp(qapp: QApplication) -> None:
    del qapp
    image = QImage(4096, 512, QImage.Format.Format_RGB32)
    picture = FullPicture(4096, 512, halves(image))
    assert [picture.level_for(scale).width() for scale in (4, 1, 0.6, 0.5, 0.3, 0.01)] == [
        *(4096, 4096, 4096, 2048, 2048, 512)
    ]


def test_what_is_wrong_with_a_file_is_told(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    drawn = draw(300, 300, RED, GREEN)
    for kind in ("PNG", "JPEG", "WEBP"):
        version = save(tmp_path, numbered(1), drawn, kind)
        path = tmp_path / version.path
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        assert Reading(path, size=version.size).run() is Trouble.DAMAGED
        path.write_bytes(b"no picture at all")
        assert Reading(path, size=version.size).run() is Trouble.DAMAGED
        path.write_bytes(b"")
        assert Reading(path, size=version.size).run() is Trouble.DAMAGED
        path.unlink()
        assert Reading(path, size=version.size).run() is Trouble.MISSING
        path.mkdir()
        assert Reading(path, size=version.size).run() is Trouble.UNREADABLE
        path.rmdir()


def test_a_picture_that_would_fill_the_memory_is_not_opened(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    version = save(tmp_path, numbered(1), draw(8, 8, RED))
    path = tmp_path / version.path
    data = bytearray(path.read_bytes())
    data[16:24] = (60_000).to_bytes(4) + (60_000).to_bytes(4)
    path.write_bytes(data)
    assert Reading(path, size=version.size).run() is Trouble.TOO_LARGE


def test_another_file_in_its_place_is_shown_and_told(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    version = save(tmp_path, numbered(1), draw(80, 80, RED))
    assert not read(tmp_path, version).is_replaced
    save(tmp_path, version, draw(90, 50, GREEN, BLUE))
    assert read(tmp_path, version).is_replaced


def test_reading_can_be_broken_off(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    version = save(tmp_path, numbered(1), draw(800, 800, RED))
    reading = Reading(tmp_path / version.path, size=version.size)
    reading.cancel()
    assert reading.run() is None


def many(folder: Path, count: int, edge: int = 400) -> list[Version]:
    return [save(folder, numbered(number), draw(edge, edge, RED, BLUE)) for number in range(1, count + 1)]


def test_the_one_that_is_looked_at_comes_first_then_its_neighbours(qtbot: QtBot, tmp_path: Path) -> None:
    first, second, third = many(tmp_path, 3)
    pictures = FullPictures(folder=tmp_path)
    came: list[str] = []
    pictures.arrived.connect(came.append)
    pictures.look_at(second, (third, first))
    qtbot.waitUntil(lambda: pictures.rests)
    assert came == [second.id, third.id, first.id]
    # Nothing is read again.
    pictures.look_at(third, (second,))
    assert pictures.rests
    assert isinstance(pictures.get(third), FullPicture)
    pictures.end()


def test_what_is_held_is_bounded_in_bytes(qtbot: QtBot, tmp_path: Path) -> None:
    versions = many(tmp_path, 6)
    one = 400 * 400 * 4
    pictures = FullPictures(folder=tmp_path, limit_bytes=3 * one)
    for at in range(5):
        pictures.look_at(versions[at], versions[at + 1 :])
        qtbot.waitUntil(lambda: pictures.rests)
        assert pictures.held_bytes <= 3 * one
        assert pictures.get(versions[at])
    pictures.end()


def test_pictures_seen_together_share_the_room_and_are_whole_again_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    large, *small = many(tmp_path, 1, edge=1200), *many(tmp_path / "small", 3)
    versions = [*large, *(replace(one, id=f"small {one.id}", path=f"small/{one.path}") for one in small)]
    pictures = FullPictures(folder=tmp_path, limit_bytes=4 * 1_000_000)
    pictures.look_at_all(versions)
    qtbot.waitUntil(lambda: pictures.rests)
    held = [pictures.get(version) for version in versions]
    assert [one.is_whole for one in held if isinstance(one, FullPicture)] == [False, True, True, True]
    assert pictures.held_bytes <= 8 * 1_000_000
    reduced = held[0]
    assert isinstance(reduced, FullPicture)
    assert (reduced.width, reduced.levels[0].width()) == (1200, 600)
    pictures.look_at(versions[0], versions[1:])
    # What was whole isn't read again.
    assert pictures.get(versions[1]) is held[1]
    qtbot.waitUntil(lambda: pictures.rests)
    alone = pictures.get(versions[0])
    assert isinstance(alone, FullPicture)
    assert alone.is_whole
    pictures.end()


def test_a_picture_larger_than_the_bound_is_shown_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = many(tmp_path, 2)
    pictures = FullPictures(folder=tmp_path, limit_bytes=1000)
    pictures.look_at(first, (second,))
    qtbot.waitUntil(lambda: pictures.get(first) is not None)
    pictures.look_at(second, (first,))
    qtbot.waitUntil(lambda: pictures.get(second) is not None)
    assert pictures.get(first) is None
    pictures.end()


def test_a_file_that_comes_back_is_read_again(qtbot: QtBot, tmp_path: Path) -> None:
    (version,) = many(tmp_path, 1)
    path = tmp_path / version.path
    data = path.read_bytes()
    path.unlink()
    pictures = FullPictures(folder=tmp_path)
    pictures.look_at(version)
    qtbot.waitUntil(lambda: pictures.get(version) is Trouble.MISSING)
    path.write_bytes(data)
    pictures.forget(version)
    qtbot.waitUntil(lambda: isinstance(pictures.get(version), FullPicture))
    pictures.rest()
    assert pictures.held_bytes == 0
    assert pictures.get(replace(version)) is None
    pictures.end()


def test_leaving_at_once_stops_everything(tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    versions = many(tmp_path, 3, edge=1500)
    pictures = FullPictures(folder=tmp_path)
    pictures.look_at(versions[0], versions[1:])
    pictures.rest()
    pictures.end()
    assert pictures.held_bytes == 0
