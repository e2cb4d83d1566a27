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
        case _:
            what = translate("errors", "This can't be exported.")
            step = translate("errors", "Choose another format, size or folder.")
    return what, step
