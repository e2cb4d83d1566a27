"""What changed from one prompt to the next, word by word; where words aren't set apart, by character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class PieceKind(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, spaces included."""

    kind: PieceKind
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Kept and removed pieces together are `before`, kept and added ones `after`.

    No piece is empty, none stands beside one of its kind, and what is removed stands before what is added
    in its place.
    """
    return tuple(_joined(_compared(_words(before), _words(after))))


class _Word(NamedTuple):
    """A word and the space in front of it; at the end of the text perhaps a space without a word."""

    space: str
    text: str


# Han and kana are written without spaces.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORDS = re.compile(
    rf"""(\s*)(
        [{_CJK}]
      | @?[^\W{_CJK}]+(?:['’.-][^\W{_CJK}]+)*   # don't, 16.9, full-width, @wireframe-2
      | [\u2600-\u27bf\U00010000-\U0001ffff\u200d\ufe0f]+   # emoji, joined ones too
      | \S
    )""",
    re.VERBOSE,
)


def _words(text: str) -> list[_Word]:
    words = [_Word(*found) for found in _WORDS.findall(text)]
    rest = text[sum(len(word.space) + len(word.text) for word in words) :]
    return [*words, _Word(rest, "")] if rest else words


def _compared(before: Sequence[_Word], after: Sequence[_Word]) -> Iterator[Piece]:
    """What both begin and end with is set aside first: a small change in a long prompt is found at once."""
    start = _same(before, after)
    end = _same(before[start:][::-1], after[start:][::-1])
    yield from _kept(before[:start], after[:start])
    yield from _changed(before[start : len(before) - end], after[start : len(after) - end])
    yield from _kept(before[len(before) - end :], after[len(after) - end :])


def _same(before: Iterable[_Word], after: Iterable[_Word]) -> int:
    """How many words are the same from the beginning on."""
    count = 0
    for old, new in zip(before, after, strict=False):
        if old.text != new.text:
            break
        count += 1
    return count


def _changed(before: Sequence[_Word], after: Sequence[_Word]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, [word.text for word in before], [word.text for word in after])
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            yield from _kept(before[start:end], after[new_start:new_end])
        else:
            yield Piece(PieceKind.REMOVED, _text(before[start:end]))
            yield Piece(PieceKind.ADDED, _text(after[new_start:new_end]))


def _kept(before: Iterable[_Word], after: Iterable[_Word]) -> Iterator[Piece]:
    """The same words, perhaps with other space in front of them."""
    for old, new in zip(before, after, strict=True):
        if old.space == new.space:
            yield Piece(PieceKind.KEPT, _text((old,)))
        else:
            yield Piece(PieceKind.REMOVED, old.space)
            yield Piece(PieceKind.ADDED, new.space)
            yield Piece(PieceKind.KEPT, old.text)


def _text(words: Iterable[_Word]) -> str:
    return "".join(word.space + word.text for word in words)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Each stretch of change as one removed and one added piece, each stretch between as one kept one."""
    waiting = dict.fromkeys(PieceKind, "")
    for piece in pieces:
        if not piece.text:
            continue
        if piece.kind is PieceKind.KEPT:
            yield from _taken(waiting, PieceKind.REMOVED, PieceKind.ADDED)
        else:
            yield from _taken(waiting, PieceKind.KEPT)
        waiting[piece.kind] += piece.text
    yield from _taken(waiting, *PieceKind)


def _taken(waiting: dict[PieceKind, str], *kinds: PieceKind) -> Iterator[Piece]:
    for kind in kinds:
        if waiting[kind]:
            yield Piece(kind, waiting[kind])
            waiting[kind] = ""
