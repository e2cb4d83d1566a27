"""From a recipe and its pictures to the body of a `generateContent` call (wire.md 3)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pybase64

from studio.domain.recipe import Recipe, ThinkingLevel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# With text allowed beside the picture, a refusal keeps its words (wire.md 3.3).
_MODALITIES: Final = ["TEXT", "IMAGE"]


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture to send: the bytes of its file, and their type as sniffed from them."""

    mime: str
    data: bytes


def build_body(
    recipe: Recipe, *, references: Sequence[EncodedPicture], parent: EncodedPicture | None
) -> bytes:
    """The body as UTF-8 JSON: one user turn with the references in order, the parent, then the prompt.

    The parent stands last, for without a ratio the last picture's is reported to win (wire.md 3.1). Encodes
    the pictures, which takes milliseconds per 10 MB: call it in a thread.
    """
    pictures = [picture for picture in (*references, parent) if picture is not None]
    parts = [_picture_part(picture) for picture in pictures]
    if recipe.prompt.strip():
        parts.append(_json({"text": recipe.prompt}))
    return b"".join(_pieces(parts, _json(_settings(recipe))))


def _pieces(parts: list[bytes], settings: bytes) -> Iterator[bytes]:
    yield b'{"contents":[{"role":"user","parts":['
    for at, part in enumerate(parts):
        yield b"," + part if at else part
    yield b']}],"generationConfig":'
    yield settings
    yield b"}"


def _picture_part(picture: EncodedPicture) -> bytes:
    data = pybase64.b64encode(picture.data)
    return b'{"inlineData":{"mimeType":' + _json(picture.mime) + b',"data":"' + data + b'"}}'


def _settings(recipe: Recipe) -> dict[str, object]:
    image = {"imageSize": recipe.resolution.wire}
    if recipe.aspect is not None:
        image = {"aspectRatio": recipe.aspect.value} | image
    settings: dict[str, object] = {"responseModalities": _MODALITIES, "imageConfig": image}
    if recipe.thinking is not ThinkingLevel.MINIMAL:
        settings["thinkingConfig"] = {"thinkingLevel": recipe.thinking.value}
    return settings


def _json(value: object) -> bytes:
    # A lone surrogate, as a broken paste may leave it, is no text that UTF-8 can carry.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
