"""What left the machine with a call, picture by picture, and what would."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.domain.recipe import Sending

MOST_REQUEST_BYTES = 20_000_000
"""Of a whole body. Google's own limit is far higher, that of a gateway's front unknown (wire.md 3.4)."""


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


@dataclass(frozen=True, slots=True)
class Sent:
    """What a call sent. `turn` is the person's turn as JSON in which "@blob:N" stands for `pictures[N]`; the
    pictures of earlier turns come first, in the order of the conversation.
    """

    turn: str = ""
    pictures: tuple[SentPicture, ...] = ()


class WhyNot(StrEnum):
    """Why a request can't be sent in the way that was chosen."""

    PARENT_MISSING = "parent_missing"
    """The parent's file isn't where it was."""
    REFERENCE_MISSING = "reference_missing"
    TURN_MISSING = "turn_missing"
    """An earlier turn or one of its pictures wasn't kept: only afresh is possible."""
    MADE_ELSEWHERE = "made_elsewhere"
    """The parent or one before it is no answer of this model: it was imported, or put together here."""
    CONVERSATION_TOO_LARGE = "conversation_too_large"
    """The earlier turns alone are over the limit."""
    TOO_LARGE = "too_large"
    """Over the limit even with everything made as small as it may be."""

    @property
    def cured_afresh(self) -> bool:
        """Whether sending the picture afresh does without what is in the way."""
        return self in {WhyNot.TURN_MISSING, WhyNot.MADE_ELSEWHERE, WhyNot.CONVERSATION_TOO_LARGE}


@dataclass(frozen=True, slots=True)
class RequestWeight:
    """What a recipe would send now. `size` is that of the whole body in bytes, `limit` the most it may be.

    `turns` counts the earlier turns that go along, user's and model's; they are `foreign` where the model may
    refuse them, for they came by another model, gateway or group, or without signatures. `shrunk` tells what
    was made smaller than asked so that all fits: references by their SHA-256, the parent by its id.
    """

    pictures: tuple[SentPicture, ...] = ()
    size: int = 0
    limit: int = 0
    turns: int = 0
    foreign: bool = False
    shrunk: tuple[str, ...] = ()
    why_not: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """How a version can be continued. The picture can always be sent afresh, where its file is there.

    `conversation` tells whether that is possible too, `why_not` else; `turns` counts those that would go
    along. `usual` is what is chosen where the person chose nothing.
    """

    conversation: bool
    usual: Sending
    turns: int = 0
    why_not: WhyNot | None = None
