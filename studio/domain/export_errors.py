"""What keeps an export, or one file of it, from being made. Worded in export_words.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import StudioError

if TYPE_CHECKING:
    from pathlib import Path


class ExportError(StudioError):
    """Something can't be exported as it was asked for. Files that are whole stay."""


class OutsideFolder(ExportError):
    """The name leads out of the chosen folder, by itself or by a link that stands there; `name` is it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TooLongForFormat(ExportError):
    """The format holds no edge as long as this picture's; `format` as people call it, `most` in pixels."""

    def __init__(self, name: str, format_: str, most: int) -> None:
        super().__init__(name, format_, most)
        self.name = name
        self.format = format_
        self.most = most


class NotEncoded(ExportError):
    """The encoder gave up on the picture; `reason` is its own word."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class NoFormatForName(ExportError):
    """The name's ending says no format, or another than the one that is wanted: `wanted` is its ending."""

    def __init__(self, name: str, wanted: str = "") -> None:
        super().__init__(name, wanted)
        self.name = name
        self.wanted = wanted


class LinkError(ExportError):
    """Something about a linked file; `target` is its path. Nothing was written there."""

    def __init__(self, target: Path) -> None:
        super().__init__(str(target))
        self.target = target


class FileThere(LinkError):
    """A file that nobody said may be overwritten stands where a linked one was to be."""


class LinkedElsewhere(LinkError):
    """The file follows another tree already."""


class UnknownLink(LinkError):
    """No version is linked to this file."""


class LinkedFileChanged(LinkError):
    """Another program has written the linked file since we did."""


class LinkedFileGone(LinkError):
    """The linked file, or its folder, isn't where it was."""
