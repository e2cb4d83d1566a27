"""Listings read from the index: all columns of a hundred thousand versions in a few dozen milliseconds."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.listing import Listing
from studio.library.finding import question_of

if TYPE_CHECKING:
    import sqlite3

    from studio.domain.query import Query
    from studio.library.finding import Question

_SEPARATOR = "\n"
SOON_COUNTED = 8_000
"""Rows that are looked at one by one in two milliseconds."""

# SQLite makes one long text of each column, and lets other threads run meanwhile: a hundred thousand rows
# handed over one by one take twice as long.
_AS_TEXT = "group_concat(id, char(10)), group_concat(look), group_concat(series), group_concat({section})"


def read_listing(
    connection: sqlite3.Connection, query: Query, *, limit: int | None = None, counts: bool = True
) -> Listing:
    """What the query finds, in its order; with a limit the beginning of it. Unless it `counts`, the rest is
    counted only where that takes no longer than the beginning.
    """
    if limit is None:
        return _whole(connection, question_of(connection, query))
    question = question_of(connection, query, beginning=True)
    beginning = _beginning(connection, question, limit=limit)
    if len(beginning) < limit or question.is_near:
        return beginning
    if not counts and not _is_soon_counted(connection, question):
        return replace(beginning, counted=False)
    counting = question.counting or question.select("count(*)")
    (found,) = connection.execute(counting, question.values).fetchone()
    return Listing(beginning.ids, beginning.looks, beginning.series, beginning.sections, found)


def _is_soon_counted(connection: sqlite3.Connection, question: Question) -> bool:
    if not question.at_most:
        return bool(question.counting)
    (most,) = connection.execute(question.at_most, question.values).fetchone()
    return int(most) <= SOON_COUNTED


def read_beginning(connection: sqlite3.Connection, query: Query, *, limit: int) -> Listing:
    """The first that the query finds. How many more there are is not counted: in a library that wasn't read
    lately that takes ten times as long.
    """
    beginning = _beginning(connection, question_of(connection, query, beginning=True), limit=limit)
    return beginning if len(beginning) < limit else replace(beginning, counted=False)


def _beginning(connection: sqlite3.Connection, question: Question, *, limit: int) -> Listing:
    # What is put in order by likeness was all looked at already.
    found = "count(*) OVER ()" if question.is_near else "0"
    columns = f"id, look, series, {question.section}, {found}"
    selecting = f"{question.select(columns)} ORDER BY {question.order} LIMIT {limit}"
    rows = connection.execute(selecting, question.values).fetchall()
    if not rows:
        return Listing()
    ids, looks, series, sections, counts = zip(*rows, strict=True)
    return Listing(ids, array("Q", looks), array("q", series), array("q", sections), counts[0] or len(ids))


def _whole(connection: sqlite3.Connection, question: Question) -> Listing:
    if question.is_plain:
        # The rows of this index come in the order of writing: sorting them again would cost a third more.
        selecting = question.select(_AS_TEXT.format(section=question.section))
    else:
        columns = f"id, look, series, {question.section} AS section"
        ordered = f"{question.select(columns)} ORDER BY {question.order}"
        selecting = f"SELECT {_AS_TEXT.format(section='section')} FROM ({ordered})"  # noqa: S608 - our own names
    texts = connection.execute(selecting, question.values).fetchone()
    if texts[0] is None:
        return Listing()
    # The beginning, which the first pictures wait for, does without.
    from studio.library.decoding import decoder_of

    numbers = decoder_of(list[int])
    ids = texts[0].split(_SEPARATOR)
    looks, series, sections = (numbers.decode(f"[{text}]") for text in texts[1:])
    if len(ids) != len(looks):
        # An id with a line end in it.
        return _beginning(connection, question, limit=-1)
    if question.is_plain:
        for column in (ids, looks, series, sections):
            column.reverse()
    return Listing(tuple(ids), array("Q", looks), array("q", series), array("q", sections), len(ids))
