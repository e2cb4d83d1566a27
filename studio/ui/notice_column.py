"""Notices that last, one under the other, and those that leave by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui.kit import Notice, Toast, Tone

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.notices import Notice as NoticeState

MOST = 3


class NoticeColumn(QWidget):
    """Shows what is posted: what lasts here, newest first, the rest at the bottom of `host`."""

    def __init__(self, theme: Theme, *, host: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._toast = Toast(theme, host)
        self._toasted: NoticeState | None = None
        self._toast.chosen.connect(self._act_on_toast)
        self._lasting: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_notice(self, notice: NoticeState) -> None:
        """Say it; what has something to press stays as long as what lasts."""
        if notice.lasts:
            self._add(notice)
            return
        self._toasted = notice
        self._toast.show_words(notice.words, tone=Tone(notice.kind.value), actions=_actions(notice))

    def _act_on_toast(self, chosen: str) -> None:
        if self._toasted:
            self._toasted.actions[int(chosen)].act()

    def _add(self, notice: NoticeState) -> None:
        for shown in self._lasting:
            if shown.words == notice.words:
                self._remove(shown)
                break
        bar = Notice(self._theme)

        def act(chosen: str) -> None:
            self._remove(bar)
            notice.actions[int(chosen)].act()

        bar.closed.connect(lambda: self._remove(bar))
        bar.chosen.connect(act)
        self._lasting.insert(0, bar)
        self._column.insertWidget(0, bar)
        bar.show_words(notice.words, tone=Tone(notice.kind.value), actions=_actions(notice))
        for old in self._lasting[MOST:]:
            self._remove(old)
        self.show()

    def _remove(self, bar: Notice) -> None:
        if bar in self._lasting:
            self._lasting.remove(bar)
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self._lasting))


def _actions(notice: NoticeState) -> tuple[tuple[str, str], ...]:
    return tuple((str(number), action.label) for number, action in enumerate(notice.actions))
