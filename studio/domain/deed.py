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
    PROJECT_BUDGET = "project_budget"
    PROJECT_REMOVE = "project_remove"
    SEARCH_SAVE = "search_save"
    SEARCH_REMOVE = "search_remove"
    IMPORT = "import"
    BRANCH_NAME = "branch_name"
    BRANCH_HIDE = "branch_hide"
    BRANCH_SHOW = "branch_show"
    BRANCH_ARCHIVE = "branch_archive"
    BRANCH_UNARCHIVE = "branch_unarchive"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be undone: of what kind, and to how many versions. `name` is of the project, the
    saved search or the branch that it was about, empty for others.
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
    if change.label is not None:
        return DeedKind.LABEL
    return _kind_of_mark(change) or DeedKind.TAG


def _kind_of_mark(change: Change) -> DeedKind | None:
    if change.branch_archived is not None:
        return DeedKind.BRANCH_ARCHIVE if change.branch_archived else DeedKind.BRANCH_UNARCHIVE
    if change.branch_hidden is not None:
        return DeedKind.BRANCH_HIDE if change.branch_hidden else DeedKind.BRANCH_SHOW
    return None if change.branch_name is None else DeedKind.BRANCH_NAME
