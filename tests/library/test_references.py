"""References: what can be sent is kept once, what can't is refused with a clear reason."""

from __future__ import annotations

import asyncio
import hashlib
import io
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.errors import NotAPicture, PictureTooLarge, UnreadableFile
from studio.library.layout import LibraryFolder
from studio.library.thumbnails import ThumbnailReader, forget, open_store
from tests.library.given import drawn, saved
from tests.library.scenes import library_in, picture
from tests.library.test_generation import bomb, truncated

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_thumbnail_of_a_reference_can_be_made_again(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        reference = await library.add_reference_bytes(picture("PNG", (64, 48)), name="fox")
        with closing(open_store(LibraryFolder(tmp_path))) as connection:
            forget(connection, [reference.sha256])
        with ThumbnailReader(tmp_path) as thumbnails:
            assert thumbnails.read(reference.sha256, 256) is None
            await library.make_thumbnail(reference.sha256)
            assert thumbnails.read(reference.sha256, 256) is not None


@pytest.mark.parametrize(
    ("kind", "mime"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")]
)
async def test_a_picture_is_kept_as_it_is_under_its_sum(tmp_path: Path, kind: str, mime: str) -> None:
    data = picture(kind, (640, 480))
    file = tmp_path / "my fox.bin"
    file.write_bytes(data)
    async with library_in(tmp_path / "library") as library:
        reference = await library.add_reference(file)
        again = await library.add_reference_bytes(data, name="pasted")
        assert reference.sha256 == again.sha256 == hashlib.sha256(data).hexdigest()
        assert (reference.mime, reference.width, reference.height) == (mime, 640, 480)
        assert (reference.size, reference.name) == (len(data), "my fox.bin")
        assert library.reference_path(reference.sha256).read_bytes() == data
        assert library.read_reference(reference.sha256) == data
        with ThumbnailReader(tmp_path / "library") as thumbnails:
            assert thumbnails.read(reference.sha256, 256) is not None


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "AVIF", "PPM", "JPEG2000"])
async def test_other_pictures_are_kept_as_they_were_given_too(tmp_path: Path, kind: str) -> None:
    data = picture(kind, (64, 48))
    async with library_in(tmp_path) as library:
        reference = await library.add_reference_bytes(data, name="fox")
        assert (reference.width, reference.height) == (64, 48)
        assert reference.mime not in {"image/png", "image/jpeg", "image/webp"}
        assert library.read_reference(reference.sha256) == data
        with ThumbnailReader(tmp_path) as thumbnails:
            assert thumbnails.read(reference.sha256, 256) is not None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"\0\0\0\x18ftypheic" + bytes(99),
        truncated(picture()),
        truncated(picture("JPEG")),
        truncated(picture("BMP")),
        saved(drawn(), "TIFF", tiffinfo={254: 1}),
    ],
    ids=["nothing", "text", "SVG", "EPS", "HEIC", "half a PNG", "half a JPEG", "half a BMP", "raw"],
)
async def test_what_is_no_picture_is_refused_and_not_kept(tmp_path: Path, data: bytes) -> None:
    async with library_in(tmp_path) as library:
        with pytest.raises(NotAPicture) as refused:
            await library.add_reference_bytes(data, name="fox.png")
        assert refused.value.name == "fox.png"
        assert list((tmp_path / ".proofroom" / "references").iterdir()) == []


async def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    flat = io.BytesIO()
    Image.new("1", (30_000, 4_000)).save(flat, "TIFF", compression="group4")
    async with library_in(tmp_path) as library:
        for data in (bomb(), flat.getvalue()):
            with pytest.raises(PictureTooLarge):
                await library.add_reference_bytes(data, name="bomb")


async def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    with file.open("wb") as empty:
        empty.truncate(200_000_001)
    async with library_in(tmp_path / "library") as library:
        with pytest.raises(PictureTooLarge) as refused:
            await library.add_reference(file)
        assert (refused.value.name, refused.value.limit) == ("large.png", "200 MB")


async def test_a_file_that_isnt_there_or_is_a_folder_is_unreadable(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        for path in (tmp_path / "nowhere.png", tmp_path):
            with pytest.raises(UnreadableFile):
                await library.add_reference(path)
        with pytest.raises(UnreadableFile):
            await asyncio.to_thread(library.read_reference, "0" * 64)
