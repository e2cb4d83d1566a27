"""What holds for the whole window: settings, catalog, keys, spent today."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from studio.domain.keys import EVERY_GROUP, KeySource
from studio.domain.recipe import DEMO_GATEWAY
from studio.settings import save_settings
from studio.settings.catalog import demo_model, load_history, save_model

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from studio.domain.budget import Standing
    from studio.domain.catalog import Model
    from studio.domain.errors import StudioError
    from studio.domain.keys import Secret
    from studio.domain.published import ReadBalance
    from studio.engine.events import KeyState
    from studio.engine.publishing import Refreshed
    from studio.engine.studio import Studio
    from studio.library.ledger import Spent
    from studio.settings import Folders, Settings
    from studio.viewmodels.bridge import Bridge

Told = TypeVar("Told")


class Opening(Enum):
    """Whether the library is open yet."""

    OPENING = auto()
    OPEN = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class SessionState:
    """`catalog` is the model as read; `keys` is empty and `spent` None until the engine has told.

    `keychain_problem` is why keys are kept for this session only, if they are; `resting` names the groups
    that rest after several failures, with the time, aware UTC, at which that ends. `standings` is what counts
    against each budget, `balance` what the chosen group's key may still spend, where the gateway tells it.
    """

    settings: Settings
    catalog: Model
    opening: Opening = Opening.OPENING
    problem: StudioError | None = None
    keys: tuple[KeyState, ...] = ()
    keys_known: bool = False
    keychain_problem: str = ""
    spent: Spent | None = None
    balance: ReadBalance | None = None
    standings: tuple[Standing, ...] = ()
    resting: Mapping[str, datetime] = field(default_factory=dict[str, "datetime"])

    @property
    def is_demo(self) -> bool:
        """Whether the demo gateway is chosen."""
        return self.settings.gateway == DEMO_GATEWAY

    @property
    def model(self) -> Model:
        """The catalog that orders are placed by."""
        return demo_model(self.catalog) if self.is_demo else self.catalog

    @property
    def concerned(self) -> tuple[Standing, ...]:
        """The budgets that an order must keep to now."""
        return tuple(one for one in self.standings if one.concerns(self.settings.project))

    def key(self, group: str) -> KeyState | None:
        """What is known of the key of this group."""
        return next((state for state in self.keys if state.group == group), None)

    def has_key(self, group: str) -> bool:
        """Whether a call through this group can be made."""
        state = self.key(group)
        return state is not None and state.source is not None

    @property
    def needs_key(self) -> bool:
        """Whether there is no key at all for the chosen gateway."""
        return self.keys_known and not any(state.source for state in self.keys)


class SessionViewModel(QObject):
    """Owns SessionState; every change goes to disk and to the engine, and then to `state_changed`."""

    state_changed = Signal()

    def __init__(
        self,
        *,
        settings: Settings,
        catalog: Model,
        folders: Folders,
        bridge: Bridge,
        gateway_of_this_run: str | None = None,
    ) -> None:
        """`gateway_of_this_run` stands in for the kept one, which stays kept until another is chosen."""
        super().__init__()
        self._kept_gateway = settings.gateway
        self._gateway_of_this_run = gateway_of_this_run
        settings = replace(settings, gateway=gateway_of_this_run or settings.gateway)
        self._state = SessionState(settings=settings, catalog=catalog)
        self._folders = folders
        self._bridge = bridge
        bridge.happened.connect(self._hear)

    @property
    def state(self) -> SessionState:
        """The state now."""
        return self._state

    def _change(self, state: SessionState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _hear(self, event: object) -> None:
        from studio.engine.events import GroupsResting, KeysChanged, SpentChanged

        match event:
            case KeysChanged(states):
                self._change(replace(self._state, keys=states, keys_known=True))
            case SpentChanged(spent, standings):
                self._change(replace(self._state, spent=spent, standings=standings))
            case GroupsResting(until):
                self._change(replace(self._state, resting=until))
            case _:
                pass

    def show_balance(self, balance: ReadBalance | None) -> None:
        """What the chosen group's key may still spend; None where that isn't known."""
        self._change(replace(self._state, balance=balance))

    async def begin(self) -> None:
        """The engine is open: learn what it knows."""

        async def learn(studio: Studio) -> tuple[tuple[KeyState, ...], Spent, str, Mapping[str, datetime]]:
            problem = await studio.keychain_problem()
            return await studio.key_states(), await studio.spent_today(), problem, studio.resting

        keys, spent, problem, resting = await self._bridge.ask(learn)
        standings = await self._bridge.ask(lambda studio: studio.standings())
        state = replace(self._state, opening=Opening.OPEN, problem=None, keys=keys, keys_known=True)
        state = replace(state, spent=spent, standings=standings)
        self._change(replace(state, keychain_problem=problem, resting=resting))

    def fail(self, error: StudioError) -> None:
        """The library can't be opened."""
        self._change(replace(self._state, opening=Opening.FAILED, problem=error))

    async def change_settings(self, settings: Settings) -> None:
        """Use these settings from now on and keep them."""
        if settings.gateway != self._gateway_of_this_run:
            self._kept_gateway = settings.gateway
        kept = replace(settings, gateway=self._kept_gateway)
        await _in_thread(lambda: save_settings(self._folders, kept))
        self._change(replace(self._state, settings=settings))
        await self._tell_engine()

    async def use_gateway(self, address: str) -> None:
        """Send to this address from now on, or to "demo"."""
        keys_known = self._state.keys_known and address == self._state.settings.gateway
        self._change(replace(self._state, keys_known=keys_known))
        await self.change_settings(replace(self._state.settings, gateway=address))

    async def accept_catalog(self, catalog: Model) -> None:
        """Use these prices and figures from now on and keep them; placed orders keep their price."""
        await _in_thread(lambda: save_model(self._folders, catalog))
        self._change(replace(self._state, catalog=catalog))
        await self._tell_engine()

    async def refreshed(self, *, today: date, again: bool = False) -> Refreshed:
        """The catalog as the gateway publishes it now, not yet in use; see Asking.refreshed."""
        return await self._bridge.ask(lambda studio: studio.refreshed(today=today, again=again))

    async def catalogs(self) -> tuple[Model, ...]:
        """Every catalog that was in use, the oldest first."""
        return await _in_thread(lambda: load_history(self._folders))

    async def store_key(self, group: str, secret: Secret) -> KeySource:
        """Keep a key for this group, or for EVERY_GROUP; tells where it is kept."""
        return await self._bridge.ask(lambda studio: studio.store_key(group, secret))

    async def remove_key(self, group: str = EVERY_GROUP) -> None:
        """Forget the key of this group."""
        await self._bridge.ask(lambda studio: studio.remove_key(group))

    async def test_connection(self, address: str, secret: Secret) -> tuple[str, ...]:
        """One free request: the models that the key may list; raises GatewayError."""
        return await self._bridge.ask(lambda studio: studio.test_connection(address, secret))

    async def _tell_engine(self) -> None:
        if self._bridge.is_open:
            settings, catalog = self._state.settings, self._state.catalog

            async def tell(studio: Studio) -> str:
                await studio.choose(settings=settings, model=catalog)
                return await studio.keychain_problem()

            problem = await self._bridge.ask(tell)
            self._change(replace(self._state, keychain_problem=problem))


async def _in_thread(work: Callable[[], Told]) -> Told:
    import asyncio  # asyncio is not loaded before the first paint

    return await asyncio.to_thread(work)
