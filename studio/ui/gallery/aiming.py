"""What a view of tiles needs next: brought before it is seen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studio.ui.gallery.fitting import NEAR, picture_size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from PySide6.QtCore import QSize

    from studio.ui.gallery.tiles_view import TilesView
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.versions import Versions

AHEAD = 2
"""Screens whose thumbnails are brought before they are seen, in the direction of scrolling."""

FLYING = 0.05
"""Seconds between two frames that are one movement."""


class Aiming(QObject):
    """Looks at what was painted, and does its work between two frames: never while one is painted."""

    def __init__(self, view: TilesView, *, thumbnails: Thumbnails, versions: Versions) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self._versions = versions
        self._aimed: tuple[range, int, float] | None = None
        self._scrolled_to = 0
        self._flown_over, self._flown_at, self._is_flying = range(0), 0.0, False
        self._bringing = self._timer(0)
        self._bringing.timeout.connect(self._bring)
        self._settling = self._timer(round(FLYING * 1000))
        self._settling.timeout.connect(self._rest)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def look(self) -> None:
        """Something was painted: where other tiles are seen than before, bring what they need."""
        seen = self._view.seen_rows()
        if self._aim(seen) == self._aimed:
            return
        if self._flies(seen) or self._only_grows():
            self._settling.start()
        else:
            self._bringing.start()

    def forget(self) -> None:
        """What is seen is another, or can be had now: ask anew."""
        self._aimed = None

    def follow(self, keys: Collection[str]) -> None:
        """These have come, be it a picture or what is said of it."""
        cards, id_at = self._view.cards, self._view.id_at
        there = self._thumbnails.is_there
        if any(
            id_at(row) in keys and not there(id_at(row)) for row in self._view.seen_rows() if row >= cards
        ):
            # It was made anew, and can be read now.
            self.forget()
        elif self._thumbnails.rests and self._view.blanks:
            # There were too many to make at once.
            self.forget()
        self.look()

    def _aim(self, seen: range) -> tuple[range, int, float]:
        return seen, self._view.grid.edge, self._view.devicePixelRatioF()

    def _flies(self, seen: range) -> bool:
        """Whether all that was seen a frame ago is gone: then this will be gone too before it could come."""
        before, then = self._flown_over, self._flown_at
        if seen != before:
            self._flown_over, self._flown_at = seen, time.monotonic()
            passed = seen.stop <= before.start or before.stop <= seen.start
            self._is_flying = passed and self._flown_at - then < FLYING
        return self._is_flying

    def _only_grows(self) -> bool:
        """Whether tiles are of another size, and each shows a picture: while a window is resized they will be
        of yet another in a moment.
        """
        return self._aimed is not None and self._aimed[1] != self._view.grid.edge and not self._view.blanks

    def _rest(self) -> None:
        self._is_flying = False
        if self._aim(self._view.seen_rows()) != self._aimed:
            self._bring()

    # Bringing

    def _bring(self) -> None:
        """Bring what is seen, from the middle outwards, then what will be."""
        seen = self._view.seen_rows()
        self._aimed = self._aim(seen)
        offset = self._view.verticalOffset()
        ahead = self._ahead(seen, down=offset >= self._scrolled_to)
        self._scrolled_to = offset
        rows = [row for row in self._from_the_middle(seen) if row >= self._view.cards]
        self._versions.want(self._view.id_at(row) for row in [*rows, *ahead[: len(seen)]])
        # Those that aren't seen yet may be a little too large or too small: a resize changes all of them.
        near = self._thumbnails.is_near
        later = [(key, size) for key, size in self._sized(ahead) if not near(key, size, within=NEAR)]
        self._thumbnails.aim([*self._sized(rows), *later])

    def _from_the_middle(self, seen: range) -> list[int]:
        middle = (seen.start + seen.stop) / 2
        return sorted(seen, key=lambda row: abs(row - middle))

    def _ahead(self, seen: range, *, down: bool) -> list[int]:
        """The rows of the next screens, those in the direction of scrolling first, and one screen behind."""
        cards, end = self._view.cards, self._view.row_count
        below = range(seen.stop, min(end, seen.stop + AHEAD * len(seen)))
        above = range(seen.start - 1, max(cards, seen.start - AHEAD * len(seen)) - 1, -1)
        first, second = (below, above) if down else (above, below)
        return [*first, *second[: len(seen)]]

    def _sized(self, rows: Iterable[int]) -> Iterator[tuple[str, QSize]]:
        edge, scale = self._view.grid.edge, self._view.devicePixelRatioF()
        for row in rows:
            yield self._view.id_at(row), picture_size(self._view.look_at(row), edge, scale)
