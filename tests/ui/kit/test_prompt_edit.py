"""Writing a prompt: new lines, sending, composing, pasting pictures."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.kit import Picture, PromptEdit
from studio.ui.theme import Theme
from tests.ui.kit import speech
from tests.ui.kit.speech import heard

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> PromptEdit:
    editor = PromptEdit(theme, name="Prompt", placeholder="What should it show?")
    qtbot.addWidget(editor)
    editor.show()
    return editor


def pasted(editor: PromptEdit, mime: QMimeData) -> list[tuple[Picture, ...]]:
    seen: list[tuple[Picture, ...]] = []
    editor.pictures_pasted.connect(seen.append)
    assert editor.canInsertFromMimeData(mime)
    editor.insertFromMimeData(mime)
    return seen


def test_it_is_named(editor: PromptEdit) -> None:
    assert speech.name(editor) == "Prompt"


def test_enter_makes_a_new_line(qtbot: QtBot, editor: PromptEdit) -> None:
    with qtbot.assertNotEmitted(editor.submitted):
        QTest.keyClicks(editor, "a fox")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, "at dawn")
    assert editor.text == "a fox\nat dawn"


def test_ctrl_enter_submits_and_leaves_the_words(qtbot: QtBot, editor: PromptEdit) -> None:
    QTest.keyClicks(editor, "a fox")
    with qtbot.waitSignal(editor.submitted, timeout=1000):
        QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert editor.text == "a fox"


def test_ctrl_enter_held_down_submits_once(qtbot: QtBot, editor: PromptEdit) -> None:
    sent: list[bool] = []
    editor.submitted.connect(lambda: sent.append(True))
    for repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, CONTROL, "\r", repeat)
        QApplication.sendEvent(editor, event)
    assert sent == [True]


def test_nothing_is_sent_while_an_input_method_composes(qtbot: QtBot, editor: PromptEdit) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent("hu li", []))
    assert editor.composing
    with qtbot.assertNotEmitted(editor.submitted):
        QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    committed = QInputMethodEvent()
    committed.setCommitString("狐狸")
    QApplication.sendEvent(editor, committed)
    assert not editor.composing
    assert editor.text == "狐狸"
    with qtbot.waitSignal(editor.submitted, timeout=1000):
        QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)


def test_only_a_persons_edits_are_told(qtbot: QtBot, editor: PromptEdit) -> None:
    with qtbot.assertNotEmitted(editor.text_edited):
        editor.set_text("from the draft")
    told = heard(editor.text_edited)
    QTest.keyClicks(editor, "!")
    assert told == [editor.text]


def test_setting_the_same_words_leaves_the_caret(qtbot: QtBot, editor: PromptEdit) -> None:
    editor.set_text("a fox at dawn")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    editor.set_text("a fox at dawn")
    assert editor.textCursor().position() == 5


def test_setting_words_can_be_undone(editor: PromptEdit) -> None:
    editor.set_text("first")
    editor.set_text("second")
    editor.undo()
    assert editor.text == "first"


def test_it_grows_with_the_words_up_to_a_limit(editor: PromptEdit) -> None:
    small = editor.sizeHint().height()
    editor.set_text("\n".join("line" for _ in range(9)))
    grown = editor.sizeHint().height()
    editor.set_text("\n".join("line" for _ in range(90)))
    assert small < grown < editor.sizeHint().height() < 400


def test_markup_is_pasted_as_plain_words(editor: PromptEdit) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("bold")
    assert pasted(editor, mime) == []
    assert editor.text == "bold"


def test_image_files_become_pictures(editor: PromptEdit, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.PNG", "notes.txt")])
    assert pasted(editor, mime) == [(tmp_path / "a.PNG",)]
    assert editor.text == ""


def test_an_encoded_picture_is_taken_byte_for_byte(editor: PromptEdit) -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", b"\xff\xd8 not decoded here")
    assert pasted(editor, mime) == [(b"\xff\xd8 not decoded here",)]


def test_a_bare_picture_is_passed_on(editor: PromptEdit) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    [[picture]] = pasted(editor, mime)
    assert isinstance(picture, bytes | QImage)


def test_tab_leaves_it(qtbot: QtBot, theme: Theme) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    editor, after = PromptEdit(theme, name="Prompt", parent=panel), QLineEdit(panel)
    panel.show()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text == ""
    assert panel.focusWidget() is after
