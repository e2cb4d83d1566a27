"""The page of one tree: which version is chosen in it, how it lies, and what of it is folded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.viewmodels.branches import Line, is_gone, lines
from studio.viewmodels.tree_plan import NO_PLAN, TreePlan, plan_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.domain.money import Money
    from studio.domain.version import Branch, Version
    from studio.viewmodels.details import DetailsViewModel


class Direction(StrEnum):
    """The way in which a tree grows."""

    ACROSS = "across"
    """From left to right."""
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class TreePageState:
    """`id` is the version that is chosen, `put_away` how many versions are hidden or archived, shown or not.

    `plan` is the same object as long as nothing stands elsewhere. `linked` names the files outside that hold
    a version, by its id.
    """

    is_open: bool = False
    id: str = ""
    plan: TreePlan = NO_PLAN
    direction: Direction = Direction.ACROSS
    shows_all: bool = False
    count: int = 0
    cost: Money | None = None
    put_away: int = 0
    linked: Mapping[str, str] = field(default_factory=dict[str, str])


class TreePageViewModel(QObject):
    """Shows the tree of what details show, and tells details what is chosen in it.

    `closed` carries the id of the version that was chosen last; `zoom_asked` a ZoomStep for whoever draws it;
    `view_requested` the ids of its versions in order and the one to look at.
    """

    state_changed = Signal()
    closed = Signal(str)
    zoom_asked = Signal(object)
    view_requested = Signal(object, str)

    def __init__(self, details: DetailsViewModel) -> None:
        super().__init__()
        self._details = details
        self._state = TreePageState()
        self._branches: tuple[Branch, ...] | None = None
        self._lines: tuple[Line, ...] = ()
        self._unfolded: frozenset[str] = frozenset()
        self._kept = ""
        details.state_changed.connect(self._follow)

    @property
    def state(self) -> TreePageState:
        """The state now."""
        return self._state

    def show_linked(self, names: Mapping[str, str]) -> None:
        """Say which versions are in files outside."""
        self._change(replace(self._state, linked=names))

    @property
    def version(self) -> Version | None:
        """The version that is chosen."""
        row = self._state.plan.row(self._state.id)
        return None if row is None else self._state.plan.nodes[row].version

    @property
    def edits(self) -> int:
        """How many edits led to the version that is chosen."""
        row = self._state.plan.row(self._state.id)
        return 0 if row is None else self._state.plan.nodes[row].depth

    # Opening and leaving

    def open(self) -> None:
        """Show the tree of the version that is chosen, as soon as it has been read."""
        if self._details.state.version is not None and not self._state.is_open:
            self._change(replace(self._state, is_open=True))
            self._follow()

    def close(self) -> None:
        """Back to where it was opened from."""
        if self._state.is_open:
            # Opened again, it is drawn anew.
            self._unfolded, self._branches = frozenset(), None
            self._change(replace(self._state, is_open=False))
            self.closed.emit(self._state.id)

    # In the tree

    def choose(self, node_id: str) -> None:
        """Choose this version; what is folded can't be chosen, nor what was removed for good."""
        row = self._state.plan.row(node_id)
        version = None if row is None else self._state.plan.nodes[row].version
        if version is not None and not version.purged and version.id != self._state.id:
            self._details.choose(version)

    def look(self, node_id: str) -> None:
        """Look at this version in the viewer, where it still has a picture; what is folded is unfolded."""
        row = self._state.plan.row(node_id)
        if row is None:
            return
        node = self._state.plan.nodes[row]
        if node.version is None:
            self.unfold(self._state.plan.nodes[node.parent].id)
        elif not node.version.purged:
            versions = (one.version for one in self._state.plan.nodes if one.version)
            ids = tuple(version.id for version in versions if not is_gone(version) or version.id == node_id)
            self.view_requested.emit(ids, node.version.id)

    def unfold(self, parent_id: str) -> None:
        """Show what is folded under this version."""
        self._unfolded |= {parent_id}
        self._change(self._drawn(self._state))

    def show_all(self, *, shows: bool) -> None:
        """Show every branch that is put away, or fold them all."""
        self._unfolded = frozenset()
        self._change(self._drawn(replace(self._state, shows_all=shows)))

    def turn(self) -> None:
        """Let it grow the other way."""
        other = Direction.DOWN if self._state.direction is Direction.ACROSS else Direction.ACROSS
        self._change(replace(self._state, direction=other))

    # Following

    def _follow(self) -> None:
        details = self._details.state
        version = details.version
        if not self._state.is_open or version is None:
            return
        state = replace(self._state, id=version.id, cost=details.tree_cost)
        kept = version.id if is_gone(version) else ""
        if details.branches is not self._branches or kept != self._kept:
            self._branches, self._kept = details.branches, kept
            self._lines = lines(details.branches, keep=kept)
            state = self._drawn(state)
        elif state.plan.row(version.id) is None:
            state = self._drawn(state)
        self._change(state)

    def _drawn(self, state: TreePageState) -> TreePageState:
        """Where the chosen version is folded away, its branch is unfolded."""
        chosen = next((line for line in self._lines if line.version.id == state.id), None)
        if chosen is not None and chosen.inside >= 0:
            self._unfolded |= {self._lines[self._lines[chosen.inside].parent].version.id}
        living = [line for line in self._lines if not is_gone(line.version)]
        return replace(
            state,
            plan=plan_of(self._lines, unfolded=self._unfolded, all_of_it=state.shows_all),
            count=len(living),
            put_away=sum(line.inside >= 0 for line in living),
        )

    def _change(self, state: TreePageState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
