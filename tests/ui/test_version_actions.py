"""What can be done with one version or many: the menu, the drag, the programs, the way to a lost file."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from studio.domain.places import Project
from studio.ui.action_means import ActionMeans
from studio.ui.locating import LocateFlow
from studio.ui.open_with import OpenWith
from studio.ui.printing import Printing
from studio.ui.theme import Theme
from studio.ui.version_actions import VersionActions
from studio.ui.version_drag import MOST_FILES, drag_data, drag_picture
from studio.viewmodels.dragging import versions_in
from studio.viewmodels.hand_off import HandOffKind
from studio.viewmodels.judging import JudgingViewModel
from studio.viewmodels.reuse import Reuse
from studio.viewmodels.saving import SavingViewModel
from studio.viewmodels.thumbnails import Thumbnails
from studio.viewmodels.versions import Versions
from tests.support.ways_out import WaysOut
from tests.support.window import run_in_window, until
from tests.viewmodels.test_missing import Desk


class Bench:
    """The actions on versions over a library with two foxes."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.desk = Desk(folder)
        self.owner = QWidget()
        around = self.desk.around
        bridge, tasks, notices = around.bridge, around.tasks, around.notices
        self.thumbnails = Thumbnails(folder=around.folder, bridge=bridge, tasks=tasks)
        self.versions = Versions(bridge=bridge, tasks=tasks)
        ways_out = WaysOut(self.desk)
        self.means = ActionMeans(
            outgoing=self.desk.outgoing,
            copying=ways_out.copying,
            dragged=ways_out.dragged,
            linking=ways_out.linking,
            missing=self.desk.missing,
            versions=self.versions,
            judging=JudgingViewModel(bridge=bridge, session=around.session, tasks=tasks, notices=notices),
            print_pictures=Printing(
                owner=self.owner,
                outgoing=self.desk.outgoing,
                tasks=tasks,
                notices=notices,
                waiting=self.desk.waiting,
            ).start,
            open_with=OpenWith(tasks=tasks, owner=self.owner),
            projects=lambda: (Project("Sketches"), Project("Spring")),
            keys=lambda _: "",
        )
        saving = SavingViewModel(folder=around.folder, bridge=bridge, tasks=tasks, notices=notices)
        self.actions = VersionActions(theme, saving, self.thumbnails, owner=self.owner, means=self.means)


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(theme, tmp_path)
    qtbot.addWidget(made.owner)
    yield made
    made.thumbnails.end()


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def press(menu: QMenu, text: str) -> None:
    (action,) = [action for action in menu.actions() if action.text() == text]
    action.trigger()


JUDGING = ["Rate", "Flag", "Label", "Tags…", "Move to project", "Move to trash"]


def test_one_picture_has_a_menu_of_everything(qapp: QApplication, bench: Bench) -> None:
    viewed = QSignalSpy(bench.actions.view_requested)
    similar = QSignalSpy(bench.actions.similar_requested)
    exported = QSignalSpy(bench.actions.export_requested)

    async def story() -> None:
        new, _ = await bench.desk.fill()
        async with bench.desk.around.engine():
            menu = bench.actions.menu_for(new, (new.id,))
            assert words(menu) == [
                *("Open", "Iterate", "Use as reference", "Export…", "Save as…", "Use again", "Tree"),
                *("Copy picture", "Copy as", "Copy prompt", "Copy path", "Show in folder"),
                *("Open with", "Print…", "Hand off", "Find similar", *JUDGING),
            ]
            press(menu, "Open")
            press(menu, "Find similar")
            press(menu, "Export…")
            assert viewed.at(0) == similar.at(0) == [new.id]
            assert exported.at(0) == [(new.id,)]
            press(menu, "Copy picture")
            await until(lambda: bench.desk.words == ["Picture copied."])
            short = words(bench.actions.menu(new, whole=False))
            assert short[:5] == ["Use as reference", "Save as…", "Use again", "Tree", "Copy picture"]
            menu.close()

    run_in_window(qapp, story())


def part(menu: QMenu, title: str) -> QMenu:
    (found,) = [one for one in menu.findChildren(QMenu) if one.title() == title]
    return found


def test_what_made_a_picture_is_used_again_as_far_as_there_is_any(qapp: QApplication, bench: Bench) -> None:
    used = QSignalSpy(bench.actions.reuse_requested)

    async def story() -> None:
        new, _ = await bench.desk.fill()
        async with bench.desk.around.engine():
            menu = part(bench.actions.menu_for(new, (new.id,)), "Use again")
            assert words(menu) == ["Use prompt", "Use settings", "Use references", "Use all"]
            (references,) = [action for action in menu.actions() if action.text() == "Use references"]
            assert not references.isEnabled()
            press(menu, "Use prompt")
            assert used.at(0) == [new, Reuse.PROMPT]

    run_in_window(qapp, story())


def test_a_branch_is_named_hidden_and_archived_from_the_menu_and_that_is_undone(
    qapp: QApplication, bench: Bench
) -> None:
    named = QSignalSpy(bench.means.judging.branch_name_requested)

    async def story() -> None:
        new, _ = await bench.desk.fill()
        async with bench.desk.around.engine():
            menu = part(bench.actions.menu_for(new, (new.id,)), "Tree")
            assert [text.partition("\t")[0] for text in words(menu)] == [
                *("Open tree", "Replay its edits…", "Name branch…", "Hide branch", "Archive branch"),
            ]
            press(menu, "Name branch…")
            assert named.at(0) == [new]
            # The first of a tree can't be put away.
            assert not next(one for one in menu.actions() if one.text() == "Hide branch").isEnabled()
            new = replace(new, recipe=replace(new.recipe, parent="lost"))
            menu = part(bench.actions.menu_for(new, (new.id,)), "Tree")
            press(menu, "Hide branch")
            await until(lambda: bench.desk.words == ["Hid a branch."])
            hidden = await bench.desk.around.bridge.ask(lambda studio: studio.library.version(new.id))
            assert hidden.branch.hidden
            again = part(bench.actions.menu_for(hidden, (new.id,)), "Tree")
            assert "Show branch" in words(again)
            bench.means.judging.undo()
            await until(lambda: bench.desk.words[-1].startswith("Undone"))
            shown = await bench.desk.around.bridge.ask(lambda studio: studio.library.version(new.id))
            assert not shown.branch.hidden

    run_in_window(qapp, story())


def test_many_have_one_menu_and_files_that_went_can_be_located(qapp: QApplication, bench: Bench) -> None:
    asked = QSignalSpy(bench.desk.missing.place_wanted)

    async def story() -> None:
        new, old = await bench.desk.fill()
        bench.desk.file(old).unlink()
        async with bench.desk.around.engine():
            await bench.desk.missing.check((new.id, old.id))
            menu = bench.actions.menu_for(new, (new.id, old.id))
            assert words(menu) == [
                *(
                    "Use as references",
                    "Export 2 pictures…",
                    "Copy 2 pictures",
                    "Copy as",
                    "Copy prompts",
                    "Copy paths",
                    "Open with",
                ),
                *("Print…", "Hand off", "Locate…", *JUDGING),
            ]
            press(menu, "Locate…")
            await until(asked.count)
            assert asked.at(0) == [(old.id,)]
            alone = bench.actions.menu_for(new, (old.id,))
            assert "Copy picture" in words(alone)

    run_in_window(qapp, story())


def test_programs_that_open_the_type_come_into_the_menu(
    qapp: QApplication, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share" / "applications"
    share.mkdir(parents=True)
    (share / "mimeinfo.cache").write_text("[MIME Cache]\nimage/png=copier.desktop;\n")
    target = tmp_path / "opened.png"
    (share / "copier.desktop").write_text(f"[Desktop Entry]\nName=Copier\nExec=cp %f {target}\n")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_DATA_DIRS", os.devnull)
    monkeypatch.setenv("XDG_CONFIG_HOME", os.devnull)

    async def story() -> None:
        new, _ = await bench.desk.fill()
        async with bench.desk.around.engine():
            menu = bench.actions.menu_for(new, (new.id,))
            (offered,) = [menu for menu in menu.findChildren(QMenu) if menu.title() == "Open with"]
            assert words(offered) == ["Usual program", "Other program…"]
            await until(lambda: "Copier" in words(offered))
            assert words(offered) == ["Usual program", "Copier", "Other program…"]
            press(offered, "Copier")
            await until(target.exists)
            again = bench.actions.menu_for(new, (new.id,))
            (offered,) = [menu for menu in again.findChildren(QMenu) if menu.title() == "Open with"]
            assert "Copier" in words(offered)

    run_in_window(qapp, story())


def test_pictures_are_copied_as_text_from_the_menu_and_handed_off(qapp: QApplication, bench: Bench) -> None:
    handed = QSignalSpy(bench.actions.hand_off_requested)
    linked = QSignalSpy(bench.actions.link_requested)

    async def story() -> None:
        new, old = await bench.desk.fill()
        async with bench.desk.around.engine():
            menu = bench.actions.menu_for(new, (new.id, old.id))
            assert words(part(menu, "Copy as")) == ["File", "Data URI", "<img> tag"]
            assert words(part(menu, "Hand off")) == ["Client page…", "Contact sheet…"]
            press(part(menu, "Copy as"), "Data URI")
            await until(lambda: bench.desk.words)
            assert bench.desk.words[0].startswith("2 data URIs copied: ")
            press(part(menu, "Hand off"), "Contact sheet…")
            assert handed.at(0) == [(new.id, old.id), HandOffKind.CONTACT_SHEET]
            press(part(bench.actions.menu_for(new, (new.id,)), "Hand off"), "Link to a file…")
            assert linked.at(0) == [new]

    run_in_window(qapp, story())


def test_a_drag_carries_files_for_others_and_ids_for_us(tmp_path: Path) -> None:
    mime = drag_data(("a", "b"), (tmp_path / "a.png", tmp_path / "b.png"))
    assert versions_in(mime) == ("a", "b")
    assert [Path(url.toLocalFile()).name for url in mime.urls()] == ["a.png", "b.png"]
    many = drag_data(tuple(map(str, range(MOST_FILES + 1))), (tmp_path / "a.png",))
    assert not many.hasUrls()
    assert len(versions_in(many)) == MOST_FILES + 1


def test_what_is_dragged_looks_like_a_stack_with_its_number(
    qapp: QApplication, bench: Bench, theme: Theme, tmp_path: Path
) -> None:
    async def story() -> None:
        new, old = await bench.desk.fill()
        async with bench.desk.around.engine():
            edge = QSize(128, 128)
            await until(lambda: bench.thumbnails.pixmap(new.id, edge) is not None)
            await until(lambda: bench.thumbnails.pixmap(old.id, edge) is not None)
            one = drag_picture(theme, bench.thumbnails, (new.id,), scale=1)
            two = drag_picture(theme, bench.thumbnails, (new.id, old.id), scale=1)
            assert one is not None
            assert two is not None
            assert one.width() == 128
            assert two.width() > 128
            assert drag_picture(theme, bench.thumbnails, ("unknown",), scale=1) is None

    run_in_window(qapp, story())


def test_the_person_is_asked_for_the_file_or_a_folder(qapp: QApplication, bench: Bench) -> None:
    around = bench.desk.around
    flow = LocateFlow(bench.desk.missing, around.notices, owner=bench.owner)

    async def story() -> None:
        new, old = await bench.desk.fill()
        moved = bench.desk.file(new).rename(around.folder.parent / "moved.png")
        bench.desk.file(old).unlink()
        async with around.engine():
            bench.desk.missing.locate((new.id,))
            await until(lambda: around.said)
            assert [action.label for action in around.said[0].actions] == [
                "Choose the file…",
                "Search a folder…",
            ]
            dialog = flow.ask_file(new.id)
            assert dialog.isVisible()
            dialog.fileSelected.emit(str(moved))
            await until(lambda: bench.desk.words[-1] == "The picture is back.")
            around.said.clear()
            bench.desk.missing.locate((old.id, new.id))
            await until(lambda: around.said)
            assert [action.label for action in around.said[0].actions] == [
                "Choose the file…",
                "Search a folder…",
            ]
            folder = flow.ask_folder((old.id,))
            folder.fileSelected.emit(str(around.folder.parent))
            await until(lambda: bench.desk.words[-1].startswith("No file in"))
            for one in bench.owner.findChildren(QFileDialog):
                one.close()

    run_in_window(qapp, story())
    assert QGuiApplication.clipboard() is not None
