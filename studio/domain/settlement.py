"""How a charge that nobody knew became known: by the person's word, or by the gateway's own log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from studio.domain.charge import Charge
from studio.domain.money import Money

_CENT = Decimal("0.01")
_YUAN = "CNY"


class SettledBy(StrEnum):
    """Whose word it is."""

    HAND = "hand"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Told:
    """What a gateway's log says a call cost: unrounded, in `currency` ("CNY" or "USD")."""

    amount: Decimal
    currency: str

    @property
    def money(self) -> Money | None:
        """In whole fen; None in another currency than ¥, and for what is no price: nothing, or absurdly much.

        The ledger counts this in place of the price that was expected, and else that price.
        """
        if self.currency != _YUAN:
            return None
        try:
            return Money(self.amount.quantize(_CENT, ROUND_HALF_UP)) or None
        except (ValueError, ArithmeticError):
            return None

    def __str__(self) -> str:
        """ "¥0.24", "$0.035": as fine as it was told, in cents at least."""
        places = max(2, min(4, -_exponent(self.amount)))
        sign = "¥" if self.currency == _YUAN else "$"
        return f"{sign}{self.amount:,.{places}f}"


def _exponent(amount: Decimal) -> int:
    found = amount.normalize().as_tuple().exponent
    return found if isinstance(found, int) else 0


@dataclass(frozen=True, slots=True)
class Settlement:
    """`charge` is CHARGED or NOT_CHARGED, or UNKNOWN where that is taken back; `at` is an aware time.

    `told` is what the log says a charged call cost.
    """

    charge: Charge
    by: SettledBy
    at: datetime
    told: Told | None = None
