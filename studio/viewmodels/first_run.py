"""Connecting a key: its group, the gateway it goes to, and what a test of it proves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.charge import Outcome
from studio.domain.errors import GatewayError, StudioError
from studio.domain.keys import EVERY_GROUP, KeySource, Secret, checked_address
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.words import describe, sentences
from studio.settings import DEFAULT_GATEWAY
from studio.viewmodels.choices import usual_group
from studio.viewmodels.notices import Kind
from studio.viewmodels.session import Opening

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from studio.viewmodels.notices import Notices
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate

# Only these say something that the person can do about the key or the address.
_WORTH_A_STEP = frozenset({Outcome.REFUSED, Outcome.TURNED_DOWN})


@dataclass(frozen=True, slots=True)
class ConnectState:
    """`groups` are pairs of id and label, the last one stands for every group.

    `ready` when the engine can be asked; `busy` while it is. `words` say how the last press ended.
    """

    address: str
    groups: tuple[tuple[str, str], ...]
    group: str
    group_note: str
    ready: bool
    busy: bool = False
    words: str = ""
    kind: Kind = Kind.INFO


class ConnectViewModel(QObject):
    """Takes a key as an argument and keeps none. `connected` when one was saved, or the demo was chosen."""

    state_changed = Signal()
    connected = Signal()

    def __init__(self, *, session: SessionViewModel, tasks: Tasks, notices: Notices, group: str = "") -> None:
        """`group` is the one to begin with, by default the one the composer begins with."""
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._notices = notices
        now = session.state
        names = [kept.name for kept in now.catalog.groups]
        every = (EVERY_GROUP, translate("keys", "Use for every group"))
        usual = usual_group(replace(now, settings=replace(now.settings, gateway=DEFAULT_GATEWAY)))
        chosen = group if group in names else usual or EVERY_GROUP
        self._state = ConnectState(
            address=DEFAULT_GATEWAY if now.is_demo else now.settings.gateway,
            groups=(*((name, name) for name in names), every),
            group=chosen,
            group_note=_group_note(chosen),
            ready=now.opening is Opening.OPEN,
        )
        session.state_changed.connect(self._follow_session)

    @property
    def state(self) -> ConnectState:
        """The state now."""
        return self._state

    def edit_address(self, address: str) -> None:
        """The gateway's address, as typed."""
        self._change(replace(self._state, address=address, words=""))

    def choose_group(self, group: str) -> None:
        """The group that the key bills at, or EVERY_GROUP."""
        self._change(replace(self._state, group=group, group_note=_group_note(group)))

    def save(self, key: str) -> None:
        """Keep this key for the group, and use its gateway."""
        if self._asks_for_key(key):
            return
        secret, group, address = Secret(key.strip()), self._state.group, self._state.address

        async def save() -> None:
            gateway = checked_address(address)
            if gateway != self._session.state.settings.gateway:
                await self._session.use_gateway(gateway)
            source = await self._session.store_key(group, secret)
            self._notices.say(self._kept_words(source), kind=_kind(source))
            self._change(replace(self._state, words=""))
            self.connected.emit()

        self._start(save)

    def test(self, key: str) -> None:
        """One free request with this key; says what it proves and what it doesn't."""
        if self._asks_for_key(key):
            return
        secret, address = Secret(key.strip()), self._state.address

        async def test() -> None:
            routes = await self._session.test_connection(checked_address(address), secret)
            self._change(replace(self._state, words=self._test_words(routes), kind=Kind.OK))

        self._start(test)

    def use_demo(self) -> None:
        """Use the gateway inside the program: nothing is charged."""

        async def use() -> None:
            await self._session.use_gateway(DEMO_GATEWAY)
            self.connected.emit()

        self._start(use)

    def _asks_for_key(self, key: str) -> bool:
        if key.strip():
            return False
        self._change(replace(self._state, words=translate("keys", "Type the key first."), kind=Kind.WARNING))
        return True

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        if self._state.busy or not self._state.ready:
            return
        self._change(replace(self._state, busy=True, words=""))

        async def guarded() -> None:
            try:
                await work()
            except StudioError as error:
                self._change(replace(self._state, words=_failure_words(error), kind=Kind.BAD))
            finally:
                self._change(replace(self._state, busy=False))

        self._tasks.start(guarded)

    def _test_words(self, routes: tuple[str, ...]) -> str:
        now = self._session.state
        route = now.settings.route or now.catalog.route
        if route in routes:
            return translate(
                "keys",
                "The gateway took the key and lists this model. It doesn't prove which group the key bills"
                " at, nor that there is balance.",
            )
        words = translate(
            "keys",
            "The gateway took the key, but doesn't list {route}. The model may have another route name by"
            " now: see Settings.",
        )
        return words.format(route=route)

    def _kept_words(self, source: KeySource) -> str:
        if source is not KeySource.SESSION:
            return translate("keys", "The key is in the system keychain.")
        if not self._session.state.keychain_problem:
            return translate("keys", "The key is kept for this session only.")
        return translate(
            "keys",
            "This system has no keychain that keeps secrets, so the key is kept for this session only.",
        )

    def _follow_session(self) -> None:
        self._change(replace(self._state, ready=self._session.state.opening is Opening.OPEN))

    def _change(self, state: ConnectState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


def _group_note(group: str) -> str:
    if group == EVERY_GROUP:
        return translate(
            "keys",
            "An assumption: prices then read “if this key bills at …”, and the ledger marks them as assumed.",
        )
    return translate("keys", "The key decides at which group's price a call is billed.")


def _failure_words(error: StudioError) -> str:
    """A test sends a free request: what describe() says about money is about calls that aren't."""
    words = describe(error, translate)
    if not isinstance(error, GatewayError):
        return sentences(words.what, words.said, words.next)
    step = words.next if error.outcome in _WORTH_A_STEP else ""
    free = translate("keys", "The test itself is free.")
    return sentences(words.what, words.said, free, step)


def _kind(source: KeySource) -> Kind:
    return Kind.WARNING if source is KeySource.SESSION else Kind.OK
