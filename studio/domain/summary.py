"""What many versions have in common, and what they come to together."""

from __future__ import annotations

from dataclasses import dataclass

from studio.domain.flags import Flag, Label
from studio.domain.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Summary:
    """Of `count` versions: what their calls cost and how many bytes they are. A rating, flag, label or
    project is that of all of them, None where they differ; `tags` are those that any has, with how many have
    each, most used first.
    """

    count: int = 0
    cost: Money = ZERO
    size: int = 0
    rating: int | None = None
    flag: Flag | None = None
    label: Label | None = None
    project: str | None = None
    tags: tuple[tuple[str, int], ...] = ()
