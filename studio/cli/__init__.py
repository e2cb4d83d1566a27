"""The command line. The window is its default command; everything else runs without Qt."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

KEY_VARIABLE = "PROOFROOM_API_KEY"


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    _speak_utf8()
    key = _take_key(os.environ)
    if not key and not (sys.argv[1:] if arguments is None else arguments):
        _open_plain_window()

    from studio.cli.commands import root
    from studio.cli.context import Start

    root.main(args=arguments, prog_name="proofroom", obj=Start(environment_key=key))
    sys.exit(0)


def _open_plain_window() -> NoReturn:
    """Nothing was said, so there is nothing to parse, and the window need not wait for click."""
    from studio.cli.window import NoWindow, open_window

    try:
        sys.exit(open_window(key=None))
    except NoWindow as problem:
        sys.exit(f"Error: {problem}")


def _take_key(environment: MutableMapping[str, str]) -> str:
    """The key for this run. It is taken out, so that no program started from here inherits it."""
    return environment.pop(KEY_VARIABLE, "").strip()


def _speak_utf8() -> None:
    """Group names are Chinese: a pipe on Windows would otherwise not take them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
