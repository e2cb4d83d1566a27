"""What stops an order that would break a limit. Worded in budget_words.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import StudioError

if TYPE_CHECKING:
    from studio.domain.budget import Standing
    from studio.domain.money import Money


class OverBudget(StudioError):
    """An order might cost more than is left of a limit, which stands as `standing` without it. Nothing was
    sent or written.
    """

    def __init__(self, standing: Standing, wanted: Money) -> None:
        super().__init__(standing.kind.value, wanted.plain)
        self.standing = standing
        self.wanted = wanted
