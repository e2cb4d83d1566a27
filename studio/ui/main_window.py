"""The window: lays out its parts and decides nothing."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from studio.ui.kit import surface

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from studio.ui.theme import Theme
    from studio.ui.top_bar import TopBar
    from studio.viewmodels.notices import Notice

WIDE = 1280
NARROW_DETAILS = 260
NARROWEST_WITH_DETAILS = 1000
EARLY_KEYS = ("Ctrl+K", "Ctrl+F")
"""Taken before there is anything to do them."""


USUAL_SIZE = QSize(1440, 900)
"""Of the window where the screen has room for it."""


class Page(Enum):
    """What stands in the centre."""

    GALLERY = auto()
    VIEWER = auto()
    TREE = auto()
    LEDGER = auto()
    GROUPS = auto()
    FIRST_RUN = auto()
    PROBLEM = auto()


class MainWindow(QMainWindow):
    """Opens with the composer and with room for the other parts, which it takes one by one.

    `close_requested` when the person closes it; it stays open until `allow_close` was called.
    """

    close_requested = Signal()
    page_changed = Signal()

    def __init__(self, theme: Theme, *, composer: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._sizes = theme.tokens.sizes
        self._may_close = False
        self._page = Page.GALLERY
        self._pressed_early = ""
        self._pages: dict[Page, QWidget] = {}
        self._state_before: Qt.WindowState | None = None
        self.setWindowTitle(self.tr("Proofroom"))
        self.setMinimumSize(900, 600)
        self.resize(USUAL_SIZE.boundedTo(self.screen().availableSize()))
        self._lay_out(composer)
        self._early = tuple(self._make_early(key) for key in EARLY_KEYS)

    def _lay_out(self, composer: QWidget) -> None:
        self._body = QWidget(self)
        self._bar = QWidget(self._body)
        surface(self._bar, "bar", edge="bottom")
        self._bar.setFixedHeight(self._sizes.bar)
        self._centre = QWidget(self._body)
        surface(self._centre, "window")
        self._details = QWidget(self._body)
        surface(self._details, "panel", edge="left")
        self._details.setFixedWidth(self._sizes.details)
        self._composer = composer
        composer.setFixedWidth(self._sizes.composer)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(composer)
        self._row.addWidget(self._centre, 1)
        self._row.addWidget(self._details)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar)
        self._column.addLayout(self._row, 1)
        self.setCentralWidget(self._body)

    @property
    def body(self) -> QWidget:
        """The parent for the parts that are put in later."""
        return self._body

    @property
    def centre(self) -> QWidget:
        """The parent for the pages."""
        return self._centre

    def take_top_bar(self, top_bar: TopBar) -> None:
        """Put the bar in."""
        self._put_in(self._column, self._bar, top_bar)
        self._bar = top_bar

    def take_details(self, details: QWidget) -> None:
        """Put the right side in."""
        self._put_in(self._row, self._details, details)
        self._details = details
        self._fit_details()

    def take_gallery(self, gallery: QWidget) -> None:
        """Put in what stands in the centre."""
        self._stack = QStackedWidget(self._centre)
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self._centre_column = column
        self.add_page(Page.GALLERY, gallery)

    def take_notices(self) -> None:
        """Make the place for notices, over what stands in the centre."""
        from studio.ui.notice_column import NoticeColumn

        self._notices = NoticeColumn(self._theme, host=self._centre, parent=self._centre)
        self._centre_column.insertWidget(0, self._notices)

    def take_icon(self) -> None:
        """Show the mark where the desktop shows windows."""
        from studio.ui.mark import mark_icon

        self.setWindowIcon(mark_icon(self._theme))

    def _put_in(self, row: QVBoxLayout | QHBoxLayout, room: QWidget, part: QWidget) -> None:
        row.replaceWidget(room, part)
        room.hide()
        room.deleteLater()

    def add_page(self, page: Page, widget: QWidget) -> None:
        """Give the centre one more page."""
        self._pages[page] = widget
        self._stack.addWidget(widget)

    def has_page(self, page: Page) -> bool:
        """Whether the centre has this page."""
        return page in self._pages

    @property
    def page(self) -> Page:
        """What stands in the centre now."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show this page in the centre. Details stand beside pictures alone."""
        changed = page is not self._page
        self._page = page
        self._stack.setCurrentWidget(self._pages[page])
        self._fit_details()
        if changed:
            self.page_changed.emit()

    def show_notice(self, notice: Notice) -> None:
        """Say this in place."""
        self._notices.show_notice(notice)

    def allow_close(self) -> None:
        """The next close closes."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """What closing means is decided elsewhere."""
        if self._may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows give the gallery the room first."""
        super().resizeEvent(event)
        self._fit_details()

    def _fit_details(self) -> None:
        self._details.setFixedWidth(self._sizes.details if self.width() >= WIDE else NARROW_DETAILS)
        beside = (
            self._page in {Page.GALLERY, Page.VIEWER, Page.TREE} and self.width() >= NARROWEST_WITH_DETAILS
        )
        self._details.setVisible(beside and self._state_before is None)

    # Keys

    def _make_early(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: self._remember_early(key))
        return shortcut

    def _remember_early(self, key: str) -> None:
        self._pressed_early = key

    def end_early_keys(self) -> str:
        """From now on others have the keys; tells which of EARLY_KEYS was pressed last, if any."""
        for shortcut in self._early:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._early = ()
        return self._pressed_early

    def show_alone(self, *, alone: bool) -> None:
        """Nothing but the centre on the full screen; then all of it again, as it was."""
        full = Qt.WindowState.WindowFullScreen
        if alone:
            self._state_before = self.windowState()
            self.setWindowState(self.windowState() | full)
        elif self._state_before is not None:
            self.setWindowState(self._state_before)
            self._state_before = None
        for part in (self._bar, self._composer):
            part.setVisible(not alone)
        self._fit_details()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or don't."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
