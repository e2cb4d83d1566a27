"""Pictures come in from files, from the clipboard and as bare images; what became of them is said."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.errors import LibraryFull, NotImportable
from studio.domain.importing import ImportResult, Refusal
from studio.viewmodels.importing import ImportState, ImportViewModel, import_words
from studio.viewmodels.notices import Kind
from tests.library.scenes import picture
from tests.support.window import Surroundings, run_in_window, surroundings, until


def importing(around: Surroundings, *, undone: list[str] | None = None) -> ImportViewModel:
    done = [] if undone is None else undone
    return ImportViewModel(
        bridge=around.bridge,
        tasks=around.tasks,
        notices=around.notices,
        project=lambda: "Sketches",
        undo=lambda: done.append("undone"),
    )


def test_files_bytes_and_images_join_and_the_window_says_how_many(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    undone: list[str] = []
    model = importing(around, undone=undone)
    states: list[ImportState] = []
    model.state_changed.connect(lambda: states.append(model.state))
    seen = QSignalSpy(model.imported)
    (tmp_path / "fox.png").write_bytes(picture())
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0x204060)

    async def story() -> None:
        model.bring_in((tmp_path / "fox.png", picture("JPEG"), image))
        assert not model.state.running
        async with around.engine():
            await until(lambda: around.said)
            assert around.said[0].words == "3 pictures imported."
            assert around.said[0].kind is Kind.OK
            (undo,) = around.said[0].actions
            undo.act()
            assert undone == ["undone"]
            await until(lambda: not model.state.running)
            assert seen.count() == 1
            assert await around.bridge.ask(lambda studio: studio.library.count()) == 3
        words = [state.words for state in states if state.words]
        assert words[0] == "Importing…"
        assert "Importing 1 of 3: fox.png" in words
        assert "Importing 3 of 3: Pasted picture" in words

    run_in_window(qapp, story())


def test_what_went_wrong_is_said_with_what_to_do() -> None:
    refused = tuple(Refusal(f"{number}.gif", NotImportable(f"{number}.gif", "GIF")) for number in range(5))
    words = import_words(ImportResult(imported=("a",), known=("b", "c"), refused=refused))
    assert words.startswith("1 picture imported. 2 are in the library already. 0.gif is a GIF picture")
    assert words.endswith("2 more couldn't be imported.")
    assert words.count("Save it as PNG") == 1
    full = import_words(ImportResult(restored=("a",), stopped_by=LibraryFull(Path("Pictures"))))
    assert full.startswith("1 was brought back from the trash. There is no room left")
    assert import_words(ImportResult(imported=("a", "b"), cancelled=True)).endswith("Stopped before the end.")
    assert import_words(ImportResult()) == "There are no pictures in there."


def test_it_stops_when_the_person_says_so(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    model = importing(around)
    for number in range(12):
        (tmp_path / f"{number}.png").write_bytes(picture(size=(64 + number, 48)))

    async def story() -> None:
        async with around.engine():
            model.bring_in(tuple(tmp_path / f"{number}.png" for number in range(12)))
            await until(lambda: model.state.done)
            model.cancel()
            await until(lambda: around.said)
            assert "Stopped before the end." in around.said[0].words
            assert 0 < await around.bridge.ask(lambda studio: studio.library.count()) < 12

    run_in_window(qapp, story())
