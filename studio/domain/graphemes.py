"""Letters as people see them: an accent, a joined emoji, a flag or a syllable of Hangul is part of one.

A short form of the extended grapheme clusters of Unicode (UAX #29), enough to cut text: it never parts what
belongs together, and rarely keeps together what needn't be.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_VIRAMA = 9
"""The combining class of the signs that join two consonants of an Indic script."""


def cut(text: str, most: int) -> str:
    """As much of its beginning as fits into so many bytes of UTF-8."""
    if len(text.encode()) <= most:
        return text
    end = len(text.encode()[:most].decode(errors="ignore"))
    while end and not _may_part(text, end):
        end -= 1
    return text[:end]


def _may_part(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == _JOINER or unicodedata.combining(before) == _VIRAMA:
        return False
    if _continues(after) or _hangul(before, after):
        return False
    if _is_flag_half(before) and _is_flag_half(after):
        flags = text[:at]
        return (len(flags) - len(flags.rstrip(_FLAG_HALVES))) % 2 == 0
    return True


_FLAG_HALVES = "".join(map(chr, range(0x1F1E6, 0x1F200)))


def _is_flag_half(letter: str) -> bool:
    return letter in _FLAG_HALVES


def _continues(letter: str) -> bool:
    """Accents, joiners, choices of form, tones of skin, and the tags behind a flag."""
    code = ord(letter)
    return (
        unicodedata.category(letter)[0] == "M"
        or letter in "\u200c\u200d"
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
    )


def _hangul(before: str, after: str) -> bool:
    """Whether both are parts of one syllable that has no letter of its own."""
    return 0x1160 <= ord(after) <= 0x11FF and (
        0x1100 <= ord(before) <= 0x11FF or 0xAC00 <= ord(before) <= 0xD7A3
    )
