"""What the person did to the library, as undo names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.domain.judgement import Change


class DeedKind(StrEnum):
    """Worded in deed_words.py."""

    RATE = "rate"
    FLAG = "flag"
    LABEL = "label"
    TAG = "tag"
    MOVE = "move"
    TRASH = "trash"
    RESTORE = "restore"
    PROJECT_CREATE = "project_create"
    PROJECT_RENAME = "project_rename"
    PROJECT_ARCHIVE = "project_archive"
    PROJECT_UNARCHIVE = "project_unarchive"
    PROJECT_COVER = "project_cover"
    PROJECT_REMOVE = "project_remove"
    SEARCH_SAVE = "search_save"
    SEARCH_REMOVE = "search_remove"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be undone: of what kind, and to how many versions. `name` is of the project or the
    saved search that it was about, empty for others.
    """

    kind: DeedKind
    count: int = 1
    name: str = ""


def kind_of(change: Change) -> DeedKind:
    """What a change is called: the weightiest of what it does."""
    if change.trash is not None:
        return DeedKind.TRASH if change.trash else DeedKind.RESTORE
    if change.project is not None:
        return DeedKind.MOVE
    if change.rating is not None:
        return DeedKind.RATE
    if change.flag is not None:
        return DeedKind.FLAG
    return DeedKind.LABEL if change.label is not None else DeedKind.TAG
