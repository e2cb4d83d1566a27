"""The gallery: tiles of versions and cards of jobs, painted as they are seen."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from studio.domain.query import SortKey
from studio.ui.gallery.fitting import picture_size
from studio.ui.gallery.grid_items import FRAME
from studio.ui.gallery.grid_view import GridView
from studio.ui.gallery.scrubber import Scrubber
from studio.ui.gallery.tile_painter import TilePainter
from studio.ui.kit.look import draw_frame
from studio.viewmodels.headers import header_words
from studio.viewmodels.tile import TileState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from PySide6.QtCore import QModelIndex, QSize
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from studio.domain.version import Version
    from studio.ui.gallery.card_painter import CardPainter
    from studio.ui.theme import Theme
    from studio.viewmodels.gallery import GalleryModel
    from studio.viewmodels.job_card import NextStep
    from studio.viewmodels.missing import MissingViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.versions import Versions

AHEAD = 2
"""Screens whose thumbnails are brought before they are seen, in the direction of scrolling."""

FLYING = 0.05
"""Seconds between two frames that are one movement."""


def no_problem(_version_id: str) -> str:
    """The usual answer to what is wrong with a version's file."""
    return ""


class TilesView(GridView):
    """Paints what the model holds, and asks for what is missing of it."""

    def __init__(
        self,
        theme: Theme,
        model: GalleryModel,
        *,
        thumbnails: Thumbnails,
        versions: Versions,
        today: Callable[[], date],
        problem_of: Callable[[str], str] = no_problem,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, parent=parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._versions = versions
        self._problem_of = problem_of
        self._today = today
        self._tiles = TilePainter(theme, thumbnails)
        self._hovered = QPersistentModelIndex()
        self._hovered_step: NextStep | None = None
        self._held_step: NextStep | None = None
        self._aimed: tuple[object, ...] = ()
        self._scrolled_to = 0
        self._flown_over, self._flown_at, self._is_flying = range(0), 0.0, False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(round(FLYING * 1000))
        self._settling.timeout.connect(self._rest)
        self._counts: dict[int, int] = {}
        self.setMouseTracking(True)
        self.scrubber = Scrubber(theme, self)
        self.setAccessibleName(self.tr("Gallery"))
        thumbnails.arrived.connect(self._show_arrived)
        versions.arrived.connect(self._show_arrived)
        model.dataChanged.connect(self._show_changed)
        theme.changed.connect(self.viewport().update)
        self.laid_out.connect(self._mark_months)

    @cached_property
    def _cards(self) -> CardPainter:
        from studio.ui.gallery.card_painter import CardPainter  # there are seldom cards at the first paint

        return CardPainter(self._theme)

    @property
    def is_painted(self) -> bool:
        """Whether every tile in view shows its picture, or that there is none."""
        cards = self._gallery.card_count
        ids = (self._gallery.id_at(row) for row in self.seen_rows() if row >= cards)
        return all(self._thumbnails.is_there(one) for one in ids)

    @property
    def blanks(self) -> int:
        """How many tiles in view show no picture yet, but their colour."""
        cards = self._gallery.card_count
        ids = (self._gallery.id_at(row) for row in self.seen_rows() if row >= cards)
        return sum(not self._thumbnails.is_there(one) for one in ids)

    def version_at(self, row: int) -> Version | None:
        """The version in this row, None for a card, or where it hasn't been read."""
        return self._gallery.version(row) if row >= 0 else None

    def tile_state(self, row: int) -> TileState:
        """What the tile in this row shows."""
        at = row - self._gallery.card_count
        rows = self._gallery.rows
        name = rows.ids[at]
        return TileState(
            name,
            rows.looks[at],
            self._versions.get(name),
            rows.counts[at],
            self._gallery.is_opened(row),
            self._problem_of(name),
        )

    def tell_problems(self, missing: MissingViewModel) -> None:
        """Have tiles say what is wrong with their files."""
        self._problem_of = missing.words
        missing.changed.connect(self._show_arrived)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the tiles that are seen."""
        painter = QPainter(self.viewport())
        scroll = self.verticalOffset()
        area, region = event.rect(), event.region()
        # Asked once: each call into Qt lets another thread have the interpreter, and waits to get it back.
        hovered = self._hovered.row()
        current = self.currentIndex().row() if self.hasFocus() else -1
        selection = self.selectionModel()
        some_selected = selection.hasSelection()
        grid = self._grid
        for row in grid.rows_between(area.top() - FRAME + scroll, area.bottom() + FRAME + scroll):
            rect = grid.rect(row).translated(0, -scroll)
            if region.intersects(rect.adjusted(-FRAME, -FRAME, FRAME, FRAME)):
                self._paint_item(painter, row, rect, hovered=row == hovered)
                selected = some_selected and selection.isSelected(self._gallery.index(row))
                if selected or row == current:
                    self._paint_frame(painter, rect, selected=selected)
        for section in grid.sections_between(area.top() + scroll, area.bottom() + scroll):
            self._paint_header(painter, section, grid.header_rect(section).translated(0, -scroll))
        self._paint_over(painter)
        self._aim()

    def _paint_over(self, painter: QPainter) -> None:
        """For a subclass."""

    def _paint_item(self, painter: QPainter, row: int, rect: QRect, *, hovered: bool) -> None:
        if row >= self._gallery.card_count:
            self._tiles.paint(painter, self.tile_state(row), rect, hovered=hovered)
            return
        card = self._gallery.card(row)
        if card is not None:
            step = self._hovered_step if hovered else None
            self._cards.paint(painter, card, rect, hovered=step, pressed=step == self._held_step)

    def _paint_frame(self, painter: QPainter, rect: QRect, *, selected: bool) -> None:
        frame = rect.adjusted(-FRAME, -FRAME, FRAME, FRAME)
        line = self._theme.colour("accent" if selected else "text")
        radius = self._theme.tokens.sizes.radius_card + FRAME - 1
        draw_frame(painter, frame, radius=radius, fill=None, line=line, width=2 if selected else 1)

    def _paint_header(self, painter: QPainter, section: int, rect: QRect) -> None:
        rows = self._gallery.rows
        key = self._gallery.shown.sort.key
        words = header_words(rows.sections[rows.starts[section]], key, today=self._today())
        sizes = self._theme.tokens.sizes
        font = self._theme.font(size=sizes.label, weight=QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, words)
        count = self._count_in(section)
        left = rect.adjusted(QFontMetrics(font).horizontalAdvance(words) + 8, 0, 0, 0)
        painter.setFont(self._theme.font(size=sizes.label))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, str(count))

    def _count_in(self, section: int) -> int:
        """How many versions stand under this header, in stacks or not."""
        count = self._counts.get(section)
        if count is None:
            begun, cards = self._grid.section_rows(section), self._grid.cards
            count = sum(self._gallery.rows.counts[begun.start - cards : begun.stop - cards])
            self._counts[section] = count
        return count

    def header_at(self, point: QPoint) -> int | None:
        """The section whose header lies under this point."""
        y = point.y() + self.verticalOffset()
        sections = self._grid.sections_between(y, y)
        return next((one for one in sections if self._grid.header_rect(one).contains(point.x(), y)), None)

    # What is missing

    def _aim(self) -> None:
        """Bring what is seen, from the middle outwards, then what will be."""
        seen = self.seen_rows()
        aim = (seen, self._grid.edge, self.devicePixelRatioF())
        if aim == self._aimed:
            return
        if self._flies(seen):
            self._settling.start()
            return
        self._aimed = aim
        down = self.verticalOffset() >= self._scrolled_to
        self._scrolled_to = self.verticalOffset()
        cards = self._gallery.card_count
        rows = [row for row in self._from_the_middle(seen) if row >= cards]
        names = [self._gallery.id_at(row) for row in rows]
        self._versions.want(names)
        self._thumbnails.aim(self._sized(rows + self._ahead(seen, down=down)))

    def _flies(self, seen: range) -> bool:
        """Whether all that was seen a frame ago is gone: then this will be gone too before it could come."""
        before, then = self._flown_over, self._flown_at
        if seen != before:
            self._flown_over, self._flown_at = seen, time.monotonic()
            passed = seen.stop <= before.start or before.stop <= seen.start
            self._is_flying = passed and self._flown_at - then < FLYING
        return self._is_flying

    def _rest(self) -> None:
        self._is_flying = False
        self._aim()

    def _from_the_middle(self, seen: range) -> list[int]:
        middle = (seen.start + seen.stop) / 2
        return sorted(seen, key=lambda row: abs(row - middle))

    def _ahead(self, seen: range, *, down: bool) -> list[int]:
        """The rows of the next screens, those in the direction of scrolling first, and one screen behind."""
        cards, end = self._gallery.card_count, self._gallery.rowCount()
        below = range(seen.stop, min(end, seen.stop + AHEAD * len(seen)))
        above = range(seen.start - 1, max(cards, seen.start - AHEAD * len(seen)) - 1, -1)
        first, second = (below, above) if down else (above, below)
        return [*first, *second[: len(seen)]]

    def _sized(self, rows: list[int]) -> Iterator[tuple[str, QSize]]:
        scale = self.devicePixelRatioF()
        edge, tiles, cards = self._grid.edge, self._gallery.rows, self._gallery.card_count
        for row in rows:
            yield tiles.ids[row - cards], picture_size(tiles.looks[row - cards], edge, scale)

    def _show_arrived(self, keys: frozenset[str]) -> None:
        scroll, cards = self.verticalOffset(), self._gallery.card_count
        if self.blanks:
            # What had to be made first is there to be read now.
            self._aimed = ()
            self.viewport().update()
            return
        for row in self.seen_rows():
            if row >= cards and self._gallery.id_at(row) in keys:
                if not self._thumbnails.is_there(self._gallery.id_at(row)):
                    # It was made anew, and can be read now.
                    self._aimed = ()
                rect = self._grid.rect(row).translated(0, -scroll)
                self.viewport().update(rect.adjusted(-FRAME, -FRAME, FRAME, FRAME))

    # Months

    def _show_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() < self._gallery.card_count and first.row() == last.row():
            # Cards change several times a second.
            self.viewport().update(self.visualRect(first))
        else:
            self._forget_shown()

    def _forget_shown(self) -> None:
        self._counts.clear()
        self._aimed = ()
        self.viewport().update()

    def _mark_months(self) -> None:
        self._forget_shown()
        rows = self._gallery.rows
        by_date = self._gallery.shown.sort.key is SortKey.DATE
        days = tuple(rows.sections[start] for start in rows.starts) if by_date else ()
        self.scrubber.show_months(days)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scrubber keeps to the edge."""
        super().resizeEvent(event)
        self.scrubber.place(self.size())
        pixels = self.width() * self.height() * self.devicePixelRatioF() ** 2
        self._tiles.make_room(pixels)
        self._thumbnails.make_room(pixels)
