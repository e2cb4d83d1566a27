"""A way through pictures, one after the other, on which some may go and come back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random


class Walk:
    """Stands at one of `ids`, the first where `current` isn't among them."""

    def __init__(self, ids: Sequence[str] = (), current: str = "") -> None:
        self._ids = tuple(ids)
        self._at = 0
        self._gone: set[int] = set()
        self.go(current)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: at for at, name in enumerate(self._ids)}

    @property
    def count(self) -> int:
        """How many there are to see."""
        return len(self._ids) - len(self._gone)

    @property
    def position(self) -> int:
        """Which of them it stands at: 1 for the first."""
        return self._at + 1 - sum(at < self._at for at in self._gone)

    @property
    def current(self) -> str:
        """Where it stands; empty where there is nothing."""
        return self._ids[self._at] if self._ids and self._at not in self._gone else ""

    def go(self, name: str) -> bool:
        """Stand at this one, if it is on the way."""
        try:
            at = self._ids.index(name)
        except ValueError:
            return False
        self._at = at
        return at not in self._gone

    def step(self, by: int) -> str:
        """Stand at the next one (1) or the one before (-1); empty, and nothing moves, at the end."""
        at = self._from(self._at, by)
        if at is None:
            return ""
        self._at = at
        return self._ids[at]

    def edge(self, *, last: bool) -> str:
        """Stand at the first or the last."""
        at = self._from(len(self._ids), -1) if last else self._from(-1, 1)
        if at is None:
            return ""
        self._at = at
        return self._ids[at]

    def anywhere(self, random: Random) -> str:
        """Stand at any of them."""
        if not self.count:
            return ""
        self._at = random.randrange(len(self._ids))
        return self.current or self.step(1) or self.step(-1)

    def around(self, *, forwards: bool = True) -> tuple[str, ...]:
        """What may be looked at next, the likeliest first: two in the direction that was taken, one back."""
        ahead = 1 if forwards else -1
        near = self._from(self._at, ahead)
        places = (near, self._from(self._at, -ahead), None if near is None else self._from(near, ahead))
        return tuple(self._ids[at] for at in places if at is not None)

    def leave_out(self, names: Iterable[str]) -> None:
        """These can't be seen any more."""
        self._gone.update(self._places[name] for name in names if name in self._places)

    def take_back(self, names: Iterable[str]) -> tuple[str, ...]:
        """These can be seen again; gives those of them that had been left out."""
        back = [name for name in names if self._places.get(name) in self._gone]
        self._gone.difference_update(self._places[name] for name in back)
        return tuple(back)

    def _from(self, at: int, by: int) -> int | None:
        at += by
        while at in self._gone:
            at += by
        return at if 0 <= at < len(self._ids) else None
