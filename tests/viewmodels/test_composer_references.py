"""References in the composer: what they are called, their order, where they come from, what they weigh."""

from dataclasses import replace
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from studio.domain.recipe import Recipe
from studio.domain.reference import Reference
from studio.engine.events import VersionSaved
from studio.library.draft import Draft
from studio.settings import Settings
from studio.viewmodels.composer import ComposerViewModel
from tests.support.window import Surroundings, run_in_window, surroundings, until

USUAL = "官KEY-3.5折"


def picture(path: Path, colour: str = "teal", size: tuple[int, int] = (64, 48)) -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


def handles(composer: ComposerViewModel) -> list[str]:
    return [reference.handle for reference in composer.state.references]


def draft(*names: str, prompt: str = "") -> Draft:
    """References that no file stands behind."""
    references = tuple(Reference(name, "image/png", 4, 3, 70, name) for name in names)
    return Draft(Recipe(prompt, references=references), USUAL, 1)


def in_demo(folder: Path) -> Surroundings:
    return surroundings(folder, settings=Settings(gateway="demo"))


def test_references_are_named_by_their_files_and_unlike_each_other(
    qapp: QApplication, tmp_path: Path
) -> None:
    around = in_demo(tmp_path)
    composer = around.composer()
    (tmp_path / "other").mkdir()
    files = (
        picture(tmp_path / "Wireframe.png"),
        picture(tmp_path / "other" / "wireframe.png", "olive"),
        picture(tmp_path / "线框图.png", "navy"),
    )

    async def story() -> None:
        async with around.engine():
            composer.add_files(files)
            await until(lambda: len(composer.state.references) == 3)
            assert handles(composer) == ["wireframe", "wireframe-2", "线框图"]
            assert composer.state.hindrance is None

    run_in_window(qapp, story())


def test_references_of_an_older_draft_get_names(qapp: QApplication, tmp_path: Path) -> None:
    composer = surroundings(tmp_path).composer(draft("photo.png", "photo.jpg"))
    assert handles(composer) == ["photo", "photo-2"]


def test_renaming_changes_the_prompt_and_keeps_names_apart(qapp: QApplication, tmp_path: Path) -> None:
    composer = surroundings(tmp_path).composer(
        draft("wireframe.png", "photo.png", prompt="like @wireframe, light of @photo")
    )
    composer.rename_reference("wireframe.png", "The Layout!")
    assert handles(composer) == ["the-layout", "photo"]
    assert composer.state.prompt == "like @the-layout, light of @photo"
    composer.rename_reference("wireframe.png", "photo")
    assert handles(composer) == ["photo-2", "photo"]
    assert composer.state.prompt == "like @photo-2, light of @photo"
    composer.rename_reference("wireframe.png", "  ")
    assert handles(composer) == ["photo-2", "photo"]


def test_references_are_moved(qapp: QApplication, tmp_path: Path) -> None:
    composer = surroundings(tmp_path).composer(draft("a", "b", "c"))
    composer.move_reference("c", 0)
    assert handles(composer) == ["c", "a", "b"]
    composer.move_reference("c", 1)
    assert handles(composer) == ["a", "c", "b"]
    composer.move_reference("a", 99)
    assert handles(composer) == ["c", "b", "a"]


def test_what_was_sent_before_lies_on_the_shelf(qapp: QApplication, tmp_path: Path) -> None:
    around = in_demo(tmp_path)
    composer = around.composer()
    placed: list[object] = []
    composer.placed.connect(placed.append)

    async def story() -> None:
        async with around.engine():
            composer.add_files((picture(tmp_path / "wireframe.png"),))
            await until(lambda: composer.state.references and composer.state.hindrance is None)
            (used,) = composer.state.references
            composer.submit()
            await until(lambda: placed)
            composer.remove_reference(used.sha256)
            composer.shelf.ask()
            await until(lambda: composer.shelf.references)
            assert composer.shelf.references is not None
            (kept,) = composer.shelf.references
            composer.add_reference(kept)
            assert composer.state.references == (used,)

    run_in_window(qapp, story())


def test_a_version_as_reference_is_named_by_its_number(qapp: QApplication, tmp_path: Path) -> None:
    around = in_demo(tmp_path)
    composer = around.composer()
    saved: list[VersionSaved] = []

    def hear(event: object) -> None:
        if isinstance(event, VersionSaved):
            saved.append(event)

    around.bridge.happened.connect(hear)

    async def story() -> None:
        async with around.engine():
            composer.edit_prompt("mountains")
            composer.submit()
            await until(lambda: saved)
            composer.add_version_as_reference(saved[0].version)
            await until(lambda: composer.state.references)
            assert handles(composer) == ["version-1"]
            composer.add_versions((saved[0].version.id,))
            await until(lambda: composer.state.trouble)
            assert composer.state.trouble == "Version 1 is a reference already."

    run_in_window(qapp, story())


def test_the_whole_request_is_weighed_as_it_would_be_sent(qapp: QApplication, tmp_path: Path) -> None:
    around = in_demo(tmp_path)
    composer = around.composer()
    noise = Image.effect_noise((1600, 1200), 90).convert("RGB")
    noise.save(tmp_path / "large.png")

    async def story() -> None:
        async with around.engine():
            composer.add_files((tmp_path / "large.png", picture(tmp_path / "small.png")))
            await until(lambda: composer.state.sending.total.endswith(" of 20 MB"))
            assert composer.state.sending.total.startswith("Sends 2 pictures, ")
            whole = composer.state.sending.total
            composer.choose_longest_edge(1024)
            assert composer.state.sending.total == "Sends 2 pictures"
            await until(lambda: composer.state.sending.total.endswith(" of 20 MB"))
            assert composer.state.sending.total != whole
            assert composer.state.longest_edge == 1024

    run_in_window(qapp, story())


def test_a_reference_that_is_gone_is_said_and_not_sent(qapp: QApplication, tmp_path: Path) -> None:
    around = in_demo(tmp_path)
    composer = around.composer()

    async def story() -> None:
        async with around.engine():
            composer.add_files((picture(tmp_path / "a.png"), picture(tmp_path / "b.png", "olive")))
            await until(lambda: len(composer.state.references) == 2)
            await until(lambda: composer.state.sending.total.endswith(" of 20 MB"))
            gone = composer.state.references[1]
            path = await around.bridge.ask(lambda studio: _later(studio.library.reference_path(gone.sha256)))
            path.unlink()
            composer.weigh_again()
            await until(lambda: composer.state.missing == frozenset({gone.sha256}))
            assert composer.state.hindrance is not None
            assert "gone from the library" in composer.state.hindrance.words
            composer.remove_reference(gone.sha256)
            await until(lambda: composer.state.hindrance is None)

    run_in_window(qapp, story())


async def _later(path: Path) -> Path:
    return path


def test_with_a_name_twice_nothing_is_lost(qapp: QApplication, tmp_path: Path) -> None:
    """As an older draft, or one written by hand, may have it."""
    same = draft("a.png", "b.png")
    named = tuple(replace(one, handle="photo") for one in same.recipe.references)
    composer = surroundings(tmp_path).composer(replace(same, recipe=replace(same.recipe, references=named)))
    assert handles(composer) == ["photo", "photo-2"]
