"""What is wrong with an export preset, or with the file it comes in. Worded in preset_words.py."""

from __future__ import annotations

from enum import StrEnum

from studio.domain.errors import UnusableInput


class PresetError(UnusableInput):
    """A preset can't be used or kept as it was asked for. No preset was changed."""


class Fault(StrEnum):
    """What is wrong with a field of a preset's file."""

    NO_PRESET = "no_preset"
    NEWER = "newer"
    UNKNOWN = "unknown"
    MISSING = "missing"
    WRONG = "wrong"


class UnusablePreset(PresetError):
    """The file says what no preset can say.

    `field` is the place in it, such as "sizes[2].width", empty for all of it; `allowed` what may stand there,
    as it would be written, empty where that can't be said shortly.
    """

    def __init__(self, name: str, fault: Fault, *, field: str = "", allowed: str = "") -> None:
        super().__init__(name, fault.value, field, allowed)
        self.name = name
        self.fault = fault
        self.field = field
        self.allowed = allowed


class UnknownPreset(PresetError):
    """No preset has this name (any more)."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PresetExists(PresetError):
    """Another preset has this name, which may differ in capitals; `name` is that one's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnusablePresetName(PresetError):
    """Nothing is left of the name when it is tidied up."""
