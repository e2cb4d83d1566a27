"""The tree's page in the whole program: opened, walked, looked from, marked and left, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.app.program import Program
from studio.domain.version import Version
from studio.settings import Folders, Settings, save_settings
from studio.ui.branch_name_popup import BranchNamePopup
from studio.ui.main_window import Page
from studio.ui.tree.view import DrawnTreeView
from studio.ui.viewer.panel import ViewerPanel
from tests.app.playing import Play, Story, player, press
from tests.support.gallery import numbered, write_versions
from tests.support.window import by_hand, until

SHIFT = Qt.KeyboardModifier.ShiftModifier

# A first draft, two changes of it, and two of the first of them.
PARENTS = {1: 0, 2: 1, 3: 2, 4: 2, 5: 1}


@pytest.fixture
def play(qapp: QApplication, folders: Folders) -> Play:
    """Plays a story in the program over a library that holds one tree; the newest is chosen."""
    save_settings(folders, Settings(gateway="demo"))
    parents = {number: numbered(parent).id if parent else None for number, parent in PARENTS.items()}
    write_versions(folders.library, [numbered(number, parent=parent) for number, parent in parents.items()])
    play_it = player(qapp, folders, is_ready=lambda program: program.models.gallery.found == len(PARENTS))

    def run(story: Story) -> None:
        async def whole(program: Program) -> None:
            program.gallery.view.setFocus()
            await program.models.choose_newest()
            await story(program)

        play_it(whole)

    return run


def drawn(program: Program) -> DrawnTreeView:
    view = program.window.findChild(DrawnTreeView)
    assert isinstance(view, DrawnTreeView)
    return view


def chosen(program: Program) -> str:
    return program.models.details.state.chosen


def branch_name(program: Program) -> str:
    version = program.models.tree_page.version
    return version.branch.name if version else ""


async def read(program: Program, number: int) -> Version:
    return await program.models.bridge.ask(lambda studio: studio.library.version(numbered(number).id))


def test_from_the_gallery_into_the_tree_to_a_picture_and_back(play: Play) -> None:
    async def story(program: Program) -> None:
        window, viewer = program.window, program.models.viewer
        await press(program.gallery.view, Qt.Key.Key_T, SHIFT)
        assert window.page is Page.TREE
        view = drawn(program)
        assert view.hasFocus()
        assert chosen(program) == numbered(5).id
        await press(view, Qt.Key.Key_Left)
        assert chosen(program) == numbered(1).id
        await press(view, Qt.Key.Key_Space)
        await until(lambda: window.page is Page.VIEWER)
        assert viewer.state.count == len(PARENTS)
        panel = window.findChild(ViewerPanel)
        assert isinstance(panel, ViewerPanel)
        assert panel.head.back.accessibleName() == "Back to the tree"
        await press(window, Qt.Key.Key_PageDown)
        await until(lambda: chosen(program) == numbered(2).id)
        viewer.close()
        assert window.page is Page.TREE
        assert view.hasFocus()
        assert view.currentIndex().row() == 1
        await press(view, Qt.Key.Key_Escape)
        assert window.page is Page.GALLERY
        assert chosen(program) == numbered(2).id

    play(story)


def test_from_the_viewer_to_the_tree_of_what_is_looked_at(play: Play) -> None:
    async def story(program: Program) -> None:
        window = program.window
        await press(program.gallery.view, Qt.Key.Key_Space)
        await until(lambda: window.page is Page.VIEWER)
        await press(window, Qt.Key.Key_T, SHIFT)
        await until(lambda: window.page is Page.TREE)
        assert not program.models.viewer.state.is_open
        await press(drawn(program), Qt.Key.Key_G)
        assert window.page is Page.GALLERY

    play(story)


def test_spending_elsewhere_leaves_the_tree_where_it_is(play: Play) -> None:
    async def story(program: Program) -> None:
        await press(program.gallery.view, Qt.Key.Key_T, SHIFT)
        program.models.session.state_changed.emit()
        assert program.window.page is Page.TREE
        program.models.search.write("cat")
        await until(lambda: program.window.page is Page.GALLERY)

    play(story)


def test_a_branch_is_named_and_hidden_by_keys_and_that_is_undone(play: Play) -> None:
    async def story(program: Program) -> None:
        await press(program.gallery.view, Qt.Key.Key_T, SHIFT)
        view = drawn(program)
        await press(view, Qt.Key.Key_Up)
        assert chosen(program) == numbered(2).id
        await press(view, Qt.Key.Key_N)
        popup = program.window.findChild(BranchNamePopup)
        assert isinstance(popup, BranchNamePopup)
        await by_hand(lambda: QTest.keyClicks(popup.field, "Night"))
        await press(popup.field, Qt.Key.Key_Return)
        assert popup.isHidden()
        await until(lambda: branch_name(program))
        assert (await read(program, 2)).branch.name == "Night"
        assert view.hasFocus()
        await press(view, Qt.Key.Key_H)
        await until(lambda: program.models.tree_page.state.put_away == 3)
        await press(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: program.models.tree_page.state.put_away == 0)
        await press(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: not branch_name(program))

    play(story)
