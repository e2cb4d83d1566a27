"""Errors of every shape that wire.md 2, 5 and 8 know, and what they mean for job and money."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.errors import (
    GatewayBusy,
    GatewayError,
    GatewayRefused,
    OutcomeUnknown,
    SignatureRefused,
)
from studio.gateway.failures import domain_error, error_of, read_error_body, redirect_error

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


def error_for(status: int, body: object, headers: dict[str, str] | None = None) -> GatewayError:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return domain_error(read_error_body(status, headers or {}, data, now=NOW))


def google(code: int, status: str, message: str = "…", **more: object) -> dict[str, object]:
    return {"error": {"code": code, "status": status, "message": message, **more}}


@pytest.mark.parametrize(
    ("status", "body", "kind", "outcome", "reason"),
    [
        (400, google(400, "INVALID_ARGUMENT"), GatewayRefused, Outcome.REFUSED, "INVALID_ARGUMENT"),
        (400, [google(400, "INVALID_ARGUMENT")], GatewayRefused, Outcome.REFUSED, "INVALID_ARGUMENT"),
        (
            400,
            {"error": {"message": "The upstream model service failed, try again later.", "code": "x"}},
            GatewayBusy,
            Outcome.BUSY,
            "x",
        ),
        (
            401,
            {"error": {"message": "Wrong", "type": "authentication_error", "code": "invalid_api_key"}},
            GatewayRefused,
            Outcome.REFUSED,
            "invalid_api_key",
        ),
        (
            403,
            {"error": {"message": "用户额度不足", "type": "api", "code": "insufficient_user_quota"}},
            GatewayRefused,
            Outcome.TURNED_DOWN,
            "insufficient_user_quota",
        ),
        (404, {"error": "no such model"}, GatewayRefused, Outcome.REFUSED, "404"),
        (404, {"error": ["no such model"]}, GatewayRefused, Outcome.REFUSED, "404"),
        (413, b"<html><title>413 Too Large</title></html>", GatewayRefused, Outcome.REFUSED, "413"),
        (429, b"", GatewayBusy, Outcome.BUSY, "429"),
        (429, google(429, "RESOURCE_EXHAUSTED"), GatewayBusy, Outcome.BUSY, "RESOURCE_EXHAUSTED"),
        (429, {"error": {"message": "您的余额不足"}}, GatewayRefused, Outcome.TURNED_DOWN, "429"),
        (500, google(500, "INTERNAL"), GatewayBusy, Outcome.BUSY, "INTERNAL"),
        (500, b"oops", OutcomeUnknown, Outcome.LOST, "500"),
        (
            500,
            {"error": {"code": "sensitive_words_detected", "message": "…"}},
            GatewayRefused,
            Outcome.TURNED_DOWN,
            "sensitive_words_detected",
        ),
        (502, b"<html>Bad gateway</html>", OutcomeUnknown, Outcome.LOST, "html"),
        (503, google(503, "UNAVAILABLE"), GatewayBusy, Outcome.BUSY, "UNAVAILABLE"),
        (503, b" \n<!DOCTYPE html>", OutcomeUnknown, Outcome.LOST, "html"),
        (504, google(504, "DEADLINE_EXCEEDED"), OutcomeUnknown, Outcome.LOST, "504"),
        (524, b"error code: 524", OutcomeUnknown, Outcome.LOST, "524"),
        (202, {"id": "t-1"}, OutcomeUnknown, Outcome.LOST, "202"),
    ],
)
def test_the_table_of_charges(
    status: int, body: object, kind: type[GatewayError], outcome: Outcome, reason: str
) -> None:
    error = error_for(status, body)

    assert type(error) is kind
    assert (error.outcome, error.reason, error.status) == (outcome, reason, status)


MISSING = "Image part is missing a thought_signature in content position 2, part position 1. (request id: r7)"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, google(400, "INVALID_ARGUMENT", MISSING)),
        (400, [google(400, "INVALID_ARGUMENT", "Text part is missing a thought_signature in content …")]),
        (400, google(400, "INVALID_ARGUMENT", "Corrupted thought signature.")),
        (400, google(400, "INVALID_ARGUMENT", "Invalid `thoughtSignature`.")),
        (400, {"error": {"message": MISSING, "type": "upstream_error", "code": 400}}),
        # As a gateway may dress it: what says "busy" elsewhere is no reason to send this once more.
        (400, {"error": {"message": f"upstream: {MISSING} Please try again later", "code": "x"}}),
        (500, {"error": {"message": MISSING, "type": "upstream_error", "code": 500}}),
        (503, {"error": {"message": MISSING, "type": "upstream_error", "code": 503}}),
    ],
)
def test_a_conversation_refused_for_its_signatures_is_not_repeated(status: int, body: object) -> None:
    error = error_for(status, body)

    assert type(error) is SignatureRefused
    assert (error.outcome, error.reason) == (Outcome.REFUSED, "signature")
    verdict = VERDICTS[error.outcome]
    assert (verdict.charge, verdict.repeats) == (Charge.NOT_CHARGED, False)
    assert "ignature" in error.message


def test_a_refusal_within_a_success_is_the_same_refusal() -> None:
    error = error_for(200, {"error": {"code": 400, "message": MISSING}})
    assert type(error) is SignatureRefused


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, google(400, "INVALID_ARGUMENT", "The signature of the picture's author is forbidden")),
        (502, b"<html><title>thought_signature</title></html>"),
        (504, {"error": {"message": MISSING}}),
    ],
)
def test_what_only_sounds_like_it_is_not_taken_for_it(status: int, body: object) -> None:
    assert type(error_for(status, body)) is not SignatureRefused


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "No access (request id: 2026)"}}, "No access (request id: 2026)"),
        ({"error": "No access"}, "No access"),
        ({"error": [{"message": "No access"}]}, "No access"),
        ([{"error": {"message": "No access"}}], "No access"),
        ({"message": "No access"}, "No access"),
        ({"success": False, "message": "无权访问"}, "无权访问"),
        ({"detail": "No access"}, "No access"),
        ("No access", "No access"),
        (b"No access", "No access"),
        (b"<html><head><title>403 &amp; no\n access</title>", "403 & no access"),
        (b"<html>", ""),
        ({"error": {"message": None}}, ""),
        ({"error": {"message": "half \ud83d"}}, "half ?"),
    ],
)
def test_the_gateways_words_are_found_in_every_shape(body: object, message: str) -> None:
    assert error_for(403, body).message == message


@pytest.mark.parametrize(
    ("body", "headers", "request_id"),
    [
        ({"error": {"message": "x", "request_id": "req_1"}}, {"x-request-id": "other"}, "req_1"),
        ({"error": {"message": "x"}, "request_id": "req_2"}, {}, "req_2"),
        ({"error": {"message": "nope (request id: 20260301abc)"}}, {}, "20260301abc"),
        ({"error": {"message": "x"}}, {"x-oneapi-request-id": "one"}, "one"),
        (b"", {"x-request-id": "two"}, "two"),
        (b"", {"cf-ray": "edge"}, ""),
    ],
)
def test_the_request_id_is_kept_from_body_or_header(
    body: object, headers: dict[str, str], request_id: str
) -> None:
    assert error_for(429, body, headers).request_id == request_id


RETRY_INFO = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "37.5s"}


@pytest.mark.parametrize(
    ("header", "details", "seconds"),
    [
        ("12", [], 12.0),
        ("0", [RETRY_INFO], 0.0),
        ("", [{"@type": "…/Help"}, RETRY_INFO], 37.5),
        ("Sun, 01 Mar 2026 12:01:30 GMT", [RETRY_INFO], 90.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", [], 0.0),
        ("soon", [RETRY_INFO], 37.5),
        ("-5", [], None),
        ("nan", [], None),
        ("", [{"@type": "…/RetryInfo", "retryDelay": "a while"}], None),
        ("", "nothing", None),
    ],
)
def test_how_long_to_wait_is_read_from_header_or_body(
    header: str, details: object, seconds: float | None
) -> None:
    headers = {"retry-after": header} if header else {}

    assert error_for(429, google(429, "RESOURCE_EXHAUSTED", details=details), headers).retry_after == seconds


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("https://api.example.test:8443/v1?key=abc", "https://api.example.test"),
        ("https://user:abc@api.example.test", "https://api.example.test"),
        ("//api.example.test/x", "api.example.test"),
        ("/elsewhere?key=abc", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_a_redirect_is_refused_and_names_the_host_only(location: str, message: str) -> None:
    error = redirect_error(307, {"location": location})

    assert isinstance(error, GatewayRefused)
    assert (error.reason, error.message) == ("redirect", message)


@pytest.mark.parametrize(
    ("code", "kind", "outcome"),
    [
        ("insufficient_user_quota", GatewayRefused, Outcome.TURNED_DOWN),
        (403, GatewayRefused, Outcome.REFUSED),
        (500, OutcomeUnknown, Outcome.ERROR_IN_SUCCESS),
        ("odd", OutcomeUnknown, Outcome.ERROR_IN_SUCCESS),
        (True, OutcomeUnknown, Outcome.ERROR_IN_SUCCESS),
    ],
)
def test_an_error_within_a_success(code: object, kind: type[GatewayError], outcome: Outcome) -> None:
    error = error_for(200, {"error": {"code": code, "message": "…"}})

    assert (type(error), error.outcome) == (kind, outcome)


@pytest.mark.parametrize("value", [{}, {"error": None}, {"error": {}}, [], None, "text", {"success": True}])
def test_what_is_no_error(value: object) -> None:
    assert error_of(value) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "message", "code", "details", "status", "request_id", "@type", "type"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    status=st.integers(201, 599) | st.just(200),
    body=st.binary(max_size=300) | json_values.map(lambda value: json.dumps(value).encode()),
    retry=st.text(max_size=40) | st.integers().map(str),
)
def test_any_body_and_any_header_give_an_error_that_is_expected(status: int, body: bytes, retry: str) -> None:
    error = error_for(status, body, {"retry-after": retry, "location": retry})

    assert isinstance(error, (GatewayRefused, GatewayBusy, OutcomeUnknown))
    error.message.encode()
    assert error.retry_after is None or error.retry_after >= 0
