"""Pictures from other programs, dropped on the gallery or pasted there: they join the library, or are sent
along with the next order. Which of the two is where they are let go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage, QKeySequence

from studio.ui.drop_overlay import DropOverlay
from studio.ui.kit.pictures import ENCODED, SUFFIXES, Picture, files_in
from studio.viewmodels.dragging import VERSIONS

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme

translate = QCoreApplication.translate


class ImportDrop(QObject):
    """Filters the events of `host`, over which it shows where to let go, and of `keys`, for pasting.

    `import_dropped` and `references_dropped` carry tuples of files and folders, bytes, or one image.
    """

    import_dropped = Signal(object)
    references_dropped = Signal(object)

    def __init__(self, theme: Theme, host: QWidget, *, keys: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._keys = keys
        self._overlay = DropOverlay(theme, host)
        host.setAcceptDrops(True)
        host.installEventFilter(self)
        keys.installEventFilter(self)

    @property
    def overlay(self) -> DropOverlay:
        """What is shown while something is dragged over the host."""
        return self._overlay

    def paste(self) -> bool:
        """Import what is on the clipboard; tells whether there was a picture."""
        mime = QGuiApplication.clipboard().mimeData()
        pictures = incoming_in(mime) if offers_pictures(mime) else ()
        if pictures:
            self.import_dropped.emit(pictures)
        return bool(pictures)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._keys and event.type() is QEvent.Type.KeyPress:
            pressed = cast("QKeyEvent", event)
            return pressed.matches(QKeySequence.StandardKey.Paste) and self.paste()
        if watched is not self._host:
            return False
        match event.type():
            case QEvent.Type.DragEnter:
                return self._enter(cast("QDragEnterEvent", event))
            case QEvent.Type.DragMove:
                return self._move(cast("QDragMoveEvent", event))
            case QEvent.Type.DragLeave:
                self._overlay.hide()
            case QEvent.Type.Drop:
                return self._drop(cast("QDropEvent", event))
            case QEvent.Type.Resize:
                self._overlay.setGeometry(self._host.rect())
            case _:
                pass
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        mime = event.mimeData()
        if not offers_pictures(mime):
            return False
        self._overlay.offer(_import_words(mime))
        self._point(event.position().toPoint())
        _accept(event)
        return True

    def _move(self, event: QDragMoveEvent) -> bool:
        if self._overlay.isHidden():
            return False
        self._point(event.position().toPoint())
        _accept(event)
        return True

    def _point(self, place: QPoint) -> None:
        self._overlay.point(place)

    def _drop(self, event: QDropEvent) -> bool:
        if self._overlay.isHidden():
            return False
        self._overlay.point(event.position().toPoint())
        as_references = self._overlay.is_over_references
        self._overlay.hide()
        pictures = incoming_in(event.mimeData())
        _accept(event)
        if pictures:
            (self.references_dropped if as_references else self.import_dropped).emit(pictures)
        return True


def _accept(event: QDropEvent) -> None:
    """Always a copy: a program that moves would remove the person's file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def offers_pictures(mime: QMimeData) -> bool:
    """Whether something may be in it, without looking at any file. Not the library's own pictures."""
    if mime.hasFormat(VERSIONS):
        return False
    return bool(files_in(mime)) or mime.hasImage() or any(mime.hasFormat(kind) for kind in ENCODED)


def incoming_in(mime: QMimeData) -> tuple[Picture, ...]:
    """Files and folders, whatever they are called; else the encoded picture, as a browser gives it; else the
    bare one.
    """
    files = files_in(mime)
    if files:
        return files
    for kind in ENCODED:
        if mime.hasFormat(kind):
            return (bytes(mime.data(kind).data()),)
    image = mime.imageData() if mime.hasImage() else None
    return (image,) if isinstance(image, QImage) and not image.isNull() else ()


def _import_words(mime: QMimeData) -> str:
    """With their number, where all of them are named like pictures: what is in a folder isn't known yet."""
    files = files_in(mime)
    if any(path.suffix.lower() not in SUFFIXES for path in files):
        return translate("importing", "Import pictures")
    if len(files) > 1:
        return translate("importing", "Import {count} pictures").format(count=len(files))
    return translate("importing", "Import picture")
