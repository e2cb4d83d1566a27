"""The linked file itself: what it holds, when it may be written, and that it is whole or as it was."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.export import Encoding, Format, Inside
from studio.domain.export_errors import LinkedFileChanged, LinkedFileGone, NoFormatForName
from studio.domain.export_sizes import SizeKind, SizeRule
from studio.domain.link import Link, LinkForm
from studio.export.linked import check, hash_of, is_same, linked_bytes, place_of, write_linked
from studio.library.embedded import embedded_prompt
from tests.domain.making import version

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.version import Version

ORIGINAL = LinkForm(Encoding(Format.ORIGINAL))
VERSION = replace(version("a"), mime="image/png", width=64, height=48)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.png"
    Image.new("RGB", (64, 48), "#3b82f6").save(path)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "hero.png"


def made(source: Path, target: Path, form: LinkForm, of: Version = VERSION) -> bytes:
    return linked_bytes(source, of, Link(target, of.id, form))


def read(data: bytes, tmp_path: Path) -> tuple[str | None, tuple[int, int]]:
    path = tmp_path / "read"
    path.write_bytes(data)
    with Image.open(path) as opened:
        return opened.format, opened.size


def test_original_bytes_go_into_a_file_of_their_type_and_are_encoded_for_another(
    source: Path, tmp_path: Path
) -> None:
    assert made(source, tmp_path / "hero.png", ORIGINAL) == source.read_bytes()
    endings = {"jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP", "tif": "TIFF"}
    for ending, kind in endings.items():
        assert read(made(source, tmp_path / f"hero.{ending}", ORIGINAL), tmp_path) == (kind, (64, 48))


def test_size_and_what_goes_inside_are_those_of_the_form(source: Path, target: Path, tmp_path: Path) -> None:
    form = LinkForm(size=SizeRule(SizeKind.WIDTH, width=16))
    small = made(source, target, form)
    assert read(small, tmp_path) == ("PNG", (16, 12))
    assert not embedded_prompt(small)
    told = made(source, target, replace(form, inside=Inside(recipe=True)))
    assert embedded_prompt(told) == VERSION.recipe.prompt
    assert made(source, target, form) == small, "the same wish makes the same bytes"


def test_what_cant_be_made_is_an_expected_failure(source: Path, tmp_path: Path) -> None:
    with pytest.raises(NoFormatForName):
        made(source, tmp_path / "hero.txt", ORIGINAL)
    with pytest.raises(UnreadableFile):
        made(tmp_path / "gone.png", tmp_path / "hero.png", ORIGINAL)


def test_only_what_is_ours_is_written_over(target: Path) -> None:
    link = Link(target, "a")
    write_linked(link, b"first", may_overwrite=False)
    ours = replace(link, written="a", hashes=(hash_of(b"first"),))
    check(ours)
    write_linked(ours, b"second", may_overwrite=False)
    with pytest.raises(LinkedFileChanged):
        write_linked(ours, b"third", may_overwrite=False)
    assert target.read_bytes() == b"second"
    write_linked(ours, b"third", may_overwrite=True)
    assert target.read_bytes() == b"third"


def test_what_was_about_to_be_written_when_the_machine_stopped_is_ours(target: Path) -> None:
    target.write_bytes(b"new")
    check(Link(target, "b", written="a", hashes=(hash_of(b"old"), hash_of(b"new"))))


def test_what_vanished_is_not_made_again_by_itself(target: Path) -> None:
    gone = Link(target, "a", written="a", hashes=(hash_of(b"old"),))
    with pytest.raises(LinkedFileGone):
        write_linked(gone, b"new", may_overwrite=False)
    assert not target.exists()
    with pytest.raises(LinkedFileGone):
        write_linked(replace(gone, target=target / "deeper" / "hero.png"), b"new", may_overwrite=True)


def test_a_folder_in_its_place_is_told(target: Path) -> None:
    target.mkdir()
    with pytest.raises(FileUnwritable):
        check(Link(target, "a", written="a"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_stands_for_that_file(target: Path, tmp_path: Path) -> None:
    target.write_bytes(b"real")
    other = tmp_path / "other.png"
    other.symlink_to(target)
    assert place_of(other) == target
    assert is_same(other, target)
    assert not is_same(target, tmp_path / "nothing.png")


def test_a_place_in_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        place_of(tmp_path / "nowhere" / "hero.png")
