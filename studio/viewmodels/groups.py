"""The page of groups: opened and left, what it shows, how far back, and which group is chosen in it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.domain.catalog import ReadFrom
from studio.domain.spans import Span
from studio.domain.spending import By, LedgerFilter
from studio.viewmodels.groups_board import NO_BOARD, Board, own_board, published_board
from studio.viewmodels.groups_charts import charts
from studio.viewmodels.groups_figures import OwnFigures, Situation
from studio.viewmodels.groups_goals import GoalMark, goal_marks
from studio.viewmodels.groups_month import month_begin
from studio.viewmodels.own_evidence import HELD
from studio.viewmodels.session import Opening
from studio.viewmodels.wording import day_words, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from studio.domain.evidence import Evidence
    from studio.domain.goal import Goal
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.charts import Chart
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.own_evidence import OwnEvidence
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

_REST_MS = 1500
"""While jobs end one after the other, our own figures are read once in so long."""


@dataclass(frozen=True, slots=True)
class GroupsState:
    """`about` says which model, and when its page was read; `goals` what each would choose; `is_known` when
    our own figures of the span are there, `can_refresh` when the gateway can be asked for what it publishes.
    """

    is_open: bool = False
    span: Span = Span.MONTH
    about: str = ""
    published: Board = NO_BOARD
    own: Board = NO_BOARD
    goals: tuple[GoalMark, ...] = ()
    charts: tuple[Chart, ...] = ()
    is_known: bool = False
    can_refresh: bool = False


class GroupsViewModel(QObject):
    """Shows the groups at the size that the composer asks for; choosing one chooses it there.

    `closed` when the person leaves.
    """

    state_changed = Signal()
    closed = Signal()

    def __init__(
        self,
        *,
        session: SessionViewModel,
        composer: ComposerViewModel,
        evidence: OwnEvidence,
        bridge: Bridge,
        tasks: Tasks,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._session = session
        self._composer = composer
        self._evidence = evidence
        self._bridge = bridge
        self._tasks = tasks
        self._now = now
        self._state = GroupsState()
        self._situation: Situation | None = None
        self._reading = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._read)
        session.state_changed.connect(self._follow)
        composer.state_changed.connect(self._follow)
        evidence.changed.connect(self._follow)
        bridge.happened.connect(self._hear)
        bridge.opened.connect(self._read)

    @property
    def state(self) -> GroupsState:
        """The state now."""
        return self._state

    def open(self) -> None:
        """Show what is known at once, and our own figures as soon as they have been read."""
        if not self._state.is_open:
            self._change(replace(self._state, is_open=True))
            self._follow()
            self._read()

    def close(self) -> None:
        """Back to where it was opened from."""
        if self._state.is_open:
            self._rest.stop()
            self._change(replace(self._state, is_open=False))
            self.closed.emit()

    def choose(self, group: str) -> None:
        """Order through this group from now on; nothing is sent by that."""
        if self._session.state.model.group(group) is not None:
            self._composer.choose_group(group)

    def choose_goal(self, goal: Goal) -> None:
        """Have the group chosen by this from now on; once more, and the group is held by hand."""
        if self._composer.state.goal is goal:
            self.choose(self._composer.state.group)
        else:
            self._composer.choose_goal(goal)

    def show_span(self, span: Span) -> None:
        """Show our own figures of this time."""
        if span is not self._state.span:
            self._change(replace(self._state, span=span, is_known=False))
            self._read()

    # Reading

    def _hear(self, event: object) -> None:
        from studio.engine.events import JobChanged, SpentChanged  # the engine loads late

        ended = isinstance(event, JobChanged) and event.job.ended
        if (ended or isinstance(event, SpentChanged)) and self._state.is_open and not self._rest.isActive():
            self._rest.start()

    def _read(self) -> None:
        if not self._bridge.is_open or not self._state.is_open:
            return
        self._reading += 1
        serial, span, now = self._reading, self._state.span, self._now()
        gateway, model = self._session.state.settings.gateway, self._route

        async def read() -> None:
            held = await self._evidence.read()
            own = await self._bridge.ask(
                lambda studio: own_figures(
                    studio, held=held, span=span, gateway=gateway, model=model, now=now
                )
            )
            if serial == self._reading:
                self._show(self._seen(own))

        self._tasks.start(read)

    @property
    def _route(self) -> str:
        session = self._session.state
        return session.settings.route or session.catalog.route

    # Showing

    def _follow(self) -> None:
        if not self._state.is_open:
            return
        before, seen = self._situation, self._seen(self._situation.own if self._situation else None)
        if before is not None and before.session.settings.gateway != seen.session.settings.gateway:
            # What was seen at another gateway says nothing of this one.
            seen = seen.read(None)
            self._read()
        self._show(seen)

    def _seen(self, own: OwnFigures | None) -> Situation:
        composer = self._composer.state
        return Situation(
            self._session.state,
            composer.group,
            composer.resolution,
            self._state.span,
            own,
            held=self._evidence.held or {},
            goal=composer.goal,
        )

    def _show(self, seen: Situation) -> None:
        before, self._situation = self._situation, seen
        if before is not None and self._state.about and _same(before, seen):
            return
        self._change(
            replace(
                self._state,
                about=_about(seen),
                published=published_board(seen),
                own=own_board(seen),
                goals=goal_marks(seen),
                charts=charts(seen),
                is_known=seen.own is not None and seen.own.span is seen.span,
                can_refresh=seen.session.opening is Opening.OPEN,
            )
        )

    def _change(self, state: GroupsState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


def _same(one: Situation, other: Situation) -> bool:
    """Whether both give the same page: much of a session says nothing of groups."""
    return _told(one) == _told(other)


def _told(seen: Situation) -> tuple[object, ...]:
    session = seen.session
    of_session = (session.keys, session.keys_known, session.resting, session.opening, session.spent)
    of_settings = (session.settings.budgets.month, session.settings.ceiling)
    chosen = (seen.group, seen.goal, seen.resolution)
    return (*of_session, *of_settings, seen.model, *chosen, seen.held, seen.own)


def _about(seen: Situation) -> str:
    model = seen.model
    if seen.session.is_demo:
        return translate("groups", "{model} · the demo, which costs nothing").format(model=model.name)
    if model.read_on is None:
        return translate("groups", "{model} · as it came with Proofroom").format(model=model.name)
    words = translate("groups", "{model} · read from the model page on {day}")
    if model.read_from is ReadFrom.GATEWAY:
        words = translate("groups", "{model} · read from the gateway on {day}")
    words = words.format(model=model.name, day=day_words(model.read_on))
    figures = model.figures_day
    if figures is None or figures == model.read_on:
        return words
    return translate("groups", "{prices}, latency and uptime on {day}").format(
        prices=words, day=day_words(figures)
    )


async def own_figures(
    studio: Studio, *, held: Mapping[str, Evidence], span: Span, gateway: str, model: str, now: datetime
) -> OwnFigures:
    """Read on the engine's side, in its readers' threads. `held` has been read already."""
    from studio.library.group_figures import Wanted

    library = studio.library

    async def shown() -> Mapping[str, Evidence]:
        if span is HELD:
            return held
        found = await library.group_figures(Wanted(span.since(now), gateway, model))
        return {key.group: own for key, own in found.items()}

    own, points, days = await asyncio.gather(
        shown(),
        library.group_series(span, gateway=gateway, model=model, now=now),
        library.ledger_sums(By.DAY, LedgerFilter(since=month_begin(now))),
    )
    return OwnFigures(now, span, own, points, days)
