"""The words for what the person did to the library, and for projects that can't be what was wished."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from studio.domain import project_errors
from studio.domain.deed import Deed, DeedKind

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate

ProjectError: TypeAlias = (
    project_errors.UnusableName
    | project_errors.ProjectExists
    | project_errors.UnknownProject
    | project_errors.ProjectNotEmpty
)


def describe_deed(deed: Deed, translate: Translate) -> str:
    """A deed in a few words without a full stop, such as "Rated 12 pictures"."""
    words = (
        _about_pictures(deed, translate)
        or _about_branches(deed, translate)
        or _about_projects(deed.kind, translate)
    )
    return words.replace("{count}", str(deed.count)).replace("{name}", deed.name)


def _about_pictures(deed: Deed, translate: Translate) -> str:
    """Empty for a deed that wasn't about pictures."""
    match deed.kind:
        case DeedKind.RATE | DeedKind.FLAG | DeedKind.LABEL | DeedKind.TAG:
            one, many = _judged(deed.kind, translate)
        case DeedKind.MOVE:
            one = translate("deeds", "Moved 1 picture to {name}")
            many = translate("deeds", "Moved {count} pictures to {name}")
        case DeedKind.TRASH:
            one = translate("deeds", "Moved 1 picture to the trash")
            many = translate("deeds", "Moved {count} pictures to the trash")
        case DeedKind.RESTORE:
            one = translate("deeds", "Restored 1 picture")
            many = translate("deeds", "Restored {count} pictures")
        case DeedKind.IMPORT:
            one = translate("deeds", "Imported 1 picture")
            many = translate("deeds", "Imported {count} pictures")
        case _:
            return ""
    return one if deed.count == 1 else many


def _judged(kind: DeedKind, translate: Translate) -> tuple[str, str]:
    match kind:
        case DeedKind.RATE:
            return translate("deeds", "Rated 1 picture"), translate("deeds", "Rated {count} pictures")
        case DeedKind.FLAG:
            return translate("deeds", "Flagged 1 picture"), translate("deeds", "Flagged {count} pictures")
        case DeedKind.LABEL:
            return translate("deeds", "Labelled 1 picture"), translate("deeds", "Labelled {count} pictures")
        case _:
            return translate("deeds", "Tagged 1 picture"), translate("deeds", "Tagged {count} pictures")


def _about_branches(deed: Deed, translate: Translate) -> str:
    """Empty for a deed that wasn't about branches."""
    match deed.kind:
        case DeedKind.BRANCH_NAME:
            named = translate("deeds", "Named a branch {name}")
            return named if deed.name else translate("deeds", "Took a branch's name away")
        case DeedKind.BRANCH_HIDE:
            one, many = translate("deeds", "Hid a branch"), translate("deeds", "Hid {count} branches")
        case DeedKind.BRANCH_SHOW:
            one, many = translate("deeds", "Showed a branch"), translate("deeds", "Showed {count} branches")
        case DeedKind.BRANCH_ARCHIVE:
            one = translate("deeds", "Archived a branch")
            many = translate("deeds", "Archived {count} branches")
        case DeedKind.BRANCH_UNARCHIVE:
            one = translate("deeds", "Brought a branch back")
            many = translate("deeds", "Brought {count} branches back")
        case _:
            return ""
    return one if deed.count == 1 else many


def _about_projects(kind: DeedKind, translate: Translate) -> str:
    match kind:
        case DeedKind.PROJECT_CREATE:
            return translate("deeds", "Made the project {name}")
        case DeedKind.PROJECT_RENAME:
            return translate("deeds", "Renamed a project to {name}")
        case DeedKind.PROJECT_ARCHIVE:
            return translate("deeds", "Archived the project {name}")
        case DeedKind.PROJECT_UNARCHIVE:
            return translate("deeds", "Brought the project {name} back")
        case DeedKind.PROJECT_COVER:
            return translate("deeds", "Chose the cover of {name}")
        case DeedKind.PROJECT_BUDGET:
            return translate("deeds", "Changed the budget of {name}")
        case DeedKind.PROJECT_REMOVE:
            return translate("deeds", "Removed the project {name}")
        case _:
            return _about_searches(kind, translate)


def _about_searches(kind: DeedKind, translate: Translate) -> str:
    if kind is DeedKind.SEARCH_SAVE:
        return translate("deeds", "Saved the search {name}")
    return translate("deeds", "Removed the search {name}")


def describe_project_error(error: ProjectError, translate: Translate) -> tuple[str, str]:
    """What is wrong with the project, and what to do."""
    match error:
        case project_errors.UnusableName():
            what = translate("errors", "A name needs a letter, a digit or a sign.")
            step = translate("errors", "Type a name.")
        case project_errors.ProjectExists(project=project):
            what = translate("errors", "There is a project {name} already.").replace("{name}", project)
            step = translate("errors", "Choose another name.")
        case project_errors.UnknownProject(project=project):
            what = translate("errors", "There is no project {name}.").replace("{name}", project)
            step = translate("errors", "Choose another project, or make one of this name.")
        case project_errors.ProjectNotEmpty(project=project):
            what = translate("errors", "The project {name} still holds pictures.").replace("{name}", project)
            step = translate("errors", "Move them to another project, in the trash too. Or archive it.")
        case _:
            assert_never(error)
    return what, step
