"""What may stand behind the colon of a search's field. Reading it never raises."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from studio.domain.flags import Label
from studio.domain.geometry import Resolution
from studio.domain.judgement import MOST_RATING
from studio.domain.search_terms import Field, Part, Range, Shape, TermProblem, Times, Trait, Value, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

COLOURS: Mapping[str, str] = {
    "red": "#d93a36",
    "orange": "#ee8a2a",
    "yellow": "#f2cf3a",
    "green": "#3f9b4f",
    "teal": "#2f9e98",
    "blue": "#2f6fd0",
    "purple": "#7d4fc0",
    "pink": "#e58bb4",
    "brown": "#7f5537",
    "white": "#f7f7f7",
    "grey": "#8c8c8c",
    "black": "#141414",
}
"""Names that stand for a colour; any other is written as "#rrggbb"."""

MOST_LETTERS = 200
"""Letters of a value that are looked at: a whole prompt may have been pasted."""

YES = "yes"
NO = "no"

_OPERATORS = {"≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "＝": "="}
_COMPARED = re.compile(r"\s*(>=|<=|>|<|=|≥|≤|＞|＜|＝)?\s*(.*)", re.DOTALL)
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?")
_RATIO = re.compile(r"(\d{1,5})[:：x×/](\d{1,5})")
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
_YEARS = range(1971, 2999)
_LARGEST = Decimal(10**12)
_SIZES = {size.value.lower(): size for size in Resolution} | {"512": Resolution.HALF_K}
_ANSWERS = {"yes": YES, "true": YES, "1": YES, "是": YES, "no": NO, "false": NO, "0": NO, "否": NO}
_UNJUDGED = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """A value as it was typed; `whole` when it stood in quotes."""

    text: str
    whole: bool = False


Read = tuple[Value, ...] | TermProblem


def read_value(field: Field, piece: Piece) -> Read:
    """What it means behind this field, or why nothing."""
    if not piece.text.strip():
        return TermProblem.NO_VALUE
    return _READERS[field](Piece(piece.text[:MOST_LETTERS], piece.whole))


def _words(piece: Piece) -> Read:
    return (Words(piece.text.strip(), piece.whole),)


def _size(piece: Piece) -> Read:
    operator, value = _compared(piece.text)
    size = _SIZES.get(value.lower())
    if size is None:
        return TermProblem.UNKNOWN_VALUE
    order = list(Resolution)
    asked = _range(operator, order.index(size))
    chosen = order[asked.low or 0 : asked.high]
    # Where none is smaller or larger, none is found.
    return tuple(Words(one.value) for one in chosen) or (Words("-"),)


def _rating(piece: Piece) -> Read:
    if piece.text.strip().lower() == _UNJUDGED:
        return (Range(0, 1),)
    return _numbers(piece.text, scale=1)


def _cost(piece: Piece) -> Read:
    return _numbers(piece.text, scale=100)


def _numbers(text: str, *, scale: int) -> Read:
    low, dots, high = text.partition("..")
    if dots:
        first, last = _number(low, scale), _number(high, scale)
        if (first is None and low.strip()) or (last is None and high.strip()) or first is last is None:
            return TermProblem.NO_NUMBER
        return (Range(None if first is None else math.ceil(first), None if last is None else _above(last)),)
    operator, value = _compared(text)
    number = _number(value, scale)
    return TermProblem.NO_NUMBER if number is None else (_range(operator, number),)


def _number(text: str, scale: int) -> Decimal | None:
    try:
        number = Decimal(text.strip().removeprefix("¥").removeprefix("￥").strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > _LARGEST:
        return None
    return number * scale


def _range(operator: str, number: Decimal | int) -> Range:
    match operator:
        case ">=":
            return Range(math.ceil(number), None)
        case ">":
            return Range(_above(number), None)
        case "<=":
            return Range(None, _above(number))
        case "<":
            return Range(None, math.ceil(number))
        case _:
            return Range(math.ceil(number), _above(number))


def _above(number: Decimal | int) -> int:
    return math.floor(number) + 1


def _compared(text: str) -> tuple[str, str]:
    found = _COMPARED.fullmatch(text)
    operator, value = found.groups() if found else (None, text)
    return _OPERATORS.get(operator or "", operator or ""), value.strip()


def _on(piece: Piece) -> Read:
    operator, value = _compared(piece.text)
    span = _span(value)
    if span is None:
        return TermProblem.NO_DATE
    start, end = span
    bounds = {
        ">=": Times(start, None),
        ">": Times(end, None),
        "<=": Times(None, end),
        "<": Times(None, start),
    }
    return (bounds.get(operator, Times(start, end)),)


def _before(piece: Piece) -> Read:
    span = _span(piece.text.strip())
    return TermProblem.NO_DATE if span is None else (Times(None, span[0]),)


def _after(piece: Piece) -> Read:
    span = _span(piece.text.strip())
    return TermProblem.NO_DATE if span is None else (Times(span[0], None),)


def _span(text: str) -> tuple[datetime, datetime] | None:
    """When the year, month, day or minute begins and ends."""
    found = _DATE.fullmatch(text)
    try:
        if found is None:
            moment = datetime.fromisoformat(text)
            return (moment, moment + timedelta(minutes=1)) if moment.year in _YEARS else None
        return _calendar_span(int(found[1]), month=found[2], day=found[3])
    except ValueError:
        return None


def _calendar_span(year: int, *, month: str | None, day: str | None) -> tuple[datetime, datetime] | None:
    if year not in _YEARS:
        return None
    start = datetime(year, int(month or 1), int(day or 1))  # noqa: DTZ001 - local: the zone isn't known here
    if day:
        return start, start + timedelta(days=1)
    return start, _next_month(start) if month else start.replace(year=year + 1)


def _next_month(start: datetime) -> datetime:
    return (start + timedelta(days=31)).replace(day=1)


def _ratio(piece: Piece) -> Read:
    text = piece.text.strip().lower()
    if text in tuple(Shape):
        return (Words(text),)
    found = _RATIO.fullmatch(text)
    if found is None or not (int(found[1]) and int(found[2])):
        return TermProblem.UNKNOWN_VALUE
    return (Words(f"{int(found[1])}:{int(found[2])}"),)


def _colour(piece: Piece) -> Read:
    text = piece.text.strip().lower()
    if text in COLOURS:
        return (Words(COLOURS[text]),)
    found = _HEX.fullmatch(text)
    if found is None:
        return TermProblem.NO_COLOUR
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return (Words(f"#{digits}"),)


def _answer(piece: Piece) -> Read:
    answer = _ANSWERS.get(piece.text.strip().lower())
    return TermProblem.UNKNOWN_VALUE if answer is None else (Words(answer),)


def _label(piece: Piece) -> Read:
    if piece.text.strip().lower() == _UNJUDGED:
        return (Words(Label.NONE),)
    return _one_of(Label)(piece)


def _one_of(choices: type[StrEnum]) -> Callable[[Piece], Read]:
    def read(piece: Piece) -> Read:
        text = piece.text.strip().lower()
        return (Words(text),) if text in tuple(choices) else TermProblem.UNKNOWN_VALUE

    return read


def _word(piece: Piece) -> Read:
    if not any(character.isalnum() for character in piece.text):
        return TermProblem.NO_LETTERS
    return (Words(piece.text, piece.whole),)


_READERS: Mapping[Field, Callable[[Piece], Read]] = {
    Field.WORD: _word,
    Field.SIZE: _size,
    Field.GROUP: _words,
    Field.RATING: _rating,
    Field.COST: _cost,
    Field.BEFORE: _before,
    Field.AFTER: _after,
    Field.ON: _on,
    Field.IS: _one_of(Trait),
    Field.HAS: _one_of(Part),
    Field.RATIO: _ratio,
    Field.MISMATCH: _answer,
    Field.TAG: _words,
    Field.PROJECT: _words,
    Field.LABEL: _label,
    Field.ID: _words,
    Field.COLOR: _colour,
    Field.SIMILAR: _words,
}

CHOICES: Mapping[Field, tuple[str, ...]] = {
    Field.SIZE: tuple(size.value.lower() for size in Resolution),
    Field.RATING: (*(f">={stars}" for stars in range(MOST_RATING, 0, -1)), _UNJUDGED),
    Field.COST: (">0.5", ">0.3", "<0.3", "0"),
    Field.IS: tuple(Trait),
    Field.HAS: tuple(Part),
    Field.MISMATCH: (YES, NO),
    Field.LABEL: (*(label.value for label in Label if label), _UNJUDGED),
    Field.COLOR: tuple(COLOURS),
}
"""Values to offer where they are the same in every library."""
