"""What goes into exported files: read back by our own import and by exiftool."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # noqa: ICN001 - its own name says what it is

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from studio.domain.export import NOTHING, Embedded, Encoding, Format, Inside
from studio.domain.export_sizes import SizeRule, resolve
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.marks import Composite
from studio.domain.recipe import Recipe
from studio.domain.reference import Reference
from studio.domain.version import IMPORT_GATEWAY
from studio.export.decoding import Picture, decoded
from studio.export.encode import encoded
from studio.export.inside import embedded, sidecar
from studio.library.embedded import embedded_prompt
from tests.domain import making

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.version import Version

PROMPT = 'Login screen, "dusk" palette & <peaks>\n第二行：红狐 🦊 — ümlaut'
READ_BY_US = (Format.PNG, Format.JPEG, Format.WEBP)
READ_BY_OTHERS = (*READ_BY_US, Format.AVIF, Format.TIFF, Format.PDF)
RECIPE = Recipe(
    PROMPT,
    references=(
        Reference(
            "ab" * 32, "image/png", 10, 10, 99, name="C:\\Users\\ann\\secret-plan.png", handle="wireframe"
        ),
    ),
    aspect=AspectRatio.R16_9,
    resolution=Resolution.TWO_K,
)


@pytest.fixture
def exiftool() -> str:
    found = shutil.which("exiftool")
    if found is None:
        pytest.skip("exiftool isn't installed")
    return found


def fox(**changed: object) -> Version:
    version = replace(
        making.version("fox"),
        recipe=RECIPE,
        model="gemini-3.1-flash-image",
        path="Spring/2026-11/0003-fox-1234.png",
        created=datetime(2026, 11, 26, 9, 30, tzinfo=UTC),
    )
    return replace(version, **changed)


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    path = tmp_path_factory.mktemp("inside") / "fox.png"
    Image.new("RGB", (64, 48), "#c04020").save(path)
    return decoded(path)


def written(picture: Picture, inside: Embedded, format_: Format) -> bytes:
    return encoded(picture, resolve(SizeRule(), picture.size), Encoding(format_), inside)


def told(exiftool: str, data: bytes, path: Path) -> dict[str, object]:
    path.write_bytes(data)
    run = subprocess.run([exiftool, "-j", "-G1", "-n", path], capture_output=True, check=True)
    return json.loads(run.stdout)[0]


@pytest.mark.parametrize("format_", READ_BY_US)
def test_what_is_exported_with_its_recipe_has_its_prompt_when_imported_again(
    format_: Format, picture: Picture
) -> None:
    inside = embedded(fox(), Inside(), format_)
    assert embedded_prompt(written(picture, inside, format_)) == PROMPT
    # Each of them alone is enough: other programs keep one and drop the rest.
    assert embedded_prompt(written(picture, Embedded(xmp=inside.xmp), format_)) == PROMPT
    assert embedded_prompt(written(picture, replace(inside, xmp=b""), format_)) == PROMPT


@given(prompt=st.text(max_size=500), format_=st.sampled_from(READ_BY_US))
def test_any_prompt_comes_back(picture: Picture, prompt: str, format_: Format) -> None:
    version = fox(recipe=Recipe(prompt))
    again = embedded_prompt(
        written(picture, replace(embedded(version, Inside(), format_), texts=(), exif=b""), format_)
    )
    visible = "".join(letter for letter in prompt if letter.isprintable())
    assert "".join(letter for letter in again if letter.isprintable()).strip() == visible.strip()


@pytest.mark.parametrize("format_", READ_BY_OTHERS)
def test_other_programs_read_the_marker_and_the_recipe(
    format_: Format, exiftool: str, picture: Picture, tmp_path: Path
) -> None:
    inside = Inside(credit="Ann & Bo", title="Spring 春")
    found = told(exiftool, written(picture, embedded(fox(), inside, format_), format_), tmp_path / "fox")
    assert found["XMP-iptcExt:DigitalSourceType"] == (
        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    )
    assert found["XMP-photoshop:Credit"] == "Ann & Bo"
    assert found["XMP-dc:Title"] == "Spring 春"
    assert found["XMP-dc:Description"] == PROMPT
    assert found["XMP-xmp:CreateDate"] == "2026:11:26 09:30:00+00:00"
    if format_ is Format.PNG:
        assert str(found["PNG:Parameters"]).startswith(PROMPT + "\nSize: ")
    elif format_ not in {Format.TIFF, Format.PDF}:
        assert str(found["ExifIFD:UserComment"]).endswith(
            'Model: gemini-3.1-flash-image, Software: Proofroom, Resolution: 2K, Aspect ratio: "16:9", '
            "Thinking: minimal"
        )


@pytest.mark.parametrize("format_", READ_BY_OTHERS)
def test_stripped_means_nothing(format_: Format, exiftool: str, picture: Picture, tmp_path: Path) -> None:
    inside = embedded(fox(), Inside(strip=True, credit="Ann", title="Spring"), format_)
    assert inside == NOTHING
    found = told(exiftool, written(picture, inside, format_), tmp_path / "fox")
    assert not [name for name in found if name.startswith(("XMP", "IPTC", "ExifIFD", "PNG:Param"))]


def test_each_is_chosen_apart() -> None:
    marker = embedded(fox(), Inside(recipe=False), Format.PNG)
    assert b"trainedAlgorithmicMedia" in marker.xmp
    assert b"Login" not in marker.xmp
    assert not marker.texts
    recipe = embedded(fox(), Inside(marker=False, credit="Ann"), Format.JPEG)
    assert b"Login" in recipe.xmp
    assert b"trained" not in recipe.xmp
    assert b"Ann" not in recipe.xmp
    assert embedded(fox(), Inside(recipe=False, marker=False), Format.PNG) == NOTHING
    assert embedded(fox(), Inside(), Format.ICO) == NOTHING


def test_a_picture_made_elsewhere_is_not_said_to_be_made_by_a_model() -> None:
    imported = fox(gateway=IMPORT_GATEWAY, words="C:\\Users\\ann\\holiday.jpg", model="")
    inside = embedded(imported, Inside(), Format.PNG)
    assert b"DigitalSourceType" not in inside.xmp
    assert b"holiday" not in inside.xmp + sidecar(imported)


def test_a_picture_put_together_is_said_to_be_that() -> None:
    composite = Composite("answer", dx=0.0, dy=0.0, scale=1.0, fit=0.9)
    inside = embedded(fox(recipe=replace(RECIPE, composite=composite)), Inside(), Format.PNG)
    assert b"compositeWithTrainedAlgorithmicMedia" in inside.xmp


@pytest.mark.parametrize("format_", list(Format))
def test_nothing_tells_of_the_machine_or_the_money(format_: Format) -> None:
    version = fox(
        gateway="https://gateway.example", group="官KEY-3.5折", request_id="req-77", words="I drew it"
    )
    inside = embedded(version, Inside(), format_)
    everything = b"".join((inside.xmp, inside.exif, sidecar(version), str(inside.texts).encode()))
    for secret in (
        "secret-plan",
        "ann",
        "gateway",
        "官KEY",
        "req-77",
        "0003-fox",
        "I drew",
        version.price.plain,
    ):
        assert secret.encode() not in everything
        assert secret.encode("utf-16-be") not in everything


def test_the_sidecar_is_the_recipe_for_machines() -> None:
    read = json.loads(sidecar(fox()))
    assert read["prompt"] == PROMPT
    assert read["aspect_ratio"] == "16:9"
    assert read["references"] == [{"handle": "wireframe", "sha256": "ab" * 32}]


@pytest.mark.parametrize("letters", ["狐<&" * 60_000, "x" * 200_000])
def test_an_endless_prompt_goes_into_a_jpeg_as_far_as_it_can(letters: str, picture: Picture) -> None:
    inside = embedded(fox(recipe=Recipe(letters)), Inside(), Format.JPEG)
    again = embedded_prompt(written(picture, inside, Format.JPEG))
    assert len(again.encode()) > 4_900
    assert letters.startswith(again)
    ElementTree.fromstring(inside.xmp)  # noqa: S314 - our own
