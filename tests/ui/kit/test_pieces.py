"""The smaller pieces: what they say, and what they tell."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.kit import (
    Button,
    Chip,
    Elided,
    EmptyState,
    IconButton,
    KeyValue,
    KeyValueRows,
    Notice,
    Part,
    Picture,
    ProgressLine,
    ReferenceStrip,
    ReferenceThumb,
    SearchField,
    StatusPill,
    Swatches,
    Toast,
    Tone,
    Words,
    files_in,
)
from studio.ui.theme import Theme, ThemePreference
from tests.ui.kit import speech
from tests.ui.kit.speech import heard


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {
        speech.name(button): button for button in widget.findChildren(QPushButton) if not button.isHidden()
    }


def strip_of(qtbot: QtBot, theme: Theme, *names: str) -> ReferenceStrip:
    strip = ReferenceStrip(theme, name="References")
    qtbot.addWidget(strip)
    strip.resize(312, 80)
    strip.set_items(tuple(ReferenceThumb(name, name) for name in names))
    strip.show()
    return strip


def test_painting_leaves_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12 lost a reference to None with each call on Python 3.11, until the process aborted."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(10_000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100


def test_enter_presses_a_button(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Save as…", icon="save")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_an_icon_button_has_a_name_and_a_tool_tip(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "settings", name="Settings")
    qtbot.addWidget(button)
    assert (speech.name(button), button.toolTip()) == ("Settings", "Settings")


def test_icons_follow_the_theme(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "settings", name="Settings")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    theme.set_preference(ThemePreference.LIGHT)
    assert button.icon().cacheKey() != before
    theme.set_preference(ThemePreference.DARK)


def test_a_chip_shows_its_count(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("All", count=1284)
    qtbot.addWidget(chip)
    assert speech.name(chip) == "All 1,284"
    chip.set_count(None)
    assert speech.name(chip) == "All"


def test_a_pill_is_named_by_its_words(qtbot: QtBot, theme: Theme) -> None:
    pill = StatusPill(theme, "Key in keychain", tone=Tone.OK)
    qtbot.addWidget(pill)
    assert speech.name(pill) == "Key in keychain"
    narrow = pill.sizeHint().width()
    pill.set_parts(
        (Part("Today", "muted"), Part("¥3.42", "strong"), Part("of ¥20, and more beside", "faint"))
    )
    assert speech.name(pill) == "Today ¥3.42 of ¥20, and more beside"
    assert pill.sizeHint().width() > narrow


def test_a_reference_goes_by_delete_and_the_focus_stays(qtbot: QtBot, theme: Theme) -> None:
    strip = strip_of(qtbot, theme, "a.png", "b.png")
    strip.tiles[0].setFocus()
    told = heard(strip.removed)
    QTest.keyClick(strip.tiles[0], Qt.Key.Key_Delete)
    assert told == ["a.png"]
    kept = strip.tiles[1]
    strip.set_items((ReferenceThumb("b.png", "b.png"),))
    assert strip.tiles == (kept,)


def test_a_reference_goes_by_its_cross(qtbot: QtBot, theme: Theme) -> None:
    strip = strip_of(qtbot, theme, "a.png")
    cross = strip.tiles[0].findChildren(QPushButton)[0]
    assert speech.name(cross) == "Remove a.png"
    with qtbot.waitSignal(strip.removed, timeout=1000):
        cross.click()


def test_a_broken_reference_says_so(qtbot: QtBot, theme: Theme) -> None:
    strip = strip_of(qtbot, theme, "a.png")
    strip.set_items((ReferenceThumb("a.png", "a.png", problem="This is no picture"),))
    assert speech.description(strip.tiles[0]) == "This is no picture"


def test_the_strip_wraps_and_keeps_its_height(qtbot: QtBot, theme: Theme) -> None:
    strip = strip_of(qtbot, theme, "a.png")
    one_row = strip.height()
    strip.set_items(
        tuple(
            ReferenceThumb(str(at), f"{at}.png", QImage(9, 9, QImage.Format.Format_RGB32)) for at in range(9)
        )
    )
    assert strip.height() == 2 * one_row + 8
    strip.grab()


def test_files_dropped_on_the_strip_are_passed_on(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    strip = strip_of(qtbot, theme)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    seen: list[tuple[Picture, ...]] = []

    def take(dropped: QMimeData) -> None:
        seen.append(files_in(dropped))

    strip.dropped.connect(take)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    strip.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none))
    assert seen == [(tmp_path / "a.txt",)]


def test_a_picture_is_pasted_into_the_strip(qtbot: QtBot, theme: Theme) -> None:
    strip = strip_of(qtbot, theme, "a.png")
    mime = QMimeData()
    mime.setData("image/png", b"png")
    QGuiApplication.clipboard().setMimeData(mime)
    told = heard(strip.pasted)
    QTest.keySequence(strip.tiles[0], QKeySequence(QKeySequence.StandardKey.Paste))
    assert told == [(b"png",)]
    QGuiApplication.clipboard().clear()


def test_escape_clears_the_search_and_then_leaves_it(qtbot: QtBot, theme: Theme) -> None:
    search = SearchField(theme, name="Search", shortcut_hint="Ctrl K")
    qtbot.addWidget(search)
    search.setText("fox")
    with qtbot.assertNotEmitted(search.escaped):
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    with qtbot.waitSignal(search.escaped, timeout=1000):
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (speech.name(search), speech.description(search)) == ("Search", "Ctrl K")


def test_details_are_copied_whole(qtbot: QtBot, theme: Theme) -> None:
    rows = KeyValueRows(theme)
    qtbot.addWidget(rows)
    rows.set_rows((KeyValue("request", "Request id", "8f31…c2", copyable=True, copy="8f31aaaac2"),))
    with qtbot.waitSignal(rows.copied, timeout=1000):
        buttons(rows)["Copy Request id"].click()
    assert QGuiApplication.clipboard().text() == "8f31aaaac2"


def test_details_change_in_place(qtbot: QtBot, theme: Theme) -> None:
    rows = KeyValueRows(theme)
    qtbot.addWidget(rows)
    palette = Swatches(name="Palette")
    palette.set_colours(("#112233", "#445566"))
    rows.set_rows((KeyValue("cost", "Cost", "¥0.25"), KeyValue("palette", "Palette", widget=palette)))
    before = rows.findChildren(Words)
    rows.set_rows((KeyValue("cost", "Cost", "¥0.37"), KeyValue("palette", "Palette", widget=palette)))
    assert rows.findChildren(Words) == before
    assert [speech.name(words) for words in before] == ["Cost", "Cost: ¥0.37", "Palette"]
    assert speech.description(palette) == "#112233, #445566"


def test_a_widget_with_a_home_of_its_own_can_be_shown_again(qtbot: QtBot, theme: Theme) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    rows, palette = KeyValueRows(theme, parent=home), Swatches(name="Palette", parent=home)
    cost = KeyValue("cost", "Cost", "¥0.25")
    shown = (cost, KeyValue("palette", "Palette", widget=palette))
    rows.set_rows(shown)
    rows.set_rows((cost,))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert palette.isHidden()
    rows.set_rows(shown)
    assert not palette.isHidden()


def test_what_is_shortened_or_amiss_says_so(qtbot: QtBot, theme: Theme) -> None:
    rows = KeyValueRows(theme)
    qtbot.addWidget(rows)
    rows.set_rows((KeyValue("prompt", "Prompt", "a cat…", whole="a cat in the rain"),))
    _, words = rows.findChildren(Words)
    assert words.toolTip() == "a cat in the rain"
    assert speech.name(words) == "Prompt: a cat in the rain"
    rows.set_rows((KeyValue("size", "Size", "1024 × 1024", warns=True),))
    assert rows.findChildren(Words)[-1].property("role") == "warning"


def test_progress_never_leaves_its_ends(qtbot: QtBot, theme: Theme) -> None:
    line = ProgressLine(theme, name="dawn")
    qtbot.addWidget(line)
    line.set_words("9 s of about 14 s")
    for fraction, value in ((-1.0, "0"), (0.5, "500"), (7.0, "1000")):
        line.set_fraction(fraction)
        assert str(line.value()) == value
    assert speech.role(line) == QAccessible.Role.ProgressBar
    assert speech.description(line) == "9 s of about 14 s"


def test_a_notice_says_and_offers(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    notice = Notice(theme, parent=host)
    assert notice.isHidden()
    notice.show_words("Nothing was charged.", tone=Tone.WARNING, actions=(("again", "Send again"),))
    assert speech.name(notice) == "Nothing was charged."
    told = heard(notice.chosen)
    buttons(notice)["Send again"].click()
    assert told == ["again"]
    with qtbot.waitSignal(notice.closed, timeout=1000):
        buttons(notice)["Close"].click()
    assert notice.isHidden()


def test_a_toast_leaves_by_itself(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    field = QLineEdit(host)
    host.show()
    field.setFocus()
    toast = Toast(theme, host)
    with qtbot.waitSignal(toast.closed, timeout=5000):
        toast.show_words("Moved to trash", actions=(("undo", "Undo"),), seconds=0.05)
        assert toast.isVisible()
        assert host.rect().contains(toast.geometry())


def test_a_toast_that_stands_already_has_room_for_new_words(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 300)
    host.show()
    toast = Toast(theme, host)
    heights: set[int] = set()
    for words in (
        "Undone: Rated 1 picture.",
        "已撤销：将 1 张图片移到回收站。",
        "已重做：将 1 张图片移到回收站。",
    ):
        toast.show_words(words, actions=(("redo", "Redo"),))
        heights.add(toast.height())
    assert len(heights) == 1


def test_a_long_line_is_shortened_and_still_said_whole(qtbot: QtBot, theme: Theme) -> None:
    line = Elided("a prompt that is much too long for its place")
    qtbot.addWidget(line)
    line.resize(80, 20)
    line.show()
    QApplication.sendPostedEvents()
    assert line.text().endswith("…")
    assert speech.name(line) == line.toolTip() == "a prompt that is much too long for its place"


def test_words_from_outside_are_never_markup(qtbot: QtBot, theme: Theme) -> None:
    words = Words("<b>not bold</b>")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_an_empty_place_teaches(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState(
        theme, icon="images", title="No pictures yet", words="Write a prompt.", action="Try it"
    )
    qtbot.addWidget(empty)
    assert (speech.name(empty), speech.description(empty)) == ("No pictures yet", "Write a prompt.")
    with qtbot.waitSignal(empty.acted, timeout=1000):
        buttons(empty)["Try it"].click()


def test_an_empty_place_has_room_for_all_its_words_however_wide_it_was(qtbot: QtBot, theme: Theme) -> None:
    sentence = "Write what you want to see on the left. The button says what it costs before it is sent."
    place = QWidget()
    qtbot.addWidget(place)
    place.show()

    def words_of(width: int, empty: EmptyState) -> tuple[int, int]:
        empty.resize(width, 600)
        empty.show()
        QApplication.sendPostedEvents()
        (words,) = [label for label in empty.findChildren(Words) if label.text() == sentence]
        return words.width(), words.height()

    kept = EmptyState(theme, icon="images", title="No pictures yet", words=sentence, parent=place)
    heights: set[int] = set()
    for width in (500, 303, 259, 240, 1200, 300):
        fresh = EmptyState(theme, icon="images", title="No pictures yet", words=sentence, parent=place)
        shown = words_of(width, kept)
        assert shown == words_of(width, fresh)
        heights.add(shown[1])
    assert len(heights) > 1
