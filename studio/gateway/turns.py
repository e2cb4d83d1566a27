"""A conversation's turns: as they are kept, without their pictures, and as they are sent.

A kept turn is the JSON of a `content` (wire.md 4.1) in which "@blob:N" stands for the data of picture N.
Where its author wrote such a thing, it reads "@text:blob:", and an author's "@text:" reads "@text:text:".
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from studio.gateway.tolerant import clean, member, members

if TYPE_CHECKING:
    from collections.abc import Sequence

_WRITTEN_BY_AUTHOR: Final = re.compile("@(blob|text):")
_KEPT_OF_AUTHOR: Final = re.compile("@text:(blob|text):")
_MARK: Final = "@blob:"
_PICTURE: Final = re.compile(f'"{_MARK}([0-9]+)"')

# new-api keeps no other spelling of the signature (wire.md 4.3).
_SPELLINGS: Final = {
    "inline_data": "inlineData",
    "mime_type": "mimeType",
    "file_data": "fileData",
    "thought_signature": "thoughtSignature",
}


@dataclass(frozen=True, slots=True)
class SendableTurn:
    """A turn's JSON in pieces; a number stands where that picture's base64 goes.

    `signed` unless a picture of it carries no signature, which makes the model refuse the conversation.
    """

    pieces: tuple[str | int, ...]
    signed: bool

    @property
    def pictures(self) -> tuple[int, ...]:
        """The numbers of its pictures, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, int))


def kept_turn(turn: str, marker: str) -> str:
    """A content's JSON as it is kept. `marker` is a pattern for what stands in it for a picture, of which the
    first group is the picture's number.
    """

    def settled(found: re.Match[str]) -> str:
        return f"@blob:{found[1]}" if found[1] else f"@text:{found[2]}:"

    return re.sub(f"{marker}|{_WRITTEN_BY_AUTHOR.pattern}", settled, turn)


def user_turn(mimes: Sequence[str], texts: Sequence[str], *, first: int = 0) -> str:
    """A turn of the person, as it is kept: pictures of these types, numbered from `first` on, then texts.

    Empty texts are left out: the model refuses them (wire.md 11).
    """
    said = [{"text": _kept(clean(text))} for text in texts if text.strip()]
    shown = [
        {"inlineData": {"mimeType": mime, "data": f"@blob:{number}"}}
        for number, mime in enumerate(mimes, start=first)
    ]
    return _json({"role": "user", "parts": [*shown, *said]})


def sendable(turn: str) -> SendableTurn | None:
    """A kept turn as it is sent: parts as they came and in their order, without thoughts and empty parts.

    None for what can't be sent again: no turn was kept, it holds nothing but thoughts, or a gateway put a
    picture where the model has none, such as into a text.
    """
    try:
        content: object = json.loads(turn)
    except (ValueError, RecursionError):
        return None
    parts = [_spelt(part) for part in members(content, "parts") if _is_sent(part)]
    role = "user" if member(content, "role") == "user" else "model"
    whole = _json({"role": role, "parts": parts})
    if not parts or whole.count(_MARK) != sum(_shows_picture(part) for part in parts):
        return None
    split = _PICTURE.split(whole)
    pieces = tuple(int(piece) if at % 2 else _as_written(piece, at, split) for at, piece in enumerate(split))
    return SendableTurn(pieces, signed=role == "user" or all(_is_signed(part) for part in parts))


def _kept(text: str) -> str:
    return _WRITTEN_BY_AUTHOR.sub(r"@text:\1:", text)


def _as_written(json_text: str, at: int, split: Sequence[str]) -> str:
    """The quotes go with the JSON around a picture, not with the picture."""
    written = _KEPT_OF_AUTHOR.sub(r"@\1:", json_text)
    return ('"' if at else "") + written + ('"' if at < len(split) - 1 else "")


def _is_sent(part: object) -> bool:
    if not isinstance(part, dict):
        return False
    known = cast("dict[str, object]", part)
    holds = any(value not in (None, "") for name, value in known.items() if name != "thought")
    return holds and known.get("thought") is not True


def _shows_picture(part: object) -> bool:
    data = member(member(part, "inlineData"), "data")
    return isinstance(data, str) and data.startswith(_MARK)


def _is_signed(part: object) -> bool:
    return not _shows_picture(part) or bool(member(part, "thoughtSignature"))


def _spelt(part: object) -> dict[str, object]:
    """The part with the names that every gateway takes, its values untouched."""
    named = {_SPELLINGS.get(name, name): value for name, value in cast("dict[str, object]", part).items()}
    inline = named.get("inlineData")
    if isinstance(inline, dict):
        known = cast("dict[str, object]", inline)
        named["inlineData"] = {_SPELLINGS.get(name, name): value for name, value in known.items()}
    return named


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
