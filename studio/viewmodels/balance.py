"""Keeps the session's balance that of the chosen group's key, and says it in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studio.domain.errors import StudioError
from studio.viewmodels.wording import clock_time, day_words, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from studio.domain.published import ReadBalance
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.session import SessionState, SessionViewModel
    from studio.viewmodels.tasks import Tasks

_LATER_MS = 300_000
"""As long as the engine asks nothing anew: what a job cost shows in the balance by then."""

_SIGNS = {"CNY": "¥", "USD": "$"}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Key:
    """Whose balance is wanted."""

    gateway: str
    group: str
    is_there: bool


class BalanceKeeper(QObject):
    """Asks when the library opens, when the group, its key or the gateway changes, and when jobs have ended.

    How often the gateway itself is asked is the engine's business. Nothing waits for it, and where it isn't
    told there is none.
    """

    def __init__(
        self,
        *,
        session: SessionViewModel,
        composer: ComposerViewModel,
        bridge: Bridge,
        tasks: Tasks,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._session = session
        self._composer = composer
        self._bridge = bridge
        self._tasks = tasks
        self._now = now
        self._key = self._key_now()
        self._wanted = False
        self._asking = False
        self._ended: datetime | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._ask)
        bridge.opened.connect(self._ask)
        bridge.happened.connect(self._hear)
        composer.state_changed.connect(self._follow)
        session.state_changed.connect(self._follow)

    def _key_now(self) -> _Key:
        """While another gateway is being chosen its keys aren't known: nothing is asked of the one before."""
        session, group = self._session.state, self._composer.state.group
        is_there = session.keys_known and session.has_key(group) and not session.is_demo
        return _Key(session.settings.gateway, group, is_there)

    def _follow(self) -> None:
        key = self._key_now()
        if key != self._key:
            self._key = key
            self._session.show_balance(None)
            self._ask()

    def _hear(self, event: object) -> None:
        from studio.engine.events import JobChanged, KeysChanged  # the engine loads late

        match event:
            case KeysChanged():
                # Another key may stand in the place of the one before.
                self._ask()
            case JobChanged(job) if job.ended:
                self._ended = self._now()
                self._ask()
            case _:
                pass

    def _ask(self) -> None:
        if self._bridge.is_open and self._key.is_there:
            self._wanted = True
            if not self._asking:
                self._tasks.start(self._ask_until_known)

    async def _ask_until_known(self) -> None:
        """One question at a time, however many jobs end at once."""
        if self._asking:
            return
        self._asking = True
        try:
            while self._wanted:
                self._wanted = False
                await self._ask_once(self._key)
        finally:
            self._asking = False

    async def _ask_once(self, key: _Key) -> None:
        try:
            told = await self._bridge.ask(lambda studio: studio.balance(key.group))
        except StudioError:
            told = None  # there is none to show, whatever the reason
        if key == self._key:
            self._session.show_balance(told)
            if told and self._ended and told.read < self._ended:
                self._later.start()


# Words


def balance_words(balance: ReadBalance | None) -> str:
    """What is left: "¥12.40", "$1.77"; empty where nothing limits the key, or nothing is known."""
    left = balance.balance.available if balance else None
    return "" if balance is None or left is None else _amount(left, balance.balance.currency)


def balance_hint(balance: ReadBalance, session: SessionState) -> str:
    """Whose it is, when it was read, and what was spent with it."""
    key = session.key(balance.group)
    whose = translate("balance", "Of the key for {group}, read at {time}.")
    if key is not None and key.assumed:
        whose = translate("balance", "Of the key for every group, read at {time}.")
    spent = translate("balance", "{amount} were spent with it so far.")
    lines = [
        whose.format(group=balance.group, time=clock_time(balance.read)),
        spent.format(amount=_amount(balance.balance.used, balance.balance.currency)),
    ]
    if balance.balance.expires is not None:
        expires = translate("balance", "The key expires on {day}.")
        lines.append(expires.format(day=day_words(balance.balance.expires.astimezone().date())))
    return "\n".join(lines)


def _amount(amount: Decimal, currency: str) -> str:
    """Never more than there is, in its own currency."""
    cents = amount.quantize(_CENT, ROUND_FLOOR)
    below_nothing = "\N{MINUS SIGN}" if cents < 0 else ""
    return f"{below_nothing}{_SIGNS.get(currency, f'{currency} ')}{abs(cents):,}"
