"""The palette of a version, as it is seen, copied and saved."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from studio.export.palette_files import PaletteFormat
from studio.ui.colours.dialog import ColoursDialog
from studio.ui.theme import Theme
from studio.viewmodels.colours import ColoursViewModel
from tests.support.gallery import Shelf, numbered
from tests.support.viewing import BLUE, GREEN, RED, draw, save
from tests.support.window import run_in_window, until

WHITE, BLACK, SAND = (255, 255, 255), (0, 0, 0), (220, 180, 120)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, shown: Shelf) -> Iterator[ColoursDialog]:
    """Of a picture of six colours, in bars."""
    around = shown.around
    image = draw(600, 100, RED)
    for number, colour in enumerate((RED, GREEN, BLUE, WHITE, BLACK, SAND)):
        image.paste(colour, (number * 100, 0, number * 100 + 100, 100))
    version = save(around.folder, numbered(1), image)
    colours = ColoursViewModel(version, library=around.folder, tasks=around.tasks, notices=around.notices)
    made = ColoursDialog(theme, colours)
    qtbot.addWidget(made)
    yield made
    made.done(0)


def found(qapp: QApplication, dialog: ColoursDialog, shown: Shelf, *, wanted: int = 6) -> None:
    """Wait for the colours."""

    async def story() -> None:
        shown.around.tasks.begin(asyncio.get_running_loop())
        dialog.count.setValue(wanted)
        await until(lambda: len(dialog.grid.buttons) >= 5)

    dialog.show()
    run_in_window(qapp, story())


def test_its_colours_have_names_and_are_copied(
    qapp: QApplication, dialog: ColoursDialog, shown: Shelf
) -> None:
    found(qapp, dialog, shown)
    names = [button.accessibleName() for button in dialog.grid.buttons]
    assert len(names) == 6
    assert "White, #ffffff, 17 % of the picture" in names
    white = next(button for button in dialog.grid.buttons if "#ffffff" in button.accessibleName())
    white.click()
    assert qapp.clipboard().text() == "#ffffff"
    seen = white.grab().toImage()
    assert seen.pixelColor(8, 8).name() == "#ffffff"


def test_the_contrast_of_each_pair_has_its_grade(
    qapp: QApplication, dialog: ColoursDialog, shown: Shelf
) -> None:
    found(qapp, dialog, shown)
    assert not dialog.table.rowCount()
    next(cell for cell in dialog.pages.cells if cell.label == "Contrast").click()
    assert (dialog.table.rowCount(), dialog.table.columnCount()) == (6, 6)
    said = {
        dialog.table.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(6)
        for column in range(6)
    }
    assert "White on Black: 21.0 to 1, AAA: any text" in said
    assert "Black on White: 21.0 to 1, AAA: any text" in said
    texts = {dialog.table.model().index(0, column).data() for column in range(6)}
    assert "" in texts


def test_a_palette_is_copied_and_saved_in_every_format(
    qapp: QApplication, dialog: ColoursDialog, shown: Shelf, tmp_path: Path
) -> None:
    found(qapp, dialog, shown)
    dialog.copy.click()
    assert "--white: #ffffff;" in qapp.clipboard().text()
    combo = dialog.format.combo
    for number, format_ in enumerate(PaletteFormat):
        combo.setCurrentIndex(number)
        combo.activated.emit(number)
        assert dialog.copy.isEnabled() is (format_ is not PaletteFormat.ASE)
    combo.setCurrentIndex([*PaletteFormat].index(PaletteFormat.TOKENS))
    dialog.copy.click()
    assert json.loads(qapp.clipboard().text())["color"]["white"]["$value"]["hex"] == "#ffffff"

    async def story() -> None:
        shown.around.tasks.begin(asyncio.get_running_loop())
        combo.setCurrentIndex([*PaletteFormat].index(PaletteFormat.ASE))
        dialog.save.click()
        asked = dialog.findChild(QFileDialog)
        assert asked is not None
        assert asked.defaultSuffix() == "ase"
        asked.fileSelected.emit(str(tmp_path / "own.ase"))
        asked.close()
        await until((tmp_path / "own.ase").exists)

    run_in_window(qapp, story())
    assert (tmp_path / "own.ase").read_bytes().startswith(b"ASEF")


def test_what_a_picture_has_not_is_said(qapp: QApplication, dialog: ColoursDialog, shown: Shelf) -> None:
    found(qapp, dialog, shown, wanted=12)
    assert len(dialog.grid.buttons) == 6
    assert dialog.told.text() == "The picture has no more that can be told apart"
    QTest.keyClick(dialog.count, Qt.Key.Key_Left)
    assert dialog.count.value() == 11
