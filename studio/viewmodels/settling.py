"""Settling what calls cost that ended with nobody knowing it: by the person's word, or by the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.charge import Charge
from studio.domain.money import Money, total
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.settling_words import done_words, read_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.job import Attempt
    from studio.domain.published import WhyNotPublished
    from studio.engine.settling import LogRead
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class SettlingState:
    """`gateway` is the address whose log can be asked, empty until it is known; `why_not` is why there is
    nothing to ask. `is_asking` while the answer is awaited.

    `chosen` are the attempts that can be settled among those the person has selected.
    """

    gateway: str = ""
    why_not: WhyNotPublished | None = None
    is_asking: bool = False
    chosen: tuple[Attempt, ...] = ()

    def has_log(self, gateway: str) -> bool:
        """Whether it is worth asking about calls that went there."""
        return bool(self.gateway) and gateway == self.gateway and self.why_not is None

    @property
    def chosen_price(self) -> Money:
        """What the chosen ones cost, or may have cost."""
        return total(attempt.price for attempt in self.chosen)

    def changes(self, charge: Charge) -> bool:
        """Whether settling what is chosen like this would change anything."""
        return any(attempt.charge is not charge for attempt in self.chosen)


class SettlingViewModel(QObject):
    """What it does is heard of from the engine, as everything is."""

    state_changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._state = SettlingState()
        self._wanted: tuple[int, ...] = ()
        self._is_needed = False
        bridge.happened.connect(self._hear)

    @property
    def state(self) -> SettlingState:
        """The state now."""
        return self._state

    # By hand

    def choose(self, keys: Sequence[int]) -> None:
        """These rows of the ledger are selected."""
        self._wanted = tuple(keys)
        if not self._wanted:
            self._change(replace(self._state, chosen=()))
            return
        self._tasks.start(self._read_chosen)

    async def _read_chosen(self) -> None:
        wanted = self._wanted
        chosen = await self._bridge.ask(lambda studio: studio.library.settleable(wanted))
        if wanted == self._wanted:
            self._change(replace(self._state, chosen=chosen))

    def settle(self, charge: Charge) -> None:
        """What is chosen is CHARGED, NOT_CHARGED, or UNKNOWN again."""
        chosen = self._state.chosen
        if not chosen:
            return

        async def settle() -> None:
            ids = [attempt.id for attempt in chosen]
            changed = await self._bridge.ask(lambda studio: studio.settle(ids, charge))
            if not changed:
                return
            were_unknown = all(attempt.settlement is None for attempt in chosen if attempt.id in changed)
            undo = Action(translate("settling", "Undo"), lambda: self._take_back(changed))
            actions = (undo,) if were_unknown else ()
            self._notices.post(Notice(done_words(len(changed), charge), Kind.OK, actions))

        self._tasks.start(settle)

    def _take_back(self, attempts: tuple[str, ...]) -> None:
        self._tasks.start(lambda: self._bridge.ask(lambda studio: studio.settle(attempts, Charge.UNKNOWN)))

    # By the log

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

    def learn(self) -> None:
        """Something is in question: find out whether there is a log to ask, unless that is known."""
        if not self._is_needed:
            self._is_needed = True
            self._tasks.start(self._learn)

    async def _learn(self) -> None:
        if self._bridge.is_open:
            offer = await self._bridge.ask(lambda studio: studio.log_offer())
            self._change(replace(self._state, gateway=offer.gateway, why_not=offer.why_not))

    # What is heard

    def _hear(self, event: object) -> None:
        from studio.engine.events import ChargesSettled, KeysChanged

        match event:
            case KeysChanged() if self._is_needed:
                # Told, too, when another gateway is chosen.
                self._tasks.start(self._learn)
            case ChargesSettled():
                self.choose(self._wanted)
            case _:
                pass

    def _change(self, state: SettlingState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


def _kind(read: LogRead) -> Kind:
    if read.missing or read.keyless:
        return Kind.WARNING
    return Kind.OK if read.charged or read.not_charged else Kind.INFO
