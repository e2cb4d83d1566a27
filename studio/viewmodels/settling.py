"""Settling what calls cost that ended with nobody knowing it: by the person's word, or by the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.charge import Charge
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.settling_words import done_words, read_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.published import WhyNotPublished
    from studio.engine.settling import LogRead
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class SettlingState:
    """`gateway` is the address whose log can be asked, empty until it is known; `why_not` is why there is
    nothing to ask. `is_asking` while the answer is awaited.
    """

    gateway: str = ""
    why_not: WhyNotPublished | None = None
    is_asking: bool = False

    def has_log(self, gateway: str) -> bool:
        """Whether it is worth asking about calls that went there."""
        return bool(self.gateway) and gateway == self.gateway and self.why_not is None


class SettlingViewModel(QObject):
    """What it does is heard of from the engine, as everything is."""

    state_changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._state = SettlingState()
        bridge.opened.connect(self._learn_soon)
        bridge.happened.connect(self._hear)

    @property
    def state(self) -> SettlingState:
        """The state now."""
        return self._state

    def settle(self, keys: Sequence[int], charge: Charge) -> None:
        """What of these rows of the ledger can be settled is CHARGED, NOT_CHARGED, or UNKNOWN again."""
        self._tasks.start(lambda: self._settle(keys, charge))

    async def _settle(self, keys: Sequence[int], charge: Charge) -> None:
        async def settle(studio: Studio) -> tuple[tuple[str, ...], bool]:
            rows = await studio.library.ledger_rows(keys)
            attempts = {row.entry.attempt.id: row.entry.attempt for row in rows}
            changed = await studio.settle(attempts, charge)
            return changed, all(attempts[one].settlement is None for one in changed)

        changed, were_unknown = await self._bridge.ask(settle)
        if changed:
            undo = Action(translate("settling", "Undo"), lambda: self._take_back(changed))
            actions = (undo,) if were_unknown and charge is not Charge.UNKNOWN else ()
            self._notices.post(Notice(done_words(len(changed), charge), Kind.OK, actions))

    def _take_back(self, attempts: tuple[str, ...]) -> None:
        async def back() -> None:
            await self._bridge.ask(lambda studio: studio.settle(attempts, Charge.UNKNOWN))

        self._tasks.start(back)

    def ask_log(self) -> None:
        """Ask the gateway's log about all calls in question there; once at a time."""
        if not self._state.is_asking:
            self._change(replace(self._state, is_asking=True))
            self._tasks.start(self._ask_log)

    async def _ask_log(self) -> None:
        try:
            read = await self._bridge.ask(lambda studio: studio.settle_from_log())
        finally:
            self._change(replace(self._state, is_asking=False))
        await self._learn()
        self._notices.post(Notice(read_words(read), _kind(read)))

    def _learn_soon(self) -> None:
        self._tasks.start(self._learn)

    async def _learn(self) -> None:
        if self._bridge.is_open:
            offer = await self._bridge.ask(lambda studio: studio.log_offer())
            self._change(replace(self._state, gateway=offer.gateway, why_not=offer.why_not))

    def _hear(self, event: object) -> None:
        from studio.engine.events import KeysChanged

        # Told, too, when another gateway is chosen.
        if isinstance(event, KeysChanged):
            self._learn_soon()

    def _change(self, state: SettlingState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


def _kind(read: LogRead) -> Kind:
    if read.missing or read.keyless:
        return Kind.WARNING
    return Kind.OK if read.charged or read.not_charged else Kind.INFO
