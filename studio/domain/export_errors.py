"""What keeps an export, or one file of it, from being made. Worded in export_words.py."""

from __future__ import annotations

from studio.domain.errors import StudioError


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
