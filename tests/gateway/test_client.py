"""One attempt over a real socket: what is sent, what a good reply brings, and where the key goes."""

from __future__ import annotations

import asyncio
import gzip
import random
import traceback

import pytest

from studio.domain.charge import Outcome
from studio.domain.errors import (
    GatewayBusy,
    GatewayError,
    GatewayRefused,
    OutcomeUnknown,
    UnusableAddress,
)
from studio.domain.job import JobState
from studio.domain.keys import Secret
from studio.domain.reply import ReceivedPicture
from studio.gateway.client import Gateway
from tests.gateway.attempts import GOOD, GOOD_BODY, KEY, PNG, QUICK, Attempt, Kept, attempt_at, now
from tests.support.scripted_gateway import (
    Answer,
    ScriptedGateway,
    answer,
    chunked_answer,
    endless_answer,
    head,
    html_answer,
    json_answer,
    raw_answer,
    reply_of,
    silent_answer,
)


async def test_a_good_reply_brings_its_picture_into_the_folder() -> None:
    async with ScriptedGateway(json_answer(GOOD, headers={"X-Oneapi-Request-Id": "req_9"})) as server:
        made = await Attempt().make(server.address, body=b'{"contents":[]}')

    assert made.reply is not None
    assert made.reply.outcome is Outcome.PICTURE
    assert made.reply.chosen == ReceivedPicture(0, "image/png")
    assert made.reply.request_id == "req_9"
    assert [bytes(sink.data) for sink in made.incoming.sinks] == [PNG]
    assert made.incoming.rest is not None
    assert len(made.incoming.rest) < 1000
    assert made.states == [JobState.WAITING, JobState.RECEIVING]
    request = server.received[0]
    assert request.method == "POST"
    assert request.target == "/v1beta/models/gemini-3.1-flash-image-preview:generateContent"
    assert request.body == b'{"contents":[]}'


async def test_the_key_goes_into_one_header_and_nothing_else_is_told() -> None:
    async with ScriptedGateway(json_answer(GOOD)) as server:
        await Attempt().make(server.address)

    headers = dict(server.received[0].headers)
    assert headers.pop("authorization") == f"Bearer {KEY.reveal()}"
    assert sorted(headers) == [
        "accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent",
    ]  # fmt: skip
    assert headers["user-agent"] == "Proofroom"
    assert KEY.reveal() not in str(headers)


async def test_a_large_request_arrives_whole_with_its_length() -> None:
    body = random.Random(3).randbytes(3_000_001)
    async with ScriptedGateway(json_answer(GOOD)) as server:
        made = await Attempt().make(server.address, body=body)

    assert made.reply is not None
    assert server.received[0].body == body
    assert "transfer-encoding" not in server.received[0].headers


async def test_every_attempt_has_its_own_connection() -> None:
    busy = json_answer({"error": {"message": "busy"}}, status=503)
    async with ScriptedGateway(busy, json_answer(GOOD)) as server:
        first = await Attempt().make(server.address)
        second = await Attempt().make(server.address)

    assert isinstance(first.error, GatewayBusy)
    assert second.reply is not None
    assert [request.headers["connection"] for request in server.received] == ["close", "close"]


@pytest.mark.parametrize(
    "script",
    [
        chunked_answer([GOOD_BODY[at : at + 10_007] for at in range(0, len(GOOD_BODY), 10_007)]),
        chunked_answer([GOOD_BODY], ended="abruptly"),
        answer(gzip.compress(GOOD_BODY, 1), headers={"Content-Encoding": "gzip"}),
        answer(GOOD_BODY, headers={"Content-Type": "text/html"}),
        answer(b"\xef\xbb\xbf" + GOOD_BODY),
        endless_answer(GOOD_BODY, b" " * 65536),
        raw_answer(head() + GOOD_BODY),
        raw_answer(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + head() + GOOD_BODY),
    ],
    ids=[
        "chunked",
        "no last chunk",
        "gzip",
        "html label",
        "bom",
        "endless space",
        "no length",
        "early hints",
    ],
)
async def test_a_whole_reply_counts_however_it_was_wrapped(script: Answer) -> None:
    made = await attempt_at(script)

    assert made.reply is not None
    assert (made.reply.outcome, made.reply.cut) == (Outcome.PICTURE, False)
    assert bytes(made.incoming.sinks[0].data) == PNG


async def test_a_refusal_in_words_is_a_reply_without_a_picture() -> None:
    made = await attempt_at(json_answer(reply_of({"text": "I can't draw that."}, finish_reason="NO_IMAGE")))

    assert made.reply is not None
    assert (made.reply.outcome, made.reply.words) == (Outcome.NO_PICTURE, "I can't draw that.")


@pytest.mark.parametrize("key", ["", "two words", "schlüssel", "line\nbreak", "sk-\x00"])
async def test_a_key_that_no_header_can_carry_is_refused_and_not_shown(key: str) -> None:
    async with ScriptedGateway(json_answer(GOOD)) as server:
        made = await Attempt().make(server.address, key=Secret(key))

    assert isinstance(made.error, GatewayRefused)
    assert made.error.reason == "invalid_api_key"
    assert server.received == []


@pytest.mark.parametrize("status", [200, 401])
async def test_a_key_that_the_gateway_repeats_is_masked(status: int) -> None:
    words = f"Incorrect API key provided: {KEY.reveal()}"
    made = await attempt_at(
        json_answer({"error": {"message": words, "code": "invalid_api_key"}}, status=status)
    )

    assert made.error is not None
    assert made.error.message == "Incorrect API key provided: ••••"
    told = "".join(traceback.format_exception(made.error)) + str(vars(made.error))
    assert KEY.reveal() not in told
    assert KEY.reveal().encode() not in (made.incoming.rest or b"")


@pytest.mark.parametrize(
    "address", ["http://gateway.example.test", "ftp://127.0.0.1", "https://", "https://a.test/?k=1", "demo"]
)
def test_a_key_goes_over_https_or_to_this_machine_only(address: str) -> None:
    with pytest.raises(UnusableAddress):
        Gateway(address, now=now)


async def test_a_route_can_not_leave_its_place_in_the_address() -> None:
    async with (
        ScriptedGateway(json_answer(GOOD)) as server,
        Gateway(server.address + "/", now=now) as gateway,
    ):
        await gateway.attempt(
            route="../../x?y#z", body=b"{}", key=KEY, incoming=Kept(), progress=lambda _: None
        )

    assert server.received[0].target == "/v1beta/models/..%2F..%2Fx%3Fy%23z:generateContent"


async def models_of(script: Answer) -> tuple[str, ...]:
    async with ScriptedGateway(script) as server, Gateway(server.address, now=now, limits=QUICK) as gateway:
        found = await gateway.models(KEY)
    assert (server.received[0].method, server.received[0].target) == ("GET", "/v1/models")
    assert server.received[0].headers["authorization"] == f"Bearer {KEY.reveal()}"
    return found


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ({"object": "list", "data": [{"id": "a", "type": "model"}, {"id": "b"}]}, ("a", "b")),
        ({"models": [{"name": "models/a", "displayName": "A"}], "nextPageToken": None}, ("a",)),
        ([{"id": "a"}], ()),
        ({"data": [None, 1, {"id": 5}, {"id": ""}]}, ()),
        ({}, ()),
    ],
)
async def test_the_list_of_models(value: object, names: tuple[str, ...]) -> None:
    assert await models_of(json_answer(value)) == names


@pytest.mark.parametrize(
    ("script", "kind", "reason"),
    [
        (json_answer({"error": {"code": "invalid_api_key"}}, status=401), GatewayRefused, "invalid_api_key"),
        (json_answer({"success": False, "message": "no"}), OutcomeUnknown, "error_in_success"),
        (html_answer("Welcome"), OutcomeUnknown, "html"),
        (answer(b"{"), OutcomeUnknown, "garbled"),
        (answer(status=302, headers={"Location": "/login"}), GatewayRefused, "redirect"),
        (silent_answer(asyncio.Event(), json_answer({})), OutcomeUnknown, "timeout"),
    ],
)
async def test_a_list_of_models_that_does_not_come(
    script: Answer, kind: type[GatewayError], reason: str
) -> None:
    with pytest.raises(kind) as caught:
        await models_of(script)

    assert caught.value.reason == reason
