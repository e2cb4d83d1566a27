"""Reading a body in pieces gives what reading it whole gives."""

import json
from base64 import b64encode, urlsafe_b64encode
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.demo.body import LONG, BodyReader, decoded

strings = st.one_of(
    st.text(max_size=40), st.integers(LONG - 2, LONG + 2).map(lambda count: '"\\' + "a" * (count - 4))
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), strings),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=8,
)


def put_back(value: object, reader: BodyReader) -> object:
    """The skeleton's value with its long strings in place."""
    match value:
        case str():
            text = b"".join(reader.text_of(value))
            return json.loads(b'"%s"' % text) if value.startswith("\0") and len(text) > LONG else value
        case list():
            return [put_back(item, reader) for item in cast(list[object], value)]
        case dict():
            entries = cast(dict[str, object], value)
            return {name: put_back(item, reader) for name, item in entries.items()}
        case _:
            return value


@given(value=values, cuts=st.lists(st.integers(1, 9000), min_size=1, max_size=9))
def test_any_cut_gives_the_same_body(value: object, cuts: list[int]) -> None:
    raw = json.dumps(value).encode()
    reader = BodyReader()
    at = turn = 0
    while at < len(raw):
        step = cuts[turn % len(cuts)]
        reader.feed(raw[at : at + step])
        at, turn = at + step, turn + 1
    assert reader.size == len(raw)
    assert put_back(json.loads(reader.skeleton()), reader) == value


def test_a_picture_never_stands_in_the_skeleton() -> None:
    picture = b64encode(bytes(range(256)) * 4000).decode()
    reader = BodyReader()
    raw = json.dumps({"data": picture}).encode()
    for start in range(0, len(raw), 65536):
        reader.feed(raw[start : start + 65536])
    assert len(reader.skeleton()) < 100
    assert decoded(reader.text_of(json.loads(reader.skeleton())["data"])) == bytes(range(256)) * 4000


@given(st.binary(max_size=4000))
def test_both_alphabets_of_base64_are_taken(data: bytes) -> None:
    assert decoded([b64encode(data)]) == decoded([urlsafe_b64encode(data)]) == data


@given(data=st.binary(max_size=400), cuts=st.lists(st.integers(0, 9), max_size=60))
def test_base64_may_be_cut_anywhere(data: bytes, cuts: list[int]) -> None:
    text = b64encode(data)
    pieces: list[bytes] = []
    for cut in cuts:
        pieces.append(text[:cut])
        text = text[cut:]
    assert decoded([*pieces, text]) == data


@pytest.mark.parametrize("text", [b"data:image/png;base64,AAAA", b"AAA", b"AA AA"])
def test_what_is_no_base64_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decoded([text])
