"""Names of exported files by a template such as "{project}-{version}{scale}"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.file_names import slug, unreserved, without_forbidden
from studio.domain.graphemes import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DEFAULT_TEMPLATE = "{project}-{version}{scale}"
MOST_BYTES = 240
"""Of one name with its ending: every file system takes 255, and programs add endings of their own."""

MOST_LETTERS = 300
"""Of a template."""

MOST_FOLDERS = 7
_NOT_AT_ENDS = " .\u200c\u200d"
_NAMELESS = "picture"
_ROOM_FOR_NUMBER = len(" (99999)")


class Placeholder(StrEnum):
    """What a template may name."""

    PROJECT = "project"
    VERSION = "version"
    SLUG = "slug"
    SCALE = "scale"
    WIDTH = "width"
    HEIGHT = "height"
    DATE = "date"
    NUMBER = "n"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of a file before it has its name.

    `version` counts within the project; `scale` is "@2x" or what else stands for it in names, empty for the
    plain size; `n` counts within the export, up to `of`.
    """

    project: str
    version: int
    prompt: str
    width: int
    height: int
    day: date
    scale: str = ""
    group: str = ""
    n: int = 1
    of: int = 1


class NameProblem(StrEnum):
    """Why a template can't be used. Worded in export_name_words.py."""

    EMPTY = "empty"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    UNCLOSED = "unclosed"
    OUTSIDE = "outside"
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """A problem and the part of the template that has it."""

    problem: NameProblem
    part: str = ""


_PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")
_KNOWN = frozenset(Placeholder)
_DRIVE = re.compile(r"[A-Za-z]:")


def problems(template: str) -> tuple[FoundProblem, ...]:
    """Every reason why the template can't be used, none when it can: to be shown while typing."""
    found = [
        FoundProblem(NameProblem.UNKNOWN_PLACEHOLDER, name[0])
        for name in _PLACEHOLDER.finditer(template)
        if name[1] not in _KNOWN
    ]
    rest = _PLACEHOLDER.sub("", template)
    if "{" in rest or "}" in rest:
        found.append(FoundProblem(NameProblem.UNCLOSED, "{" if "{" in rest else "}"))
    parts = template.split("/")
    if not parts[-1].strip(" ."):
        found.append(FoundProblem(NameProblem.EMPTY))
    if parts[0] == "" or ".." in [part.strip() for part in parts] or _DRIVE.match(template):
        found.append(FoundProblem(NameProblem.OUTSIDE))
    if len(template) > MOST_LETTERS:
        found.append(FoundProblem(NameProblem.TOO_LONG))
    if len(parts) > MOST_FOLDERS + 1:
        found.append(FoundProblem(NameProblem.TOO_DEEP))
    return tuple(found)


def file_name(template: str, named: Named, suffix: str) -> PurePosixPath:
    """The file's place below the chosen folder; `suffix` is its ending, such as ".png", or empty.

    Total: whatever the template says, the name is legal on Linux, macOS and Windows, and never leads outside.
    A placeholder that isn't known stays as it is written.
    """
    values = _values(named)
    parts = template[:MOST_LETTERS].split("/")
    *folders, name = [_PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), part) for part in parts]
    legal = [folder for part in folders[:MOST_FOLDERS] if (folder := legal_name(part))]
    return PurePosixPath(*legal, legal_name(name, suffix) or legal_name(_NAMELESS, suffix))


def legal_name(text: str, suffix: str = "") -> str:
    """A name that all three systems take, with its ending; empty where nothing is left of the text.

    At most 240 bytes, cut between letters as people see them, with room for the number of a collision.
    """
    clean = without_forbidden("".join(filter(_may_stand, text))).strip(_NOT_AT_ENDS)
    short = cut(unreserved(clean), MOST_BYTES - _ROOM_FOR_NUMBER - len(suffix.encode())).rstrip(_NOT_AT_ENDS)
    return f"{short}{suffix}" if short else ""


def numbered(wanted: PurePosixPath, number: int) -> PurePosixPath:
    """What it is called where the path is taken: 2 makes "fox (2).png", 1 leaves it as it is."""
    return wanted if number == 1 else wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")


def key_of(path: PurePosixPath) -> str:
    """The same for paths that macOS or Windows take for one: they don't tell capitals from small letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", str(path)).casefold())


class GivenNames:
    """Gives every file of an export a name that no other has; `is_taken` says what stands there before."""

    def __init__(self, is_taken: Callable[[PurePosixPath], bool] | None = None) -> None:
        self._is_taken = is_taken
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def give(self, wanted: PurePosixPath) -> PurePosixPath:
        """The path, or the first numbered one that is free."""
        return numbered(wanted, self.number(wanted, lambda number: (numbered(wanted, number),)))

    def number(self, first: PurePosixPath, wanted: Callable[[int], Iterable[PurePosixPath]]) -> int:
        """The first number, from 1, under which all that is `wanted` is free; it is given away.

        `first` is one of them, whose name tells who wants the same.
        """
        key = key_of(first)
        number = self._last.get(key, 0) + 1
        while any(map(self._is_gone, wanted(number))):
            number += 1
        self._last[key] = number
        self._given.update(map(key_of, wanted(number)))
        return number

    def _is_gone(self, path: PurePosixPath) -> bool:
        return key_of(path) in self._given or (self._is_taken is not None and self._is_taken(path))


def _values(named: Named) -> dict[str, str]:
    """A slash in a value is no folder: only the template makes those."""
    values = {
        Placeholder.PROJECT: named.project,
        Placeholder.VERSION: f"v{named.version}",
        Placeholder.SLUG: slug(named.prompt),
        Placeholder.SCALE: named.scale,
        Placeholder.WIDTH: str(named.width),
        Placeholder.HEIGHT: str(named.height),
        Placeholder.DATE: named.day.isoformat(),
        Placeholder.NUMBER: str(named.n).zfill(len(str(named.of))),
        Placeholder.GROUP: named.group,
    }
    return {placeholder.value: value for placeholder, value in values.items()}


def _may_stand(letter: str) -> bool:
    """Not: control characters, halves of letters, and invisible ones that turn the direction of others. What
    joins the parts of an emoji, or keeps letters of Persian apart, stays.
    """
    code = ord(letter)
    if letter in "\u200c\u200d" or 0xE0020 <= code <= 0xE007F:
        return True
    is_no_letter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return not is_no_letter and unicodedata.category(letter) not in {"Cc", "Cs", "Cf"}
