"""Closing the window with jobs under way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.cli.gateways import RunningGateway, for_window, with_picture
from tests.support.person import PATIENCE, Window

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.stories.conftest import Home

KEY = "sk-story-of-leaving"
TRAY_PROGRAMS = ("Xvfb", "trayer")


@contextmanager
def closed_under_way(home: Home, *, platform: str = "offscreen") -> Generator[tuple[Window, RunningGateway]]:
    """A window that was closed while one job is under way, and says so."""
    with (
        for_window(with_picture(), holding=True) as gateway,
        home.window("--gateway", gateway.url, key=KEY, platform=platform) as window,
    ):
        window.fill("Prompt", "a lake")
        window.spend("Generate 1 for ¥0.16")
        window.see("1 running", within="Jobs")
        gateway.wait_for_a_request()
        window.press_close()
        window.hear(
            "1 job is under way, ¥0.16. If you leave now, its outcome is unknown and it may be charged."
        )
        yield window, gateway


def test_waiting_closes_when_the_picture_is_saved(home: Home) -> None:
    with closed_under_way(home) as (window, gateway):
        assert window.look().find("Go on in the background") is None, "there is no tray here"
        window.click("Wait, then close")
        window.hear("Proofroom closes when all jobs are done.")
        gateway.let_go()
        assert window.wait_for_end() == 0
    assert len(home.pictures()) == 1
    assert [one["charge"] for one in home.ledger()] == ["charged"]


def test_cancel_stays(home: Home) -> None:
    with closed_under_way(home) as (window, gateway):
        window.click("Cancel", within="Jobs are under way")
        gateway.let_go()
        window.see("No jobs", within="Jobs")
        window.leave()
    assert len(home.pictures()) == 1


def test_leaving_now_leaves_it_unknown(home: Home) -> None:
    with closed_under_way(home) as (window, gateway):
        window.click("Leave now")
        assert window.wait_for_end() == 0
        with home.window("--gateway", gateway.url, key=KEY) as again:
            again.see("1 to look at", within="Jobs")
            again.see("Today ¥0.16 of which ¥0.16 unknown")
            again.leave()
    assert [one["charge"] for one in home.ledger()] == ["unknown"]


@pytest.mark.skipif(sys.platform != "linux", reason="the tray of this test is one of X11")
def test_going_on_in_the_background_where_there_is_a_tray(home: Home) -> None:
    with desktop_with_tray() as display:
        home.add(DISPLAY=display)
        with closed_under_way(home, platform="xcb") as (window, gateway):
            window.click("Go on in the background")
            window.until(lambda: window.look().find("Composer") is None, "no window")
            gateway.let_go()
            window.until(lambda: len(home.pictures()) == 1, "the picture")
            window.hear("All jobs are done")
            window.click_tray()
            window.see("No jobs", within="Jobs")
            window.leave()
    assert [one["charge"] for one in home.ledger()] == ["charged"]


@contextmanager
def desktop_with_tray() -> Generator[str]:
    """An X server of one's own with a tray on it; its name for DISPLAY. In CI a missing one fails."""
    missing = [program for program in TRAY_PROGRAMS if shutil.which(program) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with ExitStack() as stack:
        ours, theirs = os.pipe()
        server = ("Xvfb", "-displayfd", str(theirs), "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
        _start(stack, server, keeps=theirs)
        os.close(theirs)
        with os.fdopen(ours) as told:
            display = f":{told.readline().strip()}"
        _start(stack, ("trayer", "--edge", "top", "--SetDockType", "false"), DISPLAY=display)
        yield display


def _start(stack: ExitStack, command: tuple[str, ...], *, keeps: int = -1, **environment: str) -> None:
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        pass_fds=(keeps,) if keeps >= 0 else (),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait, PATIENCE)
    stack.callback(process.terminate)
