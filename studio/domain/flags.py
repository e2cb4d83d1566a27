"""Flags and colour labels: what a tile shows of a judgement."""

from __future__ import annotations

from enum import StrEnum


class Flag(StrEnum):
    """Picked, rejected, or neither."""

    NONE = ""
    PICK = "pick"
    REJECT = "reject"


class Label(StrEnum):
    """A colour label; what each colour stands for is the person's own affair."""

    NONE = ""
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
