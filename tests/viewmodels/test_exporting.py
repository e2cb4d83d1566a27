"""Exports that are under way: how far, how they are ended, and what is said of how they ended."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.export_report import Failed, Note, Report, Skip, Skipped, Written
from studio.domain.geometry import PixelSize
from studio.engine.exporting import ExportResult
from studio.viewmodels.export_result_words import is_whole, result_words
from studio.viewmodels.exporting import ExportingState
from studio.viewmodels.notices import Kind
from tests.support.exporting import Hand, hand, known
from tests.support.window import run_in_window, surroundings, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

OUT = Path("out")


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Hand:
    return hand(surroundings(tmp_path), tmp_path / "Designs" / "spring")


def written(*names: str, notes: frozenset[Note] = frozenset()) -> tuple[Written, ...]:
    return tuple(Written(PurePosixPath(name), 9, PixelSize(1, 1), name, notes) for name in names)


def said(result: ExportResult) -> str:
    return result_words(result)


def test_how_it_ended_is_said_in_a_sentence_for_each_thing() -> None:
    one, many = written("a.png"), written("a.png", "b.png", "c.png")
    assert said(ExportResult(Report(one), OUT)) == "1 file exported."
    assert said(ExportResult(Report(many), OUT)) == "3 files exported."
    beside = Written(PurePosixPath("Contents.json"), 9)
    assert said(ExportResult(Report((*many, beside)), OUT)) == "3 files exported."
    larger = (Skipped(PurePosixPath("d.png"), Skip.WOULD_UPSCALE),)
    assert said(ExportResult(Report(many, larger), OUT)) == (
        "3 of 4 files exported. 1 was left out: it would be larger than its picture."
    )
    assert said(ExportResult(Report(one), OUT, signed=2, gone=1)) == (
        "1 file exported. The content credentials of 2 pictures stay with their originals. "
        "1 picture isn't in the library any more."
    )
    white = written("a.jpg", "b.jpg", notes=frozenset({Note.WHITE_GROUND, Note.UPSCALED}))
    assert said(ExportResult(Report(white), OUT)) == (
        "2 files exported. a.jpg and 1 more: Is white where the picture can be seen through."
    )


def test_what_failed_is_named_by_its_reason_and_what_is_whole_is_said() -> None:
    full = FileUnwritable(Path("/media/stick"), "No space left on device")
    failed = (
        *(Failed(PurePosixPath(f"{number}.png"), full) for number in range(5)),
        Failed(PurePosixPath("fox.png"), UnreadableFile("3-fox.png")),
    )
    result = ExportResult(Report(written("a.png"), failed=failed), OUT)
    assert not is_whole(result)
    words = said(result)
    assert words.startswith(
        "1 of 7 files exported. 0.png and 4 more: The copy can't be saved in /media/stick"
    )
    assert "(No space left on device)" in words
    assert "fox.png: 3-fox.png isn't there or can't be read." in words
    nothing = ExportResult(Report(failed=failed[5:]), OUT)
    assert said(nothing).startswith("Nothing was exported. fox.png: ")


def test_an_end_before_the_end_says_that_what_is_there_is_whole() -> None:
    left = (Skipped(PurePosixPath("b.png"), Skip.CANCELLED),)
    result = ExportResult(Report(written("a.png"), left), OUT)
    assert said(result) == "Stopped: 1 of 2 files exported, and all of these are whole."


def test_the_steps_in_words() -> None:
    assert ExportingState().words == ""
    assert ExportingState(running=True).words == "Exporting…"
    assert ExportingState(running=True, done=4, total=9).words == "4 of 9 files exported"
    stopping = ExportingState(running=True, done=4, total=9, stopping=True)
    assert stopping.words == "Stopping after the files that are being written…"


def test_it_is_stopped_and_says_so(qapp: QApplication, person: Hand) -> None:
    states: list[ExportingState] = []
    person.exporting.state_changed.connect(lambda: states.append(person.exporting.state))

    async def story() -> None:
        async with person.around.engine():
            export = person.open(await person.bring(30, size=(900, 600)), preset="iOS asset · @1x @2x @3x")
            await known(export)
            export.export()
            await until(lambda: person.exporting.state.done)
            person.exporting.cancel()
            assert person.exporting.state.stopping
            await until(person.said)
            assert person.said()[0].startswith("Stopped: ")
            assert person.around.said[0].kind is Kind.INFO
            await until(lambda: not person.exporting.state.running)
        assert {state.total for state in states} == {0, 90}
        whole = [name for name in person.names() if name.endswith(".png")]
        assert 0 < len(whole) < 90
        assert not any(".part" in name for name in person.names())

    run_in_window(qapp, story())


def test_a_second_export_waits_for_the_first(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            versions = await person.bring(2)
            exports = [person.open(versions, preset=preset) for preset in ("PNG as it is", "Client JPEG")]
            for export in exports:
                await known(export)
            for export in exports:
                export.export()
            assert person.exporting.state.waiting == 1
            await until(lambda: len(person.said()) == 2)
        assert person.names() == ["spring-v1.jpg", "spring-v1.png", "spring-v2.jpg", "spring-v2.png"]

    run_in_window(qapp, story())


def test_what_failed_stays_until_it_is_read(qapp: QApplication, person: Hand) -> None:
    async def story() -> None:
        async with person.around.engine():
            versions = await person.bring(2)
            (person.around.folder / versions[0].path).unlink()
            export = person.open(versions, preset="PNG as it is")
            await known(export)
            export.export()
            await until(person.said)
            (notice,) = person.around.said
            assert notice.words.startswith("1 of 2 files exported. spring-v1.png: ")
            assert (notice.kind, notice.lasts) == (Kind.WARNING, True)
        assert person.names() == ["spring-v2.png"]

    run_in_window(qapp, story())
