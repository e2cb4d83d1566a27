"""Details as they are read and pressed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.charge import Charge, Outcome
from studio.domain.geometry import AspectRatio
from studio.domain.job import ErrorWords, JobState
from studio.domain.recipe import Recipe
from studio.engine.events import JobChanged
from studio.ui.details import DetailsPanel
from studio.ui.details.picture import Picture
from studio.ui.details.tree_view import TreeView
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.viewmodels.missing import MissingViewModel
from studio.viewmodels.waiting import WaitingViewModel
from tests.library.scenes import generate, library_in, order
from tests.support.finding import finding
from tests.support.gallery import Shelf, numbered, waiting_job
from tests.support.window import run_in_window, until


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, shown: Shelf) -> DetailsPanel:
    found = finding(shown)
    made = DetailsPanel(
        theme,
        details=shown.details,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        jobs=shown.jobs,
        judging=found.judging,
        tags=found.tags,
    )
    qtbot.addWidget(made)
    made.resize(304, 850)
    made.show()
    return made


def words(panel: DetailsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def button(widget: QWidget, label: str) -> QPushButton:
    (found,) = [
        one for one in widget.findChildren(QPushButton) if label in {one.text(), one.accessibleName()}
    ]
    return found


def test_with_nothing_chosen_it_says_what_it_is_for(panel: DetailsPanel) -> None:
    assert words(panel)[0] == "Nothing selected"
    assert panel.accessibleName() == "Details"


def test_a_picture_shows_its_past_and_can_be_continued(panel: DetailsPanel, shown: Shelf) -> None:
    shown.details.choose(replace(numbered(1), request_id="req-1", seconds=13.8))
    said = words(panel)
    for expected in ("a cat number 1", "¥0.25 · 13.8 s", "官KEY-3.5折", "1024 × 1024 · PNG · 1\u00a0KB"):
        assert expected in said
    asked = QSignalSpy(panel.iterate_requested)
    QTest.mouseClick(button(panel, "Iterate"), Qt.MouseButton.LeftButton)
    assert asked.at(0) == ["version-000001"]
    QTest.mouseClick(button(panel, "Copy Request id"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "req-1"


def test_at_any_height_the_scroll_bar_comes_or_stays_away(panel: DetailsPanel, shown: Shelf) -> None:
    shown.details.choose(numbered(1))
    (picture,) = panel.findChildren(Picture)
    sizes: set[tuple[int, int]] = set()
    for height in range(500, 1000):
        # Where it went and came for ever, this would never return.
        panel.resize(304, height)
        sizes.add((picture.width(), picture.height()))
    assert len(sizes) == 2
    assert len({height for _, height in sizes}) == 1


def test_the_tree_is_walked_with_the_arrow_keys(
    qapp: QApplication, panel: DetailsPanel, shown: Shelf
) -> None:
    around = shown.around

    async def story() -> None:
        async with library_in(around.folder) as library:
            (first,) = await generate(library, order(order_id="first"))
            child = Recipe("warmer light", aspect=AspectRatio.R16_9, parent=first.versions[0])
            await generate(library, order(order_id="second", recipe=child))
        async with around.engine():
            await shown.begin()
            latest, root = await around.bridge.ask(lambda studio: studio.library.versions(limit=2))
            shown.details.choose(latest)
            await until(lambda: "2 versions · ¥0.50" in words(panel))
            (tree,) = panel.findChildren(TreeView)
            assert tree.accessibleName() == "Iterations"
            assert tree.currentIndex().data().startswith("2 · “warmer light”, 1K · ¥0.25 · ")
            QTest.keyClick(tree, Qt.Key.Key_Up)
            assert shown.details.state.version == root
            await until(lambda: shown.thumbnails.is_there(root.id))

    run_in_window(qapp, story())


def test_saving_asks_where_without_holding_anything_up(panel: DetailsPanel, shown: Shelf) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    shown.details.choose(numbered(1))
    QTest.mouseClick(button(panel, "More"), Qt.MouseButton.LeftButton)
    (menu,) = panel.findChildren(QMenu)
    (save,) = [action for action in menu.actions() if action.text() == "Save as…"]
    save.trigger()
    menu.close()
    (dialog,) = panel.findChildren(QFileDialog)
    assert dialog.isVisible()
    assert dialog.nameFilters() == [
        "Original bytes (PNG) (*.png)",
        "PNG (*.png)",
        "JPEG (*.jpg)",
        "WebP (*.webp)",
    ]
    dialog.reject()


def test_one_picture_and_many_are_exported_from_here(theme: Theme, panel: DetailsPanel, shown: Shelf) -> None:
    actions = VersionActions(theme, shown.saving, shown.thumbnails, owner=panel)
    asked = QSignalSpy(actions.export_requested)
    missing = MissingViewModel(
        bridge=shown.around.bridge,
        tasks=shown.around.tasks,
        notices=shown.around.notices,
        waiting=WaitingViewModel(),
    )
    panel.furnish(actions=actions, missing=missing)
    one, other = numbered(1), numbered(2)
    shown.details.choose(one)
    QTest.mouseClick(button(panel, "Export…"), Qt.MouseButton.LeftButton)
    assert asked.at(0) == [(one.id,)]
    shown.details.choose_many((one.id, other.id))
    (visible,) = [
        found for found in panel.findChildren(QPushButton) if found.text() == "Export…" and found.isVisible()
    ]
    QTest.mouseClick(visible, Qt.MouseButton.LeftButton)
    assert asked.at(1) == [(one.id, other.id)]


def test_a_job_is_said_in_full_with_its_next_steps(panel: DetailsPanel, shown: Shelf) -> None:
    lost = waiting_job(1, JobState.BLOCKED, charge=Charge.UNKNOWN)
    last = replace(lost.attempts[0], outcome=Outcome.NO_PICTURE)
    blocked = replace(
        lost, attempts=(last,), error=ErrorWords("no_picture", "SAFETY"), words="I can't draw this."
    )
    shown.around.bridge.happened.emit(JobChanged(blocked))
    shown.details.choose_job("job-1")
    said = words(panel)
    for expected in (
        "Blocked",
        "Blocked for safety. No picture came back. It may have been charged ¥0.25.",
        "I can't draw this.",
        "Change the prompt or the references, then send it again.",
    ):
        assert expected in said
    offered = [one.text() for one in panel.findChildren(QPushButton) if one.isVisible() and one.text()]
    assert offered == ["Edit prompt", "Send again for ¥0.16", "Close"]
    edited = QSignalSpy(shown.jobs.edit_requested)
    QTest.mouseClick(button(panel, "Edit prompt"), Qt.MouseButton.LeftButton)
    assert edited.count() == 1
