"""From turns and a recipe to the body of a `generateContent` call (wire.md 3)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias
from urllib.parse import quote

import pybase64

from studio.domain.recipe import Recipe, ThinkingLevel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studio.domain.sent import SentPicture
    from studio.gateway.turns import SendableTurn

# With text allowed beside the picture, a refusal keeps its words (wire.md 3.3).
_MODALITIES: Final = ["TEXT", "IMAGE"]


def call_path(route: str) -> str:
    """Where a call goes, below the gateway's address; `route` is what the gateway calls the model."""
    return f"/v1beta/models/{quote(route, safe='')}:generateContent"


class Picture(Protocol):
    """A picture that is ready to leave."""

    @property
    def picture(self) -> SentPicture:
        """What it is."""
        ...

    def read(self) -> bytes:
        """Its bytes, exactly those; raises UnreadableFile."""
        ...


Pieces: TypeAlias = tuple["bytes | Picture", ...]
"""Of a body, in order: JSON, and pictures that stand in it as base64."""


def turn_pieces(turn: SendableTurn, pictures: Mapping[int, Picture]) -> Pieces:
    """The pieces of one turn; raises KeyError for a picture that isn't given."""
    return tuple(pictures[piece] if isinstance(piece, int) else _encoded(piece) for piece in turn.pieces)


def body_pieces(turns: Sequence[Pieces], recipe: Recipe) -> Pieces:
    """All of a body: these turns in order, and how the recipe wants the picture."""
    return tuple(_body(turns, recipe))


def _body(turns: Sequence[Pieces], recipe: Recipe) -> Iterator[bytes | Picture]:
    yield b'{"contents":['
    for at, turn in enumerate(turns):
        if at:
            yield b","
        yield from turn
    yield b'],"generationConfig":'
    yield _encoded(json.dumps(_settings(recipe), separators=(",", ":")))
    yield b"}"


def size_of(pieces: Pieces) -> int:
    """How many bytes they come to in the body, without reading any picture."""
    return sum(len(piece) if isinstance(piece, bytes) else _base64_size(piece) for piece in pieces)


def _base64_size(picture: Picture) -> int:
    return -(-picture.picture.size // 3) * 4


def build_body(pieces: Pieces) -> bytes:
    """The body as UTF-8 JSON. Reads and encodes the pictures: for a thread. Raises UnreadableFile."""
    return b"".join(
        piece if isinstance(piece, bytes) else pybase64.b64encode(piece.read()) for piece in pieces
    )


def _settings(recipe: Recipe) -> dict[str, object]:
    image = {"imageSize": recipe.resolution.wire}
    if recipe.aspect is not None:
        image = {"aspectRatio": recipe.aspect.value} | image
    settings: dict[str, object] = {"responseModalities": _MODALITIES, "imageConfig": image}
    if recipe.thinking is not ThinkingLevel.MINIMAL:
        settings["thinkingConfig"] = {"thinkingLevel": recipe.thinking.value}
    return settings


def _encoded(text: str) -> bytes:
    # A lone surrogate, as a broken paste may leave it, is no text that UTF-8 can carry.
    return text.encode("utf-8", "replace")
