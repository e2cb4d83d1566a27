"""Pictures on the clipboard for other programs: as files, and as text that holds them."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import bytes_words, translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studio.domain.version import Version
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.outgoing import OutgoingViewModel
    from studio.viewmodels.waiting import WaitingViewModel

LARGE = 1_000_000
"""Bytes of text of which it is said before how many they are."""

MOST = 100_000_000
"""Bytes of text: other programs hang at more, when it is pasted."""


class CopyForm(StrEnum):
    """What is put on the clipboard."""

    FILE = "file"
    DATA_URI = "data-uri"
    IMG_TAG = "img-tag"


class CopyingViewModel:
    """What was copied, or why it can't be, is said as a notice. Files are read in threads."""

    def __init__(self, *, outgoing: OutgoingViewModel, notices: Notices, waiting: WaitingViewModel) -> None:
        self._outgoing = outgoing
        self._notices = notices
        self._waiting = waiting

    def copy(self, ids: Iterable[str], form: CopyForm) -> None:
        """Put these pictures on the clipboard, those whose files are there."""
        match form:
            case CopyForm.FILE:
                self._outgoing.use(ids, self._copy_files)
            case CopyForm.DATA_URI | CopyForm.IMG_TAG:
                self._outgoing.use(ids, partial(self._copy_text, form))

    async def _copy_files(self, versions: tuple[Version, ...]) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._outgoing.path(version))) for version in versions])
        QGuiApplication.clipboard().setMimeData(mime)
        one, many = translate("copying", "File copied."), translate("copying", "{count} files copied.")
        self._notices.say(one if len(versions) == 1 else many.format(count=len(versions)), kind=Kind.OK)

    async def _copy_text(self, form: CopyForm, versions: tuple[Version, ...]) -> None:
        import asyncio

        size = text_size(versions)
        if size > MOST:
            words = translate("copying", "That would be {size} of text. Export the pictures instead.")
            self._notices.say(words.format(size=bytes_words(size)), kind=Kind.WARNING)
            return
        shown = [(version, self._outgoing.path(version)) for version in versions]
        words = translate("copying", "Waiting for the library's disk…")
        text = await self._waiting.during(words, asyncio.to_thread(_text_of, shown, form))
        QGuiApplication.clipboard().setText(text)
        self._notices.say(_copied_words(form, len(versions), len(text)), kind=Kind.OK)


def copy_words(form: CopyForm, versions: Iterable[Version]) -> str:
    """As a menu offers it, with how much text that will be where it is much."""
    words = {
        CopyForm.FILE: translate("copying", "File"),
        CopyForm.DATA_URI: translate("copying", "Data URI"),
        CopyForm.IMG_TAG: translate("copying", "<img> tag"),
    }[form]
    size = 0 if form is CopyForm.FILE else text_size(versions)
    if size < LARGE:
        return words
    return translate("copying", "{form} ({size} as text)").format(form=words, size=bytes_words(size))


def text_size(versions: Iterable[Version]) -> int:
    """About how many bytes of text these are: base64 writes three bytes with four letters."""
    return sum((version.size + 2) // 3 * 4 for version in versions)


def _text_of(shown: list[tuple[Version, Path]], form: CopyForm) -> str:
    """For a thread; one a line. Raises UnreadableFile."""
    from studio.export.snippets import data_uri, img_tag
    from studio.export.write import pieces_of

    lines: list[str] = []
    for version, path in shown:
        address = data_uri(b"".join(pieces_of(path)), version.mime)
        if form is CopyForm.IMG_TAG:
            address = img_tag(address, version.delivered, alt=version.recipe.prompt)
        lines.append(address)
    return "\n".join(lines)


def _copied_words(form: CopyForm, count: int, size: int) -> str:
    if form is CopyForm.IMG_TAG:
        one = translate("copying", "<img> tag copied: {size} of text.")
        many = translate("copying", "{count} <img> tags copied: {size} of text.")
    else:
        one = translate("copying", "Data URI copied: {size} of text.")
        many = translate("copying", "{count} data URIs copied: {size} of text.")
    return (one if count == 1 else many).format(count=count, size=bytes_words(size))
