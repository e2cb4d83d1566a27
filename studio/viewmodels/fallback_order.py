"""When a group fails: the person's own order of groups, what moves on, and up to which price."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.errors import StudioError
from studio.domain.fallback_words import describe_move_on
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.domain.next_group import MoveOn
from studio.domain.words import describe
from studio.viewmodels.choices import price_words

if TYPE_CHECKING:
    from studio.settings import Settings
    from studio.viewmodels.session import SessionState, SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OrderedGroup:
    """One group of the order. `note` says why it is left out for now; empty where it would be asked."""

    name: str
    price: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of failure in words, and whether it moves on."""

    kind: MoveOn
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FallbackOrderState:
    """`others` are the groups that can be added, each with its words; `problem` is what is wrong with it."""

    groups: tuple[OrderedGroup, ...]
    others: tuple[tuple[str, str], ...]
    kinds: tuple[Kind, ...]
    problem: str = ""


class FallbackOrderViewModel(QObject):
    """Nothing of it holds before `save`; `saved` when it does."""

    state_changed = Signal()
    saved = Signal()

    def __init__(self, *, session: SessionViewModel, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        settings = session.state.settings
        self._order = list(settings.fallback)
        self._kinds = settings.moves_on
        self._problem = ""
        self.ceiling = settings.ceiling.plain if settings.ceiling is not None else ""
        self._state = self._derive()
        session.state_changed.connect(self._refresh)

    @property
    def state(self) -> FallbackOrderState:
        """The state now."""
        return self._state

    def add(self, group: str) -> None:
        """Ask this group after all others."""
        if group and group not in self._order:
            self._order.append(group)
            self._refresh()

    def remove(self, group: str) -> None:
        """Don't ask it."""
        self._order.remove(group)
        self._refresh()

    def move(self, group: str, by: int) -> None:
        """Ask it so many places later, or earlier for less than 0; it stays within the list."""
        place = self._order.index(group)
        self._order.insert(max(0, place + by), self._order.pop(place))
        self._refresh()

    def choose(self, kind: MoveOn, *, on: bool) -> None:
        """Whether this kind of failure moves on."""
        self._kinds = self._kinds | {kind} if on else self._kinds - {kind}
        self._refresh()

    def save(self, ceiling: str) -> None:
        """Keep all of it, with the dearest price that may be paid; empty for any."""
        try:
            most = Money.parse(ceiling.strip()) if ceiling.strip() else None
        except ValueError:
            self._problem = translate("fallback", "Type an amount such as 0.50, or none.")
            self._refresh()
            return
        self._keep(
            replace(
                self._session.state.settings,
                fallback=tuple(self._order),
                moves_on=self._kinds,
                ceiling=most,
            )
        )

    def _keep(self, settings: Settings) -> None:
        async def keep() -> None:
            try:
                await self._session.change_settings(settings)
            except StudioError as error:
                self._problem = str(describe(error, translate))
                self._refresh()
            else:
                self.saved.emit()

        self._tasks.start(keep)

    def _refresh(self) -> None:
        state = self._derive()
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _derive(self) -> FallbackOrderState:
        now = self._session.state
        rest = [group.name for group in now.catalog.groups if group.name not in self._order]
        return FallbackOrderState(
            groups=tuple(_ordered(name, now) for name in self._order),
            others=tuple((name, _added(_ordered(name, now))) for name in rest),
            kinds=tuple(
                Kind(kind, describe_move_on(kind, translate), kind in self._kinds) for kind in MoveOn
            ),
            problem=self._problem,
        )


def _ordered(name: str, now: SessionState) -> OrderedGroup:
    group = now.catalog.group(name)
    if group is None:
        return OrderedGroup(name, "", translate("fallback", "no longer in the catalog"))
    price = translate("fallback", "{price} at 1K").format(price=price_words(group.price(Resolution.ONE_K)))
    has_key = now.is_demo or not now.keys_known or now.has_key(name)
    return OrderedGroup(name, price, "" if has_key else translate("fallback", "no key"))


def _added(group: OrderedGroup) -> str:
    return " · ".join(filter(None, (group.name, group.price, group.note)))
