"""A request body → what is asked for, refused where the real model would refuse it (wire.md 3)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from studio.demo.body import BodyReader, decoded
from studio.demo.failure import invalid
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.pictures import HEAD_BYTES, sniff

MOST_REFERENCES = 14
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
class Asked:
    """What one call asks for; sources are base64 in pieces, decoded where the picture is drawn."""

    prompt: str
    sources: tuple[tuple[bytes, ...], ...]
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
    last = body.contents[-1]
    prompt = "\n".join(part.text for part in last.parts if part.text)
    return Asked(
        prompt=prompt,
        sources=_sources(body.contents, reader),
        aspect=_aspect(body.config.image.aspect),
        resolution=_resolution(body.config.image.size),
        thinks=_thinks(body.config.thinking.level),
        seed=body.config.seed,
        trouble=trouble_of(prompt),
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
        if turn.role == "model" and part.picture and not part.thought and not part.signature:
            spot = f"content position {number + 1}, part position {place + 1}"
            raise invalid(f"Image part is missing a thought_signature in {spot}.")


def _sources(turns: tuple[Turn, ...], reader: BodyReader) -> tuple[tuple[bytes, ...], ...]:
    """The pictures of the last turn; where it has none, the last picture that the model delivered."""
    sent = [_source(part.picture, reader) for part in turns[-1].parts if part.picture]
    if len(sent) > MOST_REFERENCES:
        raise invalid(f"Too many images: {len(sent)}. At most {MOST_REFERENCES} are supported.")
    if sent or len(turns) < 2:
        return tuple(sent)
    kept = [part.picture for part in turns[-2].parts if part.picture and not part.thought]
    return tuple(_source(picture, reader) for picture in kept[-1:])


def _source(picture: Inline, reader: BodyReader) -> tuple[bytes, ...]:
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
