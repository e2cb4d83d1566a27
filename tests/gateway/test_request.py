"""The body of a request, as wire.md 3 has it."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import Recipe, ThinkingLevel
from studio.gateway.request import EncodedPicture, build_body

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

PARENT = EncodedPicture("image/jpeg", b"\xff\xd8\xff\xe0 the parent")
FIRST = EncodedPicture("image/png", b"\x89PNG\r\n\x1a\n the first")
SECOND = EncodedPicture("image/webp", b"RIFF\x00\x00\x00\x00WEBP the second")

RECIPES = {
    "only a prompt": Recipe("A fox in the snow"),
    "16 to 9 at half a K": Recipe("A fox", aspect=AspectRatio.R16_9, resolution=Resolution.HALF_K),
    "4K, thinking long": Recipe("狐狸", resolution=Resolution.FOUR_K, thinking=ThinkingLevel.HIGH),
    "a prompt with everything JSON escapes": Recipe('"quotes" \\ and\nlines\t\u2028 \x07 </script>'),
}


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_becomes_this_body(name: str, snapshot: SnapshotAssertion) -> None:
    assert build_body(RECIPES[name], references=(), parent=None).decode() == snapshot


def test_the_references_come_first_then_the_parent_then_the_prompt(snapshot: SnapshotAssertion) -> None:
    recipe = Recipe("Make it night", aspect=AspectRatio.R1_8, parent="v-1")

    assert build_body(recipe, references=(FIRST, SECOND), parent=PARENT).decode() == snapshot


def test_without_a_prompt_no_empty_part_is_sent(snapshot: SnapshotAssertion) -> None:
    assert build_body(Recipe("  \n "), references=(FIRST,), parent=None).decode() == snapshot


@pytest.mark.parametrize("resolution", Resolution)
@pytest.mark.parametrize("aspect", [None, *AspectRatio])
def test_every_size_uses_the_literals_of_the_wire(aspect: AspectRatio | None, resolution: Resolution) -> None:
    recipe = Recipe("x", aspect=aspect, resolution=resolution)
    image = json.loads(build_body(recipe, references=(), parent=None))["generationConfig"]["imageConfig"]

    assert image.pop("imageSize") in {"512", "1K", "2K", "4K"}
    assert image == ({} if aspect is None else {"aspectRatio": aspect.value})


@given(prompt=st.text(min_size=1).filter(str.strip), picture=st.binary(min_size=1, max_size=3000))
def test_prompts_and_pictures_arrive_as_they_are(prompt: str, picture: bytes) -> None:
    body = build_body(Recipe(prompt), references=(EncodedPicture("image/png", picture),), parent=None)

    shown, said = json.loads(body)["contents"][0]["parts"]
    assert said == {"text": prompt}
    assert base64.b64decode(shown["inlineData"]["data"], validate=True) == picture


def test_half_a_character_from_a_broken_paste_is_still_valid_json() -> None:
    body = build_body(Recipe("broken \ud83d paste"), references=(), parent=None)

    assert json.loads(body)["contents"][0]["parts"] == [{"text": "broken ? paste"}]
