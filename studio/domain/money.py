"""Exact money in CNY, the only currency a gateway's prices are read in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CENT = Decimal("0.01")
_LARGEST = Decimal(1_000_000)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in yuan, never negative, in whole fen, at most ¥1,000,000.

    The bounds hold at the door so that no absurd number from a pasted page can reach a sum.
    """

    amount: Decimal

    def __post_init__(self) -> None:
        """Refuse what no price or sum can be: raises ValueError."""
        if not self.amount.is_finite() or not 0 <= self.amount <= _LARGEST:
            raise ValueError(f"no amount of money: {self.amount}")
        if self.amount != self.amount.quantize(_CENT):
            raise ValueError(f"finer than a fen: {self.amount}")
        object.__setattr__(self, "amount", self.amount.quantize(_CENT))

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read "0.25" or "¥0.25"; raises ValueError for anything else."""
        try:
            return cls(Decimal(text.strip().removeprefix("¥").removeprefix("￥").strip()))
        except InvalidOperation as error:
            raise ValueError(f"no amount of money: {text!r}") from error

    @classmethod
    def from_fen(cls, fen: int) -> Money:
        """Whole hundredths of a yuan, as the database keeps them."""
        return cls(Decimal(fen).scaleb(-2))

    @property
    def fen(self) -> int:
        """The amount in hundredths of a yuan."""
        return int(self.amount.scaleb(2))

    @property
    def plain(self) -> str:
        """The amount for machines, without a sign of currency: "0.25"."""
        return str(self.amount)

    def __str__(self) -> str:
        """The amount for people: "¥0.25"."""
        return f"¥{self.amount:,}"

    def __add__(self, other: Money) -> Money:
        """Exact; raises ValueError above the largest amount."""
        return Money(self.amount + other.amount)

    def __mul__(self, count: int) -> Money:
        """Exact; `count` is a whole number of calls, not negative."""
        return Money(self.amount * count)

    def __bool__(self) -> bool:
        """False for ¥0.00."""
        return bool(self.amount)


ZERO = Money(Decimal(0))
MOST = Money(_LARGEST)


def total(amounts: Iterable[Money]) -> Money:
    """The exact sum, ¥0.00 for nothing."""
    return sum(amounts, start=ZERO)
