"""What replies of every shape of wire.md 4, and with every trap of 11, are taken for."""

from __future__ import annotations

import base64
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.charge import Outcome
from studio.domain.reply import ReceivedPicture, Reply, Usage
from studio.gateway.reply import read_cut_reply, read_reply
from studio.gateway.splitter import Splitter
from tests.support.scripted_gateway import picture_part, reply_of

PNG = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(200)
JPEG = b"\xff\xd8\xff\xe0" + random.Random(2).randbytes(200)
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8L" + random.Random(3).randbytes(10)
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><circle r='4'/></svg>" * 3


class NoSink:
    def write(self, data: bytes, /) -> None:
        pass

    def close(self) -> None:
        pass


def read(value: object) -> Reply:
    splitter = Splitter(lambda _: NoSink(), token="8d2f61c04b7e93a5")
    splitter.feed(json.dumps(value).encode())
    return read_reply(splitter.finish(), request_id="req_7")


def test_the_recorded_exchange() -> None:
    reply = read(reply_of(picture_part(JPEG, mime="image/jpeg")))

    assert reply == Reply(
        outcome=Outcome.PICTURE,
        pictures=(ReceivedPicture(0, "image/jpeg"),),
        chosen=ReceivedPicture(0, "image/jpeg"),
        reason="STOP",
        request_id="req_7",
        response_id="r-0001",
        model_version="gemini-3.1-flash-image-preview",
        usage=Usage(prompt=11, candidates=1135, total=1146),
        turn=(
            '{"role":"model","parts":[{"inlineData":{"mimeType":"image/jpeg","data":"@blob:0"},'
            '"thoughtSignature":"CiQBjz1rX9"}]}'
        ),
    )


def shown(*parts: dict[str, object]) -> tuple[int | None, int, str]:
    """The chosen picture, how many there are, and the words."""
    reply = read(reply_of(*parts))
    return (reply.chosen.index if reply.chosen else None), len(reply.pictures), reply.words


def test_text_and_pictures_in_any_order() -> None:
    assert shown({"text": "Here it is."}, picture_part(PNG)) == (0, 1, "Here it is.")
    assert shown(picture_part(PNG), {"text": "There it was."}) == (0, 1, "There it was.")


def test_the_last_picture_that_is_no_thought_becomes_the_version() -> None:
    assert shown(picture_part(PNG), picture_part(PNG), picture_part(JPEG)) == (2, 3, "")
    assert shown(picture_part(PNG), picture_part(PNG, thought=True)) == (0, 2, "")
    assert shown(picture_part(PNG, thought=True), picture_part(PNG, thought=True)) == (1, 2, "")
    drafts = read(reply_of(picture_part(PNG), picture_part(PNG))).drafts
    assert [draft.index for draft in drafts] == [0]


def test_thoughts_are_no_words() -> None:
    assert shown({"text": "Let me think", "thought": True}, {"text": "Done"}) == (None, 0, "Done")


def test_snake_case() -> None:
    reply = read(
        {
            "candidates": [
                {
                    "content": {
                        "parts": [
                            {
                                "inline_data": {
                                    "mime_type": "image/png",
                                    "data": base64.b64encode(PNG).decode(),
                                },
                                "thought_signature": "abc",
                            }
                        ]
                    },
                    "finish_reason": "STOP",
                    "finish_message": "fine",
                }
            ],
            "usage_metadata": {"prompt_token_count": 3, "thoughts_token_count": 4},
            "response_id": "r",
            "model_version": "m",
        }
    )

    assert reply.chosen == ReceivedPicture(0, "image/png")
    assert (reply.reason, reply.explanation, reply.response_id, reply.model_version) == (
        "STOP",
        "fine",
        "r",
        "m",
    )
    assert reply.usage == Usage(prompt=3, thoughts=4)


def test_a_picture_as_markdown_in_the_text_leaves_clean_words() -> None:
    url = "data:image/jpeg;base64," + base64.b64encode(JPEG).decode()
    reply = read(reply_of({"text": f"Here:\n\n![image]({url})\n\nEnjoy (it)!"}))

    assert reply.chosen == ReceivedPicture(0, "image/jpeg")
    assert reply.words == "Here:\n\n\n\nEnjoy (it)!"
    assert "![image](@blob:0)" in reply.turn


def test_what_only_looks_like_a_picture_of_ours_is_text() -> None:
    reply = read(reply_of({"text": "@blob:0 and @text:blob:"}, picture_part(PNG)))

    assert reply.words == "@blob:0 and @text:blob:"
    assert "@text:blob:0 and @text:text:blob:" in reply.turn
    assert '"data":"@blob:0"' in reply.turn


def test_thought_signatures_stay_byte_for_byte() -> None:
    signature = base64.b64encode(random.Random(4).randbytes(90_000)).decode()
    part = picture_part(PNG) | {"thoughtSignature": signature}

    assert json.loads(read(reply_of(part)).turn)["parts"][0]["thoughtSignature"] == signature


@pytest.mark.parametrize(
    "data",
    [PNG, JPEG, WEBP],
    ids=["png", "jpeg", "the smallest webp"],
)
@pytest.mark.parametrize("label", ["image/png", "image/svg+xml", "", "text/plain"])
def test_the_first_bytes_decide_not_the_label(data: bytes, label: str) -> None:
    assert read(reply_of(picture_part(data, mime=label))).chosen == ReceivedPicture(0, label)


@pytest.mark.parametrize(
    "part",
    [
        picture_part(SVG, mime="image/svg+xml"),
        picture_part(SVG, mime="image/png"),
        picture_part(b"GIF89a" + PNG),
        picture_part(b""),
        picture_part(b"tiny"),
        {"inlineData": {"mimeType": "image/png"}},
        {"inlineData": {"mimeType": "image/png", "data": None}},
        {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(PNG).decode() + "!!"}},
        {"inlineData": "a string"},
        {"fileData": {"fileUri": "https://example.test/a.png", "mimeType": "image/png"}},
        {"file_data": {"file_uri": "file:///etc/passwd"}},
    ],
)
def test_a_picture_part_that_can_not_be_decoded_is_no_success(part: dict[str, object]) -> None:
    alone = read(reply_of({"text": "Look"}, part))
    beside_a_good_one = read(reply_of(picture_part(PNG), part))

    assert (alone.outcome, alone.chosen, alone.words) == (Outcome.UNUSABLE_PICTURE, None, "Look")
    assert beside_a_good_one.outcome is Outcome.PICTURE
    assert beside_a_good_one.chosen == ReceivedPicture(0, "image/png")


NO_PICTURE: list[tuple[object, str, str, str]] = [
    ({"promptFeedback": {"blockReason": "OTHER"}}, "OTHER", "", ""),
    (
        {"candidates": [], "promptFeedback": {"blockReason": "NEW_ONE", "blockReasonMessage": "No."}},
        "NEW_ONE",
        "No.",
        "",
    ),
    (
        {"candidates": [{"content": {}, "finishReason": "IMAGE_SAFETY", "finishMessage": "Unsafe."}]},
        "IMAGE_SAFETY",
        "Unsafe.",
        "",
    ),
    ({"candidates": [{"finishReason": "IMAGE_OTHER"}]}, "IMAGE_OTHER", "", ""),
    ({"candidates": [{"content": {"parts": None}, "finishReason": "NO_IMAGE"}]}, "NO_IMAGE", "", ""),
    ({"candidates": [{"content": {"parts": [{}]}, "finishReason": "STOP"}]}, "STOP", "", ""),
    (reply_of({"text": "I can't draw that."}), "STOP", "", "I can't draw that."),
    (reply_of({"text": ""}, {"thoughtSignature": "abc"}, {"executableCode": {}}), "STOP", "", ""),
    ({"candidates": [None, "x", {"content": {"parts": {"text": "One."}}}]}, "", "", "One."),
    ({}, "", "", ""),
    ([], "", "", ""),
    ("text", "", "", ""),
    (None, "", "", ""),
]


@pytest.mark.parametrize(("value", "reason", "explanation", "words"), NO_PICTURE)
def test_a_reply_without_a_picture_says_why_in_its_own_words(
    value: object, reason: str, explanation: str, words: str
) -> None:
    reply = read(value)

    assert reply.outcome is Outcome.NO_PICTURE
    assert (reply.reason, reply.explanation, reply.words) == (reason, explanation, words)


def test_a_reply_in_pieces_as_the_stream_without_events_sends_it() -> None:
    reply = read(
        [
            reply_of({"text": "First"}),
            reply_of(picture_part(PNG)) | {"usageMetadata": {"totalTokenCount": 9}},
        ]
    )

    assert (reply.words, reply.usage.total) == ("First", 9)
    assert reply.chosen == ReceivedPicture(0, "image/png")


@pytest.mark.parametrize(
    "value",
    [
        {"data": [{"b64_json": base64.b64encode(PNG).decode()}]},
        {"predictions": [{"bytesBase64Encoded": base64.b64encode(PNG).decode()}]},
        {
            "choices": [
                {
                    "message": {
                        "content": "![image](data:image/png;base64," + base64.b64encode(PNG).decode() + ")"
                    }
                }
            ]
        },
    ],
)
def test_a_picture_at_an_unexpected_place_was_paid_for_as_well(value: object) -> None:
    assert read(value).outcome is Outcome.PICTURE


def test_token_counts_that_are_none_are_unknown_not_zero() -> None:
    counts = {"promptTokenCount": "11", "totalTokenCount": True, "candidatesTokenCount": -1}

    assert read({"usageMetadata": counts}).usage == Usage()


def test_words_with_half_a_character_can_be_kept() -> None:
    assert read(reply_of({"text": "half \ud83d"})).words == "half ?"


def test_of_a_cut_reply_the_last_whole_picture_counts() -> None:
    body = json.dumps(reply_of(picture_part(PNG), picture_part(JPEG), picture_part(PNG))).encode()
    splitter = Splitter(lambda _: NoSink(), token="8d2f61c04b7e93a5")
    splitter.feed(body[: body.rindex(b"iVBOR") + 40])
    splitter.close()

    reply = read_cut_reply(splitter.blobs)

    assert reply is not None
    assert (reply.cut, reply.outcome, reply.chosen) == (True, Outcome.PICTURE, ReceivedPicture(1))
    assert read_cut_reply(splitter.blobs[2:]) is None


NAMES = [
    "candidates", "content", "parts", "text", "inlineData", "inline_data", "data", "fileData", "thought",
    "finishReason", "promptFeedback", "usageMetadata", "totalTokenCount", "mimeType", "responseId",
]  # fmt: skip
leaves: st.SearchStrategy[object] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.just(base64.b64encode(PNG).decode())
    | st.just("data:image/png;base64," + base64.b64encode(JPEG).decode())
)


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)


@given(st.recursive(leaves, nested, max_leaves=25))
def test_any_json_gives_a_reply(value: object) -> None:
    reply = read(value)

    assert (reply.chosen is not None) == (reply.outcome is Outcome.PICTURE)
    assert reply.chosen is None or reply.chosen in reply.pictures
    assert reply.turn == "" or json.loads(reply.turn)


def test_a_deeply_nested_turn_is_left_out_not_choked_on() -> None:
    deep = json.loads("[" * 900 + "]" * 900)

    assert read({"candidates": [{"content": deep}]}).outcome is Outcome.NO_PICTURE
