"""The terms that a search is made of, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Field(StrEnum):
    """What a term is about; the value is what stands before the colon. A WORD has no colon."""

    WORD = ""
    SIZE = "size"
    GROUP = "group"
    RATING = "rating"
    COST = "cost"
    BEFORE = "before"
    AFTER = "after"
    ON = "on"
    IS = "is"
    HAS = "has"
    RATIO = "ratio"
    MISMATCH = "mismatch"
    TAG = "tag"
    PROJECT = "project"
    LABEL = "label"
    ID = "id"
    COLOR = "color"
    SIMILAR = "similar"


NEAR = frozenset({Field.COLOR, Field.SIMILAR})
"""What others are more or less like: these put what is found into an order of their own."""


class Trait(StrEnum):
    """What follows "is:"."""

    PICK = "pick"
    REJECT = "reject"
    UNFLAGGED = "unflagged"
    RATED = "rated"
    UNRATED = "unrated"
    LABELLED = "labelled"
    TAGGED = "tagged"
    UNTAGGED = "untagged"
    IMPORTED = "imported"
    DEMO = "demo"
    EDIT = "edit"
    LATE = "late"


class Part(StrEnum):
    """What follows "has:"."""

    REFERENCE = "reference"
    PARENT = "parent"
    CHILDREN = "children"
    TAG = "tag"
    RATING = "rating"
    LABEL = "label"


class Shape(StrEnum):
    """What may follow "ratio:" instead of two numbers."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    SQUARE = "square"


class TermProblem(StrEnum):
    """Why a term, or a part of it, isn't understood. What isn't understood doesn't narrow the search."""

    NO_VALUE = "no_value"
    UNKNOWN_VALUE = "unknown_value"
    NO_NUMBER = "no_number"
    NO_DATE = "no_date"
    NO_COLOUR = "no_colour"
    NO_LETTERS = "no_letters"


@dataclass(frozen=True, slots=True)
class Words:
    """Text to look for: `whole` as it stands (it was quoted), else by its beginning or as a part."""

    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from `low` up to, not including, `high`; None is no bound. Money is in fen."""

    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """From `start` up to, not including, `end`; None is no bound. Without a zone they are local times."""

    start: datetime | None = None
    end: datetime | None = None


Value = Words | Range | Times


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a search, and where it stands in the text. One of its values must hold, or none of
    them where it is `excluded`. A term without values says nothing yet.
    """

    field: Field
    text: str
    start: int
    values: tuple[Value, ...] = ()
    excluded: bool = False
    problem: TermProblem | None = None

    @property
    def end(self) -> int:
        """Behind its last letter."""
        return self.start + len(self.text)
