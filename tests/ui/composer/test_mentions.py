"""Naming references in the prompt: what is offered, what is marked, and that writing goes on undisturbed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMainWindow
from pytestqt.qtbot import QtBot

from studio.ui.composer.mention_marks import MentionMarks, letters_before, utf16_place
from studio.ui.composer.mention_offers import MentionOffers
from studio.ui.kit import OfferList, PromptEdit
from studio.ui.theme import Theme
from tests.ui.kit.speech import heard

Key = Qt.Key
HANDLES = {"wireframe": "wireframe.png", "photo": "beach.jpg", "线框图": "线框图.png"}


class Scene:
    def __init__(self, theme: Theme, window: QMainWindow, prompt: PromptEdit) -> None:
        self.window = window
        self.prompt = prompt
        self.marks = MentionMarks(theme, prompt)
        self.offers = MentionOffers(theme, prompt)
        self.marks.show_handles(tuple(HANDLES))
        self.offers.show_handles(HANDLES)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.prompt, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.prompt, key)

    def compose(self, text: str) -> None:
        QApplication.sendEvent(self.prompt, QInputMethodEvent(text, []))

    def commit(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.prompt, event)

    @property
    def offered(self) -> list[str]:
        offers = self.prompt.window().findChild(OfferList)
        if offers is None or offers.isHidden():
            return []
        view = offers.findChild(QListView)
        assert view is not None
        model = view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def marked(self) -> list[tuple[str, bool]]:
        """What is marked in the first line, and whether as a known name."""
        block = self.prompt.document().firstBlock()
        return [
            (_part(block.text(), one), one.format.foreground().style() is not Qt.BrushStyle.NoBrush)
            for one in sorted(block.layout().formats(), key=lambda one: one.start)
        ]


def _part(text: str, one: QTextLayout.FormatRange) -> str:
    return text[letters_before(text, one.start) : letters_before(text, one.start + one.length)]


@pytest.fixture
def scene(qtbot: QtBot, theme: Theme) -> Scene:
    window = QMainWindow()
    qtbot.addWidget(window)
    prompt = PromptEdit(theme, name="Prompt")
    window.setCentralWidget(prompt)
    window.resize(400, 400)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    prompt.setFocus()
    return Scene(theme, window, prompt)


def test_a_sign_offers_every_name(scene: Scene) -> None:
    scene.type("like ")
    assert scene.offered == []
    scene.type("@")
    assert scene.offered == ["@wireframe", "@photo", "@线框图"]
    scene.type("ph")
    assert scene.offered == ["@photo"]
    scene.press(Key.Key_Return)
    assert scene.prompt.text == "like @photo"
    assert scene.offered == []
    scene.press(Key.Key_Return)
    assert scene.prompt.text == "like @photo\n"


def test_another_one_is_chosen_with_the_arrows(scene: Scene) -> None:
    scene.type("@")
    scene.press(Key.Key_Down)
    scene.press(Key.Key_Tab)
    assert scene.prompt.text == "@photo"
    assert scene.prompt.hasFocus()


def test_escape_closes_it_and_the_words_stay(scene: Scene) -> None:
    scene.type("@w")
    scene.press(Key.Key_Escape)
    assert scene.offered == []
    assert scene.prompt.text == "@w"


def test_in_the_middle_of_the_words_with_a_fox_before_them(scene: Scene) -> None:
    scene.prompt.set_text("🦊 like , at dawn")
    cursor = scene.prompt.textCursor()
    cursor.setPosition(8)
    scene.prompt.setTextCursor(cursor)
    scene.type("@wi")
    scene.press(Key.Key_Return)
    assert scene.prompt.text == "🦊 like @wireframe, at dawn"
    scene.type("!")
    assert scene.prompt.text == "🦊 like @wireframe!, at dawn"
    assert scene.marked() == [("@wireframe", True)]


def test_taking_a_name_is_one_step_to_undo(scene: Scene) -> None:
    scene.type("like @ph")
    scene.press(Key.Key_Return)
    scene.prompt.undo()
    assert scene.prompt.text == "like @ph"
    scene.prompt.redo()
    assert scene.prompt.text == "like @photo"


def test_marking_is_nothing_to_undo_and_nothing_to_tell(scene: Scene) -> None:
    scene.prompt.set_text("like @photo and @nobody")
    scene.prompt.document().clearUndoRedoStacks()
    told = heard(scene.prompt.text_edited)
    scene.marks.show_handles(("nobody",))
    assert scene.marked() == [("@photo", False), ("@nobody", True)]
    assert not scene.prompt.document().isUndoAvailable()
    assert told == []


def test_an_input_method_composes_undisturbed(scene: Scene) -> None:
    scene.type("@photo ")
    cursor = scene.prompt.textCursor()
    cursor.setPosition(0)
    scene.prompt.setTextCursor(cursor)
    scene.compose("@xian")
    assert scene.prompt.composing
    assert scene.offered == []
    assert scene.prompt.text == "@photo "
    scene.press(Key.Key_Down)
    scene.commit("@线")
    assert scene.offered == ["@线框图"]
    assert scene.prompt.text == "@线@photo "


def test_unknown_names_are_marked_quietly(scene: Scene) -> None:
    scene.type("@wireframes")
    assert scene.marked() == [("@wireframes", False)]


def test_places_are_counted_as_qt_does() -> None:
    text = "a🦊b"
    assert [utf16_place(text, at) for at in range(4)] == [0, 1, 3, 4]
    assert [letters_before(text, at) for at in (0, 1, 3, 4)] == [0, 1, 2, 3]
