"""What an export would write, and where: worked out in a thread, from the disk as it is now."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from studio.domain.export_choice import named_of
from studio.domain.export_names import GivenNames
from studio.domain.export_plan import plan_all
from studio.domain.pictures import EXTENSIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from studio.domain.export_plan import Planned
    from studio.domain.version import Version
    from studio.viewmodels.export_draft import ExportDraft

MOST_NUMBERS = 10_000


class FolderState(Enum):
    """Whether files can be written there."""

    THERE = auto()
    NONE_CHOSEN = auto()
    MISSING = auto()
    NO_FOLDER = auto()
    READ_ONLY = auto()


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`names` are those of all files that will be written, below the folder and in their order; `larger`
    counts files that are larger than their picture, left out or not; `taken` those whose place is taken, or
    folders of pictures; `folders` the folders that hold something.
    """

    names: tuple[str, ...] = ()
    larger: int = 0
    taken: int = 0
    folders: int = 0
    folder: FolderState = FolderState.THERE


def foresee(draft: ExportDraft, versions: Sequence[Version], stopped: Callable[[], bool]) -> Foreseen:
    """For a thread; what is found until it is stopped, which nobody wants to know then."""
    state = folder_state(draft.folder)
    given = GivenNames()
    names: list[str] = []
    folders: set[str] = set()
    larger = taken = 0
    for n, version in enumerate(versions, start=1):
        if stopped():
            break
        named = named_of(version, n=n, of=len(versions))
        picture = (named, EXTENSIONS.get(version.mime, "png"))
        (planned,) = plan_all(draft.preset, [picture], given)
        if state is FolderState.THERE and draft.folder is not None:
            gone = _taken(draft.folder, planned)
            taken += gone
            planned = planned if draft.may_overwrite or not gone else _free(draft.folder, planned)
        for output in planned.outputs:
            upscales = output.upscales(version.delivered)
            larger += upscales
            if not upscales or draft.may_upscale:
                names.append(str(output.path))
                folders.add(str(output.path.parent))
    return Foreseen(tuple(names), larger, taken, len(folders - {"."}), state)


def folder_state(folder: Path | None) -> FolderState:
    """Looks at the disk."""
    if folder is None:
        return FolderState.NONE_CHOSEN
    if not os.path.lexists(folder):
        return FolderState.MISSING
    if not folder.is_dir():
        return FolderState.NO_FOLDER
    return FolderState.THERE if os.access(folder, os.W_OK | os.X_OK) else FolderState.READ_ONLY


def make_folder(folder: Path) -> str:
    """For a thread: make it and those above it; the system's reason where that can't be, else empty."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return error.strerror or "?"
    return ""


def _taken(folder: Path, planned: Planned) -> int:
    return sum(os.path.lexists(folder / place) for place in planned.claims)


def _free(folder: Path, planned: Planned) -> Planned:
    """Under the first numbers that nothing stands under, as the export will do it."""
    for number in range(2, MOST_NUMBERS):
        found = planned.numbered(number)
        if not _taken(folder, found):
            return found
    return planned
