"""How well letters that were typed fit a line of words: in their order, best at the beginnings of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_LETTER = 16
_START = 10
_NEXT = 12
_GAP = 1
_MOST_GAP = 8
_CJK = ("\u3040", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff")


@dataclass(frozen=True, slots=True)
class Fit:
    """`score` is the higher the better; `places` are the letters of the line that were met, in order."""

    score: int
    places: tuple[int, ...] = ()


def fit(wanted: str, line: str) -> Fit | None:
    """How each word of `wanted` fits the line, wherever it stands; None when one doesn't.

    No words fit every line alike. Of two lines that are met in the same places the shorter one fits better.
    """
    folded = fold(line)
    score, places = 0, ()
    for word in fold(wanted).split():
        found = _fit_word(word, line, folded)
        if found is None:
            return None
        score += found.score
        places = found.places if not places else tuple(sorted({*places, *found.places}))
    return Fit(score - min(len(line), _MOST_GAP * 4) // 4 if places else 0, places)


@cache
def _fold_letter(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def fold(text: str) -> str:
    """The text without the difference of case, each letter in its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_fold_letter, text))


def _fit_word(word: str, line: str, folded: str) -> Fit | None:
    """Whole where it stands whole, best at the beginning of a word; else letter by letter."""
    at = whole = folded.find(word)
    while at >= 0:
        if _begins_word(line, at):
            return _whole(line, at, len(word))
        at = folded.find(word, at + 1)
    if whole >= 0:
        return _whole(line, whole, len(word))
    return _scattered(word, line, folded) if _is_within(word, folded) else None


def _is_within(word: str, folded: str) -> bool:
    at = -1
    for letter in word:
        at = folded.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _begins_word(line: str, at: int) -> bool:
    """Each Chinese character is a word to begin with, and so is a capital after a small letter."""
    if at == 0:
        return True
    before, letter = line[at - 1], line[at]
    if not before.isalnum() or (letter.isupper() and before.islower()):
        return letter.isalnum()
    return any(first <= letter <= last for first, last in _CJK) or (letter.isdigit() and not before.isdigit())


def _whole(line: str, at: int, length: int) -> Fit:
    """The word side by side, from this letter on."""
    score = length * _LETTER + _step(line, -1, at) + (length - 1) * _NEXT
    return Fit(score, tuple(range(at, at + length)))


def _step(line: str, last: int, at: int) -> int:
    """What it is worth that this letter comes after that one; -1 for none before."""
    worth = _START if _begins_word(line, at) else 0
    if last < 0:
        return worth - min(at, _MOST_GAP) * _GAP
    return worth + (_NEXT if at == last + 1 else -min(at - last - 1, _MOST_GAP) * _GAP)


def _scattered(word: str, line: str, folded: str) -> Fit:
    """The best of all ways to find the letters in their order. There is one."""
    # For each place of the letter before: the best score until there, and by which places.
    ways: dict[int, Fit] = {-1: Fit(0)}
    for letter in word:
        following: dict[int, Fit] = {}
        at = folded.find(letter)
        while at >= 0:
            before = [(way.score + _step(line, last, at), way) for last, way in ways.items() if last < at]
            if before:
                score, way = max(before, key=lambda one: one[0])
                following[at] = Fit(score + _LETTER, (*way.places, at))
            at = folded.find(letter, at + 1)
        ways = following
    return max(ways.values(), key=lambda way: way.score)
