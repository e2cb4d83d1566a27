"""Words of a tool tip."""

from textwrap import fill
from unicodedata import east_asian_width

_WIDTH = 72
"""Letters; of those that are twice as wide half as many."""

_MOST = 800


def in_lines(text: str) -> str:
    """Its beginning in lines that can be read: Qt breaks none of plain text, and a prompt would be as wide as
    the screen.
    """
    if len(text) <= _WIDTH // 2:
        return text
    if len(text) > _MOST:
        text = f"{text[:_MOST].rstrip()}…"
    wide = sum(east_asian_width(letter) in {"W", "F"} for letter in text)
    width = _WIDTH // 2 if wide * 2 > len(text) else _WIDTH
    return "\n".join(fill(line, width) for line in text.splitlines())
