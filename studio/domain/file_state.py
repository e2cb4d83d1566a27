"""Whether a version's file still is what was saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileState(StrEnum):
    """Found when the file is needed, never by watching."""

    THERE = "there"
    MISSING = "missing"
    CUT_SHORT = "cut_short"
    CHANGED = "changed"

    @property
    def is_there(self) -> bool:
        """Whether the bytes are those that were saved."""
        return self is FileState.THERE


@dataclass(frozen=True, slots=True)
class Located:
    """What a search brought: `found` pairs a version's id with where its bytes lay, `missing` the others."""

    found: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
