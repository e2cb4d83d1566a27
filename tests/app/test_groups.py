"""The page of groups in the whole program: opened from the composer and by key, chosen from, and left."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from studio.app.program import Program
from studio.domain.keys import Secret
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.spans import Span
from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from studio.settings import Folders, Settings, save_settings
from studio.ui.groups.board_view import BoardView
from studio.ui.groups.page import GroupsPage
from studio.ui.main_window import Page
from studio.viewmodels.session import Opening
from tests.app.playing import Play, player, press
from tests.support.gallery import numbered, write_versions
from tests.support.many_attempts import GATEWAY, write_attempts
from tests.support.window import until

CONTROL = Qt.KeyboardModifier.ControlModifier
CHEAP, SURE, SLOW = "官KEY-1.5折", "官KEY-3.5折", "官KEY-4.5折"


@pytest.fixture
def play(qapp: QApplication, folders: Folders) -> Play:
    """Plays a story in the program over a library with pictures and a ledger."""
    save_settings(folders, Settings(gateway=GATEWAY))
    write_versions(folders.library, [numbered(1)])
    with closing(open_for_writing(LibraryFolder(folders.library))) as connection:
        write_attempts(connection, 120)
        connection.commit()
    return player(
        qapp, folders, is_ready=lambda program: program.models.session.state.opening is Opening.OPEN
    )


def page_of(program: Program) -> GroupsPage:
    page = program.window.centre.findChild(GroupsPage)
    assert isinstance(page, GroupsPage)
    return page


def compare_button(program: Program) -> QPushButton:
    return next(
        button
        for button in program.composer.findChildren(QPushButton)
        if button.accessibleName() == "Compare groups"
    )


def test_from_the_composer_to_another_group_and_back(play: Play) -> None:
    async def story(program: Program) -> None:
        window, composer = program.window, program.models.composer
        assert window.centre.findChild(GroupsPage) is None
        await press(compare_button(program), Qt.Key.Key_Return)
        page = page_of(program)
        assert window.page is Page.GROUPS
        await until(page.board.hasFocus)
        page.spans[Span.ALL].click()
        await until(lambda: "—" not in {page.own.model().index(row, 1).data() for row in range(7)})
        assert page.board.currentIndex().data() == SURE
        await press(page.board, Qt.Key.Key_Down)
        await press(page.board, Qt.Key.Key_Return)
        assert composer.state.group == SLOW
        await press(page.board, Qt.Key.Key_Escape)
        assert window.page is Page.GALLERY
        assert composer.state.group == SLOW

    play(story)


def test_a_key_opens_it_and_closes_it(play: Play) -> None:
    async def story(program: Program) -> None:
        window = program.window
        window.activateWindow()
        program.gallery.view.setFocus()
        await until(program.gallery.view.hasFocus)
        await press(program.gallery.view, Qt.Key.Key_G, CONTROL)
        assert window.page is Page.GROUPS
        await press(page_of(program).board, Qt.Key.Key_G, CONTROL)
        assert window.page is Page.GALLERY

    play(story)


def test_it_stays_while_keys_and_money_change(play: Play) -> None:
    async def story(program: Program) -> None:
        program.models.actions.run("groups")
        board = page_of(program).board
        assert "No key" in second(board, CHEAP)
        await program.models.session.store_key(CHEAP, Secret("sk-1234567890abcdef"))
        await until(lambda: "No key" not in second(board, CHEAP))
        assert program.window.page is Page.GROUPS

    play(story)


def test_whatever_else_is_opened_takes_its_place(play: Play) -> None:
    async def story(program: Program) -> None:
        window, models = program.window, program.models
        await until(models.gallery.version_ids)
        models.actions.run("groups")
        program.gallery.view_requested.emit(numbered(1).id)
        await until(lambda: window.page is Page.VIEWER)
        models.actions.run("groups")
        assert window.page is Page.GROUPS
        assert not models.viewer.state.is_open
        models.search.write("fox")
        await until(lambda: window.page is Page.GALLERY)

    play(story)


def second(board: BoardView, group: str) -> str:
    model = board.model()
    rows = {str(model.index(row, 0).data()): row for row in range(model.rowCount())}
    return str(model.index(rows[group], 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))


@pytest.mark.parametrize(
    ("action", "title"), [("price-history", "Price history"), ("refresh-prices", "Refresh from the gateway")]
)
def test_prices_are_looked_after_from_the_palette(play: Play, action: str, title: str) -> None:
    async def story(program: Program) -> None:
        await program.models.session.use_gateway(DEMO_GATEWAY)
        program.models.actions.run(action)
        await until(lambda: dialog(title) is not None)
        found = dialog(title)
        assert found is not None
        found.close()
        await until(lambda: dialog(title) is None)

    play(story)


def dialog(title: str) -> QWidget | None:
    tops = QApplication.topLevelWidgets()
    return next((top for top in tops if top.isVisible() and top.windowTitle() == title), None)
