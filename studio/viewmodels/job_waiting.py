"""What a queued job waits for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.words import describe_kept
from studio.viewmodels.wording import clock_time, translate

if TYPE_CHECKING:
    from datetime import datetime

    from studio.domain.job import Attempt, Job


def queued_words(job: Job, rests_until: datetime | None) -> str:
    """`rests_until` is the end of its group's rest, aware UTC; None where that takes calls."""
    if job.asks:
        return translate("JobCard", "Placed before Proofroom closed. Nothing was sent yet.")
    if job.order.recipe.parent_job is not None:
        return translate("JobCard", "Waits for the step before it")
    if rests_until is not None:
        rests = translate("JobCard", "Waits: {group} rests until {time}, after several failures")
        return rests.format(group=job.group, time=clock_time(rests_until))
    if job.not_before is not None and not _was_tried(job):
        return translate("JobCard", "Waits for a call that tries {group} after its rest").format(
            group=job.group
        )
    if not _was_tried(job):
        return translate("JobCard", "Waits for its turn")
    last = job.attempts[-1]
    retry = translate("JobCard", "Retry {number}").format(number=last.number + 1)
    if job.not_before:
        retry = translate("JobCard", "Retry {number} at {time}").format(
            number=last.number + 1, time=clock_time(job.not_before)
        )
    words = translate("JobCard", "{retry}: {why} · not charged")
    return words.replace("{retry}", retry).replace("{why}", _why(last))


def _was_tried(job: Job) -> bool:
    """Whether its group now was asked already."""
    return any(attempt.group == job.group for attempt in job.attempts)


def _why(attempt: Attempt) -> str:
    error = attempt.error
    if error is not None and error.status:
        return translate("JobCard", "the gateway answered {status}").format(status=error.status)
    if error is None:
        return translate("JobCard", "it could not be sent")
    return describe_kept(error, translate, outcome=attempt.outcome).what.rstrip(".。")
