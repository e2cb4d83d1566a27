"""A composite keeps every pixel of its parent that was not to change, bit for bit."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import pyvips
from numpy.typing import NDArray
from PIL import Image

from studio.domain.errors import NotAPicture
from studio.domain.geometry import PixelSize
from studio.domain.marks import Patch, PatchKind, Region
from studio.imaging.composite import compose
from studio.imaging.mask import mask_of
from tests.imaging.scenes import PHOTOGRAPH, SCREEN, Moved, boxed, repainted, saved, scene

SIZE = (1376, 768)
KINDS = pytest.mark.parametrize("prompt", [PHOTOGRAPH, SCREEN])
Pixels = NDArray[np.uint8] | NDArray[np.uint16]


def shown(path: Path) -> Pixels:
    """Its pixels as another program than the one that wrote them decodes them."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGBA" if picture.has_transparency_data else "RGB"))


def exact(path: Path) -> Pixels:
    """All sixteen bits of them, grey ones three times."""
    image = pyvips.Image.new_from_file(str(path))
    pixels: NDArray[np.uint16] = image.numpy()
    return pixels if pixels.ndim == 3 else np.stack([pixels] * 3, axis=2)


def answer_to(parent: Image.Image, folder: Path) -> Path:
    """Moved and scaled a little."""
    moved = Moved(7.5, -4.25, 1.01)
    return saved(moved.made_of(repainted(parent), parent.size), folder / "answer.jpg")


def outside(region: Region, size: tuple[int, int]) -> NDArray[np.bool_]:
    return mask_of(region, PixelSize(*size)) == 0


def check_only_the_region_changed(before: Pixels, after: Pixels, region: Region) -> None:
    kept = outside(region, before.shape[1::-1])
    assert after.dtype == before.dtype
    assert after.shape == before.shape
    assert np.array_equal(after[kept], before[kept])
    inside = mask_of(region, PixelSize(*before.shape[1::-1])) == 255
    assert np.mean(np.any(after[inside] != before[inside], axis=-1)) > 0.5


@KINDS
@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_outside_its_region_the_parent_stays_bit_for_bit(prompt: str, ending: str, tmp_path: Path) -> None:
    parent = saved(scene(prompt, *SIZE), tmp_path / f"parent.{ending}")
    out = tmp_path / "out.png"
    alignment = compose(parent, answer_to(scene(prompt, *SIZE), tmp_path), boxed(), out)
    assert alignment.fit > 0.9
    check_only_the_region_changed(shown(parent), shown(out), boxed())
    with Image.open(out) as picture:
        assert picture.format == "PNG"


@KINDS
def test_inside_its_region_it_shows_the_answer_in_its_right_place(prompt: str, tmp_path: Path) -> None:
    drawn = scene(prompt, *SIZE)
    out = tmp_path / "out.png"
    compose(saved(drawn, tmp_path / "parent.png"), answer_to(drawn, tmp_path), boxed(), out)
    inside = mask_of(boxed(), PixelSize(*SIZE)) == 255
    wanted = np.asarray(repainted(drawn)).astype(int)
    off = np.abs(shown(out).astype(int) - wanted)[inside]
    # The answer was compressed, coloured a little, and computed anew twice.
    assert off.mean() < 12


def test_an_answer_that_was_not_moved_is_taken_pixel_by_pixel(tmp_path: Path) -> None:
    drawn = scene(SCREEN, *SIZE)
    answer = saved(repainted(drawn), tmp_path / "answer.png")
    out = tmp_path / "out.png"
    alignment = compose(saved(drawn, tmp_path / "parent.png"), answer, boxed(), out)
    assert (alignment.dx, alignment.dy, alignment.scale) == (0, 0, 1)
    inside = mask_of(boxed(), PixelSize(*SIZE)) == 255
    assert np.array_equal(shown(out)[inside], shown(answer)[inside])


def transparent(drawn: Image.Image) -> Image.Image:
    """Clear at the left, and of a colour there that nobody sees."""
    fading = Image.linear_gradient("L").rotate(90).resize(drawn.size)
    drawn = drawn.copy()
    drawn.putalpha(fading.point([0] * 64 + list(range(64, 256))))
    return drawn


def palette(drawn: Image.Image) -> Image.Image:
    return drawn.quantize(64)


def palette_with_a_clear_colour(drawn: Image.Image) -> Image.Image:
    picture = drawn.quantize(64)
    picture.info["transparency"] = 3
    return picture


def grey(drawn: Image.Image) -> Image.Image:
    return drawn.convert("L")


def grey_and_transparent(drawn: Image.Image) -> Image.Image:
    return transparent(drawn).convert("LA")


def black_and_white(drawn: Image.Image) -> Image.Image:
    return drawn.convert("1")


@pytest.mark.parametrize(
    "kind",
    [transparent, palette, palette_with_a_clear_colour, grey, grey_and_transparent, black_and_white],
)
def test_every_kind_of_png_stays_as_it_is_shown(
    kind: Callable[[Image.Image], Image.Image], tmp_path: Path
) -> None:
    drawn = scene(PHOTOGRAPH, *SIZE)
    parent = tmp_path / "parent.png"
    made = kind(drawn)
    made.save(parent, **({"transparency": made.info["transparency"]} if "transparency" in made.info else {}))
    out = tmp_path / "out.png"
    compose(parent, answer_to(drawn, tmp_path), boxed(), out)
    check_only_the_region_changed(shown(parent), shown(out), boxed())


@pytest.mark.parametrize("bands", [1, 3, 4])
def test_sixteen_bits_stay_sixteen_bits(bands: int, tmp_path: Path) -> None:
    drawn = scene(PHOTOGRAPH, *SIZE)
    deep = np.asarray(drawn).astype(np.uint16) * 257 ^ np.arange(1376, dtype=np.uint16)[None, :, None] % 251
    clear = np.full((*deep.shape[:2], 1), 40_000, np.uint16)
    pixels = np.concatenate([deep, clear], axis=2)[:, :, :bands]
    kind = "grey16" if bands == 1 else "rgb16"
    parent, out = tmp_path / "parent.png", tmp_path / "out.png"
    pyvips.Image.new_from_array(pixels, interpretation=kind).pngsave(str(parent))
    compose(parent, answer_to(drawn, tmp_path), boxed(), out)
    check_only_the_region_changed(exact(parent), exact(out), boxed())


def test_a_profile_is_kept_and_the_answer_is_brought_into_it(tmp_path: Path) -> None:
    drawn = scene(SCREEN, *SIZE)
    wide = pyvips.Image.new_from_array(np.asarray(drawn)).icc_transform("p3", input_profile="srgb")
    parent, out = tmp_path / "parent.png", tmp_path / "out.png"
    wide.pngsave(str(parent))
    answer = saved(repainted(drawn), tmp_path / "answer.png")
    compose(parent, answer, boxed(), out)
    check_only_the_region_changed(shown(parent), shown(out), boxed())
    with Image.open(parent) as before, Image.open(out) as after:
        assert after.info["icc_profile"] == before.info["icc_profile"]
    seen = pyvips.Image.new_from_file(str(out)).icc_transform("srgb", embedded=True).numpy()
    inside = mask_of(boxed(), PixelSize(*SIZE)) == 255
    off = np.abs(seen.astype(int) - shown(answer).astype(int))[inside]
    assert off.mean() < 2


def test_of_what_a_camera_wrote_nothing_but_the_profile_is_kept(tmp_path: Path) -> None:
    drawn = scene(PHOTOGRAPH, *SIZE)
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "Camera of somebody", 6
    parent, out = tmp_path / "parent.jpg", tmp_path / "out.png"
    profile = (
        pyvips.Image.black(1, 1, bands=3).icc_transform("p3", input_profile="srgb").get("icc-profile-data")
    )
    drawn.transpose(Image.Transpose.ROTATE_90).save(parent, quality=95, exif=exif, icc_profile=profile)
    compose(parent, answer_to(drawn, tmp_path), boxed(), out)
    with Image.open(out) as after, Image.open(parent) as before:
        assert (after.size, after.info["icc_profile"]) == (SIZE, profile)
        assert not dict(after.getexif())
        turned = np.asarray(before.transpose(Image.Transpose.ROTATE_270))
    check_only_the_region_changed(turned, shown(out), boxed())


def test_colours_for_print_become_colours_for_a_screen(tmp_path: Path) -> None:
    drawn = scene(PHOTOGRAPH, *SIZE)
    parent, out = tmp_path / "parent.jpg", tmp_path / "out.png"
    drawn.convert("CMYK").save(parent, quality=95)
    compose(parent, answer_to(drawn, tmp_path), boxed(), out)
    with Image.open(out) as after:
        assert (after.mode, after.size) == ("RGB", SIZE)


@pytest.mark.parametrize(("parent_alpha", "answer_alpha"), [(True, True), (False, True)])
def test_a_transparent_answer_shows_the_parent_through_it(
    parent_alpha: bool, answer_alpha: bool, tmp_path: Path
) -> None:
    drawn = scene(SCREEN, *SIZE)
    first = transparent(drawn) if parent_alpha else drawn
    answer = repainted(drawn)
    answer.putalpha(128 if answer_alpha else 255)
    parent, out = saved(first, tmp_path / "parent.png"), tmp_path / "out.png"
    compose(parent, saved(answer, tmp_path / "answer.png"), boxed(), out)
    check_only_the_region_changed(shown(parent), shown(out), boxed())


def test_painted_strokes_and_what_was_erased_hold_as_well(tmp_path: Path) -> None:
    stroke = Patch(PatchKind.STROKE, ((0.2, 0.3), (0.5, 0.6), (0.8, 0.3)), radius=0.08)
    hole = Patch(PatchKind.STROKE, ((0.5, 0.55),), radius=0.04, erases=True)
    region = Region((stroke, hole), feather=0.02)
    drawn = scene(PHOTOGRAPH, *SIZE)
    parent, out = saved(drawn, tmp_path / "parent.png"), tmp_path / "out.png"
    answer = saved(repainted(drawn, (0.1, 0.1, 0.9, 0.9)), tmp_path / "answer.png")
    compose(parent, answer, region, out)
    check_only_the_region_changed(shown(parent), shown(out), region)


def test_where_the_answer_shows_nothing_the_parent_stays(tmp_path: Path) -> None:
    drawn = scene(PHOTOGRAPH, *SIZE)
    parent, out = saved(drawn, tmp_path / "parent.png"), tmp_path / "out.png"
    answer = saved(repainted(drawn).crop((304, 0, 1072, 768)), tmp_path / "answer.png")
    compose(parent, answer, boxed((0.0, 0.3, 0.5, 0.7)), out)
    assert np.array_equal(shown(out)[:, :300], shown(parent)[:, :300])
    assert not np.array_equal(shown(out)[:, 420:600], shown(parent)[:, 420:600])


def test_the_widest_picture_is_put_together(tmp_path: Path) -> None:
    drawn = scene(PHOTOGRAPH, 12_288, 1_536)
    parent, out = saved(drawn, tmp_path / "parent.png"), tmp_path / "out.png"
    answer = saved(repainted(drawn).resize((6_144, 768)), tmp_path / "answer.jpg")
    alignment = compose(parent, answer, boxed(), out)
    assert alignment.scale == pytest.approx(2, abs=1e-4)
    check_only_the_region_changed(shown(parent), shown(out), boxed())


@pytest.mark.parametrize("damaged", ["parent.png", "answer.jpg"])
def test_a_damaged_file_is_told_by_its_name(damaged: str, tmp_path: Path) -> None:
    drawn = scene(PHOTOGRAPH, *SIZE)
    parent, answer = saved(drawn, tmp_path / "parent.png"), answer_to(drawn, tmp_path)
    path = tmp_path / damaged
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(NotAPicture) as told:
        compose(parent, answer, boxed(), tmp_path / "out.png")
    assert told.value.name == damaged
    assert not (tmp_path / "out.png").exists()
