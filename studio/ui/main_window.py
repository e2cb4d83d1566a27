"""The window: lays out its parts and decides nothing."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from studio.ui.kit import surface
from studio.ui.mark import mark_icon
from studio.ui.notice_column import NoticeColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from studio.ui.theme import Theme
    from studio.ui.top_bar import TopBar
    from studio.viewmodels.notices import Notice

WIDE = 1280
NARROW_DETAILS = 260
NARROWEST_WITH_DETAILS = 1000


class Page(Enum):
    """What stands in the centre."""

    GALLERY = auto()
    FIRST_RUN = auto()
    PROBLEM = auto()


class MainWindow(QMainWindow):
    """`close_requested` when the person closes it; it stays open until `allow_close` was called."""

    close_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        top_bar: TopBar,
        composer: QWidget,
        gallery: QWidget,
        details: QWidget,
    ) -> None:
        super().__init__()
        self._sizes = theme.tokens.sizes
        self._details = details
        self._may_close = False
        self._pages: dict[Page, QWidget] = {}
        self._stack = QStackedWidget()
        self.setWindowTitle(self.tr("Proofroom"))
        self.setWindowIcon(mark_icon(theme))
        self.setMinimumSize(900, 600)
        self.resize(1440, 900)
        centre = QWidget()
        surface(centre, "window")
        self._notices = NoticeColumn(theme, host=centre)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        self._lay_out(top_bar, composer, centre)
        self.add_page(Page.GALLERY, gallery)
        search = QShortcut(QKeySequence("Ctrl+K"), self)
        search.activated.connect(top_bar.focus_search)

    def _lay_out(self, top_bar: TopBar, composer: QWidget, centre: QWidget) -> None:
        composer.setFixedWidth(self._sizes.composer)
        self._details.setFixedWidth(self._sizes.details)
        body = QWidget()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(composer)
        row.addWidget(centre, 1)
        row.addWidget(self._details)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top_bar)
        column.addLayout(row, 1)
        self.setCentralWidget(body)

    def add_page(self, page: Page, widget: QWidget) -> None:
        """Give the centre one more page."""
        self._pages[page] = widget
        self._stack.addWidget(widget)

    def show_page(self, page: Page) -> None:
        """Show this page in the centre."""
        self._stack.setCurrentWidget(self._pages[page])

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
        width = event.size().width()
        self._details.setFixedWidth(self._sizes.details if width >= WIDE else NARROW_DETAILS)
        self._details.setVisible(width >= NARROWEST_WITH_DETAILS)
