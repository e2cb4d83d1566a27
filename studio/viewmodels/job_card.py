"""A job as its card in the gallery shows it: a pure reading of the job, the time and the price."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus
from typing import assert_never

from studio.domain.charge import Charge
from studio.domain.errors import NotSendable, SignatureRefused
from studio.domain.job import Job, JobState
from studio.domain.money import Money
from studio.domain.recipe import Sending
from studio.domain.sent import WhyNot
from studio.domain.settling_words import describe_settled_job
from studio.domain.words import describe_state, sentences
from studio.viewmodels.job_tries import tries
from studio.viewmodels.job_waiting import queued_words
from studio.viewmodels.wording import cost_span, prompt_words, seconds_words, translate

_MISSING_SIGNATURE = "MISSING_THOUGHT_SIGNATURE"
"""A finish reason (wire.md 4.2): the same refusal, said with status 200."""


class CardTone(StrEnum):
    """How a card looks; always said in words too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    WARNING = "warning"
    BAD = "bad"


class Step(StrEnum):
    """What the person can do about a job."""

    CANCEL = "cancel"
    SEND_NOW = "send_now"
    RUN = "run"
    DISCARD = "discard"
    EDIT = "edit"
    SEND_AGAIN = "send_again"
    SEND_AFRESH = "send_afresh"
    ASK_LOG = "ask_log"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A button of a card. `spends` when pressing it costs what its label says."""

    step: Step
    label: str
    spends: bool = False


@dataclass(frozen=True, slots=True)
class JobCard:
    """`fraction` is 0 to 1, or None where nothing can honestly be measured; `advice` is what to do next.

    `name` is for screen readers: prompt, size, state; `words`, which go on with the time, describe it.
    `cost` is the part of them that says what it cost: it is never cut off. `tries` has a line for each
    earlier attempt, where there is more to tell than `words` do.
    """

    id: str
    title: str
    words: str
    name: str
    tone: CardTone
    steps: tuple[NextStep, ...]
    fraction: float | None = None
    cost: str = ""
    advice: str = ""
    ended: bool = False
    tries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """What a card depends on beside its job.

    `elapsed` is in seconds since the attempt was first heard of; `usual` the group's published latency in
    seconds, None where there is none; `again` what one more call costs now, None where that isn't known.
    `rests_until` is the end of its group's rest, None where that takes calls. `has_log` where its gateway
    may have a log of calls to look into.
    """

    elapsed: float = 0.0
    usual: float | None = None
    again: Money | None = None
    is_demo: bool = False
    waits_for_room: bool = False
    acting: bool = False
    rests_until: datetime | None = None
    has_log: bool = False


def is_shown(job: Job) -> bool:
    """Whether a job stands in the gallery as a card, as long as nobody closed it."""
    match job.state:
        case JobState.SAVED:
            return False
        case JobState.CANCELLED:
            return was_sent(job)
        case _:
            return True


def was_sent(job: Job) -> bool:
    """Whether something of it left the machine that may have been charged."""
    return bool(job.attempts) and job.attempts[-1].charge is not Charge.NOT_CHARGED


def is_cured_afresh(job: Job) -> bool:
    """Whether its conversation was in the way, so that sending it again as it is would end the same."""
    if job.error is None or job.order.recipe.sending is not Sending.CONVERSATION:
        return False
    if job.error.code == NotSendable.code():
        return any(job.error.message == why for why in WhyNot if why.cured_afresh)
    too_large = job.error.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return too_large or job.error.code == SignatureRefused.code() or job.error.reason == _MISSING_SIGNATURE


def card(job: Job, moment: Moment) -> JobCard:
    """The card of this job at this moment."""
    prompt = prompt_words(job.order.recipe)
    ended = job.ended
    words, cost, advice = _ended_words(job) if ended else (_words(job, moment), "", "")
    state = describe_state(job.state, translate)
    title = state if ended else f"{prompt} · {job.group}"
    tried = tries(job)
    return JobCard(
        id=job.id,
        title=title,
        words=words,
        name=f"{prompt}, {job.order.recipe.resolution.value}, {state}",
        tone=_tone(job, moment),
        steps=() if moment.acting else _steps(job, moment),
        fraction=_fraction(job, moment),
        cost=cost,
        advice=advice,
        ended=ended,
        tries=tried if len(tried) > 1 or job.step or not (ended or job.state is JobState.QUEUED) else (),
    )


def _ended_words(job: Job) -> tuple[str, str, str]:
    """What happened and what it cost; the latter once more by itself; what to do next."""
    if job.state is JobState.CANCELLED and not _is_settled(job):
        said = translate(
            "JobCard", "It was sent already: it may still arrive, and may have been charged {price}."
        )
        said = said.format(price=job.price)
        return said, said, translate("JobCard", "If its picture still comes, it is saved.")
    words = describe_settled_job(job, translate)
    if words is None:
        return "", "", ""
    return sentences(words.what, words.cost, words.said), words.cost, words.next


def _is_settled(job: Job) -> bool:
    return bool(job.attempts) and job.attempts[-1].settlement is not None


def _words(job: Job, moment: Moment) -> str:
    match job.state:
        case JobState.QUEUED:
            return queued_words(job, moment.rests_until)
        case JobState.SENDING:
            return translate("JobCard", "Sending")
        case JobState.WAITING:
            return _elapsed_words(moment)
        case JobState.RECEIVING:
            return translate("JobCard", "Receiving · {time}").format(time=seconds_words(moment.elapsed))
        case JobState.SAVING if moment.waits_for_room:
            return translate("JobCard", "It came, and waits for room on the disk")
        case JobState.SAVING:
            return translate("JobCard", "Saving")
        case JobState.SAVED | JobState.REFUSED | JobState.BLOCKED | JobState.UNKNOWN | JobState.CANCELLED:
            return ""
    assert_never(job.state)


def _elapsed_words(moment: Moment) -> str:
    elapsed = seconds_words(moment.elapsed)
    if moment.usual is None:
        return elapsed
    usual = seconds_words(round(moment.usual))
    if moment.elapsed <= moment.usual:
        return translate("JobCard", "{elapsed} of about {usual}").format(elapsed=elapsed, usual=usual)
    return translate("JobCard", "{elapsed}, usually {usual}").format(elapsed=elapsed, usual=usual)


def _fraction(job: Job, moment: Moment) -> float | None:
    """The bar stops at the end: what takes longer than usual is told in words only."""
    match job.state:
        case JobState.SENDING | JobState.WAITING | JobState.RECEIVING:
            return min(moment.elapsed / moment.usual, 1.0) if moment.usual else None
        case JobState.SAVING:
            return 1.0
        case _:
            return None


def _tone(job: Job, moment: Moment) -> CardTone:
    match job.state:
        case JobState.REFUSED | JobState.BLOCKED:
            return CardTone.BAD
        case JobState.UNKNOWN | JobState.CANCELLED:
            return CardTone.WARNING
        case JobState.QUEUED:
            warns = job.attempts or job.asks or moment.rests_until is not None
            return CardTone.WARNING if warns else CardTone.NEUTRAL
        case _:
            late = moment.usual is not None and moment.elapsed > moment.usual
            return CardTone.WARNING if late or moment.waits_for_room else CardTone.ACCENT


def _steps(job: Job, moment: Moment) -> tuple[NextStep, ...]:
    cancel = NextStep(Step.CANCEL, translate("JobCard", "Cancel"))
    edit = NextStep(Step.EDIT, translate("JobCard", "Edit prompt"))
    close = NextStep(Step.CLOSE, translate("JobCard", "Close"))
    match job.state:
        case JobState.QUEUED if job.asks:
            run = translate("JobCard", "Run for {price}").format(price=cost_span(job.price, job.most))
            return NextStep(Step.RUN, run, spends=True), NextStep(
                Step.DISCARD, translate("JobCard", "Discard")
            )
        case JobState.QUEUED if moment.rests_until is not None and job.order.recipe.parent_job is None:
            return NextStep(Step.SEND_NOW, translate("JobCard", "Send now")), cancel
        case JobState.QUEUED | JobState.SENDING | JobState.WAITING:
            return (cancel,)
        case JobState.RECEIVING | JobState.SAVING | JobState.SAVED:
            return ()
        case JobState.REFUSED | JobState.BLOCKED:
            return (edit, *(_afresh(moment) if is_cured_afresh(job) else _again(moment)), close)
        case JobState.UNKNOWN:
            return (*_log(job, moment), *_again(moment), close)
        case JobState.CANCELLED:
            return (close,)
    assert_never(job.state)


def _afresh(moment: Moment) -> tuple[NextStep, ...]:
    if moment.again is None:
        return ()
    label = translate("JobCard", "Send the picture afresh for {price}")
    if moment.is_demo:
        label = translate("JobCard", "Send the picture afresh for {price} (demo)")
    return (NextStep(Step.SEND_AFRESH, label.format(price=moment.again), spends=True),)


def _log(job: Job, moment: Moment) -> tuple[NextStep, ...]:
    """Nothing more is to be found out about a charge that is settled."""
    if not moment.has_log or _is_settled(job):
        return ()
    return (NextStep(Step.ASK_LOG, translate("JobCard", "Check the account log")),)


def _again(moment: Moment) -> tuple[NextStep, ...]:
    if moment.again is None:
        return ()
    label = translate("JobCard", "Send again for {price}")
    if moment.is_demo:
        label = translate("JobCard", "Send again for {price} (demo)")
    label = label.format(price=moment.again)
    return (NextStep(Step.SEND_AGAIN, label, spends=True),)
