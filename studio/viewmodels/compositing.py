"""Answers that were to change a region only: what is said where they don't lie well over their parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.words import describe
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.wording import share_words, translate

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


class CompositingViewModel(QObject):
    """`compare_requested` carries the ids of a parent and its answer, which the person wants to see."""

    compare_requested = Signal(object)

    def __init__(self, *, bridge: Bridge, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        bridge.happened.connect(self._hear)

    def compose(self, answer_id: str) -> None:
        """Put this answer together with its parent, however well it fits. It costs nothing."""
        self._tasks.start(lambda: self._compose(answer_id))

    async def _compose(self, answer_id: str) -> None:
        made = await self._bridge.ask(lambda studio: studio.compose(answer_id))
        if made is not None:
            words = translate("compositing", "Version {number} was put together.")
            self._notices.say(words.format(number=made.number), kind=Kind.OK)

    def _hear(self, event: object) -> None:
        from studio.engine.events import FitsPoorly, NotComposed

        match event:
            case FitsPoorly(answer, parent, fit):
                self._say_poor(answer, parent, fit)
            case NotComposed(answer_id, error):
                words = translate("compositing", "A changed region couldn't be put into its picture. {why}")
                words = words.format(why=describe(error, translate))
                again = Action(translate("compositing", "Try again"), lambda: self.compose(answer_id))
                self._notices.post(Notice(words, Kind.BAD, (again,), lasts=True))
            case _:
                pass

    def _say_poor(self, answer: Version, parent: Version, fit: float) -> None:
        words = translate(
            "compositing",
            "Version {answer} fits version {parent} poorly ({fit}). It was not put together.",
        ).format(answer=answer.number, parent=parent.number, fit=share_words(fit))
        actions = (
            Action(
                translate("compositing", "Show both"),
                lambda: self.compare_requested.emit((parent.id, answer.id)),
            ),
            Action(translate("compositing", "Put together all the same"), lambda: self.compose(answer.id)),
        )
        self._notices.post(Notice(words, Kind.WARNING, actions, lasts=True))
