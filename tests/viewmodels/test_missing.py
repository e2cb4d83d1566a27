"""Files that went are noticed when they are needed, said in words, and found again."""

import shutil
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.file_state import FileState
from studio.domain.version import Version
from studio.viewmodels.missing import MissingViewModel
from studio.viewmodels.outgoing import OutgoingViewModel
from studio.viewmodels.waiting import WaitingViewModel
from tests.library.scenes import generate, library_in, order, picture
from tests.support.window import Surroundings, run_in_window, surroundings, until


class Desk:
    """The view-models of files that may have gone, over a library with two foxes."""

    def __init__(self, folder: Path) -> None:
        self.around: Surroundings = surroundings(folder)
        around = self.around
        self.waiting = WaitingViewModel()
        self.missing = MissingViewModel(
            bridge=around.bridge, tasks=around.tasks, notices=around.notices, waiting=self.waiting
        )
        self.outgoing = OutgoingViewModel(
            folder=around.folder,
            bridge=around.bridge,
            tasks=around.tasks,
            notices=around.notices,
            missing=self.missing,
            waiting=self.waiting,
        )

    async def fill(self) -> tuple[Version, Version]:
        async with library_in(self.around.folder, thumbnails=False) as library:
            await generate(library, order(), picture(colour="#00ff00"))
            await generate(library, order(order_id="order-2"), picture())
            new, old = await library.versions(limit=2)
        return new, old

    def file(self, version: Version) -> Path:
        return self.around.folder / version.path

    @property
    def words(self) -> list[str]:
        return [notice.words for notice in self.around.said]


def test_a_picture_that_went_is_left_out_and_said_and_the_others_are_copied(
    qapp: QApplication, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    changed = QSignalSpy(desk.missing.changed)

    async def story() -> None:
        new, old = await desk.fill()
        async with desk.around.engine():
            shutil.move(desk.file(old), tmp_path / "moved.png")
            desk.outgoing.copy_pictures((new.id, old.id))
            await until(lambda: len(desk.words) == 2)
            assert desk.words == ["The file of this picture isn't where it was saved.", "Picture copied."]
            urls = QGuiApplication.clipboard().mimeData().urls()
            assert [Path(url.toLocalFile()) for url in urls] == [desk.file(new)]
            assert desk.missing.state(old.id) is FileState.MISSING
            assert desk.missing.words(old.id) == "File missing"
            assert desk.missing.words(new.id) == ""
            assert changed.at(0) == [frozenset({old.id})]

    run_in_window(qapp, story())


def test_what_lies_elsewhere_in_the_library_is_found_without_asking(
    qapp: QApplication, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)

    async def story() -> None:
        new, _ = await desk.fill()
        (desk.around.folder / "Best").mkdir()
        desk.file(new).rename(desk.around.folder / "Best" / "fox.png")
        async with desk.around.engine():
            desk.missing.suspect((new.id,))
            await until(lambda: desk.missing.state(new.id))
            desk.missing.locate((new.id,))
            await until(lambda: desk.missing.state(new.id) is None)
            await until(lambda: desk.words)
            assert desk.words == ["Found it in Best."]

    run_in_window(qapp, story())


def test_the_person_is_asked_and_may_show_the_file_or_the_wrong_one(
    qapp: QApplication, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    asked = QSignalSpy(desk.missing.place_wanted)
    imports = QSignalSpy(desk.missing.import_requested)
    wrong, right = tmp_path / "wrong.png", tmp_path / "right.png"

    async def story() -> None:
        new, _ = await desk.fill()
        wrong.write_bytes(picture(colour="#123456"))
        shutil.move(desk.file(new), right)
        async with desk.around.engine():
            desk.missing.locate((new.id,))
            await until(asked.count)
            assert asked.at(0) == [(new.id,)]
            desk.missing.show_file(new.id, wrong)
            await until(lambda: desk.words)
            assert desk.words[-1].startswith("wrong.png is another picture")
            desk.around.said[-1].actions[0].act()
            assert imports.at(0) == [wrong]
            desk.missing.search_folder((new.id,), tmp_path / "library")
            await until(lambda: len(desk.words) == 2)
            assert desk.words[-1].startswith("No file in library has the content")
            desk.missing.show_file(new.id, right)
            await until(lambda: desk.words[-1] == "The picture is back.")
            assert desk.file(new).read_bytes() == right.read_bytes()

    run_in_window(qapp, story())


def test_changed_and_cut_files_are_told_apart(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)

    async def story() -> None:
        new, old = await desk.fill()
        desk.file(new).write_bytes(desk.file(new).read_bytes()[:500])
        desk.file(old).write_bytes(b"painted over" * 10_000)
        async with desk.around.engine():
            assert await desk.missing.check((new.id, old.id, "unknown")) == (new.id, old.id)
            assert desk.missing.words(new.id) == "File cut short"
            assert desk.missing.words(old.id) == "File changed"
            desk.missing.say((new.id,))
            desk.missing.say((old.id,))
            desk.missing.say((new.id, old.id))
            assert "was cut short" in desk.words[0]
            assert "was changed in another program" in desk.words[1]
            assert desk.words[2].startswith("2 pictures aren't where")

    run_in_window(qapp, story())


def test_prompts_paths_and_references_of_many(qapp: QApplication, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    wanted = QSignalSpy(desk.outgoing.references_requested)

    async def story() -> None:
        new, old = await desk.fill()
        clipboard = QGuiApplication.clipboard()
        async with desk.around.engine():
            desk.outgoing.copy_paths((new.id, old.id))
            await until(lambda: desk.words == ["2 paths copied."])
            assert clipboard.text() == f"{desk.file(new)}\n{desk.file(old)}"
            desk.outgoing.copy_prompts((new.id, old.id))
            await until(lambda: desk.words[-1] == "Prompt copied.")
            assert clipboard.text() == new.recipe.prompt
            desk.outgoing.copy_pictures((new.id,))
            await until(lambda: desk.words[-1] == "Picture copied.")
            assert clipboard.image().size().toTuple() == (1376, 768)
            desk.outgoing.use_as_references((new.id, old.id))
            await until(wanted.count)
            assert [version.id for version in wanted.at(0)[0]] == [new.id, old.id]

    run_in_window(qapp, story())
