"""Answers as bad as gateways and proxies give them, and what each means for job and money."""

from __future__ import annotations

import asyncio
import json

import pytest

from studio.domain.charge import Outcome
from studio.domain.errors import (
    GatewayBusy,
    GatewayError,
    GatewayRefused,
    OutcomeUnknown,
)
from studio.domain.job import JobState
from studio.domain.reply import ReceivedPicture
from studio.gateway.client import Limits
from tests.gateway.attempts import GOOD, GOOD_BODY, JPEG, PNG, QUICK, Attempt, attempt_at
from tests.support.scripted_gateway import (
    Answer,
    ScriptedGateway,
    answer,
    cut_answer,
    endless_answer,
    halting_answer,
    head,
    html_answer,
    json_answer,
    picture_part,
    raw_answer,
    reply_of,
    reset_answer,
    silent_answer,
)


async def failed(script: Answer, *, limits: Limits = QUICK) -> tuple[type[GatewayError], str, Outcome]:
    made = await attempt_at(script, limits=limits)
    assert made.error is not None
    return type(made.error), made.error.reason, made.error.outcome


UNKNOWN = [
    ("html with status 200", html_answer("Sign in"), "html", Outcome.LOST),
    ("no json", answer(b"hello"), "garbled", Outcome.LOST),
    ("an empty body", answer(b""), "cut", Outcome.LOST),
    ("cut in the picture", cut_answer(GOOD_BODY, after=100_000), "cut", Outcome.LOST),
    ("cut before the picture", cut_answer(GOOD_BODY, after=20), "cut", Outcome.LOST),
    ("cut without a length", raw_answer(head() + GOOD_BODY[:100_000]), "cut", Outcome.LOST),
    ("an endless picture", endless_answer(GOOD_BODY[:100_000], b"QUJD" * 16384), "too_large", Outcome.LOST),
    ("an endless text", endless_answer(b'{"text":"', b"words " * 9999), "too_large", Outcome.LOST),
    ("endless nothing", endless_answer(b"", b" " * 65536), "too_large", Outcome.LOST),
    ("no answer, connection closed", raw_answer(b""), "cut", Outcome.LOST),
    ("no answer, connection reset", reset_answer(), "cut", Outcome.LOST),
    ("no http", raw_answer(b"SSH-2.0-OpenSSH_9.2\r\n"), "cut", Outcome.LOST),
    ("broken gzip", answer(b"\x1f\x8b no", headers={"Content-Encoding": "gzip"}), "garbled", Outcome.LOST),
    ("depth", answer(b'{"candidates":' + b"[" * 99_999), "garbled", Outcome.LOST),
    ("accepted", json_answer({"id": "t"}, status=202), "202", Outcome.LOST),
    ("no content", raw_answer(b"HTTP/1.1 204 No Content\r\n\r\n"), "204", Outcome.LOST),
    ("bad gateway", html_answer("502 Bad Gateway", status=502), "html", Outcome.LOST),
    ("json 504", json_answer({"error": {"code": 504}}, status=504), "504", Outcome.LOST),
    ("cloudflare", answer(b"error code: 524", status=524), "524", Outcome.LOST),
    ("plain 500", answer(b"oops", status=500), "500", Outcome.LOST),
    ("error in 200", json_answer({"error": {"message": "?"}}), "error_in_success", Outcome.ERROR_IN_SUCCESS),
]


@pytest.mark.parametrize(
    ("script", "reason", "outcome"), [case[1:] for case in UNKNOWN], ids=[case[0] for case in UNKNOWN]
)
async def test_what_became_of_it_is_unknown(script: Answer, reason: str, outcome: Outcome) -> None:
    assert await failed(script) == (OutcomeUnknown, reason, outcome)


REFUSED = [
    ("a wrong key", json_answer({"error": {"code": "invalid_api_key"}}, status=401), "invalid_api_key"),
    ("html 413", html_answer("Request Entity Too Large", status=413), "413"),
    ("quota in 200", json_answer({"error": {"code": "insufficient_user_quota"}}), "insufficient_user_quota"),
    ("balance in 429", json_answer({"error": "余额不足"}, status=429), "429"),
    ("an endless error", endless_answer(b'{"error":"', b"no " * 9999, status=403), "403"),
    ("a cut error", cut_answer(b'{"error":{"message":"no"}}', after=12, status=404), "404"),
]


@pytest.mark.parametrize(
    ("script", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
async def test_it_was_refused(script: Answer, reason: str) -> None:
    kind, found, outcome = await failed(script)

    assert (kind, found) == (GatewayRefused, reason)
    assert outcome in {Outcome.REFUSED, Outcome.TURNED_DOWN}


async def test_busy_and_when_to_come_back() -> None:
    made = await attempt_at(answer(b"", status=429, headers={"Retry-After": "7"}))

    assert isinstance(made.error, GatewayBusy)
    assert (made.error.retry_after, made.error.status) == (7.0, 429)
    assert made.incoming.rest is None


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_refused_and_the_key_never_sent_on(status: int) -> None:
    async with ScriptedGateway(json_answer(GOOD)) as elsewhere:
        made = await attempt_at(answer(status=status, headers={"Location": elsewhere.address + "/v1?a=b"}))

    assert isinstance(made.error, GatewayRefused)
    assert (made.error.reason, made.error.message) == ("redirect", "http://127.0.0.1")
    assert elsewhere.received == []


@pytest.mark.parametrize("limit", ["cut", "too large", "silence"])
async def test_a_whole_picture_counts_although_the_reply_was_cut(limit: str) -> None:
    body = json.dumps(reply_of(picture_part(JPEG), picture_part(PNG))).encode()
    after = body.index(b"iVBOR") + 5000

    script = {
        "cut": cut_answer(body, after=after),
        "too large": endless_answer(body[:after], b"QUJD" * 9999),
        "silence": halting_answer(body, after=after, until=asyncio.Event()),
    }[limit]
    made = await attempt_at(script)

    assert made.reply is not None
    assert (made.reply.cut, made.reply.outcome) == (True, Outcome.PICTURE)
    assert made.reply.chosen == ReceivedPicture(0)
    assert bytes(made.incoming.sinks[0].data) == JPEG
    assert made.incoming.sinks[1].data[:3000] == PNG[:3000]


async def test_silence_after_sending_is_a_time_out_with_an_unknown_outcome() -> None:
    made = await attempt_at(silent_answer(asyncio.Event(), json_answer(GOOD)))

    assert isinstance(made.error, OutcomeUnknown)
    assert made.error.reason == "timeout"
    assert made.states == [JobState.WAITING]


async def test_silence_within_the_reply_is_a_time_out_and_keeps_what_came() -> None:
    made = await attempt_at(halting_answer(GOOD_BODY, after=100_000, until=asyncio.Event()))

    assert isinstance(made.error, OutcomeUnknown)
    assert made.error.reason == "timeout"
    assert PNG.startswith(made.incoming.sinks[0].data)
    assert len(made.incoming.sinks[0].data) > 70_000
    assert made.incoming.rest


async def test_cancelling_keeps_what_came_and_passes_on() -> None:
    never = asyncio.Event()
    made = Attempt()
    async with ScriptedGateway(halting_answer(GOOD_BODY, after=100_000, until=never)) as server:
        task = asyncio.create_task(made.make(server.address, limits=Limits()))
        async with asyncio.timeout(10):
            await made.incoming.arriving.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    assert made.incoming.sinks[0].closed
    assert made.incoming.rest


async def test_an_error_before_the_request_was_read_is_still_heard() -> None:
    script = json_answer({"error": {"message": "too large"}}, status=413)
    async with ScriptedGateway(script, reads_bodies="no") as server:
        made = await Attempt().make(server.address, body=b" " * 20_000)

    assert isinstance(made.error, GatewayRefused)
    assert made.error.status == 413
