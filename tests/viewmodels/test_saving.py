"""A picture leaves the library: as a file in another format, and through the clipboard."""

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from studio.domain.version import Version
from studio.viewmodels.notices import Kind
from tests.library.scenes import PROMPT, generate, library_in
from tests.support.gallery import Shelf, shelf
from tests.support.window import run_in_window, surroundings, until


async def filled(shown: Shelf) -> Version:
    """One fox in the library."""
    await shown.begin()
    (version,) = await shown.around.bridge.ask(lambda studio: studio.library.versions(limit=1))
    return version


def test_it_is_saved_as_a_jpeg_and_the_window_says_so(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    shown = shelf(around)

    async def story() -> None:
        async with library_in(around.folder, thumbnails=False) as library:
            await generate(library)
        async with around.engine():
            version = await filled(shown)
            choices = [(choice.format, choice.suffix) for choice in shown.saving.choices(version)]
            assert choices == [("original", "png"), ("png", "png"), ("jpeg", "jpg"), ("webp", "webp")]
            shown.saving.save(version, tmp_path / "fox.jpg", "jpeg")
            await until(lambda: around.said)
            assert (around.said[0].words, around.said[0].kind) == ("Saved as fox.jpg.", Kind.OK)
            with Image.open(tmp_path / "fox.jpg") as picture:
                assert (picture.format, picture.size) == ("JPEG", (1376, 768))
            failed: list[object] = []
            around.tasks.failed.connect(failed.append)
            shown.saving.save(version, tmp_path / "nowhere" / "fox.jpg", "jpeg")
            await until(lambda: failed)

    run_in_window(qapp, story())


def test_the_clipboard_gets_the_picture_and_its_file(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    shown = shelf(around)

    async def story() -> None:
        async with library_in(around.folder, thumbnails=False) as library:
            await generate(library)
        async with around.engine():
            version = await filled(shown)
            clipboard = QGuiApplication.clipboard()
            shown.saving.copy_picture(version)
            await until(lambda: around.said)
            assert clipboard.image().size().toTuple() == (1376, 768)
            urls = clipboard.mimeData().urls()
            assert [Path(url.toLocalFile()) for url in urls] == [shown.saving.path(version)]
            shown.saving.copy_prompt(version)
            assert clipboard.text() == PROMPT
            shown.saving.copy_path(version)
            assert clipboard.text() == str(shown.saving.path(version))

    run_in_window(qapp, story())
