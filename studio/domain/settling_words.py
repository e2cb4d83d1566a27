"""The words for what a call cost that wasn't known at first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from studio.domain.charge import Charge
from studio.domain.outcome_words import as_it_is, sentences
from studio.domain.settlement import SettledBy
from studio.domain.words import describe_job

if TYPE_CHECKING:
    from studio.domain.job import Attempt, Job
    from studio.domain.outcome_words import Translate, Words


def describe_settled_job(job: Job, translate: Translate = as_it_is) -> Words | None:
    """As `describe_job`; where its charge was settled, with that in place of what it may have cost."""
    last = job.attempts[-1] if job.attempts else None
    if last is None or last.settlement is None:
        return describe_job(job, translate)
    unsettled = replace(last, charge=Charge.UNKNOWN, settlement=None)
    words = describe_job(replace(job, attempts=(*job.attempts[:-1], unsettled)), translate)
    if words is None:
        return None
    again = translate("settling", "Send it again if you wish.")
    return replace(words, cost=describe_settlement(last, translate), next=again)


def describe_settlement(attempt: Attempt, translate: Translate = as_it_is) -> str:
    """What it cost and who says so, as sentences; empty where it wasn't settled."""
    settlement = attempt.settlement
    if settlement is None:
        return ""
    match settlement.by:
        case SettledBy.HAND if settlement.charge is Charge.CHARGED:
            words = translate("settling", "It cost {price}: settled by hand.")
        case SettledBy.HAND:
            words = translate("settling", "It cost nothing: settled by hand.")
        case SettledBy.LOG if settlement.charge is Charge.CHARGED:
            words = translate("settling", "It cost {price}: the gateway's log has its charge.")
        case SettledBy.LOG:
            words = translate("settling", "It cost nothing: the gateway's log shows no charge.")
        case _:
            assert_never(settlement.by)
    return sentences(words.format(price=attempt.price), describe_difference(attempt, translate))


def describe_difference(attempt: Attempt, translate: Translate = as_it_is) -> str:
    """What the log told where that isn't the price the call was sent at; else empty."""
    told = attempt.settlement.told if attempt.settlement else None
    listed = attempt.listed_price or attempt.price
    if told is None or told.money == listed:
        return ""
    words = translate("settling", "The gateway says {told}, its price was {listed}.")
    return words.format(told=told, listed=listed)
