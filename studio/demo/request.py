"""A request body → what is asked for, refused where the real model would refuse it (wire.md 3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

import msgspec

from studio.demo.body import BodyReader, decoded
from studio.demo.failure import invalid
from studio.demo.said import Box, Said, read_texts
from studio.demo.signature import is_signed
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.pictures import HEAD_BYTES, sniff

MOST_REFERENCES = 14
Source: TypeAlias = tuple[bytes, ...]
"""A picture's base64, in pieces."""

MIME_TYPES = ("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif")


class Trouble(StrEnum):
    """Words that a prompt can hold to see a state: "a quiet lake demo:blocked".

    blocked         200 without a picture, IMAGE_SAFETY and a finishMessage
    words           200, STOP, text only
    prompt-blocked  200, no candidates, promptFeedback
    busy            503 every time
    quota           403 insufficient_user_quota
    badkey          401
    html            502 with a page of HTML
    cut             the connection closes in the middle of the picture
    slow            30 seconds (at the usual pace)
    wrong-size      1K whatever was asked (0.5K where 1K was asked)
    drafts          two drafts before the picture, none marked as a thought
    redrawn         another picture instead of a changed one
    """

    BLOCKED = "blocked"
    WORDS = "words"
    PROMPT_BLOCKED = "prompt-blocked"
    BUSY = "busy"
    QUOTA = "quota"
    BAD_KEY = "badkey"
    HTML = "html"
    CUT = "cut"
    SLOW = "slow"
    WRONG_SIZE = "wrong-size"
    DRAFTS = "drafts"
    REDRAWN = "redrawn"


class Inline(msgspec.Struct, frozen=True):
    """A picture inside a part; both spellings are taken."""

    data: str = ""
    mime: str = msgspec.field(name="mimeType", default="")
    snake_mime: str = msgspec.field(name="mime_type", default="")


class Part(msgspec.Struct, frozen=True):
    text: str | None = None
    inline: Inline | None = msgspec.field(name="inlineData", default=None)
    snake_inline: Inline | None = msgspec.field(name="inline_data", default=None)
    thought: bool = False
    signature: str | None = msgspec.field(name="thoughtSignature", default=None)

    @property
    def picture(self) -> Inline | None:
        return self.inline or self.snake_inline


class Turn(msgspec.Struct, frozen=True):
    parts: tuple[Part, ...] = ()
    role: str | None = None


class ImageConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    aspect: str | None = msgspec.field(name="aspectRatio", default=None)
    size: str | None = msgspec.field(name="imageSize", default=None)


class ThinkingConfig(msgspec.Struct, frozen=True):
    level: str = msgspec.field(name="thinkingLevel", default="minimal")


class GenerationConfig(msgspec.Struct, frozen=True):
    image: ImageConfig = msgspec.field(name="imageConfig", default=ImageConfig())
    thinking: ThinkingConfig = msgspec.field(name="thinkingConfig", default=ThinkingConfig())
    candidates: int = msgspec.field(name="candidateCount", default=1)
    seed: int | None = None


class Body(msgspec.Struct, frozen=True):
    contents: tuple[Turn, ...] = ()
    config: GenerationConfig = msgspec.field(name="generationConfig", default=GenerationConfig())
    tools: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of an earlier answer that comes back, with the signature that it must have."""

    kind: str
    content: Source
    signature: str
    spot: str

    def check(self) -> None:
        """Refused where it isn't signed, or isn't what was signed. Decodes pictures: for a thread."""
        content = decoded(self.content) if self.kind == "Image" else b"".join(self.content)
        if not is_signed(content, self.signature):
            raise invalid(f"{self.kind} part is missing a thought_signature in {self.spot}.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What one call asks for. `prompt` is what the person said.

    Pictures are decoded where they are drawn upon: the last of `sources` is changed, the others lend to it.
    `marked` is a copy of it with marks, which only point at what is meant where `points`; `places` alone may
    change where there are any.
    """

    prompt: str
    sources: tuple[Source, ...]
    marked: Source | None
    points: bool
    places: tuple[Box, ...]
    claims: tuple[Claim, ...]
    aspect: AspectRatio | None
    resolution: Resolution
    thinks: bool
    seed: int | None
    trouble: Trouble | None


def read_request(reader: BodyReader) -> Asked:
    """Checks as the real model does; Refused (400) with its words."""
    try:
        body = msgspec.json.decode(reader.skeleton(), type=Body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise invalid(f"Invalid JSON payload received. {error}") from error
    _check_turns(body.contents)
    if body.config.candidates > 1:
        raise invalid("Multiple candidates is not enabled for this model")
    said = read_texts([_text(part.text, reader) for part in body.contents[-1].parts if part.text])
    pictures = [[_source(one, reader) for one in _pictures(turn)] for turn in body.contents]
    sources, marked = _to_change(pictures, said)
    return Asked(
        prompt=said.words,
        sources=sources,
        marked=marked,
        points=said.points,
        places=said.places,
        claims=tuple(_claims(body.contents, reader)),
        aspect=_aspect(body.config.image.aspect),
        resolution=_resolution(body.config.image.size),
        thinks=_thinks(body.config.thinking.level),
        seed=body.config.seed,
        trouble=trouble_of(said.words),
    )


def trouble_of(prompt: str) -> Trouble | None:
    """The first trouble that the prompt asks for."""
    names = [match.group(1) for match in re.finditer(r"demo:([a-z]+(?:-[a-z]+)*)", prompt.casefold())]
    return next((Trouble(name) for name in names if name in set(Trouble)), None)


def _check_turns(turns: tuple[Turn, ...]) -> None:
    if not turns:
        raise invalid("* GenerateContentRequest.contents: contents is not specified")
    for number, turn in enumerate(turns):
        expected = "user" if number % 2 == 0 else "model"
        single = len(turns) == 1 and turn.role is None
        if turn.role not in ("user", "model", None):
            raise invalid("Please use a valid role: user, model.")
        if turn.role != expected and not single:
            raise invalid("Please ensure that multiturn requests alternate between user and model.")
        _check_parts(turn, number)
    if len(turns) % 2 == 0:
        raise invalid("Please ensure that multiturn requests end with a user role.")


def _check_parts(turn: Turn, number: int) -> None:
    where = f"GenerateContentRequest.contents[{number}].parts"
    if not turn.parts:
        raise invalid(f"* {where}: contents.parts must not be empty.")
    for place, part in enumerate(turn.parts):
        signed_only = turn.role == "model" and part.signature
        if not part.text and part.picture is None and not signed_only:
            raise invalid(
                f"* {where}[{place}].data: required oneof field 'data' must have one initialized field"
            )


def _claims(turns: tuple[Turn, ...], reader: BodyReader) -> Iterator[Claim]:
    """Every picture of the model's and, in a turn with pictures, the first text (wire.md 4.3)."""
    for number, turn in enumerate(turns):
        if turn.role != "model" or not _pictures(turn):
            continue
        has_text = False
        for place, part in enumerate(turn.parts):
            signature, spot = (
                part.signature or "",
                f"content position {number + 1}, part position {place + 1}",
            )
            if part.thought:
                continue
            if part.picture:
                yield Claim("Image", reader.text_of(part.picture.data), signature, spot)
            elif part.text and not has_text:
                has_text = True
                yield Claim("Text", reader.text_of(part.text), signature, spot)


def _to_change(pictures: list[list[Source]], said: Said) -> tuple[tuple[Source, ...], Source | None]:
    """The pictures that lend, the one that changes behind them, and its marked copy.

    That one is told by the words; else it is the model's last, or without one the last of all.
    """
    turn, before = pictures[-1], [one for earlier in pictures[1:-1:2] for one in earlier]
    if len(turn) > MOST_REFERENCES:
        raise invalid(f"Too many images: {len(turn)}. At most {MOST_REFERENCES} are supported.")
    marked = _numbered(turn, said.marked)
    changed = _numbered(turn, said.changed) or (before or turn or [None])[-1]
    lending = [one for one in turn if one is not marked and one is not changed]
    return (*lending, *([changed] if changed else [])), marked


def _numbered(turn: list[Source], number: int | None) -> Source | None:
    return turn[number - 1] if number and number <= len(turn) else None


def _text(text: str, reader: BodyReader) -> str:
    return b"".join(reader.text_of(text)).decode("utf-8", "replace")


def _pictures(turn: Turn) -> list[Inline]:
    """Those that count: no thoughts."""
    return [part.picture for part in turn.parts if part.picture and not part.thought]


def _source(picture: Inline, reader: BodyReader) -> Source:
    declared = picture.mime or picture.snake_mime
    data = reader.text_of(picture.data)
    if declared not in MIME_TYPES:
        raise invalid(f"Unsupported MIME type: {declared}")
    try:
        found = sniff(decoded([b"".join(data[:HEAD_BYTES])[: HEAD_BYTES // 3 * 4]]))
    except ValueError as error:
        raise invalid(
            "Invalid value at 'contents.parts.inline_data.data' (TYPE_BYTES), Base64 decoding failed"
        ) from error
    if found != declared.replace("heif", "heic"):
        raise invalid(f"Unhandled generated data mime type: {found or 'application/octet-stream'}")
    return data


def _aspect(value: str | None) -> AspectRatio | None:
    if value is None:
        return None
    try:
        return AspectRatio(value)
    except ValueError as error:
        raise invalid("Request contains an invalid argument: aspect_ratio.") from error


def _resolution(value: str | None) -> Resolution:
    if value is None:
        return Resolution.ONE_K
    found = next((resolution for resolution in Resolution if resolution.wire == value), None)
    if found is None:
        raise invalid("Request contains an invalid argument.")
    return found


def _thinks(level: str) -> bool:
    if level.casefold() not in ("minimal", "high", "low", "medium"):
        raise invalid("Request contains an invalid argument: thinking_level.")
    return level.casefold() == "high"
