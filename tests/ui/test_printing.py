"""Pictures on paper: one a page, fitted, wide ones on wide pages; what can't be read gets none."""

import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.printing import Printing, print_pictures, read_for_page
from tests.support.window import run_in_window, until
from tests.viewmodels.test_missing import Desk


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def pages(path: Path) -> list[tuple[float, float]]:
    """The sizes of a PDF's pages."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
    return [(float(width), float(height)) for width, height in found]


@pytest.mark.usefixtures("qapp")
def test_each_picture_has_a_page_that_lies_as_it_does(tmp_path: Path) -> None:
    Image.new("RGB", (640, 200), "red").save(tmp_path / "wide.png")
    Image.new("RGBA", (200, 640), (0, 0, 255, 0)).save(tmp_path / "tall.webp")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    names = ("wide.png", "broken.png", "tall.webp", "gone.png")
    unread = print_pictures(pdf_printer(tmp_path / "out.pdf"), [tmp_path / name for name in names])
    assert [path.name for path in unread] == ["broken.png", "gone.png"]
    wide, tall = pages(tmp_path / "out.pdf")
    assert wide[0] > wide[1]
    assert tall[0] < tall[1]


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_decoded_no_larger_than_its_page(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 1000)).save(tmp_path / "large.png")
    Image.new("RGB", (30, 10)).save(tmp_path / "small.png")
    page = QSize(800, 1000)
    assert read_for_page(tmp_path / "large.png", page).size() == QSize(1000, 333)
    assert read_for_page(tmp_path / "small.png", page).size() == QSize(30, 10)


@pytest.mark.usefixtures("qapp")
def test_nothing_is_printed_where_nothing_can_be_read(tmp_path: Path) -> None:
    def nothing(_path: Path, _page: QSize) -> QImage:
        return QImage()

    printer = pdf_printer(tmp_path / "out.pdf")
    assert print_pictures(printer, [tmp_path / "a.png"], read=nothing) == (tmp_path / "a.png",)
    assert not (tmp_path / "out.pdf").exists()


def test_the_printer_is_asked_for_and_then_used(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    owner = QWidget()
    qtbot.addWidget(owner)
    printing = Printing(
        owner=owner,
        outgoing=desk.outgoing,
        tasks=desk.around.tasks,
        notices=desk.around.notices,
        waiting=desk.waiting,
    )

    async def story() -> None:
        new, old = await desk.fill()
        async with desk.around.engine():
            printing.start((new.id, old.id))
            await until(lambda: owner.findChildren(QPrintDialog))
            (dialog,) = owner.findChildren(QPrintDialog)
            assert dialog.isVisible()
            printer = dialog.printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(tmp_path / "out.pdf"))
            dialog.accepted.emit(printer)
            await until(lambda: desk.words)
            assert desk.words == ["2 pictures sent to the printer."]
            assert len(pages(tmp_path / "out.pdf")) == 2
            dialog.close()

    run_in_window(qapp, story())
