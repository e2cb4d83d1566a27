"""A call as commands of a POSIX shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studio.domain.as_code import KEY_NAME
from studio.gateway.snippets.literals import shell_json, shell_quoted

if TYPE_CHECKING:
    from pathlib import Path

    from studio.gateway.snippets.call import Call

_LONGEST_WORD: Final = 100_000
"""Bytes: a program takes no longer argument on Linux, while `printf` of the shell takes any."""


def curl(call: Call) -> str:
    """Pictures are read by `base64`; where one can't be read, nothing is sent."""
    options = [
        "curl --silent --show-error --http1.1 --max-time 600 --output reply.json",
        f'-H "Authorization: Bearer ${KEY_NAME}"',
        "-H 'Content-Type: application/json'",
    ]
    whole = "".join(piece for piece in call.pieces if isinstance(piece, str))
    if not call.pictures and len(whole.encode()) <= _LONGEST_WORD:
        lines = [*options, f"--data-binary {shell_json(whole)}", shell_quoted(call.url)]
        return " \\\n  ".join(lines) + "\n"
    lines = [*options, "-H 'Expect:'", "--data-binary @-", shell_quoted(call.url)]
    readable = "".join(f"test -r {_path(path)} &&\n" for path in dict.fromkeys(call.pictures))
    printed = "".join(f"  {_printing(piece)}\n" for piece in call.pieces)
    return f"{readable}{{\n{printed}}} |\n  " + " \\\n    ".join(lines) + "\n"


def _printing(piece: str | Path) -> str:
    if isinstance(piece, str):
        return f"printf '%s' {shell_json(piece)}"
    return f"base64 < {_path(piece)} | tr -d '\\r\\n'"


def _path(path: Path) -> str:
    return shell_quoted(str(path))
