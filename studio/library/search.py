"""Full text search over prompts: words by their beginning, Chinese by its characters.

SQLite's unicode61 takes a run of Chinese for one word, so a space is put round every such character and it
is asked for as a phrase: exact for one character and more.
"""

from __future__ import annotations

import re

_CJK = re.compile(r"([\u2e80-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af\U00020000-\U0003ffff])")


def spaced(text: str) -> str:
    """The text as it is put into the search table."""
    return _CJK.sub(r" \1 ", text.replace("\0", " "))


def phrase(text: str, *, whole: bool) -> str:
    """What to ask FTS5 for a word by its beginning, or for `whole` words as they stand.

    Empty where there is no letter and no digit, which FTS5 doesn't understand.
    """
    plain = spaced(text.replace('"', " ")).strip()
    if not any(character.isalnum() for character in plain):
        return ""
    ends_a_word = whole or _CJK.match(plain[-1]) is not None or not plain[-1].isalnum()
    return f'"{plain}"' if ends_a_word else f'"{plain}"*'
