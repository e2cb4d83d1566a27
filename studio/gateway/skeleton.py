"""The JSON that is left of a reply when its pictures have gone to their sinks."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass

from studio.gateway.blob import Blob, SplitError


def marker(token: str, index: int | str) -> str:
    """What stands in the place of blob `index`; another token makes another marker."""
    return f"@blob:{token}:{index}@"


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(f"{number} is no number")
    return value


class SplitCut(SplitError):
    """The reply ended before its JSON did; `blobs` and `skeleton` are what had come until then."""

    def __init__(self, blobs: tuple[Blob, ...], skeleton: bytes) -> None:
        super().__init__("the reply was cut off")
        self.blobs = blobs
        self.skeleton = skeleton


@dataclass(frozen=True, slots=True)
class Split:
    """A whole reply: its JSON value, with markers where blobs were, and the blobs.

    The token in the markers is chosen by the reader of the reply, so a text that looks like a marker is text.
    """

    value: object
    blobs: tuple[Blob, ...]
    token: str

    def pieces(self, text: str) -> tuple[str | Blob, ...]:
        """A string of the value as the texts and blobs it was made of, in order, without empty texts."""
        parts = re.split(marker(self.token, "([0-9]+)"), text)
        mixed = (self.blobs[int(part)] if at % 2 else part for at, part in enumerate(parts))
        return tuple(piece for piece in mixed if piece)


def read_skeleton(skeleton: bytes, blobs: tuple[Blob, ...], token: str) -> Split:
    """Raises SplitCut when it has no end yet, else SplitError when it is no JSON."""
    try:
        text = skeleton.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SplitError("the reply is not UTF-8") from error
    if text.count(f"@blob:{token}:") != len(blobs):
        raise SplitError("the reply knows the marker of its blobs")
    try:
        value: object = json.loads(text, parse_float=_finite, parse_constant=_finite)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()):
            raise SplitCut(blobs, skeleton) from error
        raise SplitError(f"the reply is no JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise SplitError("the reply is JSON that can't be read") from error
    return Split(value, blobs, token)
