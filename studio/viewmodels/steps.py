"""Steps that can be undone and redone, each a whole value: what is drawn is small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Steps(Generic[Value]):
    """`now`, what stood before each step (the first first), and what stood after each that was undone (the
    latest last). `same` names the last step where the next of that name is part of it.
    """

    now: Value
    before: tuple[Value, ...] = ()
    after: tuple[Value, ...] = ()
    same: str = ""

    def taken(self, now: Value, *, same: str = "") -> Steps[Value]:
        """One step on; what was undone is forgotten. Steps in a row with one name `same` are one."""
        if now == self.now:
            return self
        before = self.before if same and same == self.same else (*self.before, self.now)
        return Steps(now, before, (), same)

    def undone(self) -> Steps[Value]:
        """One step back, if there is one."""
        if not self.before:
            return self
        return Steps(self.before[-1], self.before[:-1], (*self.after, self.now))

    def redone(self) -> Steps[Value]:
        """The step that was undone last once more, if there is one."""
        if not self.after:
            return self
        return Steps(self.after[-1], (*self.before, self.now), self.after[:-1])
