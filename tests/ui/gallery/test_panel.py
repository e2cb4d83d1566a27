"""The centre of the window: counts, empty states, what waits for a word, and what is chosen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.charge import Charge
from studio.domain.errors import LibraryFull
from studio.domain.job import JobState
from studio.domain.query import Query
from studio.engine.events import DiskFull, JobChanged, VersionSaved
from studio.library.desk import Desk
from studio.ui.gallery.panel import GalleryPanel
from studio.ui.kit import EmptyState, Notice
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.viewmodels.desk_keeper import DeskKeeper
from tests.support.gallery import Shelf, numbered, waiting_job, write_versions
from tests.support.window import run_in_window, until

MakePanel = Callable[[Shelf], GalleryPanel]


@pytest.fixture
def make_panel(qtbot: QtBot, theme: Theme) -> MakePanel:
    def make(shown: Shelf) -> GalleryPanel:
        panel = GalleryPanel(
            theme,
            model=shown.gallery,
            thumbnails=shown.thumbnails,
            versions=shown.versions,
            desk=DeskKeeper(Desk(), tasks=shown.around.tasks, save=lambda _: None),
            today=lambda: date(2026, 11, 22),
        )
        actions = VersionActions(theme, shown.saving, shown.thumbnails, owner=panel)
        panel.furnish(jobs=shown.jobs, details=shown.details, actions=actions)
        qtbot.addWidget(panel)
        panel.resize(792, 700)
        panel.show()
        return panel

    return make


def labels(widget: QWidget) -> list[str]:
    return [button.text() for button in widget.findChildren(QPushButton) if button.isVisible()]


def notice(panel: GalleryPanel) -> Notice | None:
    return next((bar for bar in panel.findChildren(Notice) if bar.isVisible()), None)


def press(widget: QWidget, label: str) -> None:
    (button,) = [found for found in widget.findChildren(QPushButton) if found.text() == label]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_library_teaches_the_first_step(
    qapp: QApplication, make_panel: MakePanel, shown: Shelf
) -> None:
    panel = make_panel(shown)

    async def story() -> None:
        async with shown.around.engine():
            await shown.begin()
            (empty,) = [state for state in panel.findChildren(EmptyState) if state.isVisible()]
            assert empty.accessibleName() == "Your pictures will stand here"
            asked = QSignalSpy(panel.compose_requested)
            press(empty, "Write a prompt")
            assert asked.count() == 1

    run_in_window(qapp, story())


def test_a_search_without_a_hit_shows_its_own_page(
    qapp: QApplication, make_panel: MakePanel, shown: Shelf
) -> None:
    around = shown.around
    write_versions(around.folder, map(numbered, range(1, 12)))
    panel = make_panel(shown)
    page = QLabel("Nothing found")
    panel.take_nothing_found(page)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            assert panel.view.isVisible()
            seen: list[bool] = []
            shown.gallery.rowsInserted.connect(lambda: seen.append(page.isVisible()))
            shown.gallery.set_query(Query("cat"))
            await until(lambda: seen)
            assert seen == [False], "what is being replaced is not nothing"
            shown.gallery.set_query(Query("zebra"))
            await until(page.isVisible)
            shown.gallery.set_query(Query())
            await until(panel.view.isVisible)

    run_in_window(qapp, story())


def test_jobs_from_before_ask_once_with_their_sum(qtbot: QtBot, make_panel: MakePanel, shown: Shelf) -> None:
    panel = make_panel(shown)
    for number in range(7):
        asks = replace(waiting_job(number, JobState.QUEUED), asks=True)
        shown.around.bridge.happened.emit(JobChanged(asks))
    bar = notice(panel)
    assert bar is not None
    assert bar.words == "7 jobs, ¥1.75. Run them?"
    qtbot.waitUntil(lambda: labels(bar) == ["Run for ¥1.75", "Discard"])


def test_a_full_disk_is_said_over_the_gallery(make_panel: MakePanel, shown: Shelf) -> None:
    panel = make_panel(shown)
    waits = waiting_job(1, JobState.SAVING, charge=Charge.CHARGED)
    hear = shown.around.bridge.happened.emit
    hear(JobChanged(waits))
    hear(DiskFull(waits, Path("Pictures"), LibraryFull(Path("Pictures"))))
    bar = notice(panel)
    assert bar is not None
    assert bar.words == (
        "There is no room left on the disk of Pictures. What arrived is kept, and saved as soon as it can be."
    )
    assert labels(bar) == ["Try again"]
    hear(JobChanged(replace(waits, state=JobState.SAVED)))
    assert notice(panel) is None


def test_gallery_and_details_follow_each_other(make_panel: MakePanel, shown: Shelf) -> None:
    panel = make_panel(shown)
    for number in range(1, 6):
        shown.around.bridge.happened.emit(VersionSaved(numbered(number)))
    place = panel.view.visualRect(shown.gallery.index(1)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.details.state.chosen == "version-000004"
    shown.details.choose(numbered(1))
    assert [index.row() for index in panel.view.selectionModel().selectedIndexes()] == [4]
    shown.details.choose(numbered(77))
    assert panel.view.selectionModel().selectedIndexes() == []
    assert shown.details.state.chosen == "version-000077"
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Home)
    assert shown.details.state.chosen == "version-000005"
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert shown.details.state.chosen == ""


def test_the_menu_of_a_picture_offers_what_can_be_done(make_panel: MakePanel, shown: Shelf) -> None:
    panel = make_panel(shown)
    shown.around.bridge.happened.emit(VersionSaved(numbered(1)))
    index = shown.gallery.index(0)
    panel.view.menu_asked.emit(index, panel.mapToGlobal(panel.rect().center()))
    (menu,) = panel.findChildren(QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Iterate", "Save as…", "Copy picture", "Copy prompt", "Show in folder"]
    (actions,) = panel.findChildren(VersionActions)
    asked = QSignalSpy(actions.iterate_requested)
    menu.actions()[0].trigger()
    assert asked.at(0) == ["version-000001"]
    menu.close()
