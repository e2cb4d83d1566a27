"""Decoders of JSON, each made once."""

from __future__ import annotations

import threading
from functools import cache
from typing import TypeVar

import msgspec

Kind = TypeVar("Kind")

_one_at_a_time = threading.Lock()


def decoder_of(kind: type[Kind]) -> msgspec.json.Decoder[Kind]:
    """The decoder of this kind of thing.

    Two threads that have msgspec look at the same classes for the first time can end the program (seen with
    0.22, in `get_class_annotations`): they are made one at a time.
    """
    with _one_at_a_time:
        return _made(kind)


@cache
def _made(kind: type[Kind]) -> msgspec.json.Decoder[Kind]:
    return msgspec.json.Decoder(kind)
