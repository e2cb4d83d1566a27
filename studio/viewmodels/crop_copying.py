"""A part of a picture on the clipboard, as the export would write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage

from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.export_sizes import SizeRule
    from studio.domain.version import Version
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


class CropCopying:
    """What went wrong and what was done is said as a notice."""

    def __init__(self, *, folder: Path, tasks: Tasks, notices: Notices) -> None:
        self._folder = folder
        self._tasks = tasks
        self._notices = notices

    def copy(self, version: Version, rule: SizeRule) -> None:
        """Put what the rule makes of it on the clipboard."""
        self._tasks.start(lambda: self._copy(self._folder / version.path, rule))

    async def _copy(self, path: Path, rule: SizeRule) -> None:
        import asyncio  # not loaded before the first paint

        image = await asyncio.to_thread(cropped, path, rule)
        QGuiApplication.clipboard().setImage(image)
        words = translate("crop", "Crop copied, {size} px.")
        size = f"{image.width()} × {image.height()}"
        self._notices.say(words.format(size=size), kind=Kind.OK)


def cropped(path: Path, rule: SizeRule) -> QImage:
    """For a thread: what the rule makes of this file. Raises as `decoded` and `encoded`."""
    from studio.domain.export import Encoding
    from studio.domain.export_sizes import resolve
    from studio.export.decoding import decoded
    from studio.export.encode import encoded

    picture = decoded(path)
    return QImage.fromData(encoded(picture, resolve(rule, picture.size), Encoding()))
