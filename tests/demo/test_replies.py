"""Calls that bring a picture, over a real socket."""

import asyncio

import httpx
import pytest
from PIL import Image
from syrupy.assertion import SnapshotAssertion

from studio.demo.server import DemoGateway
from studio.domain.geometry import AspectRatio, Resolution, published_size
from tests.demo.calls import MODEL, Client, body, decoded, inline, parts_of, sized
from tests.demo.test_drawing import far_apart


async def test_a_reply_is_spelled_as_on_the_wire(client: Client, snapshot: SnapshotAssertion) -> None:
    reply = await client.generate(sized("a lake at dawn 3"))
    assert reply.headers["content-type"] == "application/json"
    assert int(reply.headers["content-length"]) == len(reply.content)
    assert reply.headers["X-Oneapi-Request-Id"].startswith("req_")
    answer = reply.json()
    for part in parts_of(answer):
        if "inlineData" in part:
            part["inlineData"]["data"] = "…"
        part["thoughtSignature"] = "…"
    assert answer == snapshot


@pytest.mark.parametrize("resolution", [Resolution.HALF_K, Resolution.ONE_K, Resolution.TWO_K])
@pytest.mark.parametrize("aspect", [AspectRatio.R16_9, AspectRatio.R1_4])
async def test_the_size_asked_is_the_size_delivered(
    client: Client, aspect: AspectRatio, resolution: Resolution
) -> None:
    picture = await client.picture(sized("hills", aspect=aspect.value, size=resolution.wire))
    size = published_size(aspect, resolution)
    assert picture.size == (size.width, size.height)


async def test_without_a_size_it_is_1k_and_square(client: Client) -> None:
    assert (await client.picture(body("hills"))).size == (1024, 1024)


async def test_without_a_ratio_the_last_picture_decides(client: Client) -> None:
    wide, tall = inline(Image.new("RGB", (400, 220))), inline(Image.new("RGB", (90, 160)), "JPEG")
    picture = await client.picture(body("warmer", wide, tall, imageConfig={"imageSize": "512"}))
    assert picture.size == (384, 688)


async def test_count_four_gives_four_pictures_and_the_same_four_again(client: Client) -> None:
    first = [(await client.generate(sized("a lake"))).content for _ in range(4)]
    async with DemoGateway(pace=0) as again:
        other = Client(client.http, again.url)
        second = [(await other.generate(sized("a lake"))).content for _ in range(4)]
    assert len(set(first)) == 4
    assert first == second


async def test_a_seed_repeats_the_picture(client: Client) -> None:
    request = body("a lake", seed=11, imageConfig={"imageSize": "512"})
    first, second = await client.picture(request), await client.picture(request)
    assert far_apart(first, second) == 0


async def test_the_picture_sent_is_the_one_that_is_changed(client: Client) -> None:
    dark, light = (inline(Image.new("RGB", (300, 300), tone)) for tone in ("#202020", "#e0e0e0"))
    first = await client.picture(sized("warmer", dark))
    second = await client.picture(sized("warmer", light))
    assert far_apart(first, second) > 60


async def test_the_models_own_picture_of_an_earlier_turn_is_continued(client: Client) -> None:
    earlier = (await client.generate(sized("night city"))).json()["candidates"][0]["content"]
    config = {"seed": 5, "imageConfig": {"imageSize": "512"}}
    request = body("night city", **config)
    request["contents"] += [earlier, {"role": "user", "parts": [{"text": "warmer"}]}]
    continued = await client.picture(request)
    picture = {"inlineData": earlier["parts"][-1]["inlineData"]}
    sent_along = await client.picture(body("warmer", picture, **config))
    assert far_apart(continued, sent_along) == 0


async def test_high_thinking_brings_a_thought_first(client: Client) -> None:
    reply = await client.generate(body("hills", thinkingConfig={"thinkingLevel": "high"}))
    parts = [part for part in parts_of(reply.json()) if "inlineData" in part]
    assert [part.get("thought", False) for part in parts] == [True, False]
    assert "thoughtSignature" not in parts[0]
    assert "thoughtSignature" in parts[1]
    assert decoded(parts[0]).width < decoded(parts[1]).width
    usage = reply.json()["usageMetadata"]
    assert usage["thoughtsTokenCount"] > 0
    counted = usage["promptTokenCount"] + usage["candidatesTokenCount"] + usage["thoughtsTokenCount"]
    assert usage["totalTokenCount"] == counted


async def test_some_replies_hold_a_word_before_the_picture(client: Client) -> None:
    replies = [await client.generate(sized(f"hill {number}")) for number in range(12)]
    worded = ["text" in parts_of(reply.json())[0] for reply in replies]
    assert any(worded)
    assert not all(worded)


async def test_any_model_name_and_either_key_header_will_do(client: Client) -> None:
    reply = await client.generate(sized("hills"), model="some-later-model")
    assert reply.json()["modelVersion"] == "some-later-model"
    address = f"{client.url}/v1beta/models/{MODEL}:generateContent"
    google = await client.http.post(address, json=sized("hills"), headers={"x-goog-api-key": "k"})
    assert google.status_code == 200


async def test_snake_case_pictures_are_read(client: Client) -> None:
    part = inline(Image.new("RGB", (160, 90)))["inlineData"]
    snake = {"inline_data": {"mime_type": part["mimeType"], "data": part["data"]}}
    assert (await client.picture(body("warm", snake, imageConfig={"imageSize": "512"}))).size == (688, 384)


async def test_the_models_are_listed_as_bare_records(client: Client, snapshot: SnapshotAssertion) -> None:
    reply = await client.http.get(f"{client.url}/v1/models", headers={"Authorization": "Bearer k"})
    assert reply.headers["X-Oneapi-Request-Id"]
    assert reply.json() == snapshot


async def test_calls_side_by_side_all_come_back(client: Client) -> None:
    replies = await asyncio.gather(*(client.generate(sized(f"hill {number}")) for number in range(8)))
    assert [reply.status_code for reply in replies] == [200] * 8
    assert len({reply.headers["X-Oneapi-Request-Id"] for reply in replies}) == 8


async def test_a_group_takes_its_time() -> None:
    async with DemoGateway(pace=0.1) as demo, httpx.AsyncClient(trust_env=False) as http:
        reply = await Client(http, demo.url).generate(sized("hills"))
    assert 0.15 < reply.elapsed.total_seconds() < 10
