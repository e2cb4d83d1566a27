"""What the search field offers to whoever is typing in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from studio.domain.geometry import AspectRatio
from studio.domain.search import QUOTED, parse, quoted
from studio.domain.search_terms import Field, Shape
from studio.domain.search_values import CHOICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_COMPLETIONS = 12
_COLONS = ":："
_COMMAS = ",，"
_ASKED_BY_WORD = (Field.TAG, Field.PROJECT, Field.GROUP, Field.IS, Field.LABEL)


@dataclass(frozen=True, slots=True)
class Facts:
    """What this library holds, each in the order of offering; `today` is the local day."""

    groups: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """One offer: `term` is what will stand there, `text` the whole search then, `cursor` where to go on.

    `value` is empty for the name of a field, behind which a value is still to come.
    """

    field: Field
    value: str
    term: str
    text: str
    cursor: int


def completions(text: str, cursor: int, facts: Facts) -> tuple[Completion, ...]:
    """What the term at the cursor may become, likeliest first; the rest of the text stays as it is."""
    cursor = min(max(cursor, 0), len(text))
    start, end = _term_at(text, cursor)
    typed = text[start:cursor]
    found: dict[str, Completion] = {}
    for field, value, term in _offers(typed, facts):
        if term.casefold() != text[start:end].casefold() and term not in found:
            found[term] = _placed(text, start, end, field, value, term)
        if len(found) == MOST_COMPLETIONS:
            break
    return tuple(found.values())


def _term_at(text: str, cursor: int) -> tuple[int, int]:
    for term in parse(text).terms:
        if term.start < cursor <= term.end:
            return term.start, term.end
    return cursor, cursor


def _placed(text: str, start: int, end: int, field: Field, value: str, term: str) -> Completion:
    # Between white space only: at the cursor nothing may have stood.
    before = " " if start and not text[start - 1].isspace() else ""
    behind = " " if end < len(text) and not text[end].isspace() else ""
    whole = f"{text[:start]}{before}{term}{behind}{text[end:]}"
    return Completion(field, value, term, whole, start + len(before) + len(term))


def _offers(typed: str, facts: Facts) -> Iterator[tuple[Field, str, str]]:
    minus = "-" if typed.startswith("-") else ""
    name, colon, rest = _split(typed[len(minus) :])
    field = _FIELDS.get(name.lower()) if colon else None
    if field is not None:
        yield from _values(field, rest, f"{minus}{name.lower()}:", facts)
    elif not colon:
        yield from _fields(name, minus, facts)


def _split(typed: str) -> tuple[str, str, str]:
    at = next((index for index, letter in enumerate(typed) if letter in _COLONS), None)
    return (typed, "", "") if at is None else (typed[:at], typed[at], typed[at + 1 :])


def _fields(typed: str, minus: str, facts: Facts) -> Iterator[tuple[Field, str, str]]:
    """Names of fields that begin so; values that do, where something was typed."""
    for name, field in _FIELDS.items():
        if name.startswith(typed.lower()):
            yield field, "", f"{minus}{name}:"
    if typed:
        for field in _ASKED_BY_WORD:
            for value in _matching(_choices(field, facts), typed):
                yield field, value, f"{minus}{field.value}:{quoted(value)}"


def _values(field: Field, typed: str, before: str, facts: Facts) -> Iterator[tuple[Field, str, str]]:
    """Values for the last place behind a comma; what stands before it stays."""
    begin = _last_value(typed)
    kept, last = typed[:begin], typed[begin:]
    for value in _matching(_choices(field, facts), last.strip('"“” ')):
        yield field, value, f"{before}{kept}{quoted(value)}"


def _last_value(typed: str) -> int:
    """Where it begins: a comma between quotes is part of a value."""
    begin = position = 0
    while position < len(typed):
        quote = QUOTED.match(typed, position)
        position = quote.end() if quote else position + 1
        if quote is None and typed[position - 1] in _COMMAS:
            begin = position
    return begin


def _matching(values: Iterable[str], typed: str) -> list[str]:
    """Those that begin with it, then those in which it occurs."""
    wanted = typed.casefold()
    known = tuple(values)
    beginning = [value for value in known if value.casefold().startswith(wanted)]
    within = [value for value in known if wanted in value.casefold() and value not in beginning]
    return beginning + within


def _choices(field: Field, facts: Facts) -> tuple[str, ...]:
    match field:
        case Field.GROUP:
            return facts.groups
        case Field.TAG:
            return facts.tags
        case Field.PROJECT:
            return facts.projects
        case Field.RATIO:
            return (*(ratio.value for ratio in AspectRatio), *Shape)
        case Field.BEFORE | Field.AFTER | Field.ON:
            return _dates(facts.today)
        case _:
            return CHOICES.get(field, ())


def _dates(today: date | None) -> tuple[str, ...]:
    if today is None:
        return ()
    return (f"{today:%Y-%m-%d}", f"{today:%Y-%m}", f"{today:%Y}")


_FIELDS: Mapping[str, Field] = {field.value: field for field in Field if field}
