"""The splitter: pictures into sinks, the rest into a skeleton, however the bytes are cut."""

from __future__ import annotations

import base64
import json
import random
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio.gateway.blob import Blob, Flaw, SplitError, SplitTooLarge
from studio.gateway.skeleton import Split, SplitCut
from studio.gateway.splitter import Splitter

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "7f3a9c51d2e84b06"
PNG = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000)


@dataclass
class KeptSink:
    data: bytearray = field(default_factory=bytearray)
    closed: bool = False

    def write(self, data: bytes, /) -> None:
        assert not self.closed
        self.data += data

    def close(self) -> None:
        assert not self.closed
        self.closed = True


class Reading:
    """A body fed to a splitter in the pieces between `cuts`."""

    def __init__(self, body: bytes, cuts: list[int] | None = None, *, max_blob: int = 1 << 20) -> None:
        self.sinks: list[KeptSink] = []
        self.splitter = Splitter(self._open, token=TOKEN, max_blob=max_blob, max_skeleton=1 << 20)
        edges = [0, *sorted(min(cut, len(body)) for cut in cuts or []), len(body)]
        self._pieces = [body[start:end] for start, end in pairwise(edges)]

    def _open(self, index: int) -> KeptSink:
        assert index == len(self.sinks)
        self.sinks.append(KeptSink())
        return self.sinks[-1]

    def split(self) -> Split:
        for piece in self._pieces:
            self.splitter.feed(piece)
        return self.splitter.finish()

    @property
    def pictures(self) -> list[bytes]:
        return [bytes(sink.data) for sink in self.sinks]

    def outcome(self) -> tuple[object, tuple[Blob, ...], list[bytes]]:
        """The value, or the class of the expected error, with everything that was decoded."""
        try:
            value = self.split().value
        except SplitError as error:
            value = type(error)
        return value, self.splitter.blobs, self.pictures


def random_bytes(seed: int, size: int) -> bytes:
    return random.Random(seed).randbytes(size)


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


STYLES: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "data URL": lambda text: "data:image/png;base64," + text,
    "data URL with a character set": lambda text: "data:image/png;charset=utf-8;base64," + text,
    "URL-safe": lambda text: text.replace("+", "-").replace("/", "_"),
    "unpadded": lambda text: text.rstrip("="),
    "folded": lambda text: "\r\n".join(text[at : at + 76] for at in range(0, len(text), 76)) + "\n",
    "indented": lambda text: "  \n\t" + text + " ",
}
SPELLINGS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda body: body,
    "escaped slashes": lambda body: body.replace(b"/", b"\\/"),
    "escaped padding": lambda body: body.replace(b"=", b"\\u003d"),
    "escaped plus": lambda body: body.replace(b"+", b"\\u002B"),
}

cut_places = st.lists(st.integers(0, 12_000), max_size=40)
texts = st.text(max_size=60) | st.sampled_from(
    [
        'say "data": \\',
        "x\\" * 900,
        "@blob:0",
        "@blob:0@",
        "data:image/png;base64,",
        "see data:image/png;base64,iVBORw0KGgo…",
        "图" * 300,
        f"@blob:{TOKEN[:-1]}:0@",
    ]
)
pictures = st.builds(
    random_bytes,
    st.integers(0, 99),
    st.sampled_from([60, 61, 62, 63, 97, 1500, 3001, 5000]),
)


@given(
    images=st.lists(pictures, min_size=1, max_size=3),
    text=texts,
    signature=st.sampled_from(["", "CiQB" * 900, "data:image/png;base64," + "AAAA" * 99]),
    style=st.sampled_from(sorted(STYLES)),
    spelling=st.sampled_from(sorted(SPELLINGS)),
    indent=st.sampled_from([None, 2]),
    cuts=cut_places,
)
def test_every_picture_comes_out_whole_and_everything_else_stays(
    images: list[bytes],
    text: str,
    signature: str,
    style: str,
    spelling: str,
    indent: int | None,
    cuts: list[int],
) -> None:
    parts: list[dict[str, object]] = [{"text": text, "thoughtSignature": signature}]
    values = [STYLES[style](encoded(image)) for image in images]
    parts.extend({"inlineData": {"mimeType": "image/png", "data": value}} for value in values)
    reply = {'t"ext': text, "candidates": [{"content": {"parts": parts}}], "usage": {"n": 1}}
    body = SPELLINGS[spelling](json.dumps(reply, indent=indent, ensure_ascii=bool(indent)).encode())
    reading = Reading(body, cuts)

    split = reading.split()

    assert reading.pictures == images
    assert [blob.closed and blob.flaw is None for blob in split.blobs] == [True] * len(images)
    assert [blob.size for blob in split.blobs] == [len(image) for image in images]
    assert [blob.head for blob in split.blobs] == [image[:32] for image in images]
    assert {blob.mime for blob in split.blobs} == {"image/png" if "data URL" in style else ""}
    for index, part in enumerate(parts[1:]):
        part["inlineData"] = {"mimeType": "image/png", "data": f"@blob:{TOKEN}:{index}@"}
    assert split.value == reply
    assert split.pieces(text) == ((text,) if text else ())


@given(
    before=texts, after=texts, image=pictures, bracket=st.sampled_from(["()", '""', "<>"]), cuts=cut_places
)
@example(before="", after="", image=PNG, bracket="()", cuts=list(range(300)))
def test_a_picture_inside_a_text_is_streamed_and_the_text_keeps_its_place(
    before: str, after: str, image: bytes, bracket: str, cuts: list[int]
) -> None:
    url = f"data:image/png;base64,{encoded(image)}"
    text = f"{before}![image]{bracket[0]}{url}{bracket[1]}{after}"
    reading = Reading(json.dumps({"parts": [{"text": text}]}).encode(), cuts)

    split = reading.split()

    assert reading.pictures == [image]
    kept = cast(dict[str, list[dict[str, str]]], split.value)["parts"][0]["text"]
    assert split.pieces(kept) == (f"{before}![image]{bracket[0]}", split.blobs[0], f"{bracket[1]}{after}")
    assert split.blobs[0].mime == "image/png"
    assert split.blobs[0].key == "text"


JSON_PIECES = [
    b'{"data":"', b'"data" : "', b'"url":"', b'"text":"', b'"thoughtSignature":"', b'"', b"\\", b'\\"',
    b"\\u00", b"3d", b"=", b"==", b"A" * 80, b"QUJD" * 40, b"-_" * 40, b"/" * 80, b"\\/" * 80,
    b"data:image/png;base64,", b"data:", b"image\\/png;base64,", b",", b"}", b"{", b"[", b"]", b":", b" ",
    b"\n", b"\\n", b"(", b")", b"1e999", b"NaN", b"null", b"\xff", "图".encode(), b"@blob:0@",
    f"@blob:{TOKEN}:0@".encode(), b"[" * 3000, b"!",
]  # fmt: skip


@given(
    body=st.binary(max_size=2000) | st.lists(st.sampled_from(JSON_PIECES), max_size=40).map(b"".join),
    cuts=cut_places,
)
@example(body=b'{"data":"' + b"QUJD" * 40 + b"=A" + b'"}', cuts=[])
@example(body=b'"(data:image/png;base64,' + b"QUJD" * 40 + b"\\n\\u003dx)" + b'"', cuts=list(range(300)))
def test_any_bytes_end_in_a_value_or_an_expected_error_whatever_the_chunks(
    body: bytes, cuts: list[int]
) -> None:
    whole = Reading(body).outcome()

    assert Reading(body, cuts).outcome() == whole
    assert Reading(body, list(range(len(body)))).outcome() == whole


@given(cut=st.integers(0, 7400), cuts=cut_places)
def test_a_reply_that_is_cut_off_still_gives_what_came(cut: int, cuts: list[int]) -> None:
    parts = [{"inlineData": {"data": encoded(PNG[:2000])}}, {"inlineData": {"data": encoded(PNG[:3000])}}]
    body = json.dumps({"parts": parts, "end": 1}).encode()
    body = body[: min(cut, len(body) - 1)]
    reading = Reading(body, cuts)

    with pytest.raises(SplitCut) as caught:
        reading.split()

    blobs = caught.value.blobs
    assert all(sink.closed for sink in reading.sinks)
    for blob, picture, whole in zip(blobs, reading.pictures, (PNG[:2000], PNG[:3000]), strict=False):
        assert whole.startswith(picture)
        assert blob.size == len(picture)
        assert blob.closed == (len(picture) == len(whole)) or blob.size >= len(whole) - 2
    assert all(blob.closed for blob in blobs[:-1])
    assert body.startswith(caught.value.skeleton[:10])


@pytest.mark.parametrize(
    "value",
    [
        "https://example.test/" + "a" * 5000,
        "The picture was blocked because it shows somebody " * 50,
        "d41d8cd98f00b204e9800998ecf8427",
        "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'>" + " " * 3000 + "</svg>",
        "",
    ],
)
@pytest.mark.parametrize("key", ["data", "url", "image"])
def test_values_that_are_no_base64_stay_as_they_are(key: str, value: str) -> None:
    reading = Reading(json.dumps({key: value}).encode(), [7, 100, 2000])

    assert reading.split().value == {key: value}
    assert reading.sinks == []


@pytest.mark.parametrize("broken", ["!", "=A", "图", '"', "A=AAAA"])
def test_a_picture_with_bad_base64_is_marked_and_the_others_are_kept(broken: str) -> None:
    parts = [{"data": encoded(PNG[:3000]) + broken + encoded(PNG)}, {"data": encoded(PNG)}, {"text": "done"}]
    reading = Reading(json.dumps(parts).encode(), [5000])

    split = reading.split()

    assert [blob.flaw for blob in split.blobs] == [Flaw.BAD_BASE64, None]
    assert reading.pictures[1] == PNG
    assert PNG.startswith(reading.pictures[0][:3000])
    assert cast(list[object], split.value)[2] == {"text": "done"}


def test_one_letter_too_many_is_bad_base64() -> None:
    reading = Reading(json.dumps({"data": "QUJD" * 30 + "Q"}).encode())

    assert reading.split().blobs[0].flaw is Flaw.BAD_BASE64
    assert reading.pictures == [b"ABC" * 30]


def test_a_forged_marker_is_refused_even_when_the_token_was_guessed() -> None:
    reading = Reading(json.dumps({"text": f"@blob:{TOKEN}:0@", "data": encoded(PNG)}).encode())

    with pytest.raises(SplitError):
        reading.split()


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"a": -Infinity}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": "\xff"}',
        b"<html><body>Bad gateway</body></html>",
        b"{} {}",
    ],
)
def test_what_is_no_json_is_refused(body: bytes) -> None:
    with pytest.raises(SplitError):
        Reading(body).split()


def test_an_empty_reply_is_a_cut_one() -> None:
    with pytest.raises(SplitCut):
        Reading(b"").split()


def test_a_picture_over_the_limit_ends_the_reading_and_its_beginning_is_kept() -> None:
    reading = Reading(json.dumps({"data": encoded(PNG)}).encode(), [200, 400, 600, 800], max_blob=400)

    with pytest.raises(SplitTooLarge, match="larger than 400"):
        reading.split()
    reading.splitter.close()

    assert reading.pictures[0]
    assert PNG.startswith(reading.pictures[0])
    assert reading.sinks[0].closed
    assert not reading.splitter.blobs[0].closed


def test_endless_text_is_refused() -> None:
    splitter = Splitter(lambda _: KeptSink(), token=TOKEN, max_skeleton=100_000)
    splitter.feed(b'{"text":"')

    for _ in range(16):
        splitter.feed(b"words " * 1000)

    with pytest.raises(SplitTooLarge, match="outside the pictures"):
        splitter.feed(b"words " * 1000)


def test_closing_twice_closes_the_sink_once() -> None:
    reading = Reading(b"")
    reading.splitter.feed(b'{"data":"' + b"QUJD" * 100)

    reading.splitter.close()
    reading.splitter.close()

    assert reading.sinks[0].closed
    assert reading.splitter.blobs[0].size == 300


def test_a_token_that_would_break_json_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="token"):
        Splitter(lambda _: KeptSink(), token='"')
