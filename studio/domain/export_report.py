"""What became of an export: every file that was asked for is named, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeAlias

from studio.domain.errors import StudioError
from studio.domain.geometry import PixelSize


class Note(StrEnum):
    """What a file doesn't hold of its picture, or holds without its having it."""

    FIRST_FRAME = "first_frame"
    """The picture moves; its first frame was taken."""

    EIGHT_BITS = "eight_bits"
    """The picture has sixteen bits a channel, the file eight."""

    WHITE_GROUND = "white_ground"
    """What can be seen through in the picture is white in the file."""

    UPSCALED = "upscaled"
    """The file has more pixels than the part of the picture that it shows."""


class Skip(StrEnum):
    """Why a file wasn't written, though nothing went wrong."""

    WOULD_UPSCALE = "would_upscale"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is there, whole. `path` is below the chosen folder, `size` in bytes.

    `pixels` is None for what is no picture, such as a sidecar.
    """

    path: PurePosixPath
    size: int
    pixels: PixelSize | None = None
    version: str = ""
    notes: frozenset[Note] = frozenset()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out; `path` is where it would have gone."""

    path: PurePosixPath
    why: Skip
    version: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that isn't there; `path` is where it would have gone."""

    path: PurePosixPath
    error: StudioError
    version: str = ""


Ending: TypeAlias = Written | Skipped | Failed


@dataclass(frozen=True, slots=True)
class Report:
    """All of an export, in the order of its pictures."""

    written: tuple[Written, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    failed: tuple[Failed, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of so many files are through, however they ended; `path` is the one that just did."""

    done: int
    of: int
    path: PurePosixPath
