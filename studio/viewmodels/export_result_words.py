"""What became of an export, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.export_report import Note, Skip
from studio.domain.export_report_words import describe_note
from studio.domain.words import describe, sentences
from studio.viewmodels.export_words import counted
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.export_report import Failed, Report
    from studio.engine.exporting import ExportResult

_MOST_REASONS = 3


def result_words(result: ExportResult) -> str:
    """How many files are there, and what became of the others, each named by its reason."""
    report = result.report
    return sentences(
        *filter(
            None,
            (
                _written(result),
                _larger(report),
                *_failures(report.failed),
                *_notes(report),
                _signed(result.signed),
                _gone(result.gone),
            ),
        )
    )


def hand_off_words(result: ExportResult) -> str:
    """What a client page or a contact sheet became."""
    report = result.report
    if result.is_cancelled:
        if report.written:
            return translate("export", "Stopped: the pages that are whole were saved.")
        return translate("export", "Stopped: nothing was saved.")
    said = counted(
        len(report.written),
        translate("export", "{name} saved.").replace("{name}", _first_name(report)),
        translate("export", "{count} pages saved."),
    )
    return sentences(*filter(None, (said, _lost(len(report.failed)), _gone(result.gone))))


def _first_name(report: Report) -> str:
    return report.written[0].path.name if report.written else ""


def _lost(count: int) -> str:
    if not count:
        return ""
    return counted(
        count,
        translate("export", "1 picture isn't on it: its file isn't where it was saved."),
        translate("export", "{count} pictures aren't on it: their files aren't where they were saved."),
    )


def is_whole(result: ExportResult) -> bool:
    """Whether all that was asked for is there."""
    return not (result.report.failed or result.report.skipped or result.gone)


def _written(result: ExportResult) -> str:
    report = result.report
    done = sum(written.pixels is not None for written in report.written)
    of = done + len(report.failed) + len(report.skipped)
    if result.is_cancelled:
        words = translate("export", "Stopped: {count} of {total} files exported, and all of these are whole.")
        return words.format(count=f"{done:,}", total=f"{of:,}")
    if done == of:
        return counted(
            done, translate("export", "1 file exported."), translate("export", "{count} files exported.")
        )
    if not done:
        return translate("export", "Nothing was exported.")
    words = translate("export", "{count} of {total} files exported.")
    return words.format(count=f"{done:,}", total=f"{of:,}")


def _larger(report: Report) -> str:
    count = sum(skipped.why is Skip.WOULD_UPSCALE for skipped in report.skipped)
    if not count:
        return ""
    return counted(
        count,
        translate("export", "1 was left out: it would be larger than its picture."),
        translate("export", "{count} were left out: they would be larger than their pictures."),
    )


def _failures(failed: tuple[Failed, ...]) -> list[str]:
    """By reason: the first file that met it is named, the others are counted."""
    reasons: dict[str, list[Failed]] = {}
    for one in failed:
        reasons.setdefault(str(describe(one.error, translate)), []).append(one)
    said: list[str] = []
    for reason, files in list(reasons.items())[:_MOST_REASONS]:
        words = translate("export", "{name}: {reason}")
        if len(files) > 1:
            words = translate("export", "{name} and {count} more: {reason}")
        words = words.replace("{count}", f"{len(files) - 1:,}").replace("{reason}", reason)
        said.append(words.replace("{name}", str(files[0].path)))
    more = sum(map(len, list(reasons.values())[_MOST_REASONS:]))
    if more:
        said.append(
            counted(
                more,
                translate("export", "1 more couldn't be written."),
                translate("export", "{count} more couldn't be written."),
            )
        )
    return said


def _notes(report: Report) -> list[str]:
    """Once for each kind; what the person has allowed isn't told."""
    said: list[str] = []
    for note in Note:
        files = [written for written in report.written if note in written.notes]
        if files and note is not Note.UPSCALED:
            words = translate("export", "{name}: {reason}")
            if len(files) > 1:
                words = translate("export", "{name} and {count} more: {reason}")
            words = words.replace("{count}", f"{len(files) - 1:,}")
            words = words.replace("{reason}", describe_note(note, translate))
            said.append(words.replace("{name}", str(files[0].path)))
    return said


def _signed(count: int) -> str:
    if not count:
        return ""
    return counted(
        count,
        translate("export", "The content credentials of 1 picture stay with its original."),
        translate("export", "The content credentials of {count} pictures stay with their originals."),
    )


def _gone(count: int) -> str:
    if not count:
        return ""
    return counted(
        count,
        translate("export", "1 picture isn't in the library any more."),
        translate("export", "{count} pictures aren't in the library any more."),
    )
