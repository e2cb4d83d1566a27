"""Texts and values as source code that comes back as exactly what it was, whatever stands in them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

_WIDTH: Final = 96
# What a terminal or an editor would obey or hide rather than show, and what UTF-8 can't carry.
_UNSHOWN: Final = re.compile(
    "[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BARE_BYTE: Final = re.compile("[\udc80-\udcff]")


def safe_json(text: str) -> str:
    """JSON without letters that aren't seen: they can only stand in its strings, where escapes mean them."""
    return _UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def quoted(text: str) -> str:
    """A string literal that JSON, Python and JavaScript read alike."""
    return safe_json(json.dumps(text, ensure_ascii=False))


def shell_quoted(text: str) -> str:
    """One word of a POSIX shell. Raises ValueError for a text with a NUL, which no word can hold.

    A byte of a file's name that is no UTF-8, which Python holds as a lone surrogate, is printed by the shell.
    """
    if "\0" in text:
        raise ValueError("a NUL in a word")
    return "'" + _BARE_BYTE.sub(_printed, text.replace("'", "'\\''")) + "'"


def _printed(byte: re.Match[str]) -> str:
    return f"""'"$(printf '\\{ord(byte[0]) - 0xDC00:o}')"'"""


def shell_json(fragment: str) -> str:
    """A piece of JSON as one word, in which no shell finds a quote or a backslash pair to read otherwise."""
    return shell_quoted(safe_json(fragment).replace("\\\\", "\\u005c").replace("'", "\\u0027"))


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language writes values down: its names of nothing, true and false, pictures, and keys."""

    names: tuple[str, str, str]
    picture: Callable[[Path], str]
    key: Callable[[str], str] = quoted
    indent: str = "    "


def literal(value: object, grammar: Grammar, *, depth: int = 0) -> str:
    """The value as source, one line where it is short; `depth` is how far its first line is indented."""
    match value:
        case dict():
            pairs = cast("dict[str, object]", value).items()
            items = [f"{grammar.key(name)}: {literal(one, grammar, depth=depth + 1)}" for name, one in pairs]
            return enclosed("{", items, "}", indent=grammar.indent, depth=depth)
        case list():
            items = [literal(one, grammar, depth=depth + 1) for one in cast("list[object]", value)]
            return enclosed("[", items, "]", indent=grammar.indent, depth=depth)
        case Path():
            return grammar.picture(value)
        case str():
            return quoted(value)
        case None | True | False:
            return grammar.names[0 if value is None else 1 if value else 2]
        case _:
            return json.dumps(value)


def enclosed(opening: str, items: list[str], closing: str, *, indent: str, depth: int) -> str:
    """Items between brackets: on one line, or one a line where that would be too long or has lines itself."""
    line = opening + ", ".join(items) + closing
    if len(line) + depth * len(indent) <= _WIDTH and "\n" not in line:
        return line
    inner = indent * (depth + 1)
    return "\n".join([opening, *(f"{inner}{item}," for item in items), indent * depth + closing])
