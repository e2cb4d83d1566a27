"""The draft: on disk soon after it is typed, and at once at the end."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.errors import LibraryUnwritable
from studio.domain.recipe import Recipe
from studio.library.draft import Draft, read_draft, write_draft
from studio.viewmodels.composer import ComposerViewModel
from studio.viewmodels.draft_keeper import DraftKeeper
from tests.support.window import run_in_window, surroundings, until

USUAL = "官KEY-3.5折"


def test_typing_survives_a_crash(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    library = tmp_path / "library"
    composer = ComposerViewModel(
        session=around.session,
        evidence=around.evidence,
        bridge=around.bridge,
        tasks=around.tasks,
        draft=None,
        save_draft=lambda draft: write_draft(library, draft),
    )

    async def story() -> None:
        async with around.engine():
            composer.edit_prompt("a")
            composer.edit_prompt("a lake")
            composer.set_count(3)
            await until(lambda: (kept := read_draft(library)) and kept.recipe.prompt == "a lake")

    run_in_window(qapp, story())
    again = around.composer(read_draft(library)).state
    assert (again.prompt, again.count, again.group) == ("a lake", 3, USUAL)


def test_closing_writes_at_once(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()

    async def story() -> None:
        async with around.engine():
            composer.edit_prompt("the last word")
            await composer.finish()
            assert around.drafts[-1].recipe.prompt == "the last word"

    run_in_window(qapp, story())


def test_a_draft_that_cannot_be_kept_is_said_once(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    said: list[object] = []

    def fail(_draft: Draft) -> None:
        raise LibraryUnwritable(tmp_path)

    keeper = DraftKeeper(tasks=around.tasks, save=fail)
    keeper.failed.connect(said.append)

    async def story() -> None:
        async with around.engine():
            for words in ("a", "b"):
                keeper.change(Draft(Recipe(words), USUAL, 1))
                await keeper.finish()

    run_in_window(qapp, story())
    assert len(said) == 1


@pytest.mark.parametrize("group", ["Demo", USUAL])
def test_a_draft_from_the_demo_never_names_a_group_that_is_not_there(
    qapp: QApplication, tmp_path: Path, group: str
) -> None:
    composer = surroundings(tmp_path).composer(Draft(Recipe("a lake"), group, 1))
    assert composer.state.group == USUAL
