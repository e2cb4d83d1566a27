"""What a client page or a contact sheet is to be like, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog

from studio.domain.sheet import Paper, SheetStyle
from studio.engine.handing_off import HandOffOrder, Made
from studio.ui.export.hand_off_dialog import HandOffDialog
from studio.viewmodels.hand_off import HandOffChoice, HandOffKind, order_of, usual_paper
from tests.support.window import by_hand, run_in_window, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from studio.ui.theme import Theme


def dialog_of(qtbot: QtBot, theme: Theme, tmp_path: Path, start: HandOffChoice) -> HandOffDialog:
    made = HandOffDialog(theme, count=3, start=start, folder=tmp_path)
    qtbot.addWidget(made)
    return made


def save_to(dialog: HandOffDialog, target: Path) -> None:
    """Choose this file in the dialog for it."""
    asked = dialog.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(target))
    asked.close()


def test_a_contact_sheet_is_chosen_and_saved(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    dialog = dialog_of(qtbot, theme, tmp_path, HandOffChoice(HandOffKind.CONTACT_SHEET, Paper.A4))
    assert dialog.windowTitle() == "Contact sheet of 3 pictures"

    async def story() -> tuple[HandOffChoice, Path] | None:
        import asyncio

        answer = asyncio.create_task(dialog.ask())
        await until(dialog.isVisible)
        dialog.title.setText(" Foxes ")
        dialog.format.set_value("png")
        dialog.paper.set_value("Letter")
        dialog.columns.setValue(5)
        dialog.prices.setChecked(True)
        await by_hand(dialog.save.click)
        await until(lambda: dialog.findChild(QFileDialog) is not None)
        asked = dialog.findChild(QFileDialog)
        assert isinstance(asked, QFileDialog)
        assert asked.selectedFiles()[0].endswith("Foxes.png")
        await by_hand(lambda: save_to(dialog, tmp_path / "all foxes.png"))
        return await answer

    answer = run_in_window(qapp, story())
    assert answer is not None
    choice, target = answer
    assert order_of(choice, ("a", "b", "c"), target) == HandOffOrder(
        ("a", "b", "c"),
        Made.SHEET_PNG,
        tmp_path,
        "all foxes",
        SheetStyle("Foxes", Paper.LETTER, columns=5, captions=True, prices=True),
        language=QLocale().name().replace("_", "-"),
    )


def test_without_captions_there_are_no_prices(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, theme, tmp_path, HandOffChoice(HandOffKind.CONTACT_SHEET, Paper.A4))
    dialog.captions.setChecked(False)
    assert not dialog.prices.isEnabled()


def test_a_client_page_asks_for_a_credit_and_no_paper(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    start = HandOffChoice(HandOffKind.CLIENT_PAGE, Paper.A4, title="Spring", credit="A studio")
    dialog = dialog_of(qtbot, theme, tmp_path, start)
    dialog.show()
    assert dialog.credit.isVisible()
    assert not dialog.paper.isVisible()
    assert dialog.choice == start
    assert order_of(dialog.choice, ("a",), Path("/out/page.html")).made is Made.CLIENT_PAGE


def test_the_paper_is_that_of_the_country() -> None:
    assert usual_paper(QLocale("en_US")) is Paper.LETTER
    assert usual_paper(QLocale("zh_CN")) is Paper.A4
