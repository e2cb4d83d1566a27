"""The table of product.md, row by row: what happened → what becomes of the job → what was charged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.charge import (
    VERDICTS,
    Charge,
    Failure,
    Outcome,
    read_error_in_success,
    read_failure,
)
from studio.domain.states import JobState

ROWS = [
    # what happened, the job, the charge, whether it is sent again by itself
    (Outcome.NOT_SENT, "queued", "not_charged", True),
    (Outcome.TURNED_DOWN, "refused", "not_charged", False),
    (Outcome.BUSY, "queued", "not_charged", True),
    (Outcome.GAVE_UP, "refused", "not_charged", False),
    (Outcome.REFUSED, "refused", "not_charged", False),
    (Outcome.ERROR_IN_SUCCESS, "unknown", "unknown", False),
    (Outcome.NO_PICTURE, "blocked", "unknown", False),
    (Outcome.PICTURE, "saved", "charged", False),
    (Outcome.UNUSABLE_PICTURE, "unknown", "unknown", False),
    (Outcome.LOST, "unknown", "unknown", False),
    (Outcome.CANCELLED_BEFORE_SENDING, "cancelled", "not_charged", False),
    (Outcome.CANCELLED_AFTER_SENDING, "cancelled", "unknown", False),
    (Outcome.LEFT_IN_FLIGHT, "unknown", "unknown", False),
]


@pytest.mark.parametrize(("outcome", "state", "charge", "repeats"), ROWS)
def test_every_row_of_the_table(outcome: Outcome, state: str, charge: str, repeats: bool) -> None:
    verdict = VERDICTS[outcome]
    assert (verdict.state, verdict.charge, verdict.repeats) == (state, charge, repeats)


def test_the_table_is_whole() -> None:
    assert [row[0] for row in ROWS] == list(Outcome) == list(VERDICTS)


def test_only_what_surely_cost_nothing_is_sent_again() -> None:
    assert all(verdict.charge is Charge.NOT_CHARGED for verdict in VERDICTS.values() if verdict.repeats)
    assert all((verdict.state is JobState.QUEUED) == verdict.repeats for verdict in VERDICTS.values())


def said(status: int, message: str = "", code: str = "") -> Failure:
    return Failure(status, code=code, message=message, is_json=True)


def page(status: int, message: str = "") -> Failure:
    return Failure(status, message=message, is_html=True)


def nothing(status: int) -> Failure:
    return Failure(status)


TURNED_DOWN = [
    said(403, code="insufficient_user_quota"),
    said(403, code="pre_consume_token_quota_failed"),
    said(500, "field contents is required", code="invalid_request"),
    said(500, "blocked", code="sensitive_words_detected"),
    said(429, "You exceeded your current quota, please check your plan"),
    said(429, "Insufficient balance"),
    said(503, "account credits used up"),
    said(403, "用户额度不足, 剩余额度: ¥0.00"),
    said(402, "账户余额不足"),
    said(429, "该令牌配额已用尽"),
    said(400, "账户已欠费"),
    Failure(429, message="no balance left"),  # plain text counts too
    said(502, "no quota", code="insufficient_user_quota"),
]
BUSY = [
    nothing(429),  # an empty body
    said(429, "rate limited", code="rate_limited"),
    said(429, "当前分组负载已饱和，请稍后再试"),
    page(429, "<html>"),
    nothing(503),
    said(503, "No available channel for model X under group Y", code="model_not_found"),
    said(503, "the load balancer is warming up"),
    said(500, "internal", code="INTERNAL"),
    said(500, "bad response body", code="bad_response_body"),
    said(400, "The upstream model service failed, please try again later"),
    said(400, "上游服务异常，请稍后重试"),
]
REFUSED = [
    said(400, "bad aspectRatio", code="INVALID_ARGUMENT"),
    said(400, "The upstream refused the prompt"),
    said(400, "try again later"),
    page(400),
    said(401, "invalid token"),
    said(403, "access_denied"),
    said(404, "no such model", code="NOT_FOUND"),
    page(404),
    said(408, "too slow"),
    said(409, "conflict"),
    page(413),
    nothing(413),
    said(499, "caller went away"),
    nothing(301),
    page(302, "your balance page has moved"),
    nothing(307),
    nothing(308),
    page(403, "<html>check your balance"),  # words on a web page decide nothing
]
LOST = [
    page(500),
    nothing(500),
    Failure(500, message="oops"),
    said(502, "bad gateway"),
    page(502),
    page(503),  # HTML decides on 5xx
    said(504, "DEADLINE_EXCEEDED"),
    page(504),
    page(524),
    said(524, "a timeout occurred"),
    said(501, "no"),
    nothing(599),
    nothing(204),
    nothing(100),
    said(202, "accepted"),
]
CASES = [
    *((failure, Outcome.TURNED_DOWN) for failure in TURNED_DOWN),
    *((failure, Outcome.BUSY) for failure in BUSY),
    *((failure, Outcome.REFUSED) for failure in REFUSED),
    *((failure, Outcome.LOST) for failure in LOST),
]


@pytest.mark.parametrize(("failure", "outcome"), CASES, ids=lambda value: str(value)[:70])
def test_an_answer_that_is_no_success_finds_its_row(failure: Failure, outcome: Outcome) -> None:
    assert read_failure(failure) is outcome


@pytest.mark.parametrize(
    ("failure", "outcome"),
    [
        (said(200, code="insufficient_user_quota"), Outcome.TURNED_DOWN),
        (said(200, "quota used up"), Outcome.TURNED_DOWN),
        (said(200, code="403"), Outcome.REFUSED),
        (said(200, code="400"), Outcome.REFUSED),
        (said(200, code="500"), Outcome.ERROR_IN_SUCCESS),
        (said(200, "something else"), Outcome.ERROR_IN_SUCCESS),
        (said(200, code="4000"), Outcome.ERROR_IN_SUCCESS),
    ],
)
def test_an_error_in_a_success(failure: Failure, outcome: Outcome) -> None:
    assert read_error_in_success(failure) is outcome


failures = st.builds(
    Failure,
    st.integers(100, 599),
    code=st.text(max_size=30),
    message=st.text(max_size=60),
    is_html=st.booleans(),
    is_json=st.booleans(),
)


@given(failures)
def test_any_answer_has_a_row_and_none_that_may_have_cost_is_repeated(failure: Failure) -> None:
    verdict = VERDICTS[read_failure(failure)]
    if verdict.repeats:
        assert failure.status in {400, 429, 500, 503}
    if failure.status in {502, 504, 524} and not failure.turned_down:
        assert verdict.charge is Charge.UNKNOWN
