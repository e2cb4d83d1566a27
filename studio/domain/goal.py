"""What a person may want of a group. Read with the draft, before the first paint: nothing heavy here."""

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
