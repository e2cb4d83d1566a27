"""Before the first picture goes to a host, the composer says which go and where to."""

from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.recipe import Recipe
from studio.library.draft import Draft
from studio.settings import Folders, Settings, load_settings
from studio.viewmodels.composer import ComposerViewModel
from tests.support.window import Surroundings, run_in_window, surroundings, until

USUAL = "官KEY-3.5折"
NOBODY = "https://pictures.invalid"
"""Nothing that is placed there is ever sent."""


def asking(folder: Path, **settings: object) -> tuple[Surroundings, ComposerViewModel]:
    around = surroundings(folder, settings=Settings(gateway=NOBODY, **settings))  # pyright: ignore[reportArgumentType]
    return around, around.composer(Draft(Recipe("a lake"), USUAL, 1))


async def prepare(around: Surroundings, composer: ComposerViewModel, *names: str) -> None:
    """A key, and these pictures as references."""
    await around.session.store_key(USUAL, Secret("sk-test"))
    for number, name in enumerate(names):
        path = around.folder.parent / f"{name}.png"
        Image.new("RGB", (40 + number, 30), "teal").save(path)
        composer.add_files((path,))
    await until(lambda: len(composer.state.references) == len(names))
    await until(lambda: composer.state.hindrance is None)


def kept_hosts(folder: Path) -> tuple[str, ...]:
    return load_settings(Folders(folder / "config", folder / "state", folder / "pictures")).picture_hosts


def test_it_says_what_leaves_and_asks_once_for_each_host(qapp: QApplication, tmp_path: Path) -> None:
    around, composer = asking(tmp_path)
    placed: list[object] = []
    composer.placed.connect(placed.append)

    async def story() -> None:
        async with around.engine():
            await prepare(around, composer, "wireframe", "photo")
            composer.submit()
            assert not composer.state.placing
            assert composer.state.leaves == (
                "2 pictures leave this machine and go to pictures.invalid: @wireframe, @photo."
            )
            assert not composer.state.asks
            composer.not_now()
            assert not composer.state.leaves
            assert kept_hosts(tmp_path) == ()
            composer.submit()
            composer.submit()
            assert not composer.state.placing
            composer.confirm()
            await until(lambda: len(placed) == 1)
            assert kept_hosts(tmp_path) == ("pictures.invalid",)
            composer.submit()
            assert composer.state.placing
            await until(lambda: len(placed) == 2)

    run_in_window(qapp, story())


def test_words_alone_go_without_it(qapp: QApplication, tmp_path: Path) -> None:
    around, composer = asking(tmp_path)

    async def story() -> None:
        async with around.engine():
            await prepare(around, composer)
            composer.submit()
            assert composer.state.placing
            await until(lambda: not composer.state.placing)

    run_in_window(qapp, story())


def test_a_large_amount_is_asked_about_in_the_same_breath(qapp: QApplication, tmp_path: Path) -> None:
    around, composer = asking(tmp_path, ask_above=Money.parse("0.10"))

    async def story() -> None:
        async with around.engine():
            await prepare(around, composer, "wireframe")
            composer.submit()
            assert composer.state.asks == "¥0.16"
            assert composer.state.leaves.startswith("1 picture leaves this machine")
            composer.set_count(2)
            assert (composer.state.asks, composer.state.leaves) == ("", "")

    run_in_window(qapp, story())


def test_nothing_leaves_for_the_demo_or_for_this_machine(qapp: QApplication, tmp_path: Path) -> None:
    for number, gateway in enumerate(("demo", "http://127.0.0.1:9")):
        around = surroundings(tmp_path / str(number), settings=Settings(gateway=gateway))
        composer = around.composer()

        async def story(around: Surroundings = around, composer: ComposerViewModel = composer) -> None:
            async with around.engine():
                if not around.session.state.is_demo:
                    await around.session.store_key(USUAL, Secret("sk-test"))
                path = around.folder.parent / "wireframe.png"
                Image.new("RGB", (40, 30), "teal").save(path)
                composer.add_files((path,))
                await until(lambda: composer.state.references and composer.state.hindrance is None)
                composer.submit()
                assert composer.state.placing
                await until(lambda: not composer.state.placing)

        run_in_window(qapp, story())
