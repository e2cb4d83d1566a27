"""The search language: words, and fields with values. Every text is a search; nothing here raises.

`fox "red coat" -snow size:4k rating:>=4 label:red,green`: all of its terms must hold. A word is looked for by
its beginning, Chinese anywhere, in quotes as it stands. A comma within a field means or, a leading minus not.
Colons, commas, quotes and comparisons of a Chinese keyboard mean the same as those of another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.domain.search_terms import NEAR, Field, Term, TermProblem, Value
from studio.domain.search_values import Piece, read_value

_SPACE = re.compile(r"\s*")
_FIELD = re.compile(r"(-?)([A-Za-z]+)(?:[:：]|(?=[<>=≥≤＞＜＝]))")
QUOTED = re.compile(r'"([^"]*)(?:"|$)|[“”]([^“”]*)(?:[“”]|$)')
_BARE_VALUE = re.compile(r'[^\s,，"“”]+')
_BARE_WORD = re.compile(r"[^\s“”]+")
_COMMA = re.compile(r"[,，]")
_FIELDS = {field.value: field for field in Field if field} | {"colour": Field.COLOR}
_TO_BE_QUOTED = re.compile(r'[\s,，"“”]')


@dataclass(frozen=True, slots=True)
class Search:
    """A text and the terms in it, in their order; between them stands only white space."""

    text: str = ""
    terms: tuple[Term, ...] = ()

    @property
    def is_unsearchable(self) -> bool:
        """Whether there is nothing in it but signs that no word is made of: that is found nowhere."""
        return bool(self.terms) and all(term.problem is TermProblem.NO_LETTERS for term in self.terms)

    @property
    def near(self) -> Term | None:
        """The term by which what is found is put in order, where there is one."""
        return next((term for term in self.terms if is_near(Chip(term))), None)


@dataclass(frozen=True, slots=True)
class Chip:
    """A term that can be shown apart and taken off the search."""

    term: Term

    @property
    def text(self) -> str:
        """As it was typed."""
        return self.term.text

    @property
    def field(self) -> Field:
        """What it is about."""
        return self.term.field

    @property
    def start(self) -> int:
        """Where it begins in the text of the search."""
        return self.term.start

    @property
    def end(self) -> int:
        """Behind its last letter."""
        return self.term.end

    @property
    def problem(self) -> TermProblem | None:
        """Why it, or a part of it, isn't understood."""
        return self.term.problem


def parse(text: str) -> Search:
    """The search that stands in this text."""
    terms: list[Term] = []
    position = _skip_space(text, 0)
    while position < len(text):
        term = _term(text, position)
        terms.append(term)
        position = _skip_space(text, term.end)
    return Search(text, tuple(terms))


def chips(search: Search) -> tuple[Chip, ...]:
    """What is shown as chips: fields, and words that must not occur. Plain words are seen in the text."""
    return tuple(Chip(term) for term in search.terms if term.field or term.excluded)


def teach(search: Search) -> tuple[Chip, ...]:
    """Everything that was asked for, term by term, for when nothing is found."""
    return tuple(Chip(term) for term in search.terms)


def is_near(chip: Chip) -> bool:
    """Whether others are more or less like it, so that there is a nearest."""
    return chip.field in NEAR and bool(chip.term.values) and not chip.term.excluded


def without(text: str, chip: Chip) -> str:
    """The text without this term; the other terms stay as they are."""
    before, after = text[: chip.start].rstrip(), text[chip.end :].lstrip()
    return f"{before} {after}" if before and after else before or after


def with_term(text: str, term: str) -> str:
    """The text with a term more at its end, unless it stands there already."""
    wanted = term.strip()
    if any(wanted.casefold() == one.text.casefold() for one in parse(text).terms):
        return text
    return f"{closed(text).rstrip()} {wanted}".strip()


def closed(text: str) -> str:
    """The text with its last quote closed, so that what is added doesn't fall into it."""
    return next((text + end for end in ("", '"') if _takes_more_terms(text + end)), text + "”")


def _takes_more_terms(text: str) -> bool:
    return len(parse(f"{text} x").terms) > len(parse(text).terms)


def quoted(value: str) -> str:
    """A value as it must stand behind its colon to mean exactly this."""
    if not _TO_BE_QUOTED.search(value):
        return value
    if '"' not in value:
        return f'"{value}"'
    return "“" + value.replace("“", '"').replace("”", '"') + "”"


def _skip_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _term(text: str, start: int) -> Term:
    found = _FIELD.match(text, start)
    if found and (field := _FIELDS.get(found[2].lower())):
        pieces, end = _values(text, found.end())
        return _made(field, text, start, end, pieces, excluded=bool(found[1]))
    return _word(text, start)


def _word(text: str, start: int) -> Term:
    excluded = text[start] == "-" and bool(text[start + 1 : start + 2].strip())
    begin = start + excluded
    if in_quotes := QUOTED.match(text, begin):
        piece, end = _quoted_piece(in_quotes), in_quotes.end()
    else:
        bare = _BARE_WORD.match(text, begin)
        end = bare.end() if bare else begin + 1
        piece = Piece(text[begin:end].replace('"', " "))
    # A lone minus is the beginning of something.
    pieces = [] if text[start:end] == "-" else [piece]
    return _made(Field.WORD, text, start, end, pieces, excluded=excluded)


def _values(text: str, position: int) -> tuple[list[Piece], int]:
    """The values of a field, up to the next white space outside of quotes."""
    pieces: list[Piece] = []
    while True:
        piece, position = _value(text, position)
        pieces.append(piece)
        comma = _COMMA.match(text, position)
        if comma is None:
            return pieces, position
        position = comma.end()


def _value(text: str, position: int) -> tuple[Piece, int]:
    written, whole = "", False
    while True:
        if in_quotes := QUOTED.match(text, position):
            piece = _quoted_piece(in_quotes)
            written, whole, position = written + piece.text, piece.whole, in_quotes.end()
        elif bare := _BARE_VALUE.match(text, position):
            written, position = written + bare[0], bare.end()
        else:
            return Piece(written, whole), position


def _quoted_piece(found: re.Match[str]) -> Piece:
    """What is still being typed isn't whole yet."""
    is_closed = len(found[0]) > 1 and found[0][-1] in '"“”'
    return Piece(found[1] if found[1] is not None else found[2] or "", whole=is_closed)


def _made(field: Field, text: str, start: int, end: int, pieces: list[Piece], *, excluded: bool) -> Term:
    values: list[Value] = []
    problem: TermProblem | None = None
    for piece in pieces:
        read = read_value(field, piece)
        if isinstance(read, TermProblem):
            # After a comma another value is about to be typed.
            if not (read is TermProblem.NO_VALUE and len(pieces) > 1):
                problem = problem or read
        else:
            values.extend(read)
    if not values and problem is None:
        problem = TermProblem.NO_VALUE
    return Term(field, text[start:end], start, tuple(values), excluded, problem)
