"""Files of an export: whole or not there, inside the folder, and never over another unless asked."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.domain.errors import FileUnwritable, NotAPicture, StudioError
from studio.domain.export_errors import OutsideFolder
from studio.export.write import ExportFolder, is_hopeless, write_over
from tests.library.test_bad_folders import small_disk

ROOT = Path(__file__).parents[2]
FOX = PurePosixPath("fox.png")


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    folder = tmp_path / "chosen"
    folder.mkdir()
    return folder


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_what_is_there_stays_and_the_next_gets_a_number(chosen: Path) -> None:
    folder = ExportFolder(chosen)
    places = [folder.write(FOX, [b"fox %d" % number], overwrite=False).path for number in range(3)]
    assert [str(place) for place in places] == ["fox.png", "fox (2).png", "fox (3).png"]
    assert [(chosen / place).read_bytes() for place in places] == [b"fox 0", b"fox 1", b"fox 2"]
    assert names(chosen) == {"fox.png", "fox (2).png", "fox (3).png"}


def test_it_is_overwritten_where_that_was_asked(chosen: Path) -> None:
    (chosen / "fox.png").write_bytes(b"old")
    written = ExportFolder(chosen).write(FOX, [b"n", b"ew"], overwrite=True)
    assert (str(written.path), written.size) == ("fox.png", 3)
    assert (chosen / "fox.png").read_bytes() == b"new"


def test_folders_are_made_below_but_never_the_chosen_one(chosen: Path) -> None:
    folder = ExportFolder(chosen)
    folder.write(PurePosixPath("a/b/fox.png"), [b"fox"], overwrite=False)
    assert names(chosen) == {"a", "a/b", "a/b/fox.png"}
    chosen.rename(chosen.with_name("elsewhere"))
    with pytest.raises(FileUnwritable) as raised:
        folder.write(PurePosixPath("c/fox.png"), [b"fox"], overwrite=False)
    assert is_hopeless(raised.value)
    assert not chosen.exists()
    with pytest.raises(FileUnwritable) as refused:
        ExportFolder(chosen)
    assert refused.value.reason == os.strerror(errno.ENOENT)


@pytest.mark.parametrize(
    "place", ["../fox.png", "a/../../fox.png", "/etc/fox.png", "a\\..\\fox.png", "C:fox.png", "..", "."]
)
def test_no_name_leads_out(place: str, chosen: Path) -> None:
    with pytest.raises(OutsideFolder):
        ExportFolder(chosen).write(PurePosixPath(place), [b"fox"], overwrite=True)
    assert names(chosen.parent) == {"chosen"}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(("..", ".", "a", "", "/", "\\", "b/..", "C:", "~")), min_size=1, max_size=6))
def test_no_way_of_spelling_it_leads_out(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    around = tmp_path_factory.mktemp("around")
    chosen = around / "chosen"
    chosen.mkdir()
    try:
        written = ExportFolder(chosen).write(PurePosixPath("/".join(parts)), [b"fox"], overwrite=False)
    except StudioError:
        assert not any(path.is_file() for path in around.rglob("*"))
    else:
        assert (chosen / written.path).resolve().is_relative_to(chosen)
    assert {path.name for path in around.iterdir()} == {"chosen"}


def test_a_link_that_leads_out_is_not_followed(chosen: Path) -> None:
    outside = chosen.parent / "outside"
    outside.mkdir()
    (chosen / "link").symlink_to(outside)
    folder = ExportFolder(chosen)
    with pytest.raises(OutsideFolder):
        folder.write(PurePosixPath("link/fox.png"), [b"fox"], overwrite=True)
    with pytest.raises(OutsideFolder):
        folder.write(PurePosixPath("link/deeper/fox.png"), [b"fox"], overwrite=True)
    assert list(outside.iterdir()) == []


def test_a_link_in_a_files_place_is_replaced_and_what_it_leads_to_stays(chosen: Path) -> None:
    secret = chosen.parent / "secret.txt"
    secret.write_text("mine")
    (chosen / "fox.png").symlink_to(secret)
    folder = ExportFolder(chosen)
    assert str(folder.write(FOX, [b"fox"], overwrite=False).path) == "fox (2).png"
    folder.write(FOX, [b"fox"], overwrite=True)
    assert secret.read_text() == "mine"
    assert (chosen / "fox.png").read_bytes() == b"fox"


def test_a_chosen_folder_may_be_a_link_itself(chosen: Path) -> None:
    link = chosen.parent / "link"
    link.symlink_to(chosen)
    ExportFolder(link).write(PurePosixPath("a/fox.png"), [b"fox"], overwrite=False)
    assert (chosen / "a" / "fox.png").read_bytes() == b"fox"


def test_what_goes_wrong_while_it_is_made_leaves_nothing(chosen: Path) -> None:
    def pieces() -> list[bytes]:
        raise NotAPicture("fox.png")

    (chosen / "fox.png").write_bytes(b"old")
    with pytest.raises(NotAPicture):
        write_over(chosen / "fox.png", (piece for _ in range(1) for piece in pieces()))
    assert names(chosen) == {"fox.png"}
    assert (chosen / "fox.png").read_bytes() == b"old"


def test_a_full_disk_leaves_what_is_whole_and_nothing_else(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        folder = ExportFolder(disk)
        folder.write(FOX, [bytes(600_000)], overwrite=False)
        with pytest.raises(FileUnwritable) as raised:
            folder.write(FOX, [bytes(300_000)] * 3, overwrite=True)
        assert raised.value.reason == os.strerror(errno.ENOSPC)
        assert is_hopeless(raised.value)
        assert names(disk) == {"fox.png"}
        assert (disk / "fox.png").stat().st_size == 600_000


def test_where_one_name_cant_be_written_others_can(chosen: Path) -> None:
    (chosen / "a").write_bytes(b"no folder")
    folder = ExportFolder(chosen)
    with pytest.raises(FileUnwritable) as raised:
        folder.write(PurePosixPath("a/fox.png"), [b"fox"], overwrite=False)
    assert not is_hopeless(raised.value)
    folder.write(FOX, [b"fox"], overwrite=False)


def test_a_killed_writer_leaves_no_half_file_under_a_final_name(chosen: Path) -> None:
    (chosen / "fox.png").write_bytes(b"old and whole")
    command = [sys.executable, "-m", "tests.export.dying_program", str(chosen), "fox.png"]
    ended = subprocess.run(command, cwd=ROOT, check=False, timeout=50)
    assert ended.returncode == -signal.SIGKILL
    assert (chosen / "fox.png").read_bytes() == b"old and whole"
    (left,) = names(chosen) - {"fox.png"}
    assert left.endswith(".part")

    ExportFolder(chosen).write(PurePosixPath("hen.png"), [b"hen"], overwrite=False)
    assert left in names(chosen), "another export may be at it"
    long_ago = time.time() - 2 * 3600
    os.utime(chosen / left, (long_ago, long_ago))
    ExportFolder(chosen).write(PurePosixPath("owl.png"), [b"owl"], overwrite=False)
    assert names(chosen) == {"fox.png", "hen.png", "owl.png"}


def test_a_long_name_leaves_room_for_what_isnt_finished_yet(chosen: Path) -> None:
    place = PurePosixPath("狐" * 83 + ".png")
    assert ExportFolder(chosen).write(place, [b"fox"], overwrite=False).path == place


def test_a_new_folder_is_made_once(chosen: Path) -> None:
    folder = ExportFolder(chosen)
    place = PurePosixPath("sets/fox.imageset")
    assert folder.make_new(place)
    assert not folder.make_new(place)
    assert names(chosen) == {"sets", "sets/fox.imageset"}
