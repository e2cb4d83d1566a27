"""What the settings dialog shows and keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.catalog import ReadFrom
from studio.domain.errors import StudioError
from studio.domain.keys import EVERY_GROUP, KeySource, checked_address
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.words import describe
from studio.settings import DEFAULT_GATEWAY, Settings
from studio.settings.settings import LanguageName, ThemeName
from studio.viewmodels.budget_form import (
    BudgetForm,
    BudgetUses,
    budget_form,
    budget_uses,
    read_budgets,
    wrong_entry,
)
from studio.viewmodels.choices import key_words
from studio.viewmodels.session import Opening
from studio.viewmodels.wording import day_words

if TYPE_CHECKING:
    from studio.domain.catalog import Model
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Form:
    """The fields as they are typed and chosen. `library` is None for the default folder."""

    demo: bool
    address: str
    route: str
    library: Path | None
    parallel: int
    budgets: BudgetForm
    theme: ThemeName
    language: LanguageName
    auto_advance: bool = False


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One group and its key in words. `removable` when the key was stored for this group."""

    group: str
    words: str
    has_key: bool
    removable: bool


@dataclass(frozen=True, slots=True)
class PreferencesState:
    """`every_removable` when a key for every group is in use; `note` is something to know about keys.
    `can_refresh` when the gateway can be asked for its prices.
    """

    keys: tuple[KeyRow, ...]
    every_removable: bool
    keys_ready: bool
    note: str
    prices: str
    budgets: BudgetUses
    fallback: str = ""
    can_refresh: bool = False
    problem: str = ""


class PreferencesViewModel(QObject):
    """The form is kept as a whole by `save`; keys are removed at once. `saved` when the form is kept."""

    state_changed = Signal()
    saved = Signal()

    def __init__(self, *, session: SessionViewModel, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._problem = ""
        self._state = self._derive()
        session.state_changed.connect(self._refresh)

    @property
    def state(self) -> PreferencesState:
        """The state now."""
        return self._state

    @property
    def form(self) -> Form:
        """The fields to begin with."""
        settings = self._session.state.settings
        is_demo = settings.gateway == DEMO_GATEWAY
        return Form(
            demo=is_demo,
            address=DEFAULT_GATEWAY if is_demo else settings.gateway,
            route=settings.route or "",
            library=settings.library,
            parallel=settings.parallel,
            budgets=budget_form(settings),
            theme=settings.theme,
            language=settings.language,
            auto_advance=settings.auto_advance,
        )

    @property
    def usual_route(self) -> str:
        """The route that the catalog names."""
        return self._session.state.catalog.route

    def save(self, form: Form) -> None:
        """Keep the whole form, or say what is wrong with it and keep nothing."""
        if problem := wrong_entry(form.budgets):
            self._say(problem)
            return
        try:
            settings = read_form(form, self._session.state.settings)
        except StudioError as error:
            self._say(str(describe(error, translate).what))
            return
        self._start(settings)

    def remove_key(self, group: str = EVERY_GROUP) -> None:
        """Forget the key that was stored for this group."""
        self._tasks.start(lambda: self._session.remove_key(group))

    def _start(self, settings: Settings) -> None:
        async def keep() -> None:
            try:
                if settings.gateway != self._session.state.settings.gateway:
                    await self._session.use_gateway(settings.gateway)
                await self._session.change_settings(settings)
            except StudioError as error:
                self._say(str(describe(error, translate)))
            else:
                self.saved.emit()

        self._tasks.start(keep)

    def _say(self, words: str) -> None:
        self._problem = words
        self._refresh()

    def _refresh(self) -> None:
        state = self._derive()
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _derive(self) -> PreferencesState:
        now = self._session.state
        rows = tuple(
            KeyRow(
                group=kept.group,
                words=key_words(kept),
                has_key=kept.source is not None,
                removable=kept.source in {KeySource.KEYCHAIN, KeySource.SESSION} and not kept.assumed,
            )
            for kept in (() if now.is_demo else now.keys)
        )
        stored = {KeySource.KEYCHAIN, KeySource.SESSION}
        every = any(kept.assumed and kept.source in stored for kept in now.keys)
        return PreferencesState(
            keys=rows,
            every_removable=every,
            keys_ready=now.opening is Opening.OPEN and now.keys_known and not now.is_demo,
            note=_key_note(now.keychain_problem, is_demo=now.is_demo),
            prices=_price_note(now.catalog),
            budgets=budget_uses(now),
            fallback=_fallback_note(now.settings),
            can_refresh=now.opening is Opening.OPEN,
            problem=self._problem,
        )


def read_form(form: Form, before: Settings) -> Settings:
    """The settings that the form says. Raises UnusableAddress, and ValueError as `read_budgets`."""
    return replace(
        read_budgets(form.budgets, before),
        gateway=DEMO_GATEWAY if form.demo else checked_address(form.address),
        route=form.route.strip() or None,
        library=form.library,
        parallel=form.parallel,
        theme=form.theme,
        language=form.language,
        auto_advance=form.auto_advance,
    )


def _key_note(problem: str, *, is_demo: bool) -> str:
    if is_demo:
        return translate("settings", "The demo gateway needs no keys.")
    if problem:
        return translate("settings", "No keychain here keeps secrets: keys last until you close.")
    return translate("settings", "Keys are kept in the system keychain and nowhere else.")


def _fallback_note(settings: Settings) -> str:
    if not settings.fallback or not settings.moves_on:
        return translate("settings", "No other group is asked.")
    return translate("settings", "A group that fails is followed by {groups}.").format(
        groups=", ".join(settings.fallback)
    )


def _price_note(catalog: Model) -> str:
    if catalog.read_on is None:
        return translate("settings", "Prices as they came with Proofroom.")
    words = translate("settings", "Prices as the model page showed them on {day}.")
    if catalog.read_from is ReadFrom.GATEWAY:
        words = translate("settings", "Prices as the gateway published them on {day}.")
    return words.format(day=day_words(catalog.read_on))
