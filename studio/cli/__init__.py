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
    from studio.cli.commands import root
    from studio.cli.context import Start

    _speak_utf8()
    start = Start(environment_key=_take_key(os.environ))
    root.main(args=arguments, prog_name="proofroom", obj=start)
    sys.exit(0)


def _take_key(environment: MutableMapping[str, str]) -> str:
    """The key for this run. It is taken out, so that no program started from here inherits it."""
    return environment.pop(KEY_VARIABLE, "").strip()


def _speak_utf8() -> None:
    """Group names are Chinese: a pipe on Windows would otherwise not take them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
