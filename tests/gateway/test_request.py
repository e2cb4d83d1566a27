"""The body of a request, as wire.md 3 has it."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import Recipe, ThinkingLevel
from studio.domain.sent import SentAs, SentPicture
from studio.gateway.request import body_pieces, build_body, size_of, turn_pieces
from studio.gateway.turns import sendable, user_turn

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


@dataclass(frozen=True)
class Loose:
    """A picture in memory."""

    mime: str
    data: bytes

    @property
    def picture(self) -> SentPicture:
        digest = hashlib.sha256(self.data).hexdigest()
        return SentPicture(SentAs.REFERENCE, digest, self.mime, 1, 1, len(self.data), of=digest)

    def read(self) -> bytes:
        return self.data


PARENT = Loose("image/jpeg", b"\xff\xd8\xff\xe0 the parent")
FIRST = Loose("image/png", b"\x89PNG\r\n\x1a\n the first")
SECOND = Loose("image/webp", b"RIFF\x00\x00\x00\x00WEBP the second")

RECIPES = {
    "only a prompt": Recipe("A fox in the snow"),
    "16 to 9 at half a K": Recipe("A fox", aspect=AspectRatio.R16_9, resolution=Resolution.HALF_K),
    "4K, thinking long": Recipe("狐狸", resolution=Resolution.FOUR_K, thinking=ThinkingLevel.HIGH),
    "a prompt with everything JSON escapes": Recipe('"quotes" \\ and\nlines\t\u2028 \x07 </script>'),
}


def body_of(recipe: Recipe, *pictures: Loose) -> bytes:
    """With these pictures before the prompt; its size is known before it is built."""
    turn = sendable(user_turn([picture.mime for picture in pictures], (recipe.prompt,)))
    assert turn is not None
    pieces = body_pieces([turn_pieces(turn, dict(enumerate(pictures)))], recipe)
    body = build_body(pieces)
    assert len(body) == size_of(pieces)
    return body


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_becomes_this_body(name: str, snapshot: SnapshotAssertion) -> None:
    assert body_of(RECIPES[name]).decode() == snapshot


def test_the_pictures_come_in_their_order_then_the_prompt(snapshot: SnapshotAssertion) -> None:
    recipe = Recipe("Make it night", aspect=AspectRatio.R1_8, parent="v-1")

    assert body_of(recipe, FIRST, SECOND, PARENT).decode() == snapshot


def test_without_a_prompt_no_empty_part_is_sent(snapshot: SnapshotAssertion) -> None:
    assert body_of(Recipe("  \n "), FIRST).decode() == snapshot


@pytest.mark.parametrize("resolution", Resolution)
@pytest.mark.parametrize("aspect", [None, *AspectRatio])
def test_every_size_uses_the_literals_of_the_wire(aspect: AspectRatio | None, resolution: Resolution) -> None:
    recipe = Recipe("x", aspect=aspect, resolution=resolution)
    image = json.loads(body_of(recipe))["generationConfig"]["imageConfig"]

    assert image.pop("imageSize") in {"512", "1K", "2K", "4K"}
    assert image == ({} if aspect is None else {"aspectRatio": aspect.value})


@given(prompt=st.text(min_size=1).filter(str.strip), pictures=st.lists(st.binary(max_size=3000), max_size=14))
def test_prompts_and_pictures_arrive_as_they_are(prompt: str, pictures: list[bytes]) -> None:
    body = body_of(Recipe(prompt), *(Loose("image/png", data) for data in pictures))

    *shown, said = json.loads(body)["contents"][0]["parts"]
    assert said == {"text": prompt}
    assert [base64.b64decode(part["inlineData"]["data"], validate=True) for part in shown] == pictures


def test_half_a_character_from_a_broken_paste_is_still_valid_json() -> None:
    body = body_of(Recipe("broken \ud83d paste"))

    assert json.loads(body)["contents"][0]["parts"] == [{"text": "broken ? paste"}]


@pytest.mark.parametrize(
    "written", ["@blob:0", "@text:blob:0", '"@blob:1"', "@text:", "a@blob:@text:text:blob:7"]
)
def test_a_prompt_that_looks_like_a_picture_of_a_kept_turn_stays_a_prompt(written: str) -> None:
    body = body_of(Recipe(written), FIRST)

    assert json.loads(body)["contents"][0]["parts"][1] == {"text": written}
