"""Pictures on the clipboard as files and as text, with how much text that is."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from studio.viewmodels.copying import MOST, CopyForm, copy_words, text_size
from tests.domain.making import version
from tests.support.ways_out import WaysOut
from tests.support.window import run_in_window, until
from tests.viewmodels.test_missing import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def copied(qapp: QApplication, desk: Desk, form: CopyForm) -> tuple[list[Path], list[bytes]]:
    """Both foxes on the clipboard: their files, and what was in them."""
    ways_out, files, contents = WaysOut(desk), list[Path](), list[bytes]()

    async def story() -> None:
        found = await desk.fill()
        async with desk.around.engine():
            ways_out.copying.copy([one.id for one in found], form)
            await until(lambda: desk.words)
        files.extend(map(desk.file, found))
        contents.extend(file.read_bytes() for file in files)

    run_in_window(qapp, story())
    return files, contents


def test_as_files_other_programs_find_them(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    files, _ = copied(qapp, desk, CopyForm.FILE)
    mime = QGuiApplication.clipboard().mimeData()
    assert [Path(url.toLocalFile()) for url in mime.urls()] == files
    assert not mime.hasImage()
    assert desk.words == ["2 files copied."]


def test_as_data_uris_the_text_holds_the_very_bytes(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    _, contents = copied(qapp, desk, CopyForm.DATA_URI)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [base64.b64decode(line.removeprefix("data:image/png;base64,")) for line in lines] == contents
    assert re.fullmatch(r"2 data URIs copied: \d+ KB of text\.", desk.words[0])


def test_as_img_tags_a_page_can_show_them(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    _, contents = copied(qapp, desk, CopyForm.IMG_TAG)
    for line, content in zip(QGuiApplication.clipboard().text().splitlines(), contents, strict=True):
        found = re.fullmatch(r'<img src="(.+)" width="\d+" height="\d+" alt="(.+)">', unescape(line))
        assert found
        assert base64.b64decode(found[1].partition(",")[2]) == content
    assert desk.words[0].startswith("2 <img> tags copied: ")


def test_much_text_is_said_before(qapp: QApplication) -> None:
    small, large = replace(version("a"), size=12_000), replace(version("b"), size=6_300_000)
    assert copy_words(CopyForm.DATA_URI, (small,)) == "Data URI"
    assert copy_words(CopyForm.DATA_URI, (small, large)) == "Data URI (8.4 MB as text)"
    assert copy_words(CopyForm.FILE, (large,)) == "File"
    assert text_size((replace(small, size=4),)) == len(base64.b64encode(b"four"))


def test_too_much_text_is_refused_with_what_helps(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ways_out = WaysOut(desk)
    QGuiApplication.clipboard().setText("before")

    async def story() -> None:
        new, _ = await desk.fill()
        huge = replace(new, size=MOST)
        await ways_out.copying._copy_text(CopyForm.DATA_URI, (huge,))  # pyright: ignore[reportPrivateUsage]

    run_in_window(qapp, story())
    assert desk.words == ["That would be 133.3 MB of text. Export the pictures instead."]
    assert QGuiApplication.clipboard().text() == "before"
