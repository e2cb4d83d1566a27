"""Versions that stand alike and come to stand otherwise, together."""

from __future__ import annotations

from dataclasses import dataclass

from studio.domain.judgement import Standing


@dataclass(frozen=True, slots=True)
class Move:
    """From one standing to another; `rows` are sequences and ids."""

    before: Standing
    after: Standing
    rows: list[tuple[int, str]]

    @property
    def sequences(self) -> list[int]:
        """The rows' numbers."""
        return [sequence for sequence, _ in self.rows]

    @property
    def ids(self) -> tuple[str, ...]:
        """The versions' ids."""
        return tuple(version_id for _, version_id in self.rows)
