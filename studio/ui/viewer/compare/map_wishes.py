"""Asks for the difference of what lies on the light table: of all of it, then sharp of what is looked at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studio.viewmodels.difference import region_between
from studio.viewmodels.difference_image import Laid, Wish

if TYPE_CHECKING:
    from studio.imaging.difference import Colour
    from studio.ui.theme import Theme
    from studio.ui.viewer.compare.pane import ComparedPane
    from studio.ui.viewer.compare.table import LightTable
    from studio.viewmodels.compare import CompareViewModel
    from studio.viewmodels.difference import DifferenceViewModel

LARGEST_MAP = 1024
"""The longer side of the difference of all of it, in pixels."""

MOST_PIXELS_OF_PART = 2_000_000
REST_MS = 80
"""So long the view stands still before its difference is made sharp."""


class MapWishes(QObject):
    """Wishes for nothing while the difference isn't shown, or a picture isn't there yet."""

    def __init__(
        self, theme: Theme, *, table: LightTable, compare: CompareViewModel, difference: DifferenceViewModel
    ) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._compare = compare
        self._difference = difference
        self._wished: object = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._sharpen)
        table.view_changed.connect(self._follow)
        theme.changed.connect(self._follow)
        difference.state_changed.connect(self._show)
        self._follow()

    def _follow(self) -> None:
        panes = self._panes()
        if panes is None:
            self._rest.stop()
            if self._wished is not None:
                self._wished = None
                self._difference.forget()
            return
        pictures = tuple(id(pane.whole) for pane in panes)
        wished = (self._ids(), pictures, tuple(map(self._table.offset, self._ids())), self._colours())
        if wished != self._wished:
            self._wished = wished
            self._difference.compare(self._wish_for_all(panes))
        self._rest.start()

    def _show(self) -> None:
        self._table.map.show_state(self._difference.state, self._table.frame)

    def _sharpen(self) -> None:
        panes, view, frame = self._panes(), self._table.view, self._table.frame
        is_coarse = frame.longest * view.scale > min(frame.longest, LARGEST_MAP)
        if panes and is_coarse and not self._table.map.is_sharp:
            self._difference.look_at(view, self._wish_for_part(panes))

    def _ids(self) -> tuple[str, ...]:
        return tuple(version.id for version in self._compare.state.pair or ())

    def _panes(self) -> tuple[ComparedPane, ComparedPane] | None:
        """The earlier and the later, while their difference can be looked for."""
        pair = self._compare.state.pair
        if self._table.way is not None or pair is None:
            return None
        before, after = (self._table.pane(version.id) for version in pair)
        return (before, after) if before.whole and after.whole else None

    # Wishes

    def _wish_for_all(self, panes: tuple[ComparedPane, ComparedPane]) -> Wish:
        frame = self._table.frame
        scale = min(1.0, LARGEST_MAP / max(frame.width, frame.height))
        laid: list[Laid] = []
        for pane, name in zip(panes, self._ids(), strict=True):
            left, top, share = frame.place(*pane.pixels, self._table.offset(name))
            laid.append(pane.laid(left * scale, top * scale, share * scale))
        return self._wish(laid, frame.width * scale, frame.height * scale)

    def _wish_for_part(self, panes: tuple[ComparedPane, ComparedPane]) -> Wish:
        """Of the room as it is seen, in the screen's pixels or, of a very large one, somewhat fewer."""
        room = self._table.view
        scale = min(1.0, math.sqrt(MOST_PIXELS_OF_PART / max(1, room.room_width * room.room_height)))
        laid: list[Laid] = []
        for pane in panes:
            left, top = pane.view.room_point(0, 0)
            laid.append(pane.laid(left * scale, top * scale, pane.view.scale * scale))
        return self._wish(laid, room.room_width * scale, room.room_height * scale)

    def _wish(self, laid: list[Laid], width: float, height: float) -> Wish:
        unexpected, expected = self._colours()
        pair = self._compare.state.pair
        return Wish(
            before=laid[0],
            after=laid[1],
            width=max(1, round(width)),
            height=max(1, round(height)),
            region=region_between(*pair) if pair else None,
            unexpected=unexpected,
            expected=expected,
        )

    def _colours(self) -> tuple[Colour, Colour]:
        def colour(role: str) -> Colour:
            named = self._theme.colour(role)
            return named.red(), named.green(), named.blue()

        return colour("bad"), colour("info")
