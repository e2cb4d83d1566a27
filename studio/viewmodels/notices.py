"""What the window says in place: a message is a value before it is a widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from studio.domain.words import describe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.errors import StudioError


class Kind(StrEnum):
    """How grave a notice is; always shown with an icon and words."""

    INFO = "info"
    OK = "ok"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a notice: its label, and what it does."""

    label: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. `lasts` when it stays until it is closed."""

    words: str
    kind: Kind = Kind.INFO
    actions: tuple[Action, ...] = ()
    lasts: bool = False


class Notices(QObject):
    """Takes notices and hands each to whoever shows them."""

    posted = Signal(object)

    def post(self, notice: Notice) -> None:
        """Show this notice."""
        self.posted.emit(notice)

    def say(self, words: str, *, kind: Kind = Kind.INFO) -> None:
        """Show these words."""
        self.post(Notice(words, kind))

    def report_bug(self, trace: str) -> None:
        """Say once that the program itself is at fault, with the report to copy."""
        words = QCoreApplication.translate(
            "Notices", "Something went wrong in Proofroom itself. What was paid for is kept."
        )
        copy = Action(
            QCoreApplication.translate("Notices", "Copy report"),
            lambda: QGuiApplication.clipboard().setText(trace),
        )
        self.post(Notice(words, Kind.BAD, (copy,), lasts=True))

    def report(self, error: StudioError) -> None:
        """Say what happened, whether it cost money, and what to do next."""
        words = describe(error, QCoreApplication.translate)
        self.post(Notice(str(words), Kind.BAD, lasts=True))

    def report_unread_settings(self, file: Path) -> None:
        """Say that nothing of what was set holds: a limit that is gone must not go unseen."""
        words = QCoreApplication.translate(
            "Notices",
            "The settings in {file} can't be read. Budgets and all else that was set don't hold until they "
            "are set again.",
        )
        self.post(Notice(words.format(file=file), Kind.WARNING, lasts=True))
