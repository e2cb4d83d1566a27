"""What the person did to the library, as undo names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DeedKind(StrEnum):
    """Worded in words.py."""

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
    PROJECT_COVER = "project_cover"
    PROJECT_REMOVE = "project_remove"
    SEARCH_SAVE = "search_save"
    SEARCH_REMOVE = "search_remove"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be undone: of what kind, and to how many versions."""

    kind: DeedKind
    count: int = 1
