"""What a reply with status 200 says: pictures, words, the reason when there is no picture, and usage.

Pure and total: any JSON gives a Reply. The shapes are those of wire.md 4, the traps those of 11.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from studio.domain.charge import Outcome
from studio.domain.pictures import EXTENSIONS, sniff
from studio.domain.reply import ReceivedPicture, Reply, Usage
from studio.gateway.blob import Blob
from studio.gateway.skeleton import Split, marker
from studio.gateway.tolerant import clean, count, elements, member, members, text
from studio.gateway.turns import kept_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEFORE_PICTURE: Final = re.compile(r"!\[[^\]\n]*\]\(\s*$")
_AFTER_PICTURE: Final = re.compile(r"^\s*(?:\"[^\"\n]*\"\s*)?\)")


@dataclass(frozen=True, slots=True)
class _Found:
    """What the parts of a reply hold. `empty_handed` counts pictures that are no blob: addresses, scraps."""

    pictures: tuple[tuple[Blob, bool], ...]
    words: str
    empty_handed: int


def read_reply(split: Split, *, request_id: str = "") -> Reply:
    """Everything of a whole reply. An `error` object in it is the caller's to look for."""
    documents = elements(split.value)
    candidates = [candidate for document in documents for candidate in members(document, "candidates")]
    found = _read_parts(candidates, split)
    usable = [picture for picture in _with_strays(found.pictures, split.blobs) if _is_usable(picture[0])]
    pictures = tuple(_received(blob, thought=thought) for blob, thought in usable)
    reason, explanation = _reason(documents, candidates)
    return Reply(
        outcome=_outcome(found, pictures),
        pictures=pictures,
        chosen=_chosen(pictures),
        words=found.words,
        reason=reason,
        explanation=explanation,
        request_id=request_id or _last_text(documents, "request_id", "requestId"),
        response_id=_last_text(documents, "responseId", "response_id"),
        model_version=_last_text(documents, "modelVersion", "model_version"),
        usage=_usage(documents),
        turn=_turn(candidates, split),
    )


def read_cut_reply(blobs: Iterable[Blob], *, request_id: str = "") -> Reply | None:
    """What a reply is worth that was cut off: its pictures whose strings were whole, None without one."""
    pictures = tuple(_received(blob, thought=False) for blob in blobs if _is_usable(blob))
    if not pictures:
        return None
    return Reply(
        outcome=Outcome.PICTURE, pictures=pictures, chosen=pictures[-1], request_id=request_id, cut=True
    )


def _read_parts(candidates: list[object], split: Split) -> _Found:
    pictures: list[tuple[Blob, bool]] = []
    words: list[str] = []
    empty_handed = 0
    for part in _parts(candidates):
        thought = member(part, "thought") is True
        said, shown = _read_text(part, split)
        if not thought:
            words.append(said)
        carried = _carried(part, split)
        empty_handed += carried is not None and not carried
        pictures.extend((blob, thought) for blob in (*shown, *(carried or ())))
    return _Found(tuple(pictures), "\n".join(word for word in words if word).strip(), empty_handed)


def _parts(candidates: list[object]) -> Iterator[object]:
    for candidate in candidates:
        content = member(candidate, "content")
        yield from members(content, "parts")


def _carried(part: object, split: Split) -> tuple[Blob, ...] | None:
    """The blobs of a picture part, none when it holds an address or a scrap; None for other parts."""
    if member(part, "fileData", "file_data") is not None:
        return ()
    inline = member(part, "inlineData", "inline_data")
    if inline is None:
        return None
    data = member(inline, "data")
    pieces = split.pieces(data) if isinstance(data, str) else ()
    label = text(inline, "mimeType", "mime_type")
    return tuple(_labelled(piece, label) for piece in pieces if isinstance(piece, Blob))


def _labelled(blob: Blob, label: str) -> Blob:
    """The part's label comes before the one in a data URL."""
    return Blob(blob.index, blob.key, label or blob.mime, blob.size, blob.head, blob.closed, blob.flaw)


def _read_text(part: object, split: Split) -> tuple[str, list[Blob]]:
    """The text of a part without the pictures in it, and those; a picture's markdown goes with it."""
    said = member(part, "text")
    pieces = split.pieces(said) if isinstance(said, str) else ()
    blobs = [piece for piece in pieces if isinstance(piece, Blob)]
    words: list[str] = []
    after_picture = False
    for piece in pieces:
        if isinstance(piece, Blob):
            if words:
                words[-1] = _BEFORE_PICTURE.sub("", words[-1])
        else:
            words.append(_AFTER_PICTURE.sub("", piece) if after_picture else piece)
        after_picture = isinstance(piece, Blob)
    return clean("".join(words)).strip(), blobs


def _with_strays(found: tuple[tuple[Blob, bool], ...], blobs: Iterable[Blob]) -> list[tuple[Blob, bool]]:
    """With the pictures that came at a place where none is expected: they were paid for as well."""
    seen = {blob.index for blob, _ in found}
    return [*((blob, False) for blob in blobs if blob.index not in seen), *found]


def _is_usable(blob: Blob) -> bool:
    """Whether it came whole and its first bytes, not its label, are those of a picture that can be kept."""
    return blob.closed and blob.flaw is None and sniff(blob.head) in EXTENSIONS


def _received(blob: Blob, *, thought: bool) -> ReceivedPicture:
    return ReceivedPicture(index=blob.index, declared_mime=clean(blob.mime), thought=thought)


def _chosen(pictures: tuple[ReceivedPicture, ...]) -> ReceivedPicture | None:
    final = [picture for picture in pictures if not picture.thought] or list(pictures)
    return final[-1] if final else None


def _outcome(found: _Found, usable: tuple[ReceivedPicture, ...]) -> Outcome:
    if usable:
        return Outcome.PICTURE
    return Outcome.UNUSABLE_PICTURE if found.pictures or found.empty_handed else Outcome.NO_PICTURE


def _reason(documents: list[object], candidates: list[object]) -> tuple[str, str]:
    """The block or finish reason as it came, and the sentence about it."""
    for document in documents:
        feedback = member(document, "promptFeedback", "prompt_feedback")
        if blocked := text(feedback, "blockReason", "block_reason"):
            return blocked, text(feedback, "blockReasonMessage", "block_reason_message")
    reason = _last_text(candidates, "finishReason", "finish_reason")
    return reason, _last_text(candidates, "finishMessage", "finish_message")


def _last_text(values: list[object], *names: str) -> str:
    return next((found for value in reversed(values) if (found := text(value, *names))), "")


def _usage(documents: list[object]) -> Usage:
    reports = (member(document, "usageMetadata", "usage_metadata") for document in reversed(documents))
    report = next((report for report in reports if report is not None), None)
    return Usage(
        prompt=count(report, "promptTokenCount", "prompt_token_count"),
        candidates=count(report, "candidatesTokenCount", "candidates_token_count"),
        thoughts=count(report, "thoughtsTokenCount", "thoughts_token_count"),
        total=count(report, "totalTokenCount", "total_token_count"),
    )


def _turn(candidates: list[object], split: Split) -> str:
    """The model's turn, as it is kept."""
    contents = [found for candidate in candidates if (found := member(candidate, "content"))]
    if not contents:
        return ""
    try:
        turn = json.dumps(contents[0], separators=(",", ":"))
    except RecursionError:
        return ""
    return kept_turn(turn, marker(split.token, "([0-9]+)"))
