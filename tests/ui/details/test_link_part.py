"""The linked files of a tree in details: what is in them, and what is done about them by a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QSignalSpy

from studio.ui.details.link_part import LinkPart
from tests.support.ways_out import WaysOut
from tests.support.window import run_in_window, until
from tests.viewmodels.test_linking import PNG, fill
from tests.viewmodels.test_missing import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from studio.ui.theme import Theme


def test_a_linked_file_is_shown_switched_and_unlinked(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    ways_out = WaysOut(desk)
    part = LinkPart(theme)
    qtbot.addWidget(part)
    part.furnish(ways_out.linking)
    shown = QSignalSpy(ways_out.linking.show_requested)
    target = tmp_path / "hero.png"

    async def story() -> None:
        root, child = await fill(desk)
        async with desk.around.engine():
            ways_out.details.choose(root)
            assert part.isHidden()
            ways_out.linking.link(root, target, PNG)
            await until(lambda: part.files)
            assert not part.isHidden()
            (file,) = part.files
            assert file.accessibleName() == "Linked to ~/hero.png · v1"
            assert file.step.text() == "Update"
            assert file.step.accessibleName() == "Update: hero.png"
            file.show_file.click()
            assert shown.at(0) == [target]

            ways_out.details.choose(child)
            await until(lambda: part.files and part.files[0].step.text() == "Use this version")
            before = target.read_bytes()
            part.files[0].step.click()
            await until(lambda: part.files[0].accessibleName().endswith("v2"))
            assert target.read_bytes() != before

            target.write_bytes(b"painted over")
            part.files[0].step.click()
            await until(lambda: part.files[0].step.text() == "Overwrite")
            assert part.files[0].problem.text().startswith("hero.png was changed by another program.")
            part.files[0].step.click()
            await until(lambda: part.files[0].step.text() == "Update")
            part.files[0].unlink.click()
            await until(part.isHidden)
            assert target.exists()

    run_in_window(qapp, story())
