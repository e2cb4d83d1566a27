"""The gallery: tiles of versions and cards of jobs, painted as they are seen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from studio.domain.query import SortKey
from studio.ui.gallery.aiming import Aiming
from studio.ui.gallery.fitting import box_of, fill_box, overlap
from studio.ui.gallery.grid_items import FRAME
from studio.ui.gallery.grid_view import GridView
from studio.ui.gallery.grounds import Spot
from studio.ui.gallery.scrubber import Scrubber
from studio.ui.gallery.tile_painter import TilePainter
from studio.ui.kit.look import draw_frame
from studio.viewmodels.headers import header_words
from studio.viewmodels.tile import TileState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from PySide6.QtCore import QModelIndex
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
        self._aiming = Aiming(self, thumbnails=thumbnails, versions=versions)
        self._hovered = QPersistentModelIndex()
        self._hovered_step: NextStep | None = None
        self._held_step: NextStep | None = None
        self._counts: dict[int, int] = {}
        self._has_been_seen = False
        self.setMouseTracking(True)
        self.scrubber = Scrubber(theme, self, days=self._days)
        # Beside the port, not over it: what is covered can't be moved as it is.
        self.setViewportMargins(0, 0, self.scrubber.sizeHint().width(), 0)
        self.setAccessibleName(self.tr("Gallery"))
        thumbnails.arrived.connect(self._show_arrived)
        versions.arrived.connect(self._show_read)
        model.dataChanged.connect(self._show_changed)
        theme.changed.connect(self.viewport().update)
        self.laid_out.connect(self.scrubber.look_again)

    @cached_property
    def _cards(self) -> CardPainter:
        from studio.ui.gallery.card_painter import CardPainter  # there are seldom cards at the first paint

        return CardPainter(self._theme)

    @property
    def is_painted(self) -> bool:
        """Whether every tile in view shows its picture, or that there is none. Not before it has a place."""
        cards = self._gallery.card_count
        ids = (self._gallery.id_at(row) for row in self.seen_rows() if row >= cards)
        return self._has_been_seen and all(self._thumbnails.is_there(one) for one in ids)

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
        """Only what has come into view, or is another. In numbers: see `Grid.corner`."""
        self._has_been_seen = True
        painter = QPainter(self.viewport())
        pieces = [box_of(piece) for piece in cast("Iterable[QRect]", event.region())]
        top = min((y for _, y, _, _ in pieces), default=0)
        bottom = max((y + height for _, y, _, height in pieces), default=0)
        fill_box(painter, box_of(event.rect()), self._theme.colour("background"))
        scroll, grid = self.verticalOffset(), self._grid
        for row in grid.rows_between(top - FRAME + scroll, bottom + FRAME + scroll):
            x, y = grid.corner(row)
            framed = (x - FRAME, y - scroll - FRAME, grid.edge + 2 * FRAME, grid.edge + 2 * FRAME)
            if any(overlap(framed, piece) for piece in pieces):
                self._paint_row(painter, row, x, y - scroll)
        for section in grid.sections_between(top + scroll, bottom + scroll):
            self._paint_header(painter, section, grid.header_rect(section).translated(0, -scroll))
        self._paint_over(painter)
        self._aiming.look()

    def _paint_row(self, painter: QPainter, row: int, x: int, y: int) -> None:
        edge, hovered = self._grid.edge, row == self._hovered.row()
        if row >= self._gallery.card_count:
            spot = Spot(x, y, edge, self.devicePixelRatioF())
            self._tiles.paint(painter, self.tile_state(row), spot, hovered=hovered)
        else:
            self._paint_card(painter, row, QRect(x, y, edge, edge), hovered=hovered)
        selected = self._is_selected(row)
        if selected or (self.hasFocus() and row == self.currentIndex().row()):
            self._paint_frame(painter, QRect(x, y, edge, edge), selected=selected)

    def _paint_over(self, painter: QPainter) -> None:
        """For a subclass."""

    def _paint_card(self, painter: QPainter, row: int, rect: QRect, *, hovered: bool) -> None:
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

    def _what_is_seen(self) -> object:
        """With the headers."""
        scroll, grid = self.verticalOffset(), self._grid
        rows = self._gallery.rows
        sections = grid.sections_between(scroll, scroll + self.viewport().height())
        headers = [
            (rows.sections[rows.starts[one]], self._count_in(one), grid.section_top(one) - scroll)
            for one in sections
        ]
        return headers, super()._what_is_seen()

    def _shows(self, row: int) -> object:
        return self._gallery.card(row) or self.tile_state(row)

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

    @property
    def cards(self) -> int:
        """How many rows are cards: versions follow them."""
        return self._gallery.card_count

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return self._gallery.rowCount()

    def id_at(self, row: int) -> str:
        """The id of what stands in this row."""
        return self._gallery.id_at(row)

    def look_at(self, row: int) -> int:
        """The colour and shape of the version in this row, as a Listing packs them."""
        return self._gallery.rows.looks[row - self._gallery.card_count]

    def _show_read(self, keys: frozenset[str]) -> None:
        """These versions have been read. Where a picture is still to come, all of it is shown with that."""
        self._show_arrived(frozenset(filter(self._thumbnails.is_there, keys)))

    def _show_arrived(self, keys: frozenset[str]) -> None:
        scroll, cards = self.verticalOffset(), self._gallery.card_count
        for row in self.seen_rows():
            if row >= cards and self._gallery.id_at(row) in keys:
                x, y = self._grid.corner(row)
                edge = self._grid.edge + 2 * FRAME
                self.viewport().update(x - FRAME, y - scroll - FRAME, edge, edge)
        self._aiming.follow(keys)

    # Months

    def _show_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() < self._gallery.card_count and first.row() == last.row():
            # Cards change several times a second.
            self.viewport().update(self.visualRect(first))
        else:
            self._forget_shown()

    def _forget_shown(self) -> None:
        self._counts.clear()
        self._aiming.forget()
        self.viewport().update()

    def _settle(self) -> None:
        self._counts.clear()
        self._aiming.forget()
        super()._settle()

    def _days(self) -> tuple[int, ...]:
        rows = self._gallery.rows
        by_date = self._gallery.shown.sort.key is SortKey.DATE
        return tuple(rows.sections[start] for start in rows.starts) if by_date else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scrubber keeps to the edge."""
        super().resizeEvent(event)
        self.scrubber.place(self.size())
        self._thumbnails.make_room(self.width() * self.height() * self.devicePixelRatioF() ** 2)
