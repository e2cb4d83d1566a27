"""What happened to a call, what that means for the job, and what it cost: product.md's table, once.

`read_failure` finds the row for an answer that is no success; `VERDICTS` holds what each row means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from studio.domain.states import JobState


class Charge(StrEnum):
    """The state of an attempt's money in the ledger."""

    RESERVED = "reserved"
    CHARGED = "charged"
    NOT_CHARGED = "not_charged"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """The rows of the table: how one attempt ended."""

    NOT_SENT = "not_sent"
    TURNED_DOWN = "turned_down"
    BUSY = "busy"
    GAVE_UP = "gave_up"
    REFUSED = "refused"
    ERROR_IN_SUCCESS = "error_in_success"
    NO_PICTURE = "no_picture"
    PICTURE = "picture"
    UNUSABLE_PICTURE = "unusable_picture"
    LOST = "lost"
    CANCELLED_BEFORE_SENDING = "cancelled_before_sending"
    CANCELLED_AFTER_SENDING = "cancelled_after_sending"
    LEFT_IN_FLIGHT = "left_in_flight"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a row means: the job's next state, the attempt's charge, whether the job may be sent again."""

    state: JobState
    charge: Charge
    repeats: bool = False


VERDICTS: dict[Outcome, Verdict] = {
    Outcome.NOT_SENT: Verdict(JobState.QUEUED, Charge.NOT_CHARGED, repeats=True),
    Outcome.TURNED_DOWN: Verdict(JobState.REFUSED, Charge.NOT_CHARGED),
    Outcome.BUSY: Verdict(JobState.QUEUED, Charge.NOT_CHARGED, repeats=True),
    Outcome.GAVE_UP: Verdict(JobState.REFUSED, Charge.NOT_CHARGED),
    Outcome.REFUSED: Verdict(JobState.REFUSED, Charge.NOT_CHARGED),
    Outcome.ERROR_IN_SUCCESS: Verdict(JobState.UNKNOWN, Charge.UNKNOWN),
    Outcome.NO_PICTURE: Verdict(JobState.BLOCKED, Charge.UNKNOWN),
    Outcome.PICTURE: Verdict(JobState.SAVED, Charge.CHARGED),
    Outcome.UNUSABLE_PICTURE: Verdict(JobState.UNKNOWN, Charge.UNKNOWN),
    Outcome.LOST: Verdict(JobState.UNKNOWN, Charge.UNKNOWN),
    Outcome.CANCELLED_BEFORE_SENDING: Verdict(JobState.CANCELLED, Charge.NOT_CHARGED),
    Outcome.CANCELLED_AFTER_SENDING: Verdict(JobState.CANCELLED, Charge.UNKNOWN),
    Outcome.LEFT_IN_FLIGHT: Verdict(JobState.UNKNOWN, Charge.UNKNOWN),
}

_WRONG_ANYWHERE = frozenset({"invalid_request", "sensitive_words_detected"})
_QUOTA_CODES = frozenset({"insufficient_user_quota", "pre_consume_token_quota_failed"})
# Whole words, so that a "load balancer" is no balance. Chinese: balance, quota (two words), arrears.
_ABOUT_MONEY = re.compile(
    r"\bquotas?\b|\bbalances?\b|_quota\b|\bcredits?\b|余额|额度|配额|欠费", re.IGNORECASE
)
_ABOUT_SIGNATURE = re.compile(r"thought[ _-]?signature", re.IGNORECASE)
_UPSTREAM = re.compile(r"upstream|上游|model service|模型服务", re.IGNORECASE)
_TRY_LATER = re.compile(r"(try|retry)\b.*\b(again|later)|later|稍后|重试", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that is no success. `code` and `message` are the gateway's own, from JSON or plain text."""

    status: int
    code: str = ""
    message: str = ""
    is_html: bool = False
    is_json: bool = False

    @property
    def turned_down(self) -> bool:
        """Whether it speaks of balance or quota, or carries a code that no repeat can cure."""
        return self.about_money or (not self.is_html and self.code in _WRONG_ANYWHERE)

    @property
    def about_money(self) -> bool:
        """Whether it speaks of balance or quota, and of nothing that is wrong with what was sent."""
        if self.is_html or self.code in _WRONG_ANYWHERE:
            return False
        return self.code in _QUOTA_CODES or _ABOUT_MONEY.search(f"{self.code} {self.message}") is not None

    @property
    def about_signature(self) -> bool:
        """Whether it complains of a conversation's signatures, which no repeat can cure (wire.md 4.3)."""
        return not self.is_html and _ABOUT_SIGNATURE.search(self.message) is not None


def read_failure(failure: Failure) -> Outcome:
    """The table's row for a status other than 200, read from the top; the status decides first."""
    status = failure.status
    html_decides = failure.is_html and status >= HTTPStatus.INTERNAL_SERVER_ERROR
    if failure.turned_down and status != HTTPStatus.OK:
        return Outcome.TURNED_DOWN
    if _is_busy(failure) and not html_decides:
        return Outcome.REFUSED if failure.about_signature else Outcome.BUSY
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return Outcome.REFUSED
    return Outcome.LOST


def _is_busy(failure: Failure) -> bool:
    match failure.status:
        case HTTPStatus.TOO_MANY_REQUESTS | HTTPStatus.SERVICE_UNAVAILABLE:
            return True
        case HTTPStatus.INTERNAL_SERVER_ERROR:
            return failure.is_json
        case HTTPStatus.BAD_REQUEST:
            return bool(_UPSTREAM.search(failure.message) and _TRY_LATER.search(failure.message))
        case _:
            return False


def read_error_in_success(failure: Failure) -> Outcome:
    """The row for a 200 with an `error` object: its own code decides, else nothing is known."""
    if failure.turned_down:
        return Outcome.TURNED_DOWN
    if re.fullmatch(r"4\d\d", failure.code):
        return Outcome.REFUSED
    return Outcome.ERROR_IN_SUCCESS
