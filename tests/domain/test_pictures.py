"""What the first bytes say a file is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.pictures import EXTENSIONS, HEAD_BYTES, sniff


@pytest.mark.parametrize(
    ("head", "mime"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(8), "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(8), "image/jpeg"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypmif1", "image/heic"),
        (b"\x00\x00\x00\x18ftypavif", None),
        (b"RIFF\x10\x00\x00\x00WAVE", None),
        (b"GIF89a", None),
        (b"<svg xmlns=", None),
        (b"", None),
    ],
)
def test_the_bytes_decide(head: bytes, mime: str | None) -> None:
    assert sniff(head) == mime


@given(st.binary(max_size=64))
def test_the_head_is_enough(data: bytes) -> None:
    assert sniff(data) == sniff(data[:HEAD_BYTES])
    assert sniff(data) in {None, "image/heic", *EXTENSIONS}
