"""The words for what can't be exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain import export_errors as errors

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate


def describe_export(error: errors.ExportError, translate: Translate) -> tuple[str, str]:
    """What went wrong, and what to do."""
    match error:
        case errors.OutsideFolder(name=name):
            what = translate("errors", "{name} would lie outside the chosen folder.").format(name=name)
            step = translate("errors", "Choose another name or folder. Nothing was written there.")
        case errors.TooLongForFormat():
            what = translate("errors", "{name} is too long for {format}, which takes {most} pixels a side.")
            what = what.format(name=error.name, format=error.format, most=f"{error.most:,}")
            step = translate("errors", "Choose a smaller size or another format.")
        case errors.NotEncoded(name=name, reason=reason):
            what = translate("errors", "{name} can't be written in this format ({reason}).")
            what = what.format(name=name, reason=reason)
            step = translate("errors", "Choose another format or size.")
        case errors.NoFormatForName(name=name, wanted=wanted):
            what = translate("errors", "The name {name} doesn't say which format the file is to have.")
            step = translate("errors", "End it with .png, .jpg, .webp or the like.")
            if wanted:
                what = translate("errors", "{name} has another ending than the chosen format.")
                step = translate("errors", "End the name with .{ending}.").format(ending=wanted)
            what = what.replace("{name}", name)
        case errors.LinkError():
            what, step = _link(error, translate)
        case _:
            what = translate("errors", "This can't be exported.")
            step = translate("errors", "Choose another format, size or folder.")
    return what, step


def _link(error: errors.LinkError, translate: Translate) -> tuple[str, str]:
    match error:
        case errors.FileThere():
            what = translate("errors", "There is a file {name} already.")
            step = translate("errors", "Choose another name, or allow it to be overwritten.")
        case errors.LinkedElsewhere():
            what = translate("errors", "{name} is linked to other versions already.")
            step = translate("errors", "Choose another file, or unlink it from those first.")
        case errors.UnknownLink():
            what = translate("errors", "No version is linked to {name}.")
            step = translate("errors", "Choose a file that is.")
        case errors.LinkedFileChanged():
            what = translate("errors", "{name} was changed by another program. It was left as it is.")
            step = translate("errors", "Overwrite it, or unlink it.")
        case errors.LinkedFileGone():
            what = translate("errors", "{name} isn't where it was linked. Nothing was written.")
            step = translate("errors", "Write it anew, or unlink it.")
        case _:
            what = translate("errors", "{name} can't be linked.")
            step = translate("errors", "Choose another file.")
    return what.replace("{name}", error.target.name), step
