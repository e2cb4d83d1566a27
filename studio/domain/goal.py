"""What a person may want of a group. Read with the draft, before the first paint: nothing is imported here."""

from __future__ import annotations

from enum import StrEnum


class Goal(StrEnum):
    """What a person wants of a group."""

    CHEAPEST = "cheapest"
    """The lowest price of a call."""
    FASTEST = "fastest"
    """The least time until there is a picture, the calls that fail before it counted in."""
    SUREST = "surest"
    """The call that most surely brings a picture."""
    LEAST_MONEY = "least_money"
    """The least money for each saved picture, with what was paid for nothing."""


class NoChoice(StrEnum):
    """Why a goal can choose no group."""

    NO_KEY = "no_key"
    NO_PRICE = "no_price"
    """None with a key has a price at this size."""
    TOO_DEAR = "too_dear"
    """Those with a key and a price cost more than the ceiling."""
    RESTING = "resting"
    """All that are left rest."""
