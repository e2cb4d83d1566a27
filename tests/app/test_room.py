"""Memory that nothing uses is given back."""

import asyncio
import gc
import platform
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from studio.app.room import Room
from tests.support.window import run_in_window, until

_PIECES, _SIZE = 800, 100_000


class _Pictures(QObject):
    arrived = Signal(object)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps it")
def test_room_of_pictures_that_went_is_given_back_at_rest(qapp: QApplication) -> None:
    async def story() -> None:
        room, brings = Room(rest_ms=20), _Pictures()
        room.follow(brings.arrived)
        # What is given back once everything is loaded comes first.
        await asyncio.sleep(0.1)
        pictures = [b"x" * _SIZE for _ in range(_PIECES)]
        full = _resident_mb()
        # What came last stays, and holds all before it.
        del pictures[:-1]
        gc.collect()
        assert _resident_mb() > full - _PIECES * _SIZE / 1e6 / 2
        brings.arrived.emit(frozenset())
        await until(lambda: _resident_mb() < full - _PIECES * _SIZE / 1e6 * 0.9)

    run_in_window(qapp, story())
