"""Turns that are kept and sent again: whatever the model said goes back to it as it came."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.recipe import Recipe
from studio.gateway.client import random_token
from studio.gateway.reply import read_reply
from studio.gateway.request import Pieces, body_pieces, build_body, turn_pieces
from studio.gateway.splitter import Splitter
from studio.gateway.turns import sendable
from tests.gateway.test_request import Loose

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]


@dataclass
class Heap:
    """Where the pictures of a reply go."""

    pictures: list[bytearray] = field(default_factory=list[bytearray])

    def open_sink(self, index: int) -> Sink:
        assert index == len(self.pictures)
        self.pictures.append(bytearray())
        return Sink(self.pictures[-1])


@dataclass
class Sink:
    taken: bytearray

    def write(self, data: bytes) -> None:
        self.taken += data

    def close(self) -> None:
        pass


def kept(content: Json) -> tuple[str, Mapping[int, Loose]]:
    """A model's turn, as it is kept when it has come over the wire; and its pictures."""
    heap = Heap()
    splitter = Splitter(heap.open_sink, token=random_token())
    splitter.feed(json.dumps({"candidates": [{"content": content, "finishReason": "STOP"}]}).encode())
    reply = read_reply(splitter.finish())
    return reply.turn, {at: Loose("image/png", bytes(data)) for at, data in enumerate(heap.pictures)}


def sent(*turns: tuple[str, Mapping[int, Loose]]) -> list[Json]:
    """The turns of the body in which these are sent again."""
    pieces: list[Pieces] = []
    for turn, pictures in turns:
        whole = sendable(turn)
        assert whole is not None
        pieces.append(turn_pieces(whole, pictures))
    return json.loads(build_body(body_pieces(pieces, Recipe("x"))))["contents"]


def picture(data: bytes, **more: object) -> Json:
    """A part with a picture; long enough to be one in the reader's eyes."""
    encoded = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(24) + data).decode()
    return {"inlineData": {"mimeType": "image/png", "data": encoded}, **more}


def said(text: str, **more: object) -> Json:
    return {"text": text, **more}


def with_news(number: int) -> Json:
    """A part with a member that nobody knows of yet."""
    return {"text": "x", "newKey": {"of": [number, None, True, 0.5]}}


signatures = st.text(alphabet="abcXYZ019+/=_-", min_size=1, max_size=400)
texts = st.text(min_size=1) | st.sampled_from(
    ["@blob:0", "@text:blob:0", "@text:", '"@blob:1"', "\\", "\u2028", "![x](y)"]
)
few_bytes = st.binary(max_size=90)
parts: st.SearchStrategy[Json] = st.one_of(
    st.builds(said, texts),
    st.builds(said, texts | st.just(""), thoughtSignature=signatures),
    st.builds(picture, few_bytes, thoughtSignature=signatures),
    st.builds(with_news, st.integers()),
)
thoughts: st.SearchStrategy[Json] = st.one_of(
    st.builds(said, texts, thought=st.just(True)), st.builds(picture, few_bytes, thought=st.just(True))
)


@given(
    st.lists(st.tuples(st.lists(parts, min_size=1, max_size=5), st.lists(thoughts, max_size=3)), max_size=6)
)
def test_any_chain_of_turns_goes_back_letter_for_letter(chain: list[tuple[list[Json], list[Json]]]) -> None:
    came = [{"role": "model", "parts": [*thinking, *spoken]} for spoken, thinking in chain]

    assert sent(*(kept(content) for content in came)) == [
        {"role": "model", "parts": spoken} for spoken, _ in chain
    ]


@given(st.lists(st.one_of(parts, thoughts), max_size=8))
def test_thoughts_are_left_out_wherever_they_stand(mixed: list[Json]) -> None:
    expected = [part for part in mixed if "thought" not in part]
    turn, pictures = kept({"role": "model", "parts": mixed})

    if expected:
        assert sent((turn, pictures)) == [{"role": "model", "parts": expected}]
    else:
        assert sendable(turn) is None


def test_keys_keep_their_order() -> None:
    part = picture(b"1")
    backwards = {
        "thoughtSignature": "s+/=",
        "inlineData": {"data": part["inlineData"]["data"], "mimeType": "image/png"},
    }
    turn, pictures = kept({"parts": [backwards], "role": "model"})
    whole = sendable(turn)
    assert whole is not None

    body = build_body(body_pieces([turn_pieces(whole, pictures)], Recipe("x"))).decode()
    assert json.dumps(backwards, separators=(",", ":")) in body


def test_names_in_snake_case_are_sent_as_every_gateway_takes_them() -> None:
    data = picture(b"2")["inlineData"]["data"]
    snake = {"inline_data": {"mime_type": "image/png", "data": data}, "thought_signature": "s1"}

    (turn,) = sent(kept({"role": "model", "parts": [snake]}))
    assert turn["parts"] == [
        {"inlineData": {"mimeType": "image/png", "data": data}, "thoughtSignature": "s1"}
    ]


def test_empty_parts_are_not_sent() -> None:
    spoken = said("Here.", thoughtSignature="s1")
    (turn,) = sent(kept({"parts": [{}, {"text": ""}, spoken, {"text": None}, None, "?"]}))
    assert turn == {"role": "model", "parts": [spoken]}


@pytest.mark.parametrize(
    "content",
    [
        {"role": "model", "parts": []},
        {"role": "model"},
        {"role": "model", "parts": [{"text": "hm", "thought": True}]},
        {
            "role": "model",
            "parts": [{"text": f"![fox](data:image/png;base64,{picture(b'')['inlineData']['data']})"}],
        },
        {"role": "model", "parts": [{"image_url": {"url": picture(b"")["inlineData"]["data"]}}]},
    ],
)
def test_what_is_no_turn_of_the_models_is_not_sent_again(content: Json) -> None:
    assert sendable(kept(content)[0]) is None


@pytest.mark.parametrize("turn", ["", "{", "null", "[]", '"x"', "1e999", '{"parts":' * 2000])
def test_what_was_never_kept_or_is_damaged_is_not_sent(turn: str) -> None:
    assert sendable(turn) is None


def test_a_turn_is_signed_when_each_of_its_pictures_is() -> None:
    bare, signed = picture(b"1"), picture(b"2", thoughtSignature="s")
    for content, expected in (([signed], True), ([signed, bare], False), ([{"text": "hi"}, signed], True)):
        whole = sendable(kept({"role": "model", "parts": content})[0])
        assert whole is not None
        assert whole.signed is expected
