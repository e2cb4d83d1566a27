"""What the person did and can take back: a stack of deeds, each with the step back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.domain.deed import Deed
from studio.library.steps import SetStandings, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_DEEDS = 200
MOST_VERSIONS = 500_000
"""So many versions are named by all deeds together at most: the oldest deeds are forgotten first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed, and the step that takes it back; in the stack of what was taken back, that does it again."""

    deed: Deed
    step: Step

    @property
    def weight(self) -> int:
        """How many versions it names."""
        return sum(len(ids) for _, ids in self.step.groups) if isinstance(self.step, SetStandings) else 0

    def without(self, ids: frozenset[str]) -> Entry | None:
        """The same for other versions than these; None where nothing is left of it."""
        if not isinstance(self.step, SetStandings):
            return self
        entry = replace(self, step=self.step.without(ids))
        if not entry.weight:
            return None
        return entry if entry.weight == self.weight else replace(entry, deed=self._fewer(entry.weight))

    def _fewer(self, count: int) -> Deed:
        return replace(self.deed, count=count)


class History:
    """Of this session, in memory. A new deed ends what could have been done again."""

    def __init__(self, *, most_versions: int = MOST_VERSIONS) -> None:
        self._most_versions = most_versions
        self._done: list[Entry] = []
        self._undone: list[Entry] = []

    @property
    def last(self) -> Entry | None:
        """What would be taken back next."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Entry | None:
        """What would be done again next."""
        return self._undone[-1] if self._undone else None

    def add(self, deed: Deed, back: Step) -> None:
        """A deed was done."""
        self._done.append(Entry(deed, back))
        self._undone.clear()
        del self._done[:-MOST_DEEDS]
        weight = 0
        for at in range(len(self._done) - 1, -1, -1):
            weight += self._done[at].weight
            if weight > self._most_versions and at < len(self._done) - 1:
                del self._done[: at + 1]
                break

    def undone(self, again: Step) -> None:
        """The last deed was taken back; `again` does it again."""
        self._undone.append(Entry(self._done.pop().deed, again))

    def redone(self, back: Step) -> None:
        """The next deed was done again; `back` takes it back."""
        self._done.append(Entry(self._undone.pop().deed, back))

    def drop(self, entry: Entry) -> None:
        """The last or the next one can't be carried out any more."""
        stack = self._done if self._done and self._done[-1] is entry else self._undone
        stack.remove(entry)

    def forget(self, ids: Iterable[str]) -> None:
        """These versions are gone for good."""
        gone = frozenset(ids)
        for stack in (self._done, self._undone):
            stack[:] = [left for entry in stack if (left := entry.without(gone)) is not None]
