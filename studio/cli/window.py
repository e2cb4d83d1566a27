"""Opens the window. What it raises is worded by whoever asked: the window must not wait for click."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.keys import Secret

_NO_DISPLAY = (
    "There is no display here, so no window can open. Nothing was sent, so it cost nothing. "
    "Use “proofroom generate”, or see “proofroom --help”."
)
_NO_QT = (
    "The window can't open: {error}. Nothing was sent, so it cost nothing. "
    "Install PySide6 and what it needs, or use “proofroom generate”."
)


class NoWindow(Exception):
    """The window can't open here; its text says why and what to do instead."""


def open_window(
    *,
    key: Secret | None,
    library: Path | None = None,
    gateway: str | None = None,
    picture: Path | None = None,
) -> int:
    """Open the window and return the exit code when it is closed; raises NoWindow."""
    if not _has_display():
        if picture is None:
            raise NoWindow(_NO_DISPLAY)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from studio.app import run_window

    try:
        return run_window(library=library, gateway=gateway, environment_key=key, picture=picture)
    except ImportError as error:
        if (error.name or "").split(".")[0] not in {"PySide6", "qasync", "shiboken6"}:
            raise
        raise NoWindow(_NO_QT.format(error=error)) from error


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
