"""A call as a program in Python, with Google's own library."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from studio.domain.as_code import KEY_NAME
from studio.gateway.snippets.literals import Grammar, enclosed, literal, quoted
from studio.gateway.tolerant import member, members, text

if TYPE_CHECKING:
    from studio.gateway.snippets.call import Call

_INDENT: Final = "    "
_DECODING: Final = "from base64 import b64decode\n"
_TYPES: Final = {"imageConfig": "ImageConfig", "thinkingConfig": "ThinkingConfig"}
_KNOWN: Final = {"text", "inlineData", "thoughtSignature"}
_GRAMMAR: Final = Grammar(("None", "True", "False"), lambda path: f"Path({quoted(str(path))}).read_bytes()")


def google_genai(call: Call) -> str:
    """The same call; the library adds headers of its own, and writes base64 in its URL-safe letters."""
    body = call.body
    turns = [_turn(turn, depth=2) for turn in members(body, "contents")]
    signed = any("b64decode(" in turn for turn in turns)
    return f"""# pip install google-genai
# The library also sends the key as x-goog-api-key, writes mime_type for mimeType, and - and _ in base64:
# not every gateway reads that.
import os
{_DECODING if signed else ""}from pathlib import Path

from google import genai
from google.genai import types

key = os.environ["{KEY_NAME}"]
client = genai.Client(
    api_key=key,
    http_options=types.HttpOptions(
        base_url={quoted(call.address)},
        api_version="v1beta",
        headers={{"Authorization": f"Bearer {{key}}"}},
        timeout=600_000,
        retry_options=types.HttpRetryOptions(attempts=1),
    ),
)
response = client.models.generate_content(
    model={quoted(call.route)},
    contents={enclosed("[", turns, "]", indent=_INDENT, depth=1)},
    config={_settings(member(body, "generationConfig"))},
)
Path("reply.json").write_text(response.model_dump_json(), encoding="utf-8")
print("reply.json")
"""


def _turn(turn: object, *, depth: int) -> str:
    parts = [_part(part, depth=depth + 2) for part in members(turn, "parts")]
    listed = enclosed("[", parts, "]", indent=_INDENT, depth=depth + 1)
    items = [f"role={quoted(text(turn, 'role'))}", f"parts={listed}"]
    return enclosed("types.Content(", items, ")", indent=_INDENT, depth=depth)


def _part(part: object, *, depth: int) -> str:
    known = cast("dict[str, object]", part)
    if not known.keys() <= _KNOWN:
        return f"types.Part.model_validate({literal(known, _GRAMMAR, depth=depth)})"
    items = [_argument(name, value, depth=depth + 1) for name, value in known.items()]
    return enclosed("types.Part(", items, ")", indent=_INDENT, depth=depth)


def _argument(name: str, value: object, *, depth: int) -> str:
    match name:
        case "inlineData":
            items = [
                f"mime_type={quoted(text(value, 'mimeType'))}",
                f"data={_bytes(member(value, 'data'))}",
            ]
            return enclosed("inline_data=types.Blob(", items, ")", indent=_INDENT, depth=depth)
        case "thoughtSignature":
            return f"thought_signature={_bytes(value)}"
        case _:
            return f"{_snake(name)}={literal(value, _GRAMMAR)}"


def _bytes(value: object) -> str:
    """A picture's, or those of base64 in whichever letters and with or without padding."""
    if isinstance(value, Path):
        return literal(value, _GRAMMAR)
    letters = str(value).replace("-", "+").replace("_", "/").rstrip("=")
    return f"b64decode({quoted(letters + '=' * (-len(letters) % 4))})"


def _settings(settings: object) -> str:
    items = [_setting(name, value) for name, value in cast("dict[str, object]", settings).items()]
    return enclosed("types.GenerateContentConfig(", items, ")", indent=_INDENT, depth=1)


def _setting(name: str, value: object) -> str:
    if name not in _TYPES:
        return f"{_snake(name)}={literal(value, _GRAMMAR)}"
    inner = cast("dict[str, object]", value).items()
    arguments = ", ".join(f"{_snake(one)}={literal(of, _GRAMMAR)}" for one, of in inner)
    return f"{_snake(name)}=types.{_TYPES[name]}({arguments})"


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
