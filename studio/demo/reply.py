"""Reply bodies as the model sends them (wire.md 4.1), in pieces: no picture is ever held twice in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import pybase64

from studio.demo.drawing import Drawn, digest
from studio.demo.request import Asked, Trouble
from studio.demo.signature import sign

ENCODED_AT_ONCE = 192 * 1024
THOUGHT_TOKENS = 740
_WORD = "Here is your picture."
_GAP = "\0picture"


@dataclass(frozen=True, slots=True)
class Reply:
    """A body of JSON with holes, and the pictures whose base64 fills the holes, in order."""

    texts: tuple[bytes, ...]
    pictures: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """Bytes in all."""
        encoded = sum(4 * ((len(picture) + 2) // 3) for picture in self.pictures)
        return sum(map(len, self.texts)) + encoded

    def pieces(self) -> Iterator[bytes]:
        """The body, at most a quarter of a megabyte at a time."""
        for number, text in enumerate(self.texts):
            yield text
            if number < len(self.pictures):
                view = memoryview(self.pictures[number])
                for start in range(0, len(view), ENCODED_AT_ONCE):
                    yield pybase64.b64encode(view[start : start + ENCODED_AT_ONCE])


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every reply of one call says of itself."""

    model: str
    response_id: str

    def reply(self, members: dict[str, Any], usage: dict[str, Any], pictures: Sequence[bytes] = ()) -> Reply:
        whole = {
            **members,
            "usageMetadata": usage,
            "modelVersion": self.model,
            "responseId": self.response_id,
        }
        texts = msgspec.json.encode(whole).split(msgspec.json.encode(_GAP)[1:-1])
        return Reply(texts=tuple(texts), pictures=tuple(pictures))


def picture_reply(
    envelope: Envelope, asked: Asked, drafts: tuple[Drawn, ...], final: Drawn, thought: Drawn | None
) -> Reply:
    """A picture, with a word before it for some prompts, a thought where high thinking was asked."""
    parts: list[dict[str, Any]] = []
    if thought:
        parts += [
            {"text": "Sketching the layout first.", "thought": True},
            {**_inline(thought), "thought": True},
        ]
    if digest(asked.prompt) % 4 == 1:
        signature = sign(_WORD.encode(), envelope.response_id)
        parts.append({"text": _WORD, "thoughtSignature": signature})
    for drawn in (*drafts, final):
        parts.append({**_inline(drawn), "thoughtSignature": sign(drawn.data, envelope.response_id)})
    candidate = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}
    pictures = [drawn.data for drawn in (*((thought,) if thought else ()), *drafts, final)]
    usage = _usage(asked, pictures=1 + len(drafts), thoughts=THOUGHT_TOKENS if thought else 0)
    return envelope.reply({"candidates": [candidate]}, usage, pictures)


def trouble_reply(envelope: Envelope, asked: Asked) -> Reply | None:
    """A 200 without a picture, where the prompt asks for one."""
    members: dict[str, Any]
    match asked.trouble:
        case Trouble.BLOCKED:
            message = (
                "Unable to show the generated image. It may violate the content policy. Try another prompt."
            )
            members = {
                "candidates": [{"content": {}, "finishReason": "IMAGE_SAFETY", "finishMessage": message}]
            }
        case Trouble.WORDS:
            part = {"text": "I can't draw this as asked. Could you say more about the layout?"}
            content = {"role": "model", "parts": [part]}
            members = {"candidates": [{"content": content, "finishReason": "STOP", "index": 0}]}
        case Trouble.PROMPT_BLOCKED:
            members = {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}
        case _:
            return None
    thoughts = 173 if asked.trouble is Trouble.BLOCKED else 0
    return envelope.reply(members, _usage(asked, pictures=0, thoughts=thoughts))


def _inline(drawn: Drawn) -> dict[str, Any]:
    return {"inlineData": {"mimeType": drawn.form.value, "data": _GAP}}


def _usage(asked: Asked, *, pictures: int, thoughts: int) -> dict[str, Any]:
    """Token counts in the proportions of recorded replies: the details never add up to the candidates."""
    prompt = 2 + len(asked.prompt.encode("utf-8", "surrogatepass")) // 4 + 258 * len(asked.sources)
    drawn = asked.resolution.output_tokens * pictures
    candidates = drawn + 388 if pictures else 0
    usage: dict[str, Any] = {
        "promptTokenCount": prompt,
        "candidatesTokenCount": candidates,
        "totalTokenCount": prompt + candidates + thoughts,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": prompt - 258 * len(asked.sources)}],
        "serviceTier": "standard",
    }
    if asked.sources:
        usage["promptTokensDetails"].append({"modality": "IMAGE", "tokenCount": 258 * len(asked.sources)})
    if pictures:
        usage["candidatesTokensDetails"] = [{"modality": "IMAGE", "tokenCount": drawn}]
    if thoughts:
        usage["thoughtsTokenCount"] = thoughts
    return usage
