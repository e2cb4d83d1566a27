"""The switcher of the top bar: choosing, making, renaming, dropping, and the head of the trash."""

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.judgement import Change
from studio.engine.studio import Studio
from studio.ui.kit import Question
from studio.ui.projects import ProjectSwitcher, TrashHeader
from studio.ui.projects.place_list import PlaceList
from studio.ui.theme import Theme
from studio.viewmodels.dragging import put_versions
from studio.viewmodels.place_entries import EntryKind
from studio.viewmodels.projects import Scope, ScopeKind
from tests.support.finding import Finding, finding, switcher
from tests.support.gallery import Shelf, numbered, write_versions
from tests.support.window import by_hand, run_in_window, until

Story = Callable[[], Coroutine[Any, Any, None]]
Play = Callable[[Story], None]


@pytest.fixture
def found(shown: Shelf) -> Finding:
    write_versions(shown.around.folder, map(numbered, (1, 2, 3)))
    return finding(shown)


@pytest.fixture
def button(qtbot: QtBot, theme: Theme, found: Finding) -> Iterator[ProjectSwitcher]:
    window = QWidget()
    window.resize(900, 800)
    made = switcher(theme, found)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    window.close()


async def make_posters(studio: Studio) -> None:
    await studio.create_project("Posters")
    await studio.change(("version-000003",), Change(project="Posters"))


@pytest.fixture
def play(qapp: QApplication, found: Finding) -> Play:
    def run(story: Story) -> None:
        async def whole() -> None:
            async with found.shown.around.engine():
                await found.shown.around.bridge.ask(make_posters)
                await found.begin()
                await story()

        run_in_window(qapp, whole())

    return run


def spoken(button: ProjectSwitcher) -> list[str]:
    model = button.panel.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def in_focus(widget: QWidget) -> QWidget:
    focus = widget.window().focusWidget()
    assert focus is not None
    return focus


def row_of(places: PlaceList, title: str) -> int:
    model = places.model()
    return next(row for row in range(model.rowCount()) if model.index(row, 0).data() == title)


async def open_panel(button: ProjectSwitcher) -> None:
    await by_hand(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
    assert button.panel.isVisible()


def test_a_place_is_found_and_chosen_with_the_keyboard(
    button: ProjectSwitcher, found: Finding, play: Play
) -> None:
    async def story() -> None:
        assert button.accessibleName() == "Project: All pictures"
        assert button.accessibleDescription() == "New pictures go to Sketches."
        await open_panel(button)
        assert spoken(button) == [
            "All pictures, 3 pictures, shown",
            "Projects",
            "Posters, 1 picture",
            "Sketches, 2 pictures, New pictures go here",
            "Trash, Empty",
        ]
        QTest.keyClicks(in_focus(button), "post")
        QTest.keyClick(in_focus(button), Qt.Key.Key_Return)
        assert not button.panel.isVisible()
        assert found.projects.state.scope == Scope(ScopeKind.PROJECT, "Posters")
        assert button.text() == "Posters"
        await until(lambda: found.shown.ids() == ["version-000003"])
        await open_panel(button)
        QTest.keyClick(in_focus(button), Qt.Key.Key_Up)
        QTest.keyClick(in_focus(button), Qt.Key.Key_Return)
        assert found.projects.state.scope == Scope()

    play(story)


def test_a_project_is_made_from_what_was_typed_or_by_its_button(
    button: ProjectSwitcher, found: Finding, play: Play
) -> None:
    async def story() -> None:
        await open_panel(button)
        QTest.keyClicks(in_focus(button), "Spring")
        assert spoken(button) == ["Create project “Spring”"]
        QTest.keyClick(in_focus(button), Qt.Key.Key_Return)
        await until(lambda: found.projects.state.scope == Scope(ScopeKind.PROJECT, "Spring"))
        await open_panel(button)
        (new,) = [one for one in button.panel.findChildren(QPushButton) if one.text() == "New project"]
        await by_hand(lambda: QTest.mouseClick(new, Qt.MouseButton.LeftButton))
        name = in_focus(button)
        assert name.accessibleName() == "Name of the new project"
        QTest.keyClicks(name, "Posters")
        QTest.keyClick(name, Qt.Key.Key_Return)
        said = [one.text() for one in button.panel.findChildren(QLabel) if one.isVisible()]
        assert "There is a project called “Posters” already." in said
        QTest.keyClick(name, Qt.Key.Key_Escape)
        assert button.panel.isVisible()
        QTest.keyClick(in_focus(button), Qt.Key.Key_Escape)
        assert not button.panel.isVisible()
        assert button.hasFocus()

    play(story)


def test_a_name_is_written_anew_in_its_line(button: ProjectSwitcher, found: Finding, play: Play) -> None:
    async def story() -> None:
        await open_panel(button)
        places = button.panel.list
        places.setFocus()
        places.show_current(row_of(places, "Posters"))
        QTest.keyClick(places, Qt.Key.Key_F2)
        editor = places.findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        assert editor.accessibleName() == "New name"
        editor.selectAll()
        QTest.keyClicks(editor, "Bills")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        await until(lambda: "Bills, 1 picture" in spoken(button))

    play(story)


def test_pictures_dropped_on_a_project_move_there(
    button: ProjectSwitcher, found: Finding, play: Play
) -> None:
    mime = QMimeData()
    put_versions(mime, ("version-000001", "version-000002"))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def drop(title: str) -> bool:
        places = button.panel.list
        place = places.visualRect(places.model().index(row_of(places, title), 0)).center()
        enter = QDragEnterEvent(place, copy, mime, left, none)
        QApplication.sendEvent(places.viewport(), enter)
        event = QDropEvent(QPointF(place), copy, mime, left, none)
        QApplication.sendEvent(places.viewport(), event)
        return event.isAccepted()

    async def story() -> None:
        entered = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
        QApplication.sendEvent(button, entered)
        await until(button.panel.isVisible)
        assert not drop("All pictures")
        assert drop("Posters")
        await until(lambda: [one.count for one in found.projects.state.projects] == [3, 0])
        await until(lambda: "Posters" in found.shown.around.said[-1].words)

    play(story)


def test_a_project_can_be_archived_and_only_an_empty_one_removed(
    button: ProjectSwitcher, found: Finding, play: Play
) -> None:
    def offered() -> list[str]:
        menu = button.panel.findChildren(QMenu)[-1]
        return [action.text() for action in menu.actions() if action.text()]

    def choose(words: str) -> None:
        menu = button.panel.findChildren(QMenu)[-1]
        (action,) = [one for one in menu.actions() if one.text() == words]
        action.trigger()
        menu.close()

    async def story() -> None:
        found.shown.details.choose(numbered(1))
        await open_panel(button)
        places = button.panel.list
        entry = places.model().index(row_of(places, "Posters"), 0)
        places.menu_asked.emit(entry.data(Qt.ItemDataRole.UserRole), QPoint(0, 0))
        assert offered() == [
            "Rename",
            "Use selected picture as cover",
            "Move selected pictures here",
            "Budget…",
            "Archive",
        ]
        choose("Archive")
        await until(lambda: "Archived, 1 picture" in spoken(button))
        places.chosen.emit(places.model().index(row_of(places, "Archived"), 0).data(Qt.ItemDataRole.UserRole))
        assert "Posters, 1 picture" in spoken(button)

    play(story)


def test_the_trash_says_what_it_holds_and_asks_before_it_is_emptied(
    qtbot: QtBot, theme: Theme, found: Finding, play: Play
) -> None:
    head = TrashHeader(
        theme,
        projects=found.projects,
        judging=found.judging,
        tasks=found.shown.around.tasks,
        selected=found.selected,
    )
    found.shown.details.state_changed.connect(head.follow_selection)
    qtbot.addWidget(head)
    head.resize(700, 44)

    def press(widget: QWidget, label: str) -> None:
        (one,) = [one for one in widget.findChildren(QPushButton) if one.text() == label]
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)

    async def story() -> None:
        found.judging.trash(("version-000001", "version-000002"))
        await until(lambda: found.projects.state.trash.count == 2)
        assert not head.isVisible()
        found.projects.show_trash()
        assert head.isVisible()
        said = [one.text() for one in head.findChildren(QLabel)]
        assert said == ["2 pictures, 2 KB. Each is kept for 30 days."]
        found.shown.details.choose(numbered(1))
        await by_hand(lambda: press(head, "Restore selected"))
        await until(lambda: found.projects.state.trash.count == 1)
        for answer, left in (("Keep them", 1), ("Remove for good", 0)):
            await by_hand(lambda: press(head, "Empty trash…"))
            await until(lambda: head.findChildren(Question))
            (question,) = head.findChildren(Question)
            await by_hand(lambda question=question, answer=answer: press(question, answer))
            await until(lambda: not head.findChildren(Question))
            await until(lambda left=left: found.projects.state.trash.count == left)

    play(story)


def test_every_kind_of_entry_has_its_height_and_picture(button: ProjectSwitcher) -> None:
    from studio.ui.projects.entry_painter import HEIGHTS, ICONS

    own = {EntryKind.PROJECT, EntryKind.HEADING, EntryKind.ARCHIVE}
    assert set(ICONS) | own == set(EntryKind)
    assert set(HEIGHTS) <= set(EntryKind)
