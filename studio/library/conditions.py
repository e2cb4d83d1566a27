"""The terms of a search as SQL over `versions_listed`: conditions, and the sets of versions they ask for."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.search_terms import NEAR, Field, Part, Range, Shape, Times, Trait, Words
from studio.domain.search_values import YES
from studio.domain.version import IMPORT_GATEWAY
from studio.library import codec
from studio.library.finding import Bound
from studio.library.likeness import nearest
from studio.library.search import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from studio.domain.search import Search
    from studio.domain.search_terms import Term, Value

_TRAITS = {
    Trait.PICK: "flag = 'pick'",
    Trait.REJECT: "flag = 'reject'",
    Trait.UNFLAGGED: "flag = ''",
    Trait.RATED: "rating > 0",
    Trait.UNRATED: "rating = 0",
    Trait.LABELLED: "label <> ''",
    Trait.TAGGED: "sequence IN (SELECT version FROM version_tags)",
    Trait.UNTAGGED: "sequence NOT IN (SELECT version FROM version_tags)",
    Trait.IMPORTED: f"gateway = '{IMPORT_GATEWAY}'",
    Trait.DEMO: f"gateway = '{DEMO_GATEWAY}'",
    Trait.EDIT: "parent IS NOT NULL",
    Trait.LATE: "arrived_after_cancel",
}
_PARTS = {
    Part.REFERENCE: "reference_count > 0",
    Part.PARENT: "parent IS NOT NULL",
    Part.CHILDREN: "id IN (SELECT parent FROM versions WHERE parent IS NOT NULL AND purged = 0)",
    Part.TAG: _TRAITS[Trait.TAGGED],
    Part.RATING: _TRAITS[Trait.RATED],
    Part.LABEL: _TRAITS[Trait.LABELLED],
}
_SHAPES = {
    Shape.LANDSCAPE: "width > height",
    Shape.PORTRAIT: "width < height",
    Shape.SQUARE: "width = height",
}
_OF_TAGS = (
    "SELECT version FROM version_tags WHERE tag IN "
    "(SELECT id FROM tags WHERE folded >= {low} AND folded < {high} ORDER BY folded LIMIT {most})"
)
MOST_TAGS = 2_000
"""Tags that a beginning may stand for. Of a million more may begin with one letter: the next one tells."""

MOST_TERMS = 100
"""Conditions at once, and values of one: a whole prompt may have been pasted, and SQLite has its limits."""

_SAME_SHAPE = 0.02
"""How far a picture's proportion may be off, as a part of it: the published sizes are rounded to 8 pixels."""


@dataclass(slots=True)
class Conditions:
    """What is collected of one search. `match` is what FTS5 is asked for all words at once; `worded` are
    SELECTs of what has a word that is a tag too; `near` gives `place` (a sequence) and `score` of what is put
    in order by likeness. Each may be empty.
    """

    connection: sqlite3.Connection
    match: str = ""
    near: str = ""
    worded: list[str] = field(default_factory=list)
    all_of: list[str] = field(default_factory=list)
    values: dict[str, Bound] = field(default_factory=dict)

    def name(self, value: Bound) -> str:
        """A place for this value in the SQL."""
        key = f"v{len(self.values)}"
        self.values[key] = value
        return f":{key}"


def conditions_of(connection: sqlite3.Connection, search: Search) -> Conditions:
    """Everything that must hold. Terms that aren't understood ask for nothing."""
    made = Conditions(connection)
    if search.is_unsearchable:
        made.all_of.append("0")
    phrases: list[str] = []
    for term in [term for term in search.terms if term.values][:MOST_TERMS]:
        if term == search.near:
            made.near = _near(made, term)
        elif term.field or term.excluded:
            made.all_of.append(_condition(made, term))
        else:
            phrases += _words(made, term)
    made.match = " AND ".join(phrases)
    return made


def _condition(made: Conditions, term: Term) -> str:
    if term.field in NEAR:
        either = f"sequence IN (SELECT place FROM ({_near(made, term)}))"  # noqa: S608 - our own names
    else:
        either = " OR ".join(_holds(made, term.field, value) for value in term.values[:MOST_TERMS])
    return f"NOT ({either})" if term.excluded else f"({either})"


def _holds(made: Conditions, about: Field, value: Value) -> str:
    if isinstance(value, Range):
        return _between(made, "rating" if about is Field.RATING else "price", value.low, value.high)
    if isinstance(value, Times):
        return _between(made, "created", _micros(value.start), _micros(value.end))
    return _WORDED[about](made, value)


def _between(made: Conditions, column: str, low: int | None, high: int | None) -> str:
    bounds = [
        *([f"{column} >= {made.name(low)}"] if low is not None else []),
        *([f"{column} < {made.name(high)}"] if high is not None else []),
    ]
    return f"({' AND '.join(bounds)})"


def _micros(time: datetime | None) -> int | None:
    """A time without a zone is one of this computer's."""
    return None if time is None else codec.to_micros(time.astimezone())


def _named(made: Conditions, column: str, value: Words) -> str:
    """A name in part, whatever the case of its Latin letters; in quotes as a whole."""
    if value.whole:
        return f"{column} = {made.name(value.text)} COLLATE NOCASE"
    escaped = value.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"{column} LIKE {made.name(f'%{escaped}%')} ESCAPE '\\'"


def _ratio(made: Conditions, value: Words) -> str:
    if value.text in tuple(Shape):
        return _SHAPES[Shape(value.text)]
    width, height = map(int, value.text.split(":"))
    low, high = (made.name(width / height * factor) for factor in (1 - _SAME_SHAPE, 1 + _SAME_SHAPE))
    return f"(aspect = {made.name(value.text)} OR 1.0 * width / height BETWEEN {low} AND {high})"


def _tagged(made: Conditions, value: Words) -> str:
    """The versions with a tag that begins so; in quotes with this very tag."""
    low, high = map(made.name, _folded(value))
    return _OF_TAGS.format(low=low, high=high, most=MOST_TAGS)


def _folded(value: Words) -> tuple[str, str]:
    folded = value.text.casefold()
    return folded, f"{folded}\0" if value.whole else _behind(folded)


def _words(made: Conditions, term: Term) -> list[str]:
    """For FTS5, all words at once; a word that is a tag too is looked for by itself."""
    words = [value for value in term.values if isinstance(value, Words)]
    asking = "SELECT 1 FROM tags WHERE folded >= ? AND folded < ? LIMIT 1"
    tags = [value for value in words if made.connection.execute(asking, _folded(value)).fetchone()]
    made.worded += [_word(made, value) for value in tags]
    return [phrase(value.text, whole=value.whole) for value in words if value not in tags]


def _has_id(made: Conditions, value: Words) -> str:
    return f"(id >= {made.name(value.text)} AND id < {made.name(_behind(value.text))})"


def _behind(text: str) -> str:
    """What comes behind everything that begins so."""
    return f"{text}\U0010ffff"


def _word(made: Conditions, value: Words) -> str:
    """In a prompt, in the words of a model, in an id, or as the beginning of a tag."""
    match = made.name(phrase(value.text, whole=value.whole))
    found = f"SELECT rowid FROM texts WHERE texts MATCH {match}"  # noqa: S608 - our own names
    return f"{found} UNION ALL {_tagged(made, value)}"


def _near(made: Conditions, term: Term) -> str:
    wanted = [value.text for value in term.values[:MOST_TERMS] if isinstance(value, Words)]
    return nearest(made.connection, term.field, wanted, name=made.name)


_WORDED: Mapping[Field, Callable[[Conditions, Words], str]] = {
    Field.WORD: lambda made, value: f"sequence IN ({_word(made, value)})",
    Field.IS: lambda _, value: _TRAITS[Trait(value.text)],
    Field.HAS: lambda _, value: _PARTS[Part(value.text)],
    Field.MISMATCH: lambda _, value: "mismatch" if value.text == YES else "NOT mismatch",
    Field.SIZE: lambda made, value: f"resolution = {made.name(value.text)}",
    Field.LABEL: lambda made, value: f"label = {made.name(value.text)}",
    Field.GROUP: lambda made, value: _named(made, "group_name", value),
    Field.PROJECT: lambda made, value: _named(made, "project", value),
    Field.RATIO: _ratio,
    Field.TAG: lambda made, value: f"sequence IN ({_tagged(made, value)})",
    Field.ID: _has_id,
}
