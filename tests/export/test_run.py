"""Exports of many pictures: what is written, what is left out, what goes wrong, and what stays of it."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.errors import FileUnwritable, NotAPicture, UnreadableFile
from studio.domain.export import Format, Inside, Layout
from studio.domain.export_layouts import scales, usual_sizes
from studio.domain.export_report import Note, Progress, Report, Skip
from studio.domain.export_sizes import SizeKind, SizeRule
from studio.domain.geometry import PixelSize
from studio.export.run import ExportJob, export
from tests.export.exporting import THREE, job, pictures, quick
from tests.export.pictures import half_seen, landscape, opened, saved
from tests.library.test_bad_folders import small_disk

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


def run(
    wanted: ExportJob,
    told: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    cores: int = 2,
) -> Report:
    return export(wanted, told=told, cancelled=cancelled, cores=cores)


def names(folder: Path) -> list[str]:
    """Of all files below."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("cores", [1, 2, 8])
def test_every_picture_in_every_size(cores: int, tmp_path: Path) -> None:
    told: list[Progress] = []
    sources = pictures(tmp_path / "in", 3)
    report = run(job(THREE, sources, tmp_path / "out"), told.append, cores=cores)
    wanted = [f"Spring-v{number}{suffix}.png" for number in (1, 2, 3) for suffix in ("", "@2x", "@3x")]
    assert [str(one.path) for one in report.written] == wanted
    assert names(tmp_path / "out") == sorted(wanted)
    assert (report.skipped, report.failed) == ((), ())
    for one in report.written:
        path = tmp_path / "out" / one.path
        assert one.size == path.stat().st_size
        with Image.open(path) as picture:
            assert one.pixels == PixelSize(*picture.size)
    assert [step.done for step in told] == list(range(1, 10))
    assert {step.of for step in told} == {9}
    assert {step.path for step in told} == {one.path for one in report.written}


def test_a_second_export_writes_beside_the_first_and_all_sizes_get_one_number(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Spring-v1@2x.png").write_bytes(b"mine")
    report = run(job(THREE, sources, tmp_path / "out"))
    assert [str(one.path) for one in report.written] == [
        "Spring-v1 (2).png",
        "Spring-v1@2x (2).png",
        "Spring-v1@3x (2).png",
    ]
    assert (tmp_path / "out" / "Spring-v1@2x.png").read_bytes() == b"mine"


def test_files_are_overwritten_where_that_was_asked(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Spring-v1.png").write_bytes(b"old")
    run(job(quick(), sources, tmp_path / "out", may_overwrite=True))
    assert names(tmp_path / "out") == ["Spring-v1.png"]
    assert opened((tmp_path / "out" / "Spring-v1.png").read_bytes()).size == (320, 180)


def test_the_original_is_copied_byte_for_byte(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 2)
    report = run(job(quick(Format.ORIGINAL), sources, tmp_path / "out"))
    assert [one.size for one in report.written] == [sources[0].stat().st_size] * 2
    assert (tmp_path / "out" / "Spring-v1.png").read_bytes() == sources[0].read_bytes()


def test_no_size_is_invented_unless_asked(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 1)
    preset = replace(THREE, sizes=(SizeRule(SizeKind.WIDTH, 160), SizeRule(SizeKind.WIDTH, 640, suffix="-l")))
    report = run(job(preset, sources, tmp_path / "out"))
    assert [(str(one.path), one.why) for one in report.skipped] == [("Spring-v1-l.png", Skip.WOULD_UPSCALE)]
    again = run(job(preset, sources, tmp_path / "all", may_upscale=True))
    assert [one.notes for one in again.written] == [frozenset(), {Note.UPSCALED}]


def test_what_a_file_lacks_is_said(tmp_path: Path) -> None:
    source = saved(half_seen(), tmp_path / "half.png")
    report = run(job(quick(Format.JPEG), [source], tmp_path / "out"))
    assert [one.notes for one in report.written] == [{Note.WHITE_GROUND}]


def test_a_recipe_lies_beside_where_it_was_asked_for(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 1)
    report = run(job(replace(quick(), inside=Inside(sidecar=True)), sources, tmp_path / "out"))
    assert names(tmp_path / "out") == ["Spring-v1.json", "Spring-v1.png"]
    assert json.loads((tmp_path / "out" / "Spring-v1.json").read_bytes())["prompt"] == "a cat"
    assert report.written[0].size > 0
    assert report.written[1].pixels is None


@pytest.mark.parametrize("layout", list(Layout))
def test_each_layout_is_written_and_names_only_what_is_there(layout: Layout, tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 2)
    preset = replace(THREE, layout=layout, sizes=usual_sizes(layout))
    report = run(job(preset, sources, tmp_path / "out", may_upscale=True))
    assert (report.skipped, report.failed) == ((), ())
    assert sorted(str(one.path) for one in report.written) == names(tmp_path / "out")
    for catalog in (tmp_path / "out").rglob("Contents.json"):
        images = json.loads(catalog.read_bytes())["images"]
        assert {one["filename"] for one in images} == set(names(catalog.parent)) - {"Contents.json"}


def test_an_image_set_with_a_name_that_is_taken_becomes_another_set(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 1)
    preset = replace(THREE, layout=Layout.IOS)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Spring-v1.imageset").mkdir()
    run(job(preset, sources, tmp_path / "out"))
    assert {name.partition("/")[0] for name in names(tmp_path / "out")} == {"Spring-v1 (2).imageset"}
    run(job(preset, sources, tmp_path / "out", may_overwrite=True))
    assert len(names(tmp_path / "out" / "Spring-v1.imageset")) == 4


def test_a_set_of_which_nothing_can_be_made_leaves_no_empty_folder(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 1)
    preset = replace(THREE, layout=Layout.IOS, sizes=(SizeRule(SizeKind.WIDTH, 640),))
    report = run(job(preset, sources, tmp_path / "out"))
    assert [one.why for one in report.skipped] == [Skip.WOULD_UPSCALE]
    assert list((tmp_path / "out").iterdir()) == []


def test_alternative_words_dont_tell_the_prompt_that_isnt_to_be_told(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 1)
    preset = replace(quick(), layout=Layout.WEB)
    run(job(preset, sources, tmp_path / "bare"))
    run(job(replace(preset, inside=Inside()), sources, tmp_path / "told"))
    assert "cat" not in (tmp_path / "bare" / "Spring-v1.html").read_text("utf-8")
    assert 'alt="a cat"' in (tmp_path / "told" / "Spring-v1.html").read_text("utf-8")


def test_a_damaged_picture_and_a_missing_one_keep_no_other_from_being_written(tmp_path: Path) -> None:
    good, damaged, gone = pictures(tmp_path / "in", 3)
    damaged.write_bytes(damaged.read_bytes()[:400])
    gone.unlink()
    report = run(job(THREE, [damaged, good, gone], tmp_path / "out"))
    assert len(report.written) == 3
    assert {one.version for one in report.written} == {"v2"}
    assert [type(one.error) for one in report.failed] == [NotAPicture] * 3 + [UnreadableFile] * 3
    assert len(names(tmp_path / "out")) == 3


def test_an_original_that_is_missing_is_named(tmp_path: Path) -> None:
    (gone,) = pictures(tmp_path / "in", 1)
    gone.unlink()
    report = run(job(quick(Format.ORIGINAL), [gone], tmp_path / "out"))
    assert [type(one.error) for one in report.failed] == [UnreadableFile]
    assert names(tmp_path / "out") == []


def test_cancelling_leaves_what_is_whole_and_names_the_rest(tmp_path: Path) -> None:
    stop = threading.Event()
    report = run(
        job(THREE, pictures(tmp_path / "in", 6), tmp_path / "out"), lambda _: stop.set(), stop.is_set
    )
    assert 0 < len(report.written) < 18
    assert len(report.written) + len(report.skipped) == 18
    assert {one.why for one in report.skipped} == {Skip.CANCELLED}
    assert names(tmp_path / "out") == sorted(str(one.path) for one in report.written)


def test_on_a_disk_that_fills_up_what_is_whole_stays_and_the_rest_is_named(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 40, Image.effect_noise((320, 180), 90))
    with small_disk(tmp_path / "disk", 1) as disk:
        report = run(job(quick(), sources, disk))
        assert 0 < len(report.written) < 40
        assert len(report.written) + len(report.failed) == 40
        assert {type(one.error) for one in report.failed} == {FileUnwritable}
        assert names(disk) == sorted(str(one.path) for one in report.written)
        for name in names(disk):
            opened((disk / name).read_bytes())


def test_a_disk_that_becomes_read_only_stops_it(tmp_path: Path) -> None:
    sources = pictures(tmp_path / "in", 6)
    with small_disk(tmp_path / "disk", 4) as disk:

        def protect(_: Progress) -> None:
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

        report = run(job(THREE, sources, disk), protect, cores=1)
        assert len(report.written) == 1
        assert len(report.failed) == 17
        assert "Read-only" in str(report.failed[-1].error)
        assert names(disk) == ["Spring-v1.png"]


def test_a_folder_that_vanishes_is_not_made_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = run(
        job(THREE, pictures(tmp_path / "in", 2), out),
        lambda _: shutil.rmtree(out, ignore_errors=True),
        cores=1,
    )
    assert not out.exists()
    assert len(report.written) == 1
    assert {type(one.error) for one in report.failed} == {FileUnwritable}
    with pytest.raises(FileUnwritable):
        run(replace(job(THREE, [], tmp_path / "other"), folder=out))


@pytest.mark.parametrize("lines", [1, 4, 9])
def test_killed_in_the_middle_every_file_with_a_final_name_is_whole(lines: int, tmp_path: Path) -> None:
    pictures(tmp_path / "in", 60, landscape(900, 600))
    folders = [str(tmp_path / name) for name in ("in", "out")]
    command = [sys.executable, "-m", "tests.export.exporting_program", *folders]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for _ in range(lines):
            assert program.stdout.readline()
        program.send_signal(signal.SIGKILL)
    final = [path for path in (tmp_path / "out").iterdir() if not path.name.startswith(".")]
    assert lines <= len(final) < 180
    for path in final:
        assert opened(path.read_bytes()).width in {300, 600, 900}


def test_an_export_of_nothing_is_empty(tmp_path: Path) -> None:
    assert run(job(THREE, [], tmp_path / "out")) == Report()


def test_scales_are_those_of_the_picture_itself(tmp_path: Path) -> None:
    report = run(job(replace(THREE, sizes=scales(1, 2)), pictures(tmp_path / "in", 1), tmp_path / "out"))
    assert [str(one.pixels) for one in report.written] == ["160 × 90", "320 × 180"]
