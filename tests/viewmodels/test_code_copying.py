"""What would be sent, as code on the clipboard, or why it can't be."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from studio.domain.as_code import CodeLanguage
from studio.domain.keys import Secret
from studio.domain.recipe import DEMO_GATEWAY, Recipe
from studio.domain.reference import Reference
from studio.keychain import Keychain
from studio.library.draft import Draft
from studio.settings import Settings
from studio.viewmodels.code_copying import CodeCopying, language_words
from studio.viewmodels.notices import Kind
from tests.support.window import Surroundings, run_in_window, surroundings, until

GATEWAY = "https://gateway.example"
KEY = "sk-never-in-any-code"
NOTHING = "what was copied before"


@dataclass
class Desk:
    """A composer with a draft, and what copies it."""

    around: Surroundings
    copying: CodeCopying

    def copy(self, qapp: QApplication, language: CodeLanguage = CodeLanguage.CURL) -> str:
        """The clipboard after that; waits for the notice."""
        QGuiApplication.clipboard().setText(NOTHING)

        async def story() -> None:
            async with self.around.engine():
                self.copying.copy(language)
                await until(lambda: self.around.said)

        run_in_window(qapp, story())
        copied = QGuiApplication.clipboard().text()
        QGuiApplication.clipboard().clear()
        return copied


def desk_of(folder: Path, recipe: Recipe, *, count: int = 1, gateway: str = GATEWAY) -> Desk:
    around = surroundings(
        folder, settings=Settings(gateway=gateway), keychain=Keychain(environment=Secret(KEY))
    )
    composer = around.composer(Draft(recipe=recipe, group="官KEY-3.5折", count=count))
    copying = CodeCopying(
        session=around.session,
        composer=composer,
        bridge=around.bridge,
        tasks=around.tasks,
        notices=around.notices,
    )
    return Desk(around, copying)


@pytest.mark.parametrize("language", CodeLanguage)
def test_the_call_is_copied_without_the_key(
    qapp: QApplication, tmp_path: Path, language: CodeLanguage
) -> None:
    desk = desk_of(tmp_path, Recipe("a quiet harbour"))
    code = desk.copy(qapp, language)
    assert "a quiet harbour" in code
    assert GATEWAY in code
    assert "PROOFROOM_KEY" in code
    assert KEY not in code
    (notice,) = desk.around.said
    assert (notice.words, notice.kind) == ("Copied. Put your key in $PROOFROOM_KEY.", Kind.OK)


def test_an_order_of_many_is_one_call_in_code(qapp: QApplication, tmp_path: Path) -> None:
    desk = desk_of(tmp_path, Recipe("a quiet harbour"), count=4)
    desk.copy(qapp)
    assert desk.around.said[0].words.endswith("That is one call. The order would make 4 of them.")


def test_what_cant_be_sent_says_why_and_copies_nothing(qapp: QApplication, tmp_path: Path) -> None:
    empty = desk_of(tmp_path / "empty", Recipe(""))
    assert empty.copy(qapp) == NOTHING
    assert empty.around.said[0].words == "This can't be sent as it is. Write a prompt or add a reference."
    missing = desk_of(
        tmp_path / "missing", Recipe("a fox", references=(Reference("ab" * 32, "image/png", 8, 8, 99),))
    )
    assert missing.copy(qapp) == NOTHING
    assert missing.around.said[0].kind is Kind.WARNING
    assert "gone or was changed" in missing.around.said[0].words


def test_the_demo_has_no_address_to_copy(qapp: QApplication, tmp_path: Path) -> None:
    demo = desk_of(tmp_path, Recipe("a fox"), gateway=DEMO_GATEWAY)
    assert demo.copy(qapp) == NOTHING
    assert demo.around.said[0].words.startswith("The demo gateway runs inside Proofroom only.")


def test_before_the_library_is_open_nothing_can_be_copied(tmp_path: Path, qapp: QApplication) -> None:
    desk = desk_of(tmp_path, Recipe("a fox"))
    assert not desk.copying.can_copy
    assert not any(action.enabled() for action in desk.copying.actions())
    desk.copying.copy(CodeLanguage.CURL)
    assert not desk.around.said


def test_each_language_is_an_action_of_its_own(tmp_path: Path, qapp: QApplication) -> None:
    desk = desk_of(tmp_path, Recipe("a fox"))
    titles = [action.title for action in desk.copying.actions()]
    assert titles == [
        "Copy as curl",
        "Copy as Python (httpx)",
        "Copy as Python (google-genai)",
        "Copy as JavaScript",
    ]
    assert len({language_words(language) for language in CodeLanguage}) == len(CodeLanguage)
