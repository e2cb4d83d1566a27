"""What left the machine with a call, picture by picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SentAs(StrEnum):
    """What a picture was sent for."""

    REFERENCE = "reference"
    PARENT = "parent"
    MARKUP = "markup"
    TURN = "turn"
    """It stood in an earlier turn of the conversation."""


@dataclass(frozen=True, slots=True)
class SentPicture:
    """Exactly the bytes that were sent, by their SHA-256 (hex); `size` in bytes.

    `of` is what they were made from: a reference's SHA-256, or a version's id.
    """

    sent_as: SentAs
    sha256: str
    mime: str
    width: int
    height: int
    size: int
    of: str
    handle: str = ""


class WhyNot(StrEnum):
    """Why a request can't be sent in the way that was chosen."""

    PARENT_MISSING = "parent_missing"
    """The parent's file isn't where it was."""
    REFERENCE_MISSING = "reference_missing"
    TURN_MISSING = "turn_missing"
    """An earlier turn or one of its pictures wasn't kept: only afresh is possible."""
    MADE_ELSEWHERE = "made_elsewhere"
    """The parent or one before it is no answer of this model: it was imported, or put together here."""
    TOO_LARGE = "too_large"
    """Over the limit even with everything made as small as it may be."""


@dataclass(frozen=True, slots=True)
class RequestWeight:
    """What a recipe would send now. `size` is that of the whole body in bytes, `limit` the most it may be.

    `turns` counts the earlier turns that go along, user's and model's. `shrunk` are the SHA-256 of
    references that were made smaller than asked so that all fits.
    """

    pictures: tuple[SentPicture, ...] = ()
    size: int = 0
    limit: int = 0
    turns: int = 0
    shrunk: tuple[str, ...] = ()
    why_not: WhyNot | None = None
