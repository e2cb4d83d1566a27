"""Calls that bring no picture: wrong requests, the troubles a prompt can ask for, an unreliable group."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx
import pytest
from PIL import Image
from syrupy.assertion import SnapshotAssertion

from studio.demo.behaviour import demo_key
from studio.demo.request import Trouble, trouble_of
from studio.demo.server import DemoGateway
from studio.domain.catalog import Group
from tests.demo.calls import MODEL, Client, body, decoded, inline, inline_bytes, parts_of, sized

PICTURE = inline(Image.new("RGB", (40, 40)))
JPEG_AS_PNG = inline(Image.new("RGB", (40, 40)), "JPEG")["inlineData"] | {"mimeType": "image/png"}
UNSIGNED = {"role": "model", "parts": [PICTURE]}
ASK = {"role": "user", "parts": [{"text": "hills"}]}

WRONG: dict[str, Any] = {
    "ratio": body("hills", imageConfig={"aspectRatio": "7:5"}),
    "0.5K": body("hills", imageConfig={"imageSize": "0.5K"}),
    "512px": body("hills", imageConfig={"imageSize": "512px"}),
    "lower case k": body("hills", imageConfig={"imageSize": "1k"}),
    "unknown field": body("hills", imageConfig={"outputMimeType": "image/png"}),
    "two candidates": body("hills", candidateCount=2),
    "thinking level": body("hills", thinkingConfig={"thinkingLevel": "deep"}),
    "no contents": {"contents": []},
    "contents missing": {},
    "no parts": {"contents": [{"parts": []}]},
    "empty text": body("hills", {"text": ""}),
    "empty part": body("hills", {}),
    "type differs from bytes": body("hills", {"inlineData": JPEG_AS_PNG}),
    "type unknown": body("hills", inline_bytes(b"GIF89a", "image/gif")),
    "name of a type": body("hills", inline_bytes(b"\xff\xd8\xff", "image/jpg")),
    "data URL": body("hills", {"inlineData": {"mimeType": "image/png", "data": "data:image/png;base64,AA"}}),
    "broken picture": body("hills", inline_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40, "image/png")),
    "15 pictures": body("hills", *[PICTURE] * 15),
    "two user turns": {"contents": [ASK, ASK]},
    "ends with the model": {"contents": [ASK, {"role": "model", "parts": [{"text": "yes"}]}]},
    "unsigned picture": {"contents": [ASK, UNSIGNED, ASK]},
    "unknown role": {"contents": [{"role": "system", "parts": [{"text": "hills"}]}]},
    "wrong type": {"contents": "hills"},
}


@pytest.mark.parametrize("request_body", WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_request_is_refused(
    client: Client, request_body: dict[str, Any], snapshot: SnapshotAssertion
) -> None:
    reply = await client.generate(request_body)
    error = reply.json()["error"]
    assert (reply.status_code, error["code"], error["status"]) == (400, 400, "INVALID_ARGUMENT")
    assert error["request_id"] == reply.headers["X-Oneapi-Request-Id"]
    assert error["message"] == snapshot


async def test_fourteen_pictures_are_taken(client: Client) -> None:
    assert (await client.generate(sized("hills", *[PICTURE] * 14))).status_code == 200


async def test_what_is_no_json_is_refused(client: Client) -> None:
    address = f"{client.url}/v1beta/models/{MODEL}:generateContent"
    for content in (b"", b"{", b'{"contents": "\xff"}', b"hello"):
        reply = await client.http.post(address, content=content, headers={"Authorization": "Bearer k"})
        assert (reply.status_code, reply.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")


async def test_without_a_key_nothing_is_answered(client: Client, snapshot: SnapshotAssertion) -> None:
    address = f"{client.url}/v1beta/models/{MODEL}:generateContent"
    for reply in (
        await client.http.post(address, json=sized("x")),
        await client.http.get(f"{client.url}/v1/models"),
    ):
        assert reply.status_code == 401
        error = reply.json()["error"]
        assert error.pop("request_id") == reply.headers["X-Oneapi-Request-Id"]
        assert error == snapshot(name="no key")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("POST", f"/v1beta/models/{MODEL}:streamGenerateContent"),
        ("POST", "/v1beta/models/:generateContent"),
        ("GET", f"/v1beta/models/{MODEL}:generateContent"),
        ("DELETE", "/v1/models"),
        ("POST", "/v1/chat/completions"),
    ],
)
async def test_elsewhere_there_is_nothing(client: Client, method: str, path: str) -> None:
    reply = await client.http.request(method, client.url + path, headers={"Authorization": "Bearer k"})
    assert reply.status_code == 404
    error = reply.json()["error"]
    assert (error["type"], error["request_id"]) == (
        "invalid_request_error",
        reply.headers["X-Oneapi-Request-Id"],
    )


@pytest.mark.parametrize("trouble", ["blocked", "words", "prompt-blocked"])
async def test_a_200_without_a_picture(client: Client, trouble: str, snapshot: SnapshotAssertion) -> None:
    reply = await client.generate(sized(f"hills demo:{trouble}"))
    assert reply.status_code == 200
    assert json.loads(reply.content) == snapshot(exclude=lambda prop, path: prop == "responseId")


@pytest.mark.parametrize(("trouble", "status"), [("busy", 503), ("quota", 403), ("badkey", 401)])
async def test_a_refusal_by_the_gateway(
    client: Client, trouble: str, status: int, snapshot: SnapshotAssertion
) -> None:
    replies = [await client.generate(sized(f"hills demo:{trouble}")) for _ in range(3)]
    assert {reply.status_code for reply in replies} == {status}
    reply = replies[-1]
    error = reply.json()["error"]
    assert error.pop("request_id") == reply.headers["X-Oneapi-Request-Id"]
    assert error == snapshot


async def test_a_page_of_html(client: Client) -> None:
    reply = await client.generate(sized("hills demo:html"))
    assert (reply.status_code, reply.headers["content-type"]) == (502, "text/html; charset=utf-8")
    assert "502 Bad Gateway" in reply.text


async def test_a_connection_that_closes_in_mid_picture(client: Client) -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        await client.generate(sized("hills demo:cut", size="1K"))
    assert (await client.generate(sized("hills"))).status_code == 200


async def test_half_a_body_has_come_before_the_cut(client: Client) -> None:
    address = f"{client.url}/v1beta/models/{MODEL}:generateContent"
    request = sized("hills demo:cut", size="1K")
    async with client.http.stream(
        "POST", address, json=request, headers={"Authorization": "Bearer k"}
    ) as reply:
        with pytest.raises(httpx.RemoteProtocolError):
            await reply.aread()
        assert reply.num_bytes_downloaded == int(reply.headers["content-length"]) // 2


@pytest.mark.parametrize(("asked", "side"), [("2K", 1024), ("1K", 512), ("512", 1024)])
async def test_the_wrong_size(client: Client, asked: str, side: int) -> None:
    assert (await client.picture(sized("hills demo:wrong-size", size=asked))).size == (side, side)


async def test_another_picture_instead_of_a_changed_one(client: Client) -> None:
    ask = "night demo:redrawn"
    over_red, over_blue = [
        await client.picture(body(ask, inline(Image.new("RGB", (400, 220), tone)), seed=4))
        for tone in ("#c02020", "#2030c0")
    ]
    assert over_red.size == (1376, 768)
    assert over_red.tobytes() == over_blue.tobytes()


async def test_drafts_come_before_the_picture(client: Client) -> None:
    reply = await client.generate(sized("hills demo:drafts"))
    parts = [part for part in parts_of(reply.json()) if "inlineData" in part]
    assert [decoded(part).width for part in parts] == [128, 128, 512]
    assert all("thoughtSignature" in part and "thought" not in part for part in parts)


async def test_a_slow_call_takes_thirty_seconds_at_the_usual_pace() -> None:
    async with DemoGateway(pace=0.01) as demo, httpx.AsyncClient(trust_env=False) as http:
        reply = await Client(http, demo.url).generate(sized("hills demo:slow"))
    assert 0.3 <= reply.elapsed.total_seconds() < 5


@pytest.mark.parametrize(
    ("prompt", "trouble"),
    [
        ("a demo:prompt-blocked b", Trouble.PROMPT_BLOCKED),
        ("DEMO:Busy", Trouble.BUSY),
        ("demo:nothing demo:cut", Trouble.CUT),
        ("demo:words, please", Trouble.WORDS),
        ("a demo of blocked things", None),
    ],
)
def test_troubles_are_found_in_the_prompt(prompt: str, trouble: Trouble | None) -> None:
    assert trouble_of(prompt) is trouble


async def test_every_trouble_is_told_in_one_place() -> None:
    assert all(f"\n    {trouble.value} " in (Trouble.__doc__ or "") for trouble in Trouble)


async def test_an_unreliable_group_fails_three_calls_in_eight() -> None:
    shaky = Group("官KEY-1.5折", (), Decimal("102.07"), None, Decimal("62.50"))
    async with (
        DemoGateway(groups=(shaky,), pace=0, seed=4) as demo,
        httpx.AsyncClient(trust_env=False) as http,
    ):
        client = Client(http, demo.url, demo_key(shaky.name))
        replies = [await client.generate(sized("hills")) for _ in range(24)]
        others = [await replace(client, key="k").generate(sized("hills")) for _ in range(8)]
    failed = [reply for reply in replies if reply.status_code != 200]
    assert len(failed) == 9
    assert {reply.status_code for reply in failed} == {503, 429}
    limited = next(reply for reply in failed if reply.status_code == 429).json()["error"]
    assert limited["status"] == "RESOURCE_EXHAUSTED"
    assert limited["details"][0]["@type"].endswith("RetryInfo")
    assert limited["details"][0]["retryDelay"] == "0.1s"
    assert all(reply.status_code == 200 for reply in others)
