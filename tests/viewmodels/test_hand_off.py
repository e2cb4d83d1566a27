"""A client page or a contact sheet under way: how far it is, how it ends, and that it waits for its turn."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.errors import UnreadableFile
from studio.domain.export_report import Failed, Report, Skip, Skipped, Written
from studio.domain.sheet import Paper
from studio.engine.exporting import ExportResult
from studio.viewmodels.export_result_words import hand_off_words
from studio.viewmodels.hand_off import HandOffChoice, HandOffKind, order_of
from studio.viewmodels.notices import Kind
from tests.support.exporting import Hand, hand
from tests.support.window import run_in_window, surroundings, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from studio.engine.handing_off import HandOffOrder

PAGE = PurePosixPath("foxes.html")


def hand_in(folder: Path) -> Hand:
    return hand(surroundings(folder), folder / "out")


def order(who: Hand, ids: list[str], name: str = "foxes.html") -> HandOffOrder:
    kind = HandOffKind.CLIENT_PAGE if name.endswith("html") else HandOffKind.CONTACT_SHEET
    return order_of(HandOffChoice(kind, Paper.A4, title="Foxes"), tuple(ids), who.out / name)


def test_a_page_is_made_then_a_sheet_and_each_can_be_shown(qapp: QApplication, tmp_path: Path) -> None:
    who = hand_in(tmp_path)
    seen: list[str] = []

    async def story() -> None:
        async with who.around.engine():
            ids = [version.id for version in await who.bring(3)]
            who.exporting.state_changed.connect(lambda: seen.append(who.exporting.state.words))
            who.exporting.hand_off(order(who, ids))
            who.exporting.hand_off(order(who, ids, "foxes.pdf"))
            assert who.exporting.state.waiting == 1
            await until(lambda: len(who.around.said) == 2)
            assert [notice.words for notice in who.around.said] == ["foxes.html saved.", "foxes.pdf saved."]
            assert {notice.kind for notice in who.around.said} == {Kind.OK}
            for notice in who.around.said:
                notice.actions[0].act()

    run_in_window(qapp, story())
    assert "3 of 3 pictures drawn" in seen
    assert not who.exporting.state.running
    assert who.shown == [who.out / "foxes.html", who.out / "foxes.pdf"]
    assert all(file.stat().st_size for file in who.shown)


def test_it_is_stopped_and_nothing_half_is_left(qapp: QApplication, tmp_path: Path) -> None:
    who = hand_in(tmp_path)

    async def story() -> None:
        async with who.around.engine():
            ids = [version.id for version in await who.bring(40)]
            who.exporting.hand_off(order(who, ids))
            await until(lambda: who.exporting.state.done)
            who.exporting.cancel()
            await until(lambda: who.around.said)
            assert who.around.said[0].words == "Stopped: nothing was saved."

    run_in_window(qapp, story())
    assert list(who.out.iterdir()) == []


def test_words_name_what_isnt_on_it() -> None:
    written = Written(PAGE, 12)
    lost = tuple(Failed(PAGE, UnreadableFile(f"{number}.png")) for number in range(2))
    result = ExportResult(Report((written,), (), lost), Path("/out"), gone=1)
    assert hand_off_words(result) == (
        "foxes.html saved. 2 pictures aren't on it: their files aren't where they were saved. "
        "1 picture isn't in the library any more."
    )
    pages = tuple(Written(PurePosixPath(f"foxes-{number}.png"), 12) for number in (1, 2))
    assert hand_off_words(ExportResult(Report(pages), Path("/out"))) == "2 pages saved."
    stopped = Report(pages, (Skipped(PAGE, Skip.CANCELLED),))
    words = "Stopped: the pages that are whole were saved."
    assert hand_off_words(ExportResult(stopped, Path("/out"))) == words
