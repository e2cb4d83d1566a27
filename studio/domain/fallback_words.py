"""The words for what moves on to another group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.next_group import MoveOn
from studio.domain.outcome_words import as_it_is

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate


def describe_move_on(kind: MoveOn, translate: Translate = as_it_is) -> str:
    """A kind of failure, as the end of "Ask the next group when…"."""
    words = {
        MoveOn.BUSY: translate("fallback", "the group is busy, rests, or what stands behind it failed"),
        MoveOn.QUOTA: translate("fallback", "the balance or the quota of its key is used up"),
        MoveOn.REFUSED: translate("fallback", "its key or the model is not accepted there"),
        MoveOn.UNREACHABLE: translate("fallback", "the gateway can't be reached"),
    }
    return words[kind]
