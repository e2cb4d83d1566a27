"""Whatever is given, what leaves is a picture that the model takes, as it is seen, and nothing else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from studio.domain.bare_files import bare
from studio.library.layout import LibraryFolder
from studio.library.outgoing import outgoing_reference
from tests.library.given import (
    LEFT,
    RIGHT,
    SECRET,
    colour_at,
    drawn,
    exchanging_profile,
    exif,
    give,
    looks_like,
    opened,
    saved,
    secretive,
    srgb_profile,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SENDABLE = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}


@pytest.fixture
def place(tmp_path: Path) -> LibraryFolder:
    """Of a library without anything."""
    return LibraryFolder(tmp_path)


def sent(place: LibraryFolder, data: bytes, *, longest_edge: int | None = None) -> Image.Image:
    """The picture as it leaves, which is what it is said to be, and nothing but a picture."""
    outgoing = outgoing_reference(place, give(place, data), longest_edge=longest_edge)
    told, left = outgoing.picture, outgoing.read()
    seen = opened(left)
    assert hashlib.sha256(left).hexdigest() == told.sha256
    assert (SENDABLE[told.mime], (told.width, told.height), told.size) == (seen.format, seen.size, len(left))
    assert bare(left, told.mime) is left
    assert seen.mode in {"L", "LA", "RGB", "RGBA", "P"}
    return seen


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
def test_what_needs_nothing_leaves_byte_for_byte(place: LibraryFolder, kind: str, mode: str) -> None:
    if kind == "JPEG" and mode in {"RGBA", "P"}:
        pytest.skip("JPEG has no such mode")
    data = saved(drawn(mode=mode), kind)
    reference = give(place, data)
    outgoing = outgoing_reference(place, reference, longest_edge=64)
    assert outgoing.read() == data
    assert outgoing.path == place.references / reference.sha256
    assert (outgoing.picture.sha256, outgoing.picture.of) == (reference.sha256, reference.sha256)


@pytest.mark.parametrize("kind", ["HEIF", "GIF", "AVIF", "TIFF", "BMP", "PPM", "JPEG2000"])
def test_other_types_are_turned_into_those_the_model_takes(place: LibraryFolder, kind: str) -> None:
    seen = sent(place, saved(drawn(), kind))
    assert looks_like(seen, drawn(), within=60 if kind in {"HEIF", "AVIF", "JPEG2000"} else 0)


def test_a_heic_whose_metadata_are_damaged_is_a_picture_all_the_same(place: LibraryFolder) -> None:
    """Reading these ended the whole program."""
    data = saved(drawn(), "HEIF", exif=exif())
    assert b"Exif" in data
    seen = sent(place, data.replace(b"Exif", b"\xffxif", 1))
    assert looks_like(seen, drawn(), within=60)


def test_an_icon_is_sent_as_the_largest_that_it_holds(place: LibraryFolder) -> None:
    seen = sent(place, saved(drawn((64, 64)), "ICO", sizes=[(16, 16), (48, 48)]))
    assert seen.size == (48, 48)


DEEP = {
    "grey PNG": lambda: saved(Image.new("I;16", (8, 8), 40_000), "PNG"),
    "grey TIFF": lambda: saved(Image.new("I;16", (8, 8), 40_000), "TIFF"),
    "big-endian TIFF": lambda: saved(Image.new("I;16B", (8, 8), 40_000), "TIFF"),
    "TIFF of 32 bits": lambda: saved(Image.new("I", (8, 8), 40_000), "TIFF"),
    "TIFF of fractions": lambda: saved(Image.new("F", (8, 8), 40_000 / 65_535), "TIFF"),
}


@pytest.mark.parametrize("made", DEEP.values(), ids=DEEP)
def test_more_than_eight_bits_become_eight(place: LibraryFolder, made: Callable[[], bytes]) -> None:
    seen = sent(place, made())
    assert (seen.mode, seen.getpixel((4, 4))) == ("L", 156)


def test_colours_of_sixteen_bits_become_eight(place: LibraryFolder) -> None:
    import pyvips

    flat = pyvips.Image.black(8, 8, bands=4).linear([1.0], [51_400, 15_420, 7_710, 32_896])
    seen = sent(place, flat.cast("ushort").copy(interpretation="rgb16").pngsave_buffer())
    assert (seen.mode, colour_at(seen, (4, 4))) == ("RGBA", (200, 60, 30, 128))


def test_what_is_transparent_stays_so(place: LibraryFolder) -> None:
    half = drawn(mode="RGBA")
    half.putalpha(Image.linear_gradient("L").resize(half.size))
    palette = drawn().quantize(8)
    palette.info["transparency"] = palette.getpixel((60, 40))
    for data in (
        saved(half, "PNG"),
        saved(half, "TIFF"),
        saved(half, "WEBP", lossless=True, icc_profile=exchanging_profile()),
    ):
        assert looks_like(sent(place, data).getchannel("A"), half.getchannel("A"), within=0)
    for kind in ("PNG", "GIF"):
        seen = sent(place, saved(palette, kind), longest_edge=32)
        assert [colour_at(seen, at)[3] for at in ((28, 20), (4, 20))] == [0, 255]


def test_smaller_edges_dont_bleed_out_of_what_is_transparent(place: LibraryFolder) -> None:
    """A green that nobody sees must not tint what is seen."""
    spot = Image.new("RGBA", (256, 256), (0, 255, 0, 0))
    spot.paste((200, 0, 0, 255), (64, 64, 192, 192))
    seen = sent(place, saved(spot, "PNG"), longest_edge=50)
    pixels = seen.convert("RGBA").tobytes()
    assert all(green <= 2 for green, alpha in zip(pixels[1::4], pixels[3::4], strict=True) if alpha > 16)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_of_an_animation_the_first_picture_is_sent(place: LibraryFolder, kind: str) -> None:
    later = [ImageOps.invert(drawn()), Image.new("RGB", (64, 48), "white")]
    data = saved(
        drawn(), kind, save_all=True, append_images=later, **({"lossless": True} if kind == "WEBP" else {})
    )
    seen = sent(place, data)
    assert getattr(seen, "n_frames", 1) == 1
    assert looks_like(seen, drawn(), within=6)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_picture_leaves_upright(place: LibraryFolder, kind: str, orientation: int) -> None:
    data = saved(drawn(), kind, exif=exif(orientation))
    lying = Image.Exif()
    lying[0x0112] = orientation
    source = drawn()
    source.info["exif"] = lying.tobytes()
    upright = ImageOps.exif_transpose(source)
    seen = sent(place, data)
    reference = give(place, data)
    assert (reference.width, reference.height) == seen.size
    assert looks_like(seen, upright, within=90)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_colours_are_told_in_srgb(place: LibraryFolder, kind: str) -> None:
    seen = sent(place, saved(drawn(), kind, icc_profile=exchanging_profile()))
    for at, (red, green, blue) in (((16, 40), LEFT), ((60, 40), RIGHT)):
        now = colour_at(seen, at)
        assert max(abs(now[0] - blue), abs(now[1] - green), abs(now[2] - red)) < 12


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_profile_that_changes_nothing_is_left_out_and_nothing_is_coded_anew(
    place: LibraryFolder, kind: str
) -> None:
    data = saved(drawn(), kind, icc_profile=srgb_profile())
    seen = sent(place, data)
    assert seen.info.get("icc_profile") is None
    assert seen.tobytes() == opened(data).tobytes()


def test_a_profile_for_other_colours_or_no_profile_at_all_is_left_aside(place: LibraryFolder) -> None:
    for mode, profile in (
        ("L", exchanging_profile()),
        ("RGB", b"no profile"),
        ("RGB", exchanging_profile()[:200]),
    ):
        seen = sent(place, saved(drawn(mode=mode), "PNG", icc_profile=profile)).convert(mode)
        assert looks_like(seen, drawn(mode=mode), within=60)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_printing_colours_become_those_of_a_screen(place: LibraryFolder, kind: str) -> None:
    seen = sent(place, saved(drawn(mode="CMYK"), kind))
    white, red, blue = (colour_at(seen, at) for at in ((1, 1), (16, 40), (60, 40)))
    assert seen.mode == "RGB"
    assert min(white) > 250
    assert red[0] > red[2] + 60
    assert blue[2] > blue[0] + 40


def test_a_longest_edge_is_kept_and_nothing_is_enlarged(place: LibraryFolder) -> None:
    wide = saved(drawn((12_288, 1536)), "PNG")
    assert sent(place, wide, longest_edge=2048).size == (2048, 256)
    assert sent(place, wide).size == (12_288, 1536)
    assert sent(place, saved(drawn((64, 48)), "JPEG"), longest_edge=2048).size == (64, 48)
    assert sent(place, saved(drawn((1, 900)), "PNG"), longest_edge=90).size == (1, 90)


def test_a_photograph_made_smaller_stays_one_and_a_drawing_loses_nothing(place: LibraryFolder) -> None:
    kinds = {"JPEG": "JPEG", "HEIF": "JPEG", "AVIF": "JPEG", "PNG": "PNG", "TIFF": "PNG", "GIF": "PNG"}
    for kind, became in kinds.items():
        assert sent(place, saved(drawn((640, 480)), kind), longest_edge=320).format == became


@pytest.mark.parametrize("longest_edge", [None, 32])
def test_settings_that_a_program_wrote_into_a_picture_dont_keep_it_from_leaving_without_them(
    place: LibraryFolder, longest_edge: int | None
) -> None:
    told = PngInfo()
    told.add_text("workflow", SECRET.decode() * 100_000, zip=True)
    told.add_text("prompt", SECRET.decode() * 100_000)
    seen = sent(place, saved(drawn(), "PNG", pnginfo=told), longest_edge=longest_edge)
    assert looks_like(seen, drawn(), within=0) or longest_edge == 32


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "HEIF", "AVIF"])
@pytest.mark.parametrize("longest_edge", [None, 32])
def test_where_and_by_whom_it_was_taken_doesnt_leave(
    place: LibraryFolder, kind: str, longest_edge: int | None
) -> None:
    data = secretive(kind)
    assert SECRET in data
    outgoing = outgoing_reference(place, give(place, data), longest_edge=longest_edge)
    left = outgoing.read()
    assert SECRET not in left
    assert not {"exif", "xmp", "comment", "icc_profile", "Author"} & set(opened(left).info)
    if kind in {"PNG", "JPEG", "WEBP"} and longest_edge is None:
        # Nothing was decoded and coded for it.
        assert opened(left).tobytes() == opened(data).tobytes()
