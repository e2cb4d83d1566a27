"""Marks over the picture: drawn, taken, moved, given another shape, written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter

from studio.domain.marks import Mark, MarkKind, Place
from studio.ui.kit import announce
from studio.ui.viewer.drawing.surface import DrawingSurface
from studio.ui.viewer.markup.gestures import straightened
from studio.ui.viewer.markup.letters_edit import LettersEdit
from studio.ui.viewer.markup.placed import PlacedMarks
from studio.ui.viewer.markup.selection import HANDLE, draw_selection
from studio.ui.viewer.markup.still import StillMarks
from studio.viewmodels.drawing_words import mark_words, marks_words
from studio.viewmodels.mark_painting import paint_marks
from studio.viewmodels.markup_state import MarkTool, handles, moved, reshaped, within
from studio.viewmodels.strokes import thinned

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.markup import MarkupViewModel

REACH = 6.0
"""How near the mouse must come to what it takes, in pixels of the widget."""
LEAST_DRAG = 4.0
LEAST_STEP = 1.5
"""How far apart two places of a line drawn by hand are."""


class MarksSurface(DrawingSurface):
    """What lies still is painted once for each view; what is under the mouse is painted over it."""

    def __init__(self, theme: Theme, canvas: Canvas, markup: MarkupViewModel) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._markup = markup
        self._still = StillMarks()
        self._placed = PlacedMarks()
        self._live: Mark | None = None
        self._taken: int | None = None
        self._handle: int | None = None
        self._from: Place = (0.0, 0.0)
        self._over: int | None = None
        self._id = ""
        self.editor = LettersEdit(self)
        self.editor.finished.connect(self._finish_writing)
        markup.state_changed.connect(self._follow)
        self._follow()

    # Drawing

    def begin(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Take what is there, or begin a mark."""
        self.editor.finish()
        self._from = within(self.placing.place(point))
        state = self._markup.state
        self._handle = self._handle_at(point)
        if self._handle is not None:
            self._taken, self._live = state.chosen, state.mark
        elif state.tool is MarkTool.SELECT:
            self._taken = self._mark_at(point)
            self._markup.choose(self._taken)
            self._live = self._markup.state.mark
        else:
            self._markup.choose(None)
            if state.tool is MarkTool.FREEHAND:
                self._live = self._new(MarkKind.FREEHAND, (self._from,))
        self.update()

    def go_on(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The mark follows the mouse."""
        placing, state = self.placing, self._markup.state
        place = within(placing.place(point))
        begun = placing.point(self._from)
        if self._taken is not None and state.mark:
            self._lead(point - begun, place, keys)
            return
        kind = state.tool.kind
        if kind is MarkKind.ARROW or kind is MarkKind.BOX:
            if self._live or (point - begun).manhattanLength() >= LEAST_DRAG:
                end = straightened(self._from, place, kind, placing.size, keys)
                self._show_live(self._new(kind, (self._from, end)))
        elif kind is MarkKind.FREEHAND and self._live:
            last = placing.point(self._live.places[-1])
            if (placing.point(place) - last).manhattanLength() >= LEAST_STEP:
                self._show_live(replace(self._live, places=(*self._live.places, place)))

    def end(self) -> None:
        """It stays as it is."""
        live, taken, placing = self._live, self._taken, self.placing
        self.give_up()
        if taken is not None:
            if live is not None:
                self._markup.change(live)
        elif self._markup.state.tool is MarkTool.TEXT:
            self._write_at(placing.point(self._from))
        elif live is not None:
            if live.kind is MarkKind.FREEHAND:
                width, height = placing.size.width() * placing.scale, placing.size.height() * placing.scale
                live = replace(live, places=thinned(live.places, width=width, height=height))
            self._markup.add(live)

    def give_up(self) -> None:
        """As it was."""
        self._live = self._taken = self._handle = None
        self.update()

    def nudge(self, distance: QPointF) -> bool:
        """Move the mark that is selected."""
        if self._markup.state.mark is None:
            return False
        self._markup.nudge(*self.placing.shift(distance))
        return True

    def press_enter(self) -> None:
        """Open the words that are selected, or begin a mark in the middle of what is seen."""
        state = self._markup.state
        if state.mark is not None:
            self._rewrite(state.mark)
            return
        middle, kind = QPointF(self.rect().center()), state.tool.kind
        span = QPointF(self.width() / 8, self.height() / 8)
        ends = (within(self.placing.place(middle - span)), within(self.placing.place(middle + span)))
        if kind is MarkKind.TEXT:
            self._write_at(middle - span)
        elif kind is MarkKind.ARROW or kind is MarkKind.BOX:
            self._markup.add(self._new(kind, ends))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """While marks are selected Tab leads from one to the next, and on from the last."""
        if self._markup.state.tool is MarkTool.SELECT and self._markup.choose_next(1 if next else -1):
            return True
        return super().focusNextPrevChild(next)

    def open_at(self, point: QPointF) -> None:
        """Words that are clicked twice are opened."""
        number = self._mark_at(point)
        if number is not None and self._markup.state.tool in {MarkTool.SELECT, MarkTool.TEXT}:
            self._drop()
            self._markup.choose(number)
            self._rewrite(self._markup.state.marks[number])

    def _drop(self) -> None:
        """The second press of a double click begins nothing."""
        self._draws = False
        self.give_up()

    def _lead(self, distance: QPointF, place: Place, keys: Qt.KeyboardModifier) -> None:
        mark = self._markup.state.mark
        if mark is None:
            return
        if self._handle is None:
            self._show_live(moved(mark, *self.placing.shift(distance)))
            return
        if mark.kind is MarkKind.ARROW:
            place = straightened(mark.places[1 - self._handle], place, mark.kind, self.placing.size, keys)
        self._show_live(reshaped(mark, self._handle, place))

    def _new(self, kind: MarkKind, places: tuple[Place, ...]) -> Mark:
        state = self._markup.state
        return Mark(kind, places, state.colour, state.size_of(kind))

    # Writing

    def _write_at(self, point: QPointF) -> None:
        number = self._mark_at(point)
        if number is not None and self._markup.state.marks[number].kind is MarkKind.TEXT:
            self._markup.choose(number)
            self._rewrite(self._markup.state.marks[number])
            return
        size = self._markup.state.size_of(MarkKind.TEXT)
        self._from = within(self.placing.place(point))
        self._markup.choose(None)
        mark = Mark(MarkKind.TEXT, (self._from,), self._markup.state.colour, size)
        self.editor.open(mark, self.placing, self._markup.families)

    def _rewrite(self, mark: Mark) -> None:
        if mark.kind is MarkKind.TEXT:
            self._from = mark.places[0]
            self.editor.open(mark, self.placing, self._markup.families)
            self.update()

    def _finish_writing(self, words: str) -> None:
        if self._markup.state.mark is not None:
            self._markup.rewrite(words)
        else:
            self._markup.write(words, self._from)
        self.update()
        self.setFocus()

    # What lies where

    def hover(self, point: QPointF | None) -> None:
        """The cursor says what would be taken."""
        takes = point is not None and self._markup.state.tool is MarkTool.SELECT and not self.draws
        self._over = self._mark_at(point) if takes and point is not None else None

    def shape_of_cursor(self) -> Qt.CursorShape:
        """A cross draws, arrows move."""
        match self._markup.state.tool:
            case MarkTool.SELECT if self._over is not None or self._taken is not None:
                return Qt.CursorShape.SizeAllCursor
            case MarkTool.SELECT:
                return Qt.CursorShape.ArrowCursor
            case MarkTool.TEXT:
                return Qt.CursorShape.IBeamCursor
            case _:
                return Qt.CursorShape.CrossCursor

    def _mark_at(self, point: QPointF) -> int | None:
        placing = self.placing
        return self._placed.at(placing.pixel(placing.place(point)), reach=REACH / placing.scale)

    def _handle_at(self, point: QPointF) -> int | None:
        mark, placing = self._markup.state.mark, self.placing
        for number, place in enumerate(handles(mark) if mark else ()):
            if (placing.point(place) - point).manhattanLength() <= REACH + HANDLE / 2:
                return number
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies still is only copied."""
        painter, ratio = QPainter(self), self.devicePixelRatioF()
        left_out = self._left_out()
        still = [one for number, one in enumerate(self._placed.shapes) if number != left_out]
        if not self._still.paint(still, placing=self.placing, size=self.size(), ratio=ratio):
            QTimer.singleShot(0, self, self.update)
        self._still.copy(painter, QRectF(event.rect()))
        if self._live is not None:
            self._paint_live(painter, self._live)
        mark = self._live if self._taken is not None else self._markup.state.mark
        if mark is not None and not self.editor.isVisible():
            bounds = self.placing.seen(self._placed.shape(mark).bounds)
            handled = tuple(self.placing.point(place) for place in handles(mark))
            draw_selection(painter, self._theme, bounds, handled)

    def look_again(self) -> None:
        """Words are written in their place and size: they are finished before that is another."""
        if self.editor.isVisible():
            self.editor.finish()
        self._lay()

    def _lay(self) -> None:
        self._placed.lay(self._markup.state.marks, self.placing.size, self._markup.families)

    def _left_out(self) -> int | None:
        """The mark that is led by the mouse, or written in."""
        if self.editor.isVisible():
            return self._markup.state.chosen
        return self._taken if self._live is not None else None

    def _paint_live(self, painter: QPainter, mark: Mark) -> None:
        painter.save()
        painter.setTransform(self.placing.onto, combine=True)
        paint_marks(painter, ((mark, self._placed.shape(mark)),))
        painter.restore()

    def _show_live(self, mark: Mark) -> None:
        room = HANDLE + 4
        for one in (self._live, mark):
            if one is not None:
                bounds = self.placing.seen(self._placed.shape(one).bounds).toAlignedRect()
                self.update(bounds.adjusted(-room, -room, room, room))
        self._live = mark

    # Following

    def _follow(self) -> None:
        if self._markup.state.id != self._id:
            # What was begun belonged to another picture.
            self._id = self._markup.state.id
            self.editor.discard()
            self._drop()
        self._lay()
        self.update()
        self._say()
        self.dress()

    def _say(self) -> None:
        state = self._markup.state
        words = mark_words(state.mark) if state.mark else ""
        if words and state.chosen is not None:
            words = self.tr("{mark}, {number} of {count}").format(
                mark=words, number=state.chosen + 1, count=len(state.marks)
            )
        said = self.tr("Marks: {words}").format(words=words or marks_words(len(state.marks)))
        if said != self.accessibleName():
            self.setAccessibleName(said)
            announce(self, words or said)
