"""Pictures that are sent along with a prompt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """An image sent along with a prompt, kept in the library under the SHA-256 of its bytes (hex).

    `mime` is sniffed from the bytes, `size` in bytes, `name` what the person's file was called, `handle` what
    the prompt calls it after an "@": unique within a recipe, empty where nobody gave one.
    """

    sha256: str
    mime: str
    width: int
    height: int
    size: int
    name: str = ""
    handle: str = ""
