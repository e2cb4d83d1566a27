"""The call of the current recipe as code on the clipboard: exactly what would be sent, never the key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from studio.domain.as_code import KEY_NAME, CodeLanguage
from studio.domain.errors import UnusableInput
from studio.domain.words import describe, sentences
from studio.viewmodels.actions import ANYWHERE, Action
from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks


class CodeCopying(QObject):
    """What was copied, or why it can't be, is said as a notice; nothing is sent."""

    def __init__(
        self,
        *,
        session: SessionViewModel,
        composer: ComposerViewModel,
        bridge: Bridge,
        tasks: Tasks,
        notices: Notices,
    ) -> None:
        super().__init__()
        self._session = session
        self._composer = composer
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices

    @property
    def can_copy(self) -> bool:
        """Whether the library is open: pictures are read there."""
        return self._bridge.is_open

    def copy(self, language: CodeLanguage) -> None:
        """Put one call of what the composer holds on the clipboard."""
        if self._session.state.is_demo:
            self._refuse(
                translate("code", "The demo gateway runs inside Proofroom only."),
                translate("code", "Choose a gateway in Settings to copy a call to it."),
            )
            return
        recipe, count = self._composer.recipe, self._composer.state.count

        async def copy() -> None:
            try:
                code = await self._bridge.ask(lambda studio: studio.as_code(recipe, language))
            except UnusableInput as error:
                words = describe(error, translate)
                self._refuse(words.what, words.next)
                return
            QGuiApplication.clipboard().setText(code)
            has_pictures = bool(recipe.references or recipe.parent)
            self._notices.say(_copied(count, has_pictures=has_pictures), kind=Kind.OK)

        if self.can_copy:
            self._tasks.start(copy)

    def actions(self) -> tuple[Action, ...]:
        """One for each language, as lists show them."""
        return tuple(
            Action(
                id=f"copy-as-{language.value}",
                title=translate("code", "Copy as {language}").format(language=language_words(language)),
                category=translate("actions", "Prompt"),
                act=partial(self.copy, language),
                places=ANYWHERE,
                enabled=lambda: self.can_copy,
                icon="copy",
            )
            for language in CodeLanguage
        )

    def _refuse(self, what: str, instead: str) -> None:
        self._notices.say(sentences(what, instead), kind=Kind.WARNING)


def language_words(language: CodeLanguage) -> str:
    """As a menu lists it."""
    return {
        CodeLanguage.CURL: "curl",
        CodeLanguage.PYTHON: "Python (httpx)",
        CodeLanguage.GOOGLE_GENAI: "Python (google-genai)",
        CodeLanguage.JAVASCRIPT: "JavaScript",
    }[language]


def _copied(count: int, *, has_pictures: bool) -> str:
    one_call = translate("code", "That is one call. The order would make {count} of them.")
    files = translate("code", "It reads the pictures from files on this computer.")
    return sentences(
        translate("code", "Copied. Put your key in ${name}.").format(name=KEY_NAME),
        files if has_pictures else "",
        one_call.format(count=count) if count > 1 else "",
    )
