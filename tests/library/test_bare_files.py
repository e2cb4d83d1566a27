"""Stripping a file leaves the very pixels, and nothing that isn't needed for them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.domain.bare_files import bare
from studio.domain.errors import NotAPicture, PictureTooLarge
from studio.library.outgoing_reading import decode, look
from tests.library.given import SECRET, drawn, exif, opened, saved, secretive

MIMES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
FILES = {
    kind: saved(drawn((24, 16)), kind, exif=exif())
    for kind in (*MIMES, "GIF", "BMP", "TIFF", "AVIF", "HEIF", "PPM", "JPEG2000", "ICO")
    if kind not in {"GIF", "BMP", "PPM", "JPEG2000", "ICO"}
} | {kind: saved(drawn((24, 16)), kind) for kind in ("GIF", "BMP", "PPM", "JPEG2000", "ICO")}


@pytest.mark.parametrize(("kind", "mime"), MIMES.items())
def test_the_pixels_stay_and_the_rest_goes(kind: str, mime: str) -> None:
    data = secretive(kind)
    left = bare(data, mime)
    assert SECRET not in left
    assert opened(left).tobytes() == opened(data).tobytes()
    assert bare(left, mime) is left


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P", "I;16"])
def test_every_kind_of_png_stays_what_it_is(mode: str) -> None:
    picture = drawn(mode="L").convert(mode) if mode in {"1", "LA", "I;16"} else drawn(mode=mode)
    data = saved(picture, "PNG")
    assert bare(data, "image/png") is data


def test_colours_of_a_jpeg_for_printing_are_still_told() -> None:
    data = saved(drawn(mode="CMYK"), "JPEG", comment=SECRET.decode())
    left = bare(data, "image/jpeg")
    assert (SECRET in data, SECRET in left) == (True, False)
    assert opened(left).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("lossless", [True, False])
def test_a_transparent_webp_stays_so(lossless: bool) -> None:
    picture = drawn(mode="RGBA")
    picture.putalpha(77)
    data = saved(picture, "WEBP", lossless=lossless, exif=exif())
    left = bare(data, "image/webp")
    assert (left.count(b"EXIF"), left.count(b"ALPH")) == (0, data.count(b"ALPH"))
    assert opened(left).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize(("kind", "mime"), MIMES.items())
@settings(max_examples=60, deadline=None)
@given(cut=st.floats(0, 1, exclude_max=True))
def test_what_breaks_off_is_never_taken_for_whole(kind: str, mime: str, cut: float) -> None:
    data = FILES[kind]
    whole = bare(data, mime)
    with suppress(ValueError):
        assert opened(bare(data[: int(len(data) * cut)], mime)).tobytes() == opened(whole).tobytes()


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.filterwarnings("ignore")  # Pillow warns of damaged EXIF, and of much that it opens all the same.
@settings(max_examples=150, deadline=None)
@given(spoilt=st.data())
def test_any_bytes_end_in_a_picture_or_in_words_for_people(kind: str, spoilt: st.DataObject) -> None:
    """Damage anywhere: bytes changed, cut out, or the file cut short."""
    data = bytearray(FILES[kind])
    for _ in range(spoilt.draw(st.integers(1, 4))):
        at = spoilt.draw(st.integers(0, min(len(data) - 1, 700)))
        data[at : at + spoilt.draw(st.integers(0, 4))] = spoilt.draw(st.binary(max_size=4))
    damaged = bytes(data[: spoilt.draw(st.integers(0, len(data)))] if spoilt.draw(st.booleans()) else data)
    with suppress(NotAPicture, PictureTooLarge):
        seen = look(damaged, "fox")
        with suppress(ValueError):
            bare(damaged, seen.mime)
        assert decode(damaged, "fox").mode in {"L", "LA", "RGB", "RGBA"}
