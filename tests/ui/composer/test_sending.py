"""What is sent along, as a person meets it: references, continuing, marks, and the word about it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from studio.domain.keys import Secret
from studio.domain.marks import Mark, MarkKind, Markup, Patch, PatchKind, Region
from studio.domain.recipe import Recipe, Sending
from studio.domain.version import Version
from studio.engine.events import VersionSaved
from studio.library.draft import Draft
from studio.settings import Settings
from studio.ui.composer import ComposerPanel
from studio.ui.composer.reference_shelf import ReferenceShelfPopover
from studio.ui.kit import ReferenceStrip
from studio.ui.kit.thumb_tile import ThumbTile
from studio.ui.slices import at_once
from studio.ui.theme import Theme
from studio.viewmodels.dragging import put_versions
from studio.viewmodels.thumbnails import Thumbnails
from tests.support.window import by_hand, run_in_window, surroundings, until

USUAL = "官KEY-3.5折"
Kind = TypeVar("Kind", bound=QWidget)


class Scene:
    """A panel in a window of its own; `versions` are those that were saved."""

    def __init__(self, theme: Theme, folder: Path, settings: Settings, draft: Draft | None) -> None:
        self.folder = folder
        self.around = surroundings(folder, settings=settings)
        bridge, tasks = self.around.bridge, self.around.tasks
        self.thumbnails = Thumbnails(folder=self.around.folder, bridge=bridge, tasks=tasks)
        self.composer = self.around.composer(draft)
        self.panel = ComposerPanel(theme)
        at_once(self.panel.fill(self.composer, self.thumbnails))
        self.panel.resize(344, 852)
        self.panel.show()
        self.panel.activateWindow()
        self.versions: list[Version] = []
        bridge.happened.connect(self._hear)

    def _hear(self, event: object) -> None:
        if isinstance(event, VersionSaved):
            self.versions.append(event.version)

    async def make(self, prompt: str) -> Version:
        self.composer.edit_prompt(prompt)
        await until(lambda: self.composer.state.hindrance is None)
        before = len(self.versions)
        self.composer.submit()
        await until(lambda: len(self.versions) > before)
        return self.versions[-1]

    def picture(self, name: str, colour: str = "teal") -> Path:
        path = self.folder / name
        Image.new("RGB", (64, 48), colour).save(path)
        return path

    def seen(self, kind: type[Kind], name: str) -> Kind:
        """What is shown, by the words on it or by its name."""
        for widget in self.panel.window().findChildren(kind):
            words = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
            if widget.isVisible() and name in (words, widget.accessibleName()):
                return widget
        raise AssertionError(name)

    def shows(self, words: str) -> bool:
        return any(label.isVisible() and label.text() == words for label in self.panel.findChildren(QLabel))

    async def press(self, name: str) -> None:
        await by_hand(lambda: QTest.mouseClick(self.seen(QPushButton, name), Qt.MouseButton.LeftButton))

    async def choose(self, button: str, words: str) -> None:
        """From the menu that the button opens."""
        await self.press(button)
        [action] = [one for one in self._open_menu().actions() if one.text() == words]
        await by_hand(action.trigger)
        self._open_menu().close()

    def offered(self) -> list[QAction]:
        return self._open_menu().actions()

    def _open_menu(self) -> QMenu:
        return next(menu for menu in self.panel.findChildren(QMenu) if menu.isVisible())


MakeScene = Callable[..., Scene]


@pytest.fixture
def make_scene(theme: Theme, tmp_path: Path) -> Iterator[MakeScene]:
    made: list[Scene] = []

    def make(*, gateway: str = "demo", draft: Draft | None = None) -> Scene:
        made.append(Scene(theme, tmp_path, Settings(gateway=gateway), draft))
        return made[-1]

    yield make
    for scene in made:
        scene.thumbnails.end()
        scene.panel.close()


def test_a_reference_is_named_moved_and_weighed(qapp: QApplication, make_scene: MakeScene) -> None:
    scene = make_scene()
    composer = scene.composer
    strip = scene.seen(ReferenceStrip, "References")

    async def story() -> None:
        async with scene.around.engine():
            composer.edit_prompt("layout like @wireframe")
            composer.add_files((scene.picture("wireframe.png"), scene.picture("photo.png", "olive")))
            await until(lambda: scene.shows("Sends 2 pictures, 0.1 of 20 MB"))
            assert scene.shows("2 of 14")
            tile = strip.tiles[1]
            tile.setFocus()
            await by_hand(lambda: QTest.keyClick(tile, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier))
            assert [one.thumb.caption for one in strip.tiles] == ["@photo", "@wireframe"]
            strip.rename(strip.tiles[1])
            field = strip.focusWidget()
            assert field is not None
            await by_hand(lambda: QTest.keyClicks(field, "layout"))
            await by_hand(lambda: QTest.keyClick(field, Qt.Key.Key_Return))
            assert scene.panel.prompt.text == "layout like @layout"
            await scene.choose("Full size", "At most 1024 px")
            assert composer.state.longest_edge == 1024
            scene.seen(QPushButton, "1024 px")

    run_in_window(qapp, story())


def test_a_tile_of_the_gallery_is_dropped_as_reference(qapp: QApplication, make_scene: MakeScene) -> None:
    scene = make_scene()
    strip = scene.seen(ReferenceStrip, "References")

    async def story() -> None:
        async with scene.around.engine():
            version = await scene.make("mountains")
            mime = QMimeData()
            put_versions(mime, (version.id,))
            left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            copy = Qt.DropAction.CopyAction
            from_gallery = QDropEvent(QPointF(5, 5), copy, mime, left, none)
            scene.panel.dropEvent(from_gallery)
            assert from_gallery.isAccepted()
            await until(lambda: [one.thumb.caption for one in strip.tiles] == ["@version-1"])

    run_in_window(qapp, story())


def test_what_was_used_before_is_used_again(qapp: QApplication, make_scene: MakeScene) -> None:
    scene = make_scene()
    composer = scene.composer

    async def story() -> None:
        async with scene.around.engine():
            await scene.press("References used before")
            assert scene.shows("What you send along stands here, to be used again.")
            await by_hand(lambda: QTest.keyClick(scene.panel, Qt.Key.Key_Escape))
            composer.add_files((scene.picture("wireframe.png"),))
            await until(lambda: composer.state.references)
            await scene.make("like @wireframe")
            composer.remove_reference(composer.state.references[0].sha256)
            await scene.press("References used before")
            await until(lambda: composer.shelf.references)
            await scene.press("wireframe.png")
            assert [kept.handle for kept in composer.state.references] == ["wireframe"]
            on_shelf = scene.panel.findChildren(ReferenceShelfPopover)[0].findChildren(ThumbTile)
            assert [tile.isEnabled() for tile in on_shelf] == [False]

    run_in_window(qapp, story())


def test_the_strip_says_what_is_sent_along_and_lets_one_choose(
    qapp: QApplication, make_scene: MakeScene
) -> None:
    scene = make_scene()
    composer = scene.composer

    async def story() -> None:
        async with scene.around.engine():
            version = await scene.make("mountains")
            composer.continue_from(version)
            scene.seen(QLabel, "Continues version 1")
            scene.seen(QLabel, "Change")
            await until(lambda: composer.state.sending.along == "1 turn sent along")
            await scene.choose("1 turn sent along", "Afresh: its picture is sent along")
            assert composer.state.way is Sending.AFRESH
            scene.seen(QPushButton, "its picture is sent along")
            second = await scene.make("warmer light")
            composer.continue_from(second)
            await until(lambda: scene.shows("· edit 2"))

    run_in_window(qapp, story())


def test_tab_comes_through_the_strip_to_the_prompt(qapp: QApplication, make_scene: MakeScene) -> None:
    scene = make_scene()

    async def story() -> None:
        async with scene.around.engine():
            scene.composer.continue_from(await scene.make("mountains"))
            await until(lambda: scene.composer.state.sending.along == "1 turn sent along")
            way = scene.seen(QPushButton, "1 turn sent along")
            way.setFocus()
            for name in ("Start afresh", "Prompt"):
                await by_hand(lambda: QTest.keyClick(scene.panel.focusWidget(), Qt.Key.Key_Tab))
                assert scene.panel.focusWidget().accessibleName() == name

    run_in_window(qapp, story())


def test_the_prompt_does_not_move_when_it_is_known_how_to_continue(
    qapp: QApplication, make_scene: MakeScene
) -> None:
    scene = make_scene()
    composer = scene.composer

    async def story() -> None:
        async with scene.around.engine():
            version = await scene.make("mountains")
            composer.continue_from(version)
            await by_hand(lambda: None)
            before = scene.panel.prompt.geometry()
            await until(lambda: composer.state.sending.ways)
            await by_hand(lambda: None)
            assert scene.panel.prompt.geometry() == before

    run_in_window(qapp, story())


def test_what_is_drawn_stands_under_the_prompt_until_it_is_taken_off(
    qapp: QApplication, make_scene: MakeScene
) -> None:
    scene = make_scene()
    composer = scene.composer

    async def story() -> None:
        async with scene.around.engine():
            version = await scene.make("mountains")
            composer.add_files((scene.picture("marked.png"),))
            await until(lambda: composer.state.references)
            marked = composer.state.references[0]
            mark = Mark(MarkKind.ARROW, ((0.1, 0.1), (0.5, 0.5)))
            composer.take_markup(version, Markup((mark, mark, mark), marked))
            composer.take_region(version, Region((Patch(PatchKind.BOX, ((0.1, 0.1), (0.4, 0.4))),)))
            await scene.press("3 marks sent as instruction")
            assert not composer.state.sending.markup
            await scene.press("Only the marked region changes")
            assert not composer.state.sending.region

    run_in_window(qapp, story())


def test_redoing_puts_all_changes_into_the_editor(qapp: QApplication, make_scene: MakeScene) -> None:
    scene = make_scene()
    composer = scene.composer

    async def story() -> None:
        async with scene.around.engine():
            version = await scene.make("mountains")
            for change in ("warmer light", "move the form left"):
                composer.continue_from(version)
                version = await scene.make(change)
            composer.continue_from(version)
            await until(lambda: composer.state.sending.redo)
            await scene.press("Redo from the original with all changes in one instruction")
            assert scene.panel.prompt.text == "1. warmer light\n2. move the form left"
            scene.seen(QLabel, "Continues version 1")

    run_in_window(qapp, story())


def test_before_pictures_leave_it_says_so_where_the_button_was(
    qapp: QApplication, make_scene: MakeScene
) -> None:
    scene = make_scene(gateway="https://pictures.invalid", draft=Draft(Recipe("a lake"), USUAL, 1))
    composer = scene.composer
    said = "1 picture leaves this machine and goes to pictures.invalid: @wireframe."

    async def story() -> None:
        async with scene.around.engine():
            await scene.around.session.store_key(USUAL, Secret("sk-test"))
            composer.add_files((scene.picture("wireframe.png"),))
            await until(lambda: composer.state.references and composer.state.hindrance is None)
            await scene.press("Generate 1 for ¥0.16")
            assert scene.shows(said)
            # A double press doesn't answer it.
            await scene.press("Generate 1 for ¥0.16")
            assert not composer.state.placing
            await scene.press("Not now")
            assert not scene.shows(said)

    run_in_window(qapp, story())


def test_a_name_that_no_reference_has_is_told(qapp: QApplication, make_scene: MakeScene) -> None:
    scene = make_scene(draft=Draft(Recipe("like @wireframe and @wireframe"), USUAL, 1))
    assert scene.panel.prompt.accessibleDescription() == "No reference is called @wireframe."

    async def story() -> None:
        async with scene.around.engine():
            scene.composer.add_files((scene.picture("wireframe.png"),))
            await until(lambda: scene.composer.state.references)
            assert scene.panel.prompt.accessibleDescription() == ""

    run_in_window(qapp, story())


def test_a_missing_reference_is_said_on_its_tile(qapp: QApplication, make_scene: MakeScene) -> None:
    scene = make_scene()
    composer = scene.composer
    strip = scene.seen(ReferenceStrip, "References")

    async def story() -> None:
        async with scene.around.engine():
            composer.add_files((scene.picture("a.png"), scene.picture("b.png", "olive")))
            await until(lambda: len(composer.state.references) == 2)
            (scene.around.folder / ".proofroom" / "references" / composer.state.references[1].sha256).unlink()
            composer.weigh_again()
            await until(lambda: composer.state.missing)
            assert [tile.thumb.problem for tile in strip.tiles] == ["", "Its file is gone from the library"]
            assert strip.tiles[1].accessibleDescription() == "@b, Its file is gone from the library"

    run_in_window(qapp, story())
