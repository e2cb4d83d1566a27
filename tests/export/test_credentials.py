"""Content credentials are found wherever the standard puts them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from studio.domain.errors import UnreadableFile
from studio.export.credentials import has_credentials

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = b"\0\0\0\x60jumb\0\0\0\x26jumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0" + b"x" * 58


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#c04020").save(out, kind)
    return out.getvalue()


def signed(kind: str) -> bytes:
    data = picture(kind)
    match kind:
        case "PNG":
            chunk = b"caBX" + MANIFEST
            return (
                data[:33]
                + struct.pack(">I", len(MANIFEST))
                + chunk
                + struct.pack(">I", zlib.crc32(chunk))
                + data[33:]
            )
        case "JPEG":
            content = b"JP\0\1\0\0\0\1" + MANIFEST
            return data[:2] + b"\xff\xeb" + struct.pack(">H", len(content) + 2) + content + data[2:]
        case _:
            chunk = b"C2PA" + struct.pack("<I", len(MANIFEST)) + MANIFEST
            return data[:4] + struct.pack("<I", len(data) + len(chunk) - 8) + data[8:] + chunk


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_they_are_found_and_only_where_they_are(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "fox"
    path.write_bytes(signed(kind))
    with Image.open(path) as opened:
        opened.load()
    assert has_credentials(path)
    path.write_bytes(picture(kind))
    assert not has_credentials(path)


def test_pixels_that_read_like_credentials_are_none(tmp_path: Path) -> None:
    path = tmp_path / "fox"
    path.write_bytes(picture("JPEG") + b"\xff\xeb\0\x40jumbc2pa")
    assert not has_credentials(path)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        has_credentials(tmp_path / "fox.png")


@given(kind=st.sampled_from(["PNG", "JPEG", "WEBP"]), end=st.floats(0, 1), rest=st.binary(max_size=200))
def test_damage_ends_in_an_answer(
    tmp_path_factory: pytest.TempPathFactory, kind: str, end: float, rest: bytes
) -> None:
    data = signed(kind)
    path = tmp_path_factory.mktemp("damaged") / "fox"
    path.write_bytes(data[: int(end * len(data))] + rest)
    assert has_credentials(path) in {True, False}
