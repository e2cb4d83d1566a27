"""Conversations: earlier answers come back as they went, or are refused."""

from copy import deepcopy
from typing import Any

import httpx
import pytest
from PIL import Image

from studio.demo.server import DemoGateway
from tests.demo.calls import Client, body, inline, parts_of, sized
from tests.demo.test_drawing import far_apart

Json = dict[str, Any]


async def talk(client: Client, *prompts: str) -> Json:
    """A request whose last turn is still to be answered."""
    request = sized(prompts[0])
    for prompt in prompts[1:]:
        answer = (await client.generate(request)).json()["candidates"][0]["content"]
        request["contents"] += [answer, {"role": "user", "parts": [{"text": prompt}]}]
    return request


async def worded(client: Client) -> Json:
    """A conversation in which the model answers with a word and a picture."""
    for number in range(40):
        request = await talk(client, f"hill {number}", "warmer")
        if "text" in request["contents"][1]["parts"][0]:
            return request
    raise AssertionError("no words at all")


async def refusal(client: Client, request: Json) -> str:
    reply = await client.generate(request)
    error = reply.json()["error"]
    assert (reply.status_code, error["code"], error["status"]) == (400, 400, "INVALID_ARGUMENT")
    return error["message"]


def missing(kind: str, content: int, part: int) -> str:
    where = f"in content position {content}, part position {part}."
    return f"{kind} part is missing a thought_signature {where}"


async def test_three_turns_are_answered_and_the_last_picture_is_the_one_that_changes(client: Client) -> None:
    request = await talk(client, "city day", "warmer", "night")
    config = {"seed": 5, "imageConfig": {"imageSize": "512"}}
    picture = await client.picture(request | {"generationConfig": config})
    alone = body("night", {"inlineData": request["contents"][3]["parts"][-1]["inlineData"]}, **config)
    assert far_apart(picture, await client.picture(alone)) == 0


async def test_a_conversation_goes_on_with_a_gateway_that_was_started_anew(client: Client) -> None:
    request = await talk(client, "city", "night")
    async with DemoGateway(pace=0, seed=9) as other, httpx.AsyncClient(timeout=30, trust_env=False) as http:
        assert (await Client(http, other.url).generate(request)).status_code == 200


async def test_no_two_answers_have_the_same_signature(client: Client) -> None:
    request = body("a lake", seed=3, imageConfig={"imageSize": "512"})
    first, second = [parts_of((await client.generate(request)).json())[-1] for _ in range(2)]
    assert first["inlineData"] == second["inlineData"]
    assert first["thoughtSignature"] != second["thoughtSignature"]


@pytest.mark.parametrize("change", ["gone", "empty", "other", "no base64", "another's"])
async def test_a_picture_without_its_signature_is_refused(client: Client, change: str) -> None:
    request = await talk(client, "city", "night", "warmer")
    part = request["contents"][3]["parts"][-1]
    at = len(request["contents"][3]["parts"])
    signature = part["thoughtSignature"]
    if change == "gone":
        del part["thoughtSignature"]
    else:
        others = request["contents"][1]["parts"][-1]["thoughtSignature"]
        wrong = {"empty": "", "other": signature[:-2] + "AA", "no base64": "%", "another's": others}
        part["thoughtSignature"] = wrong[change]
    assert await refusal(client, request) == missing("Image", 4, at)
    part["thoughtSignature"] = signature
    assert (await client.generate(request)).status_code == 200


async def test_another_picture_under_the_same_signature_is_refused(client: Client) -> None:
    request = await talk(client, "city", "night")
    parts = request["contents"][1]["parts"]
    parts[-1]["inlineData"] = inline(Image.new("RGB", (64, 64)))["inlineData"]
    assert await refusal(client, request) == missing("Image", 2, len(parts))


async def test_the_first_words_beside_a_picture_need_theirs_too(client: Client) -> None:
    request = await worded(client)
    whole = deepcopy(request)
    del request["contents"][1]["parts"][0]["thoughtSignature"]
    assert await refusal(client, request) == missing("Text", 2, 1)
    whole["contents"][1]["parts"].append({"text": "second words have none"})
    assert (await client.generate(whole)).status_code == 200


async def test_words_alone_need_none(client: Client) -> None:
    request = await talk(client, "hills demo:words", "a lake")
    assert (await client.generate(request)).status_code == 200


async def test_thoughts_that_come_back_are_no_pictures(client: Client) -> None:
    first = body("hills", thinkingConfig={"thinkingLevel": "high"}, imageConfig={"imageSize": "512"})
    answer = (await client.generate(first)).json()["candidates"][0]["content"]
    first["contents"] += [answer, {"role": "user", "parts": [{"text": "night"}]}]
    assert (await client.generate(first)).status_code == 200


async def test_a_picture_of_the_last_turn_lends_to_the_models_own(client: Client) -> None:
    request = await talk(client, "city day", "use these colours")
    plain = await client.picture(request)
    reference = inline(Image.new("RGB", (400, 220), "#c02020"))
    request["contents"][-1]["parts"].insert(0, reference)
    assert far_apart(plain, await client.picture(request)) > 3


async def test_every_picture_must_be_what_its_label_says(client: Client) -> None:
    jpeg = inline(Image.new("RGB", (40, 40)), "JPEG")["inlineData"] | {"mimeType": "image/png"}
    request = await talk(client, "city", "night")
    request["contents"][0]["parts"].insert(0, {"inlineData": jpeg})
    assert await refusal(client, request) == "Unhandled generated data mime type: image/jpeg"
