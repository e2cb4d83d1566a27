"""How large pictures may be so that all of them go into one request."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def encoded_size(size: int) -> int:
    """Bytes that so many bytes take in base64."""
    return -(-size // 3) * 4


def level(sizes: Sequence[int], room: int) -> int | None:
    """The most bytes that one picture may take so that all fit into `room`, when only those above are made
    smaller; None where all fit as they are. Never under 0.
    """
    if sum(sizes) <= room:
        return None
    left = max(room, 0)
    ascending = sorted(sizes)
    for at, size in enumerate(ascending):
        share = left // (len(ascending) - at)
        if size > share:
            return share
        left -= size
    return None
