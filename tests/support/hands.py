"""The mouse over the gallery's view, and what is seen there."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.ui.gallery.view import GalleryView
from studio.viewmodels.gallery import GalleryModel

NO_KEY = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def seen(view: GalleryView, model: GalleryModel) -> dict[str, QRect]:
    """What is in view, and where."""
    places = {model.id_at(row): view.visualRect(model.index(row)) for row in view.seen_rows()}
    return {name: place for name, place in places.items() if place.intersects(view.viewport().rect())}


def selected_rows(view: GalleryView) -> list[int]:
    return sorted(index.row() for index in view.selectionModel().selectedIndexes())


def click(view: GalleryView, at: QPoint, key: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mouseClick(view.viewport(), LEFT, key, at)


def drag(view: GalleryView, *places: QPoint, key: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press at the first place, go through the others, and let go at the last."""
    QTest.mousePress(view.viewport(), LEFT, key, places[0])
    for place in places[1:]:
        _move(view, place, key)
    QTest.mouseRelease(view.viewport(), LEFT, key, places[-1])


def _move(view: GalleryView, place: QPoint, key: Qt.KeyboardModifier) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(view.viewport().mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        LEFT,
        key,
    )
    QApplication.sendEvent(view.viewport(), event)


def turn_wheel(view: GalleryView, at: QPoint, steps: int, key: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        key,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def badge(view: GalleryView, row: int) -> QPoint:
    """The middle of the stack badge of this row's tile."""
    tile = view.visualRect(view.model().index(row, 0))
    return QPoint(tile.right() - 8 - 20, tile.top() + 8 + 9)
