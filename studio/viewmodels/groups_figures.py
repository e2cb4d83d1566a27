"""What the groups' page is made of: the catalog, the keys, what is chosen, and our own figures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from studio.domain.evidence import NO_EVIDENCE, Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from studio.domain.catalog import Model
    from studio.domain.geometry import Resolution
    from studio.domain.goal import Goal
    from studio.domain.group_series import Point
    from studio.domain.spans import Span
    from studio.domain.spending import Spending
    from studio.viewmodels.session import SessionState


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """By the group's name: `shown` is that of the span that was asked for, and `points` the same over time.
    `days` are what was spent on each day of this month, through any group and gateway. Read at `now`.
    """

    now: datetime
    span: Span
    shown: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])
    points: tuple[Point, ...] = ()
    days: tuple[Spending, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """What the page is derived from; `own` is None until it has been read. By the group's name `held` is what
    groups are judged by; with a `goal` the group is its choice.
    """

    session: SessionState
    group: str
    resolution: Resolution
    span: Span
    own: OwnFigures | None = None
    held: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])
    goal: Goal | None = None

    @property
    def model(self) -> Model:
        """The catalog in use."""
        return self.session.model

    def shown(self, group: str) -> Evidence:
        """Our own figures of this group, over the span."""
        return self.own.shown.get(group, NO_EVIDENCE) if self.own else NO_EVIDENCE

    def read(self, own: OwnFigures | None) -> Situation:
        """The same with these figures."""
        return replace(self, own=own)


def short_names(names: tuple[str, ...]) -> dict[str, str]:
    """Each without what all begin with, for where there is little room; whole where that leaves nothing."""
    if len(names) < 2:
        return {name: name for name in names}
    first, last = min(names), max(names)
    same = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), None)
    # "KEY-1" and "KEY-15" share the digit; what is left out ends with a sign that parts.
    shared = first[: len(first) if same is None else same]
    cut = max((at + 1 for at, letter in enumerate(shared) if not letter.isalnum()), default=0)
    return {name: name[cut:] or name for name in names}
