"""Every format, read back by programs that aren't ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, cast

import pytest
from PIL import Image, ImageChops, ImageStat

from studio.domain.export import NOTHING, Embedded, Encoding, Format, Inside
from studio.domain.export_errors import TooLongForFormat
from studio.domain.export_sizes import Plan, SizeKind, SizeRule, resolve
from studio.export.decoding import Picture, decoded
from studio.export.encode import encoded, size_in, size_of
from studio.export.inside import embedded
from tests.domain import making
from tests.export.pictures import ask, drawing, half_seen, landscape, opened, saved

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = (Format.PNG, Format.JPEG, Format.WEBP, Format.AVIF, Format.TIFF)
WITH_PROFILE = (*PICTURES, Format.PDF)
ICONS = (Format.ICO, Format.ICNS)
AS_IT_IS = SizeRule()

Draw: TypeAlias = Callable[[], Image.Image]


def picture_of(source: Image.Image, folder: Path) -> Picture:
    return decoded(saved(source, folder / "source.png"))


def made(
    picture: Picture, encoding: Encoding, rule: SizeRule = AS_IT_IS, inside: Embedded = NOTHING
) -> bytes:
    return encoded(picture, resolve(rule, picture.size), encoding, inside)


def file_of(picture: Picture, encoding: Encoding, folder: Path, inside: Embedded = NOTHING) -> Path:
    path = folder / f"made.{encoding.format.ending}"
    path.write_bytes(made(picture, encoding, inside=inside))
    return path


def told(path: Path) -> dict[str, object]:
    """Everything exiftool finds in the file, by group and name."""
    (found,) = cast("list[dict[str, object]]", json.loads(ask("exiftool", "-json", "-G1", "-n", path)))
    return {name: value for name, value in found.items() if not name.startswith(("System:", "ExifTool:"))}


def likeness(first: Image.Image, second: Image.Image) -> float:
    """How far they are apart on the mean, in levels of 255."""
    difference = ImageChops.difference(first.convert("RGB"), second.convert("RGB"))
    return sum(ImageStat.Stat(difference).mean) / 3


@pytest.mark.parametrize("format_", PICTURES)
def test_imagemagick_sees_the_size_eight_bits_and_srgb(format_: Format, tmp_path: Path) -> None:
    path = file_of(picture_of(landscape(), tmp_path), Encoding(format_), tmp_path)
    seen = ask("identify", "-format", "%w %h %z %[colorspace]", path)
    assert seen == "320 180 8 sRGB"


@pytest.mark.parametrize("format_", PICTURES)
def test_the_colours_are_those_of_the_picture(format_: Format, tmp_path: Path) -> None:
    data = made(picture_of(landscape(), tmp_path), Encoding(format_))
    assert likeness(opened(data), landscape()) < 3


@pytest.mark.parametrize("format_", [Format.PNG, Format.TIFF, Format.WEBP, Format.AVIF])
def test_without_loss_means_without_loss(format_: Format, tmp_path: Path) -> None:
    data = made(picture_of(landscape(), tmp_path), Encoding(format_, lossless=True))
    # AVIF keeps brightness and colours apart, which costs a level.
    assert likeness(opened(data), landscape()) < (1.5 if format_ is Format.AVIF else 1e-9)


@pytest.mark.parametrize("format_", PICTURES)
def test_srgb_is_always_tagged(format_: Format, tmp_path: Path) -> None:
    found = told(file_of(picture_of(landscape(), tmp_path), Encoding(format_), tmp_path))
    assert found["ICC_Profile:ProfileDescription"] == "sRGB"


@pytest.mark.parametrize("format_", PICTURES)
def test_nothing_but_the_picture_is_in_a_file_that_is_told_nothing(format_: Format, tmp_path: Path) -> None:
    source = landscape()
    exif = source.getexif()
    exif[0x010E] = "a secret"
    path = saved(source, tmp_path / "source.png", exif=exif, dpi=(300, 300))
    found = told(file_of(decoded(path), Encoding(format_), tmp_path))
    kinds = {name.partition(":")[0] for name in found} - {"ICC_Profile", "ICC-header", "Composite", "File"}
    assert kinds <= {
        Format.PNG: {"PNG", "PNG-pHYs"},
        Format.JPEG: {"JFIF"},
        Format.WEBP: {"RIFF"},
        Format.AVIF: {"QuickTime", "Meta"},
        Format.TIFF: {"IFD0"},
    }[format_] | {"SourceFile"}
    assert "secret" not in str(found)


@pytest.mark.parametrize("format_", WITH_PROFILE)
def test_what_is_told_is_found_by_exiftool(format_: Format, tmp_path: Path) -> None:
    inside = embedded(making.version("fox"), Inside(credit="Ann & Co"), format_)
    found = told(file_of(picture_of(landscape(), tmp_path), Encoding(format_), tmp_path, inside))
    assert found["XMP-dc:Description"] == "a cat"
    assert str(found["XMP-iptcExt:DigitalSourceType"]).endswith("/trainedAlgorithmicMedia")
    assert found["XMP-photoshop:Credit"] == "Ann & Co"
    if format_ is Format.PNG:
        assert str(found["PNG:Parameters"]).startswith("a cat\n")
    if format_ in {Format.JPEG, Format.WEBP, Format.AVIF}:
        assert str(found["ExifIFD:UserComment"]).startswith("a cat")


@pytest.mark.parametrize("encoding", [Encoding(), Encoding(optimised=True), Encoding(colours=16)])
@pytest.mark.parametrize("draw", [landscape, drawing, half_seen])
def test_pngcheck_finds_no_fault(encoding: Encoding, draw: Draw, tmp_path: Path) -> None:
    inside = Embedded(b"<x/>", texts=(("parameters", "a fox"), ("Title", "狐")))
    path = file_of(picture_of(draw(), tmp_path), encoding, tmp_path, inside)
    assert "OK: " in ask("pngcheck", path)


def test_a_palette_is_one_and_no_larger_than_it_may_be(tmp_path: Path) -> None:
    picture = picture_of(landscape(), tmp_path)
    for colours in (256, 16, 4, 2):
        reduced = opened(made(picture, Encoding(colours=colours)))
        assert reduced.mode == "P"
        assert len(reduced.convert("RGB").getcolors() or ()) <= colours
    assert "4-bit palette" in ask("pngcheck", file_of(picture, Encoding(colours=16), tmp_path))


@pytest.mark.parametrize("draw", [landscape, drawing, half_seen])
def test_an_optimised_png_is_smaller_and_has_the_same_pixels(draw: Draw, tmp_path: Path) -> None:
    picture = picture_of(draw(), tmp_path)
    plain, small = (made(picture, Encoding(optimised=optimised)) for optimised in (False, True))
    assert len(small) < len(plain)
    assert opened(small).convert("RGBA").tobytes() == opened(plain).convert("RGBA").tobytes()


def test_a_drawing_of_few_colours_becomes_a_palette(tmp_path: Path) -> None:
    assert opened(made(picture_of(drawing(), tmp_path), Encoding(optimised=True))).mode == "P"


@pytest.mark.parametrize(("lossless", "kind"), [(False, "VP8 "), (True, "VP8L")])
def test_webpinfo_sees_which_kind_it_is(lossless: bool, kind: str, tmp_path: Path) -> None:
    path = file_of(picture_of(landscape(), tmp_path), Encoding(Format.WEBP, lossless=lossless), tmp_path)
    seen = ask("webpinfo", path)
    assert "No error detected." in seen
    assert f"Chunk {kind}" in seen
    assert "Width: 320" in seen


def test_avifdec_decodes_it_and_sees_its_colours(tmp_path: Path) -> None:
    path = file_of(picture_of(landscape(), tmp_path), Encoding(Format.AVIF), tmp_path)
    seen = ask("avifdec", "--info", path)
    assert re.search(r"Resolution\s+: 320x180", seen)
    assert re.search(r"Transfer Char\.\s+: 13", seen), "sRGB's curve (ITU-T H.273, table 3)"
    assert re.search(r"ICC Profile\s+: Present", seen)
    back = tmp_path / "back.png"
    ask("avifdec", path, back)
    assert likeness(Image.open(back), landscape()) < 3


@pytest.mark.parametrize("lossless", [False, True])
def test_a_pdf_is_one_page_with_the_picture_in_its_colours(lossless: bool, tmp_path: Path) -> None:
    path = file_of(picture_of(landscape(), tmp_path), Encoding(Format.PDF, lossless=lossless), tmp_path)
    seen = ask("pdfinfo", path)
    assert re.search(r"Pages:\s+1\n", seen)
    assert re.search(r"Page size:\s+320 x 180 pts", seen)
    assert re.search(r"Metadata Stream:\s+no", seen)
    assert " icc " in ask("pdfimages", "-list", path)
    ask("pdfimages", "-png", path, tmp_path / "page")
    apart = likeness(Image.open(tmp_path / "page-000.png"), landscape())
    assert apart == 0 if lossless else apart < 3


def test_a_very_long_picture_fits_on_a_page_of_a_pdf(tmp_path: Path) -> None:
    path = file_of(picture_of(landscape(20_000, 4), tmp_path), Encoding(Format.PDF), tmp_path)
    assert re.search(r"Page size:\s+14400 x 2\.88 pts", ask("pdfinfo", path))


def test_icotool_finds_every_size_of_an_icon(tmp_path: Path) -> None:
    path = file_of(picture_of(landscape(512, 512), tmp_path), Encoding(Format.ICO), tmp_path)
    assert re.findall(r"--width=(\d+)", ask("icotool", "--list", path)) == [
        "16",
        "24",
        "32",
        "48",
        "64",
        "128",
        "256",
    ]
    ask("icotool", "--extract", "--output", tmp_path, path)
    seen = [ask("pngcheck", one) for one in sorted(tmp_path.glob("made_*.png"))]
    assert len(seen) == 7
    assert "256x256, 32-bit RGB+alpha" in seen[-1]


def test_a_banner_becomes_a_square_icon_with_nothing_above_and_below(tmp_path: Path) -> None:
    picture = picture_of(landscape(12_288, 1536), tmp_path)
    icon = opened(made(picture, Encoding(Format.ICO)))
    assert icon.size == (256, 256)
    alpha = icon.getchannel("A")
    assert [alpha.getpixel((128, y)) for y in (0, 100, 128, 255)] == [0, 0, 255, 0]
    assert size_in(resolve(AS_IT_IS, picture.size), Format.ICO).width == 256


def test_an_apple_icon_has_every_size_up_to_the_pictures(tmp_path: Path) -> None:
    with Image.open(
        file_of(picture_of(landscape(512, 512), tmp_path), Encoding(Format.ICNS), tmp_path)
    ) as icon:
        sizes = cast("list[tuple[int, int, int]]", icon.info["sizes"])
    assert {width * scale for width, _, scale in sizes} == {32, 64, 128, 256, 512}


def test_a_tiny_picture_is_still_an_icon(tmp_path: Path) -> None:
    for format_ in ICONS:
        assert opened(made(picture_of(landscape(8, 8), tmp_path), Encoding(format_))).width >= 16


@pytest.mark.parametrize("format_", [Format.JPEG, Format.PDF])
def test_what_can_be_seen_through_is_white_where_the_format_has_no_such_thing(
    format_: Format, tmp_path: Path
) -> None:
    path = file_of(picture_of(half_seen(), tmp_path), Encoding(format_), tmp_path)
    if format_ is Format.PDF:
        ask("pdfimages", "-png", path, tmp_path / "page")
        path = tmp_path / "page-000.png"
    with Image.open(path) as seen:
        left, right = (seen.convert("RGB").getpixel((x, 90)) for x in (20, 300))
    assert left == (255, 255, 255)
    assert isinstance(right, tuple)
    assert right[0] > 200
    assert right[1] < 60


@pytest.mark.parametrize("format_", [Format.PNG, Format.WEBP, Format.AVIF, Format.TIFF])
def test_what_can_be_seen_through_stays_so_unless_it_may_not(format_: Format, tmp_path: Path) -> None:
    picture = picture_of(half_seen(), tmp_path)
    alpha = opened(made(picture, Encoding(format_))).getchannel("A")
    assert [alpha.getpixel((x, 90)) for x in (20, 300)] == [0, 255]
    assert opened(made(picture, Encoding(format_, opaque=True))).mode == "RGB"


def test_a_webp_longer_than_it_may_be_is_refused_in_words(tmp_path: Path) -> None:
    picture = picture_of(landscape(100, 1), tmp_path)
    with pytest.raises(TooLongForFormat) as raised:
        made(picture, Encoding(Format.WEBP), SizeRule(SizeKind.WIDTH, width=16_384))
    assert (raised.value.format, raised.value.most) == ("WebP", 16_383)


@pytest.mark.parametrize("format_", [Format.JPEG, Format.WEBP, Format.AVIF])
def test_the_live_size_is_that_of_the_file_and_grows_with_quality(format_: Format, tmp_path: Path) -> None:
    picture = picture_of(landscape(), tmp_path)
    plan = resolve(AS_IT_IS, picture.size)
    sizes = [
        size_of(picture, plan, Encoding(format_, quality=quality), cancelled=lambda: False) or 0
        for quality in (20, 60, 95)
    ]
    assert sizes == sorted(set(sizes))
    assert sizes[1] == len(made(picture, Encoding(format_, quality=60)))


def test_a_live_size_that_nobody_waits_for_isnt_computed(tmp_path: Path) -> None:
    picture = picture_of(landscape(), tmp_path)
    plan = Plan(resolve(AS_IT_IS, picture.size).box, picture.size)
    assert size_of(picture, plan, Encoding(Format.AVIF), cancelled=lambda: True) is None
