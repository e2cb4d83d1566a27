"""A call written down as code: what the program would send, with a placeholder for the key."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from studio.domain.as_code import CodeLanguage
from studio.gateway.snippets.call import Call
from studio.gateway.snippets.curl import curl
from studio.gateway.snippets.google_genai import google_genai
from studio.gateway.snippets.javascript import javascript
from studio.gateway.snippets.python import python

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def as_code(address: str, route: str, pieces: Sequence[bytes | Path], language: CodeLanguage) -> str:
    """The code of one call. `pieces` are those of its body in order; a path stands for a picture's base64."""
    call = Call(address, route, tuple(_joined(pieces)))
    match language:
        case CodeLanguage.CURL:
            return curl(call)
        case CodeLanguage.PYTHON:
            return python(call)
        case CodeLanguage.GOOGLE_GENAI:
            return google_genai(call)
        case CodeLanguage.JAVASCRIPT:
            return javascript(call)
    assert_never(language)


def _joined(pieces: Sequence[bytes | Path]) -> Iterator[str | Path]:
    """All that stands between two pictures as one text."""
    for are_paths, run in groupby(pieces, lambda piece: isinstance(piece, Path)):
        if are_paths:
            yield from (piece for piece in run if isinstance(piece, Path))
        else:
            yield b"".join(piece for piece in run if isinstance(piece, bytes)).decode("utf-8")
