"""The words for files that can't be used or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from studio.domain import errors

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate

FileError: TypeAlias = (
    errors.NotAPicture
    | errors.PictureTooLarge
    | errors.NotImportable
    | errors.OtherContent
    | errors.UnreadableFile
)


def describe_file(error: FileError, translate: Translate) -> tuple[str, str]:
    """What is wrong with the file, and what to do."""
    match error:
        case errors.NotAPicture(name=name):
            what = translate("errors", "{name} is no picture, or it is damaged.").format(name=name)
            step = translate("errors", "Use a PNG, JPEG, WebP or HEIC picture that other programs can open.")
        case errors.PictureTooLarge(name=name, limit=limit):
            what = translate("errors", "{name} is too large; the limit is {limit}.")
            what = what.format(name=name, limit=limit)
            step = translate("errors", "Make it smaller and add it again.")
        case errors.NotImportable(name=name, kind=kind):
            what = translate("errors", "{name} is a {kind} picture, which the library can't keep as it is.")
            what = what.format(name=name, kind=kind)
            step = translate("errors", "Save it as PNG, JPEG or WebP in another program and import that.")
        case errors.OtherContent(name=name):
            what = translate("errors", "{name} has other content than the picture that is missing.")
            what = what.format(name=name)
            step = translate("errors", "Show another file, or import this one as a picture of its own.")
        case errors.ReferenceGone(name=name):
            what = translate("errors", "The library's copy of {name} is gone or was changed.").format(
                name=name
            )
            step = translate("errors", "Add the picture again, or take it out.")
        case errors.VersionGone(name=name):
            what = translate("errors", "{name} isn't where it was, or was changed in another program.")
            what = what.format(name=name)
            step = translate("errors", "Find the file, or continue another version.")
        case errors.UnreadableFile(name=name):
            what = translate("errors", "{name} isn't there or can't be read.").format(name=name)
            step = translate("errors", "Check the file's name and that you may open it.")
    return what, step


def describe_unwritable(
    error: errors.SettingsUnwritable | errors.FileUnwritable, translate: Translate
) -> tuple[str, str]:
    """What couldn't be written, and what to do."""
    match error:
        case errors.SettingsUnwritable(folder=folder):
            what = translate("errors", "The settings can't be saved in {folder}.")
            step = translate("errors", "They hold until Proofroom closes. Make room, or allow writing there.")
        case errors.FileUnwritable(folder=folder, reason=reason):
            what = translate("errors", "The copy can't be saved in {folder} ({reason}).")
            what = what.replace("{reason}", reason or "?")
            step = translate("errors", "Choose another folder or name. The saved picture is untouched.")
        case _:
            assert_never(error)
    return what.replace("{folder}", str(folder)), step
