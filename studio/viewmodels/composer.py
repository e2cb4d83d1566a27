"""The composer: the draft, what the person does to it, and the one way to spend."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal

from studio.domain.errors import StudioError
from studio.domain.words import describe
from studio.viewmodels.composer_continuing import ComposerContinuing
from studio.viewmodels.composer_sending import pictures_go_to
from studio.viewmodels.composer_state import to_be_said

translate = QCoreApplication.translate


class ComposerViewModel(ComposerContinuing):
    """Owns ComposerState. Nothing here waits for the engine: until it is open, the state says so.

    `placed` carries the jobs of an order that is durable.
    """

    placed = Signal(object)

    def submit(self) -> None:
        """Order what the button says; above the person's limit it asks first."""
        state = self._state
        if state.hindrance or state.placing or state.most is None or self._is_asking:
            return
        total, session = state.most, self._session.state
        asks = session.settings.asks_before(count=state.count, total=total)
        if asks or to_be_said(self._now, session):
            self._show(replace(self._now, asked=total))
        else:
            self._place()

    def confirm(self) -> None:
        """Spend the amount it asked about; send the pictures it named, from now on without a word."""
        state = self._state
        if self._is_asking and not state.hindrance and not state.placing:
            if state.leaves:
                self._remember_host()
            self._place()

    def not_now(self) -> None:
        """Don't spend it."""
        self._show(replace(self._now, asked=None))

    @property
    def _is_asking(self) -> bool:
        return bool(self._state.asks or self._state.leaves)

    def _remember_host(self) -> None:
        settings = self._session.state.settings
        hosts = (*settings.picture_hosts, pictures_go_to(settings))
        self._tasks.start(lambda: self._session.change_settings(replace(settings, picture_hosts=hosts)))

    def _place(self) -> None:
        state, recipe, group = self._state, self._recipe, self._state.group
        price, settings = state.price, self._session.state.settings
        project = settings.project
        if price is None:
            return
        self._keeper.keep_now()
        self._show(replace(self._now, placing=True, asked=None, trouble=""))

        async def place() -> None:
            from studio.engine.studio import OrderRequest  # the engine loads late

            request = OrderRequest(
                recipe=recipe,
                group=group,
                count=state.count,
                price=price,
                project=project,
                fallback=state.fallback.steps,
                moves_on=settings.moves_on if state.fallback.steps else frozenset(),
            )
            try:
                jobs = await self._bridge.ask(lambda studio: studio.place(request))
            except StudioError as error:
                self._say(str(describe(error, translate)))
            else:
                self.placed.emit(jobs)
            finally:
                self._show(replace(self._now, placing=False))

        self._tasks.start(place)
