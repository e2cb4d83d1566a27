"""Actions and a window to do them in, for tests of keys, palette and shortcuts."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from studio.viewmodels.actions import ANYWHERE, AT_GALLERY, AT_PICTURES, AT_VIEWER, Action, Actions, Place
from tests.support.window import Surroundings


@dataclass(slots=True)
class Diary:
    """What was done, in order."""

    done: list[str] = field(default_factory=list[str])

    def action(self, action_id: str, *keys: str, places: frozenset[Place] = AT_PICTURES) -> Action:
        title = action_id.replace("-", " ").capitalize()
        return Action(action_id, title, "Picture", lambda: self.done.append(action_id), keys, places)


def usual(diary: Diary) -> tuple[Action, ...]:
    """A few actions as the window has them."""
    return (
        diary.action("rate-5", "5"),
        diary.action("pick", "P"),
        replace(diary.action("undo", "Ctrl+Z", places=ANYWHERE), repeats=True),
        diary.action("view", "Space", places=AT_GALLERY),
        diary.action("smaller-tiles", "Ctrl+-", places=AT_GALLERY),
        diary.action("zoom-out", "Ctrl+-", places=AT_VIEWER),
        diary.action("full-screen", "F11", places=ANYWHERE),
    )


def actions_in(around: Surroundings, *actions: Action) -> Actions:
    made = Actions(session=around.session, tasks=around.tasks)
    made.add(actions)
    return made


class Desk(QWidget):
    """A window with something to write in, something to press, and room for pictures.

    `pressed` are the keys that nothing took.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[int] = []
        self.prompt = QPlainTextEdit()
        self.line = QLineEdit()
        self.button = QPushButton("Press")
        self.pictures = QWidget()
        self.presses = 0
        self.button.clicked.connect(self._count)
        column = QVBoxLayout(self)
        for widget in (self.prompt, self.line, self.button, self.pictures):
            column.addWidget(widget)
        self.resize(800, 600)
        self.show()
        self.activateWindow()
        assert QTest.qWaitForWindowActive(self)
        self.pictures.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.append(event.key())

    def _count(self) -> None:
        self.presses += 1


def at(place: Place) -> Callable[[], Place]:
    return lambda: place
