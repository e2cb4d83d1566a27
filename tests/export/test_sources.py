"""What pictures an export takes, and what becomes of their pixels."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from studio.domain.errors import NotAPicture, UnreadableFile
from studio.domain.export import Encoding, Format, Profile
from studio.domain.export_report import Note
from studio.domain.export_sizes import Box, Plan, SizeKind, SizeRule, resolve
from studio.domain.geometry import PixelSize
from studio.export.decoding import Picture, decoded
from studio.export.encode import encoded, notes_of
from tests.export.pictures import half_seen, landscape, opened, saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AS_IT_IS = SizeRule()


def srgb() -> bytes:
    """As LittleCMS writes it, which isn't what libvips brings."""
    # Pillow's types leave the profile that it makes untold.
    make = cast("Callable[[str], ImageCms.ImageCmsProfile]", vars(ImageCms)["createProfile"])
    return ImageCms.ImageCmsProfile(make("sRGB")).tobytes()


def mistaken() -> bytes:
    """A profile that takes red for green, and green for red."""
    profile = bytearray(srgb())
    for channel, other in ((b"rXYZ", b"_XYZ"), (b"gXYZ", b"rXYZ"), (b"_XYZ", b"gXYZ")):
        at = profile.index(channel)
        profile[at : at + 4] = other
    return bytes(profile)


def export(path: Path, rule: SizeRule = AS_IT_IS, *, profile: Profile = Profile.CONVERT) -> Image.Image:
    """The picture as a PNG."""
    picture = decoded(path, profile)
    return opened(encoded(picture, resolve(rule, picture.size), Encoding(profile=profile)))


def pixel(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = picture.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def test_black_and_white_merge_into_the_grey_that_is_half_as_bright(tmp_path: Path) -> None:
    board = (np.indices((64, 64)).sum(0) % 2 * 255).astype(np.uint8)
    path = saved(Image.fromarray(board).convert("RGB"), tmp_path / "board.png")
    assert pixel(export(path, SizeRule(SizeKind.WIDTH, width=16)), 8, 8) == (188, 188, 188)


def test_a_hidden_colour_stays_hidden(tmp_path: Path) -> None:
    path = saved(half_seen(), tmp_path / "half.png")
    for width in (97, 640):
        made = export(path, SizeRule(SizeKind.WIDTH, width=width))
        seen = [pixel(made, x, 20) for x in range(width)]
        assert all(green <= 40 for _, green, _, alpha in seen if alpha > 16)


def test_a_size_that_is_the_pictures_own_leaves_its_pixels_alone(tmp_path: Path) -> None:
    path = saved(landscape(), tmp_path / "source.png")
    assert export(path).tobytes() == landscape().tobytes()


def test_a_part_is_that_part(tmp_path: Path) -> None:
    path = saved(landscape(), tmp_path / "source.png")
    made = export(path, SizeRule(SizeKind.CROP, box=Box(10, 20, 100, 50)))
    assert made.tobytes() == landscape().crop((10, 20, 110, 70)).tobytes()


def test_a_picture_that_lies_on_its_side_is_put_upright(tmp_path: Path) -> None:
    lying = landscape().transpose(Image.Transpose.ROTATE_90)
    exif = lying.getexif()
    exif[0x0112] = 6
    picture = decoded(saved(lying, tmp_path / "lying.jpg", exif=exif, quality=95))
    assert picture.size == PixelSize(320, 180)
    made = opened(encoded(picture, resolve(AS_IT_IS, picture.size), Encoding()))
    assert np.abs(np.asarray(made, int) - np.asarray(landscape(), int)).mean() < 4
    assert made.getexif().get(0x0112, 1) == 1


def test_a_profile_is_converted_or_kept(tmp_path: Path) -> None:
    profile = mistaken()
    path = saved(Image.new("RGB", (8, 8), (200, 30, 30)), tmp_path / "wide.png", icc_profile=profile)
    kept, converted = (export(path, profile=profile) for profile in (Profile.KEEP, Profile.CONVERT))
    assert pixel(kept, 4, 4) == (200, 30, 30)
    assert kept.info["icc_profile"] == profile
    assert np.abs(np.subtract(pixel(converted, 4, 4), (30, 200, 30))).max() <= 2
    assert ImageCms.getProfileDescription(
        ImageCms.ImageCmsProfile(io.BytesIO(converted.info["icc_profile"]))
    ).startswith("sRGB")


def test_a_profile_that_says_srgb_in_other_words_changes_no_pixel(tmp_path: Path) -> None:
    path = saved(landscape(), tmp_path / "same.png", icc_profile=srgb())
    assert export(path).tobytes() == landscape().tobytes()


@pytest.mark.parametrize("kept", list(Profile))
def test_a_damaged_profile_is_none(kept: Profile, tmp_path: Path) -> None:
    path = saved(landscape(), tmp_path / "odd.png", icc_profile=b"nonsense" * 20)
    made = export(path, profile=kept)
    assert made.tobytes() == landscape().tobytes()
    assert len(made.info["icc_profile"]) == 480


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "CMYK"])
def test_pictures_that_are_no_rgb_become_it(mode: str, tmp_path: Path) -> None:
    ending = "jpg" if mode == "CMYK" else "png"
    source = landscape().convert(mode)
    made = export(saved(source, tmp_path / f"source.{ending}"))
    assert made.mode == "RGB"
    apart = np.abs(np.asarray(made, int) - np.asarray(source.convert("RGB"), int)).mean()
    # What is printed has colours of its own.
    assert apart < (40 if mode == "CMYK" else 0.01)


def test_sixteen_bits_become_eight_which_is_said_unless_the_file_has_them(tmp_path: Path) -> None:
    levels = (np.arange(256 * 64).reshape(64, 256) * 4).astype(np.uint16)
    path = saved(Image.fromarray(levels), tmp_path / "deep.png")
    picture = decoded(path)
    plan = resolve(AS_IT_IS, picture.size)
    assert notes_of(picture, plan, Encoding()) == {Note.EIGHT_BITS}
    assert notes_of(picture, plan, Encoding(Format.TIFF)) == frozenset()
    made = opened(encoded(picture, plan, Encoding()))
    assert pixel(made, 10, 5) == (round(int(levels[5, 10]) / 257),) * 3
    smaller = resolve(SizeRule(SizeKind.WIDTH, width=128), picture.size)
    shrunk = opened(encoded(picture, smaller, Encoding()))
    assert abs(pixel(shrunk, 60, 10)[0] - round(int(levels[20, 120]) / 257)) <= 2


@pytest.mark.parametrize("ending", ["webp", "png"])
def test_of_a_picture_that_moves_the_first_frame_is_taken_which_is_said(ending: str, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("#ff0000", "#00ff00")]
    path = tmp_path / f"moving.{ending}"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=50, lossless=True)
    picture = decoded(path)
    assert picture.notes == {Note.FIRST_FRAME}
    assert picture.size == PixelSize(40, 30)
    assert pixel(export(path), 5, 5) == (255, 0, 0)


def test_what_a_file_lacks_of_its_picture_is_said(tmp_path: Path) -> None:
    picture = decoded(saved(half_seen(), tmp_path / "half.png"))
    larger = resolve(SizeRule(SizeKind.WIDTH, width=640), picture.size)
    assert notes_of(picture, larger, Encoding(Format.JPEG)) == {Note.WHITE_GROUND, Note.UPSCALED}
    assert notes_of(picture, larger, Encoding(Format.ICO)) == frozenset()


def test_transparency_that_hides_nothing_is_left_out(tmp_path: Path) -> None:
    picture = decoded(saved(landscape().convert("RGBA"), tmp_path / "opaque.png"))
    assert picture.image.bands == 3


def test_a_missing_file_and_a_damaged_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        decoded(tmp_path / "gone.png")
    whole = saved(landscape(), tmp_path / "whole.png").read_bytes()
    for number, data in enumerate((whole[:200], whole[:-300], b"", b"GIF89a", b"<svg xmlns='x'/>")):
        broken = tmp_path / f"broken-{number}.png"
        broken.write_bytes(data)
        with pytest.raises(NotAPicture):
            decoded(broken)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return decoded(saved(landscape(97, 61), tmp_path_factory.mktemp("pictures") / "odd.png"))


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 96),
    st.integers(0, 60),
    st.integers(1, 97),
    st.integers(1, 61),
    st.integers(1, 300),
    st.integers(1, 300),
)
def test_a_file_has_just_the_size_that_was_planned(
    source: Picture, left: int, top: int, across: int, down: int, width: int, height: int
) -> None:
    box = Box(left, top, min(across, 97 - left), min(down, 61 - top))
    made = opened(encoded(source, Plan(box, PixelSize(width, height)), Encoding()))
    assert made.size == (width, height)
