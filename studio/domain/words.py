"""The words for every expected failure: what happened, whether it cost money, what to do next.

The calls are spelled `translate("context", "text")`, so that Qt's lupdate finds each of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from studio.domain import errors, model_page_errors, project_errors
from studio.domain.budget_errors import OverBudget
from studio.domain.budget_words import describe_over
from studio.domain.charge import Charge, Outcome
from studio.domain.deed_words import describe_deed, describe_project_error
from studio.domain.export_errors import ExportError
from studio.domain.export_words import describe_export
from studio.domain.file_words import describe_file, describe_unwritable
from studio.domain.job import ErrorWords, JobState
from studio.domain.missing_words import describe_missing
from studio.domain.model_page_words import describe_model_page
from studio.domain.outcome_words import Translate, Words, as_it_is, describe_outcome, sentences
from studio.domain.preset_errors import PresetError
from studio.domain.preset_words import describe_preset
from studio.domain.published_words import describe_unpublished
from studio.domain.sending_words import describe_problem, describe_unsendable, describe_why_not
from studio.domain.sent import WhyNot

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.job import Job
    from studio.domain.money import Money

__all__ = [
    "Translate",
    "Words",
    "as_it_is",
    "describe",
    "describe_charge",
    "describe_deed",
    "describe_job",
    "describe_kept",
    "describe_outcome",
    "describe_problem",
    "describe_state",
    "describe_why_not",
    "kept",
    "sentences",
]


def _not_sendable(why: str) -> errors.StudioError:
    return errors.NotSendable(WhyNot(why)) if why in set(WhyNot) else errors.StudioError(why)


# What keeps a job from being sent is kept by the one fact it carries, and made again from it.
_BEFORE_SENDING: dict[str, Callable[[str], errors.StudioError]] = {
    errors.NoKey.code(): errors.NoKey,
    errors.NotSendable.code(): _not_sendable,
    errors.UnknownVersion.code(): errors.UnknownVersion,
    errors.NothingToContinue.code(): errors.NothingToContinue,
    errors.NotPutTogether.code(): errors.NotPutTogether,
    errors.UnreadableFile.code(): errors.UnreadableFile,
    errors.ReferenceGone.code(): errors.ReferenceGone,
    errors.VersionGone.code(): errors.VersionGone,
    errors.UnusableAddress.code(): errors.UnusableAddress,
    errors.LibraryFull.code(): lambda folder: errors.LibraryFull(Path(folder)),
    errors.LibraryUnwritable.code(): lambda folder: errors.LibraryUnwritable(Path(folder)),
}

_ROWS = {
    errors.NotSent.code(): Outcome.NOT_SENT,
    errors.GatewayBusy.code(): Outcome.BUSY,
    errors.GatewayRefused.code(): Outcome.REFUSED,
    errors.SignatureRefused.code(): Outcome.REFUSED,
    errors.OutcomeUnknown.code(): Outcome.LOST,
}


def describe(
    error: errors.StudioError, translate: Translate = as_it_is, *, price: Money | None = None
) -> Words:
    """The words for an expected failure. `price` is what one call costs, for what may have been charged."""
    match error:
        case errors.GatewayError():
            return describe_outcome(
                error.outcome,
                translate,
                reason=error.reason,
                status=error.status,
                message=error.message,
                price=price,
            )
        case errors.LibraryError():
            return _library(error, translate)
        case errors.UnusableInput():
            return _input(error, translate)
        case errors.NoKey() | errors.KeychainUnavailable() | OverBudget():
            what, step = _key_or_money(error, translate)
        case errors.NotPublished():
            what, step = describe_unpublished(error, translate)
            return Words(what, _nothing_changed(translate), step)
        case errors.SettingsUnwritable() | errors.FileUnwritable():
            what, step = describe_unwritable(error, translate)
        case ExportError():
            what, step = describe_export(error, translate)
        case _:
            what = translate("errors", "Something went wrong.")
            step = translate("errors", "Try again.")
    return Words(what, _nothing_sent(translate), step)


def _key_or_money(
    error: errors.NoKey | errors.KeychainUnavailable | OverBudget, translate: Translate
) -> tuple[str, str]:
    match error:
        case OverBudget():
            what, step = describe_over(error, translate)
        case errors.NoKey(group=group):
            what = translate("errors", "There is no key for the group {group}.").format(group=group)
            step = translate("errors", "Add a key for it in Settings, or choose a group that has one.")
        case errors.KeychainUnavailable():
            what = translate("errors", "This system has no keychain that keeps secrets.")
            step = translate("errors", "The key is kept until Proofroom closes. Type it again next time.")
        case _:
            assert_never(error)
    return what, step


def _nothing_sent(translate: Translate) -> str:
    return translate("errors", "Nothing was sent, so it cost nothing.")


def _nothing_changed(translate: Translate) -> str:
    return translate("errors", "Nothing was changed, and it cost nothing.")


def _input(error: errors.UnusableInput, translate: Translate) -> Words:
    match error:
        case model_page_errors.NotAModelPage() | model_page_errors.IncompleteModelPage():
            what, step = describe_model_page(error, translate)
            return Words(what, _nothing_changed(translate), step)
        case (
            errors.NotAPicture()
            | errors.PictureTooLarge()
            | errors.NotImportable()
            | errors.OtherContent()
            | errors.UnreadableFile()
        ):
            what, step = describe_file(error, translate)
        case (
            project_errors.UnusableName()
            | project_errors.ProjectExists()
            | project_errors.UnknownProject()
            | project_errors.ProjectNotEmpty()
        ):
            what, step = describe_project_error(error, translate)
            return Words(what, _nothing_changed(translate), step)
        case (
            errors.UnknownVersion()
            | errors.UnknownJob()
            | errors.NothingToContinue()
            | errors.NotPutTogether()
            | errors.NothingToReplay()
        ):
            what, step = describe_missing(error, translate)
        case PresetError():
            what, step = describe_preset(error, translate)
            return Words(what, _nothing_changed(translate), step)
        case errors.WrongRecipe() | errors.NotSendable() | errors.UnusableAddress():
            what, step = describe_unsendable(error, translate)
        case _:
            what = translate("errors", "This can't be used.")
            step = translate("errors", "Change it and try again.")
    return Words(what, _nothing_sent(translate), step)


def _library(error: errors.LibraryError, translate: Translate) -> Words:
    cost = _nothing_sent(translate)
    match error:
        case errors.LibraryUnwritable():
            what = translate("errors", "The folder {folder} can't be written.")
            step = translate("errors", "Choose another folder, or allow writing to this one.")
        case errors.LibraryFull():
            what = translate("errors", "There is no room left on the disk of {folder}.")
            cost = translate("errors", "Nothing more is sent, and no picture that was paid for is lost.")
            step = translate("errors", "Make room, or choose another folder.")
        case errors.LibraryInUse(holder=holder):
            what = translate("errors", "The library {folder} is in use by {holder}.")
            what = what.replace("{holder}", holder)
            step = translate("errors", "Close the other program, or choose another folder.")
        case errors.LibraryTooNew():
            what = translate("errors", "The library {folder} was written by a newer Proofroom.")
            step = translate(
                "errors", "Update Proofroom, or choose another folder. The library was not touched."
            )
        case errors.LibraryForeign():
            what = translate(
                "errors", "The folder {folder} holds another program's file in the library's place."
            )
            step = translate("errors", "Choose another folder. The file was not touched.")
        case _:
            what = translate("errors", "The library {folder} can't be used.")
            step = translate("errors", "Choose another folder.")
    return Words(what.replace("{folder}", str(error.folder)), cost, step)


def kept(error: errors.StudioError) -> ErrorWords:
    """The facts of an error as they are kept with a job."""
    if not isinstance(error, errors.GatewayError):
        return ErrorWords(error.code(), message=str(error))
    return ErrorWords(
        error.code(),
        reason=error.reason,
        message=error.message,
        status=error.status,
        request_id=error.request_id,
    )


def describe_kept(
    words: ErrorWords,
    translate: Translate = as_it_is,
    *,
    outcome: Outcome | None = None,
    price: Money | None = None,
) -> Words:
    """The words for an error that was kept; `outcome`, where known, says how its attempt ended."""
    if words.code in _BEFORE_SENDING:
        return describe(_BEFORE_SENDING[words.code](words.message), translate)
    row = outcome or _row(words.code)
    if row is None:
        what = translate("errors", "Something went wrong: {message}.").format(
            message=words.message or words.code
        )
        return Words(
            what, translate("errors", "See the ledger for its charge."), translate("errors", "Try again.")
        )
    return describe_outcome(
        row, translate, reason=words.reason, status=words.status, message=words.message, price=price
    )


def _row(code: str) -> Outcome | None:
    if code in _ROWS:
        return _ROWS[code]
    return next((outcome for outcome in Outcome if outcome == code), None)


def describe_job(job: Job, translate: Translate = as_it_is) -> Words | None:
    """What became of a job that isn't saved, None where there is nothing to say (saved, or still fine)."""
    last = job.attempts[-1] if job.attempts else None
    facts = job.error or (last.error if last else None)
    price = last.price if last else job.price
    ended_badly = job.state in {JobState.REFUSED, JobState.BLOCKED, JobState.UNKNOWN, JobState.CANCELLED}
    outcome = last.outcome if last else None
    if job.state is JobState.CANCELLED:
        sent = last is not None and last.charge is not Charge.NOT_CHARGED
        outcome = Outcome.CANCELLED_AFTER_SENDING if sent else Outcome.CANCELLED_BEFORE_SENDING
    if not ended_badly and (facts is None or job.state is not JobState.QUEUED):
        return None
    if facts is not None:
        return describe_kept(facts, translate, outcome=outcome, price=price)
    return describe_outcome(outcome or Outcome.LOST, translate, price=price)


def describe_state(state: JobState, translate: Translate = as_it_is) -> str:
    """A job's state in a word."""
    words = {
        JobState.QUEUED: translate("states", "Queued"),
        JobState.SENDING: translate("states", "Sending"),
        JobState.WAITING: translate("states", "Waiting"),
        JobState.RECEIVING: translate("states", "Receiving"),
        JobState.SAVING: translate("states", "Saving"),
        JobState.SAVED: translate("states", "Saved"),
        JobState.REFUSED: translate("states", "Refused"),
        JobState.BLOCKED: translate("states", "Blocked"),
        JobState.UNKNOWN: translate("states", "Unknown"),
        JobState.CANCELLED: translate("states", "Cancelled"),
    }
    return words[state]


def describe_charge(charge: Charge, translate: Translate = as_it_is) -> str:
    """The state of an attempt's money in a word or two."""
    match charge:
        case Charge.RESERVED:
            return translate("charges", "Reserved")
        case Charge.CHARGED:
            return translate("charges", "Charged")
        case Charge.NOT_CHARGED:
            return translate("charges", "Not charged")
        case Charge.UNKNOWN:
            return translate("charges", "Unknown charge")
    assert_never(charge)
