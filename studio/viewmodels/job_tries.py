"""What was tried for a job, a line for each attempt and for each group that it passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.group_words import describe_ending
from studio.domain.words import describe_charge
from studio.viewmodels.wording import clock_time, translate

if TYPE_CHECKING:
    from studio.domain.job import Attempt, Job, PassedOver


def tries(job: Job) -> tuple[str, ...]:
    """In the order in which the groups were asked; of what is under way nothing is known yet."""
    steps = {step.group: at for at, step in enumerate(job.order.steps)}
    found = [(steps.get(one.group, 0), one.number, attempt_words(one)) for one in job.attempts if one.outcome]
    found += [(steps.get(one.group, 0), 0, passed_over_words(one)) for one in job.passed_over]
    return tuple(words for *_, words in sorted(found))


def attempt_words(attempt: Attempt) -> str:
    """ "1 · 官KEY-1.5折 · busy (429) · not charged"."""
    how = describe_ending(attempt.outcome, translate).lower() if attempt.outcome else ""
    if attempt.error and attempt.error.status:
        how = translate("JobCard", "{how} ({status})").format(how=how, status=attempt.error.status)
    charge = describe_charge(attempt.charge, translate).lower()
    return " · ".join(filter(None, (str(attempt.number), attempt.group, how, charge)))


def passed_over_words(passed: PassedOver) -> str:
    """ "官KEY-1.5折 · rests until 14:03 · nothing sent"."""
    why = translate("JobCard", "no key")
    if passed.until is not None:
        why = translate("JobCard", "rests until {time}").format(time=clock_time(passed.until))
    return " · ".join((passed.group, why, translate("JobCard", "nothing sent")))
