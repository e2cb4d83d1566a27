"""The light table: pictures that are compared, zoomed and moved as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.ui.viewer.compare.dividing_line import HANDLE, DividingLine
from studio.ui.viewer.compare.frame import NO_OFFSET, Cells, Frame, cells_for, frame_of
from studio.ui.viewer.compare.map_pane import MapPane
from studio.ui.viewer.compare.pane import ComparedPane, Turn
from studio.ui.viewer.pane import stepped
from studio.ui.viewer.zoom import View
from studio.viewmodels.compare_state import Way
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.compare import CompareViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import ZoomStep

GAP = 8


class LightTable(QWidget):
    """`view_changed` when it is zoomed or moved. Places are the widget's; `view` is of the frame that holds
    all pictures, in the room that each of them has.
    """

    view_changed = Signal()

    def __init__(
        self, theme: Theme, *, viewer: ViewerViewModel, compare: CompareViewModel, thumbnails: Thumbnails
    ) -> None:
        super().__init__()
        self._theme = theme
        self._viewer = viewer
        self._compare = compare
        self._thumbnails = thumbnails
        self._turn = Turn(self)
        self._panes: dict[str, ComparedPane] = {}
        self._offsets: dict[str, tuple[float, float]] = {}
        self._frame: Frame = Frame(1, 1, 1)
        self._view = View(1, 1, 0, 0).fitted()
        self._cells = Cells(1, 1, 1, 1, GAP)
        self._stood: object = None
        self.map = MapPane(theme, table=self)
        self.divider = DividingLine(theme, parent=self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Comparison"))
        self.divider.valueChanged.connect(self._arrange)
        compare.state_changed.connect(self._follow)
        compare.picture_arrived.connect(self._follow)
        compare.laid_together.connect(self.lay_together)
        viewer.look.state_changed.connect(self._arrange)
        thumbnails.arrived.connect(self._take_thumbnails)
        self._follow()

    @property
    def view(self) -> View:
        """Where the frame lies in the room of each."""
        return self._view

    @property
    def frame(self) -> Frame:
        """What holds all of them."""
        return self._frame

    def pane(self, version_id: str) -> ComparedPane:
        """That of this version."""
        return self._panes[version_id]

    def offset(self, version_id: str) -> tuple[float, float]:
        """How far this one was moved for itself, in the frame's pixels."""
        return self._offsets.get(version_id, NO_OFFSET)

    @property
    def way(self) -> Way | None:
        """How they lie; None where their difference is shown."""
        shows_map = self._viewer.look.state.mode is ViewerMode.DIFFERENCE
        return None if shows_map else self._compare.state.way

    # Zooming and moving, all of them or one

    def set_view(self, view: View) -> None:
        """Look at all of them this way."""
        if view != self._view:
            self._view = view
            self._spread()

    def zoom(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom to this scale; what is under `at` stays there."""
        self.set_view(self._view.zoomed(scale, self._in_room(at)))

    def take_step(self, step: ZoomStep, at: QPointF | None = None) -> None:
        """Zoom as a key asks for it."""
        self.set_view(stepped(self._view, step, self._in_room(at)))

    def move_by(self, distance: QPointF) -> None:
        """Move all of them by so much."""
        ratio = self.devicePixelRatioF()
        self.set_view(self._view.moved(distance.x() * ratio, distance.y() * ratio))

    def move_one(self, version_id: str, distance: QPointF) -> None:
        """Move this one alone by so much."""
        across, down = self.offset(version_id)
        pixels = self.devicePixelRatioF() / self._view.scale
        self._offsets[version_id] = (across + distance.x() * pixels, down + distance.y() * pixels)
        self._spread()

    def lay_together(self) -> None:
        """Each lies in its usual place again."""
        self._offsets.clear()
        self._spread()

    def _in_room(self, at: QPointF | None) -> tuple[float, float] | None:
        """The place in the room of the picture there, in device pixels."""
        if at is None:
            return None
        corner = self.place_of(self.version_at(at)).topLeft()
        ratio = self.devicePixelRatioF()
        return (at.x() - corner.x()) * ratio, (at.y() - corner.y()) * ratio

    # What lies where

    def version_at(self, at: QPointF) -> str:
        """The id of the picture that is seen there; the current one where there is none."""
        state = self._compare.state
        match self.way:
            case Way.SIDE_BY_SIDE:
                found = (name for name in state.ids if self.place_of(name).contains(at.toPoint()))
                return next(found, state.current)
            case Way.SLIDER if state.pair:
                return state.pair[at.x() >= self._divided_at].id
            case Way.FLICKER:
                return state.faced
            case _:
                return state.current

    def place_of(self, version_id: str) -> QRect:
        """The room of this picture."""
        if self.way is not Way.SIDE_BY_SIDE or version_id not in self._compare.state.ids:
            return self.rect()
        corner = self._cells.corner(self._compare.state.ids.index(version_id))
        return QRect(QPoint(*corner), QSize(self._cells.width, self._cells.height))

    def is_divider(self, at: QPointF) -> bool:
        """Whether the dividing line is there."""
        return self.way is Way.SLIDER and abs(at.x() - self._divided_at) <= HANDLE / 2

    def divide_at(self, across: float) -> None:
        """Move the dividing line there."""
        self.divider.set_share(across / max(1, self.width()))

    @property
    def _divided_at(self) -> int:
        return round(self.width() * self.divider.share)

    # Following

    def _follow(self) -> None:
        state = self._compare.state
        for name in self._panes.keys() - set(state.ids):
            pane = self._panes.pop(name)
            self._offsets.pop(name, None)
            for gone in (pane, pane.tag):
                gone.hide()
                gone.deleteLater()
        for version, title in zip(state.versions, state.titles, strict=True):
            if version.id not in self._panes:
                self._panes[version.id] = ComparedPane(
                    self._theme, self._thumbnails, turn=self._turn, table=self
                )
            self._panes[version.id].show_version(version, self._compare.picture(version), title)
        if state.versions:
            frame = frame_of(pane.pixels for pane in self._panes.values())
            if frame != self._frame:
                self._frame = frame
                self._view = self._view.of(frame.width, frame.height)
            self._lay_out()
        else:
            self.view_changed.emit()

    def _take_thumbnails(self, keys: frozenset[str]) -> None:
        if keys & self._panes.keys():
            self._follow()

    # The room

    def showEvent(self, event: QShowEvent) -> None:
        """Whatever happened meanwhile is caught up with."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """They find their places in the new room."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A screen of another scale is another room."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Give each its room where that changed."""
        if self._stands() != self._stood:
            self._lay_out()

    def _stands(self) -> object:
        """All that decides who has which room."""
        ground = self._viewer.look.state.background
        return self.way, self.size(), self.devicePixelRatioF(), self.divider.value(), ground

    def _lay_out(self) -> None:
        if not self._panes or not self.isVisible():
            # Nobody sees it yet.
            self._stood = None
            return
        ground = self._viewer.look.state.background
        self._stood = self._stands()
        self._cells = cells_for(
            len(self._panes), width=self.width(), height=self.height(), frame=self._frame, gap=GAP
        )
        ratio, room = self.devicePixelRatioF(), self.place_of(self._compare.state.current).size()
        self._view = self._view.in_room(round(room.width() * ratio), round(room.height() * ratio), ratio)
        seen = dict(self._seen())
        shows_scale = len({max(pane.pixels) for pane in self._panes.values()}) > 1
        for name, pane in self._panes.items():
            pane.setGeometry(self.place_of(name))
            pane.set_seen(seen.get(name))
            pane.setVisible(name in seen)
            pane.dress(
                is_current=name == self._compare.state.current,
                is_framed=self.way is Way.SIDE_BY_SIDE,
                shows_scale=shows_scale,
                ground=ground,
            )
        self.map.setGeometry(self.rect())
        self.map.setVisible(self.way is None)
        self.map.ground = ground
        self.divider.setVisible(self.way is Way.SLIDER)
        self.divider.stand(self._divided_at, self.height())
        self._stack()
        self._spread()

    def _seen(self) -> Iterable[tuple[str, QRect | None]]:
        """Which are seen, from the lowest on, and of each how much."""
        state = self._compare.state
        match self.way:
            case Way.SIDE_BY_SIDE:
                return [(name, None) for name in state.ids]
            case Way.SLIDER if state.pair:
                left, right = state.pair
                return [(left.id, None), (right.id, self.rect().adjusted(self._divided_at, 0, 0, 0))]
            case _:
                return [(self.version_at(QPointF()), None)]

    def _stack(self) -> None:
        if pair := self._compare.state.pair:
            self._panes[pair[1].id].raise_()
        self.map.raise_()
        for pane in self._panes.values():
            pane.tag.raise_()
        self.divider.raise_()

    def _spread(self) -> None:
        """Lay each where the view says."""
        for name, pane in self._panes.items():
            pane.set_view(self._frame.view_of(self._view, *pane.pixels, self.offset(name)))
        self.map.set_view(self._view)
        self._place_tags()
        self.view_changed.emit()

    def _place_tags(self) -> None:
        pair = self._compare.state.pair
        for name, pane in self._panes.items():
            is_right = self.way in {Way.SLIDER, None} and pair is not None and name == pair[1].id
            pane.place_tag(self._tag_room(name), is_right=is_right)

    def _tag_room(self, version_id: str) -> QRect:
        """Where its tag may stand; empty where it has none."""
        pair, way = self._compare.state.pair, self.way
        if way is Way.SIDE_BY_SIDE or (way is Way.FLICKER and version_id == self._compare.state.faced):
            return self.place_of(version_id)
        if way is Way.FLICKER or pair is None or version_id not in {one.id for one in pair}:
            return QRect()
        at = self._divided_at if way is Way.SLIDER else self.width() // 2
        left, right = QRect(0, 0, at, self.height()), QRect(at, 0, self.width() - at, self.height())
        return left if version_id == pair[0].id else right
