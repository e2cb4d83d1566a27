"""A chain of edits made once more: what of, at what size, step by step with its price, before it runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.budget import broken
from studio.domain.budget_words import over_words
from studio.domain.errors import StudioError
from studio.domain.geometry import Resolution
from studio.domain.replay import Ground, ReplayPlan
from studio.domain.version import Version
from studio.domain.words import describe, sentences
from studio.viewmodels.composer_sending import pictures_go_to
from studio.viewmodels.wording import prompt_words, translate

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.money import Money
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.session import SessionState, SessionViewModel
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in words: "warmer light", "2K", "¥0.25"; `note` says what can't come along, if anything."""

    prompt: str
    size: str
    price: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReplayState:
    """`ground` is what the edits are made of, the first picture at the beginning; `anew` makes that anew,
    too. `file` is the name of a file that was chosen. `resolution` None leaves each step its own.

    `plan` is None while it is being worked out, and where there is a `problem`. `leaves` says what leaves
    this machine, where that hasn't been said before.
    """

    version: Version
    root: Version
    group: str
    ground: Ground
    anew: bool = False
    file: str = ""
    resolution: Resolution | None = None
    plan: ReplayPlan | None = None
    lines: tuple[StepLine, ...] = ()
    problem: str = ""
    leaves: str = ""
    placing: bool = False

    @property
    def total(self) -> Money | None:
        """What all of it costs."""
        return self.plan.total if self.plan else None

    @property
    def is_of_root(self) -> bool:
        """Whether the edits are made of the same picture as they were."""
        return self.ground == self.root.id

    @property
    def can_be_anew(self) -> bool:
        """Whether the first picture was made here, of words."""
        return self.is_of_root and not self.root.is_imported and self.root.recipe.parent is None

    @property
    def label(self) -> str:
        """What the button says."""
        if self.plan is None:
            return translate("replay", "Replay")
        words = translate("replay", "Replay {count} for {price}")
        return words.format(count=len(self.plan.steps), price=self.plan.total)


class ReplayViewModel(QObject):
    """Owns ReplayState. `placed` when the steps are durable. Nothing is spent before `replay`."""

    state_changed = Signal()
    placed = Signal()

    def __init__(
        self,
        *,
        version: Version,
        root: Version,
        group: str,
        bridge: Bridge,
        session: SessionViewModel,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._session = session
        self._tasks = tasks
        self._asked = 0
        self._state = ReplayState(version=version, root=root, group=group, ground=root.id)
        self._plan()

    @property
    def state(self) -> ReplayState:
        """The state now."""
        return self._state

    @property
    def session(self) -> SessionViewModel:
        """Prices and keys."""
        return self._session

    def choose_version(self, version_id: str) -> None:
        """Make the edits of this version's picture."""
        self._choose(replace(self._state, ground=version_id, file="", anew=False))

    def choose_file(self, path: Path) -> None:
        """Make them of the picture in this file."""

        async def read() -> None:
            try:
                kept = await self._bridge.ask(lambda studio: studio.library.add_reference(path))
            except StudioError as error:
                self._change(replace(self._state, problem=_said(error)))
            else:
                self._choose(replace(self._state, ground=kept, file=path.name, anew=False))

        self._tasks.start(read)

    def make_anew(self, *, anew: bool) -> None:
        """Make the first picture anew, too, or begin with it as it is."""
        self._choose(replace(self._state, anew=anew))

    def choose_resolution(self, resolution: Resolution | None) -> None:
        """At this size; None at those that they had."""
        self._choose(replace(self._state, resolution=resolution))

    def choose_group(self, group: str) -> None:
        """Through this group, at its prices."""
        self._choose(replace(self._state, group=group))

    def replay(self) -> None:
        """Place what is shown, at the price that is shown."""
        plan = self._state.plan
        if plan is None or self._state.problem or self._state.placing:
            return
        self._change(replace(self._state, placing=True))

        async def place() -> None:
            try:
                if self._state.leaves:
                    await self._remember_host()
                await self._bridge.ask(lambda studio: studio.replay(plan, price=plan.total))
            except StudioError as error:
                self._change(replace(self._state, problem=_said(error), placing=False))
            else:
                self.placed.emit()

        self._tasks.start(place)

    async def _remember_host(self) -> None:
        settings = self._session.state.settings
        hosts = (*settings.picture_hosts, pictures_go_to(settings))
        await self._session.change_settings(replace(settings, picture_hosts=hosts))

    # What it would send

    def _choose(self, state: ReplayState) -> None:
        if state != self._state:
            self._change(replace(state, plan=None, problem=""))
            self._plan()

    def _plan(self) -> None:
        self._asked += 1
        asked, state = self._asked, self._state

        async def work_out() -> None:
            on = None if state.anew else state.ground
            try:
                plan = await self._bridge.ask(
                    lambda studio: studio.replay_plan(
                        state.version.id, on=on, resolution=state.resolution, group=state.group
                    )
                )
            except StudioError as error:
                found = replace(self._state, plan=None, lines=(), problem=_said(error))
            else:
                found = self._with_plan(plan)
            # Another choice may have been made meanwhile.
            if asked == self._asked:
                self._change(found)

        self._tasks.start(work_out)

    def _with_plan(self, plan: ReplayPlan) -> ReplayState:
        session = self._session.state
        lines = tuple(
            StepLine(
                prompt_words(step.recipe, 90),
                step.recipe.resolution.value,
                str(step.price),
                translate("replay", "Without what was drawn on the picture then.")
                if step.leaves_marks
                else "",
            )
            for step in plan.steps
        )
        problem = _hindrance(plan, session)
        return replace(self._state, plan=plan, lines=lines, problem=problem, leaves=self._leaves(plan))

    def _leaves(self, plan: ReplayPlan) -> str:
        """Every step but one that is made of words alone sends a picture."""
        settings = self._session.state.settings
        host = pictures_go_to(settings)
        first = plan.steps[0].recipe
        is_bare = len(plan.steps) == 1 and first.parent is None and not first.references
        if not host or host in settings.picture_hosts or is_bare:
            return ""
        return translate("replay", "The pictures leave this machine and go to {host}.").format(host=host)

    def _change(self, state: ReplayState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


def _hindrance(plan: ReplayPlan, session: SessionState) -> str:
    if not session.has_key(plan.group):
        return translate("replay", "No key for this group.")
    over = broken((one for one in session.standings if one.concerns(plan.project)), plan.total)
    return f"{over_words(over, translate)}." if over else ""


def _said(error: StudioError) -> str:
    words = describe(error, translate)
    return sentences(words.what, words.next)
