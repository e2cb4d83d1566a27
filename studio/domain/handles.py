"""What the prompt calls its references: `@wireframe`.

A handle is made of small letters, of any script, digits, "-" and "_". Scripts that are written without spaces
go on right behind it: in "像@线框图那样" the known handle 线框图 is meant.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from studio.domain.reference import Reference

MOST_LETTERS = 32
UNNAMED = "picture"

_SIGNS = "@＠"
"""The second is what Chinese input methods write."""

_BEGINNING = re.compile(rf"(?<![A-Za-z0-9._%+-])[{_SIGNS}]")
"""Not within an address of mail."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the prompt names a picture: `prompt[start:end]` is the sign and the name; `handle` in small
    letters, `known` when a reference is called so.
    """

    start: int
    end: int
    handle: str
    known: bool


def clean_handle(text: str) -> str:
    """What of the text can be a handle; empty where nothing can."""
    composed = _small(unicodedata.normalize("NFC", text))
    parts = "".join(letter if _belongs(letter) else " " for letter in composed).split()
    whole = re.sub("-{2,}", "-", "-".join(parts)).strip("-_")
    if len(whole) <= MOST_LETTERS:
        return whole
    cut = whole[: MOST_LETTERS + 1]
    head, dash, _ = cut.rpartition("-")
    return (head if dash and len(head) > MOST_LETTERS // 2 else whole[:MOST_LETTERS]).strip("-_")


def free_handle(wanted: str, taken: Collection[str]) -> str:
    """The wanted one, with a number behind it where another reference is called so already."""
    first = clean_handle(wanted) or UNNAMED
    handle, number = first, 2
    while handle in taken:
        ending = f"-{number}"
        handle = first[: MOST_LETTERS - len(ending)].strip("-_") + ending
        number += 1
    return handle


def with_handles(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The same, each with a handle of its own: its old one, or one that is made from its name."""
    named: list[Reference] = []
    for reference in references:
        wanted = reference.handle or PurePath(reference.name).stem
        handle = free_handle(wanted, {other.handle for other in named})
        named.append(replace(reference, handle=handle))
    return tuple(named)


def mentions(prompt: str, handles: Collection[str]) -> tuple[Mention, ...]:
    """Every name in the prompt, in order; those that no reference has too."""
    return tuple(_mentions(prompt, handles))


def renamed(prompt: str, old: str, new: str, handles: Collection[str]) -> str:
    """The prompt with another name for the picture that was called `old`; `handles` are those so far."""
    then = {*handles, new} - {old}
    for mention in reversed(mentions(prompt, handles)):
        if mention.handle == old:
            before, behind = f"{prompt[: mention.start]}@{new}", prompt[mention.end :]
            # Nothing may follow a name of Latin letters directly that may follow a Chinese one.
            whole = before + behind
            is_read = any(one.start == mention.start and one.handle == new for one in mentions(whole, then))
            prompt = whole if is_read and not behind.startswith(tuple(_SIGNS)) else f"{before} {behind}"
    return prompt


def being_named(prompt: str, cursor: int) -> str | None:
    """What is written of a name right before the cursor, without its sign; None where none is begun."""
    start = cursor
    while start and _belongs(prompt[start - 1]):
        start -= 1
    beginning = _BEGINNING.match(prompt, start - 1) if start else None
    return prompt[start:cursor] if beginning else None


def _mentions(prompt: str, handles: Collection[str]) -> Iterator[Mention]:
    for sign in _BEGINNING.finditer(prompt):
        end = sign.end()
        while end < len(prompt) and _belongs(prompt[end]):
            end += 1
        written = _small(prompt[sign.end() : end]).rstrip("-_")
        if not written:
            continue
        known = _known(written, handles)
        name = known or written
        yield Mention(sign.start(), sign.end() + len(name), name, known is not None)


def _known(written: str, handles: Collection[str]) -> str | None:
    """The longest handle that the writing begins with and that may end there."""
    found = [handle for handle in handles if handle and written.startswith(handle)]
    for handle in sorted(found, key=len, reverse=True):
        rest = written[len(handle) :]
        if not rest or _needs_no_space(rest[0]) or (_needs_no_space(handle[-1]) and rest[0] not in "-_"):
            return handle
    return None


def _small(text: str) -> str:
    """In small letters, letter by letter, so that it stays as long as it was."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _belongs(letter: str) -> bool:
    return letter in "-_" or letter.isalnum() or unicodedata.category(letter).startswith("M")


def _needs_no_space(letter: str) -> bool:
    """Whether it is of a script that puts none between words: Chinese, Japanese, Thai and their like."""
    return letter.isalpha() and unicodedata.category(letter) == "Lo" and ord(letter) > 0x0DFF
