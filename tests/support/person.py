"""Someone at the real window: sees what a screen reader sees, clicks, types, waits, and loses patience."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from typing import IO

PATIENCE = 50.0
BETWEEN_LOOKS = 0.03
"""Seconds; looking takes the window's own time."""
NOT_WORTH_A_WORD = "This plugin does not support"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing in the window, as assistive technology is told of it."""

    name: str
    role: str
    description: str
    value: str
    states: tuple[str, ...]
    children: tuple[Seen, ...]

    @property
    def enabled(self) -> bool:
        return "disabled" not in self.states

    @property
    def focused(self) -> bool:
        """Whether it, or its inner field, has the keyboard."""
        return any("focused" in one.states for one in self.all())

    def all(self) -> Iterator[Seen]:
        """It and everything in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.all()

    def says(self, words: str) -> bool:
        """Whether it, or something in it, says these words."""
        return any(words in said for one in self.all() for said in (one.name, one.description, one.value))

    def find(self, name: str, role: str = "") -> Seen | None:
        """The first of this name, and of this role where one is given."""
        return next((one for one in self.all() if one.name == name and role in {"", one.role}), None)

    def items(self) -> list[str]:
        """The names of a list's or a tree's items."""
        return [one.name for one in self.all() if one.role in {"ListItem", "TreeItem"}]


class Window:
    """The running program, from outside. Every step waits until it can be taken."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    # Seeing

    def look(self) -> Seen:
        """Everything that is on the screen."""
        tops = msgspec.convert(self._ask(do="look")["seen"], tuple[Seen, ...])
        return Seen("screen", "Screen", "", "", (), tops)

    def see(self, name: str, role: str = "", *, within: str = "") -> Seen:
        """Wait until it is there."""

        def found() -> Seen | None:
            told = self._ask(do="see", name=name, role=role, within=within)
            return msgspec.convert(told["seen"], Seen) if "seen" in told else None

        return self.until(found, f"“{name}” {role} {within}")

    def hear(self, words: str, *, within: str = "") -> None:
        """Wait until these words stand somewhere."""

        self.until(lambda: self._ask(do="hear", words=words, within=within)["said"], f"“{words}”")

    def gallery(self) -> list[str]:
        """The names of what stands in the gallery."""
        return self.see("Gallery").items()

    def until(self, condition: Callable[[], Any], what: str, *, why: Callable[[], str] = str) -> Any:
        """Wait for this and return it; fails with what is on the screen instead."""
        deadline = time.monotonic() + PATIENCE
        while not (found := condition()):
            if time.monotonic() > deadline:
                screen = _drawn(self.look())
                pytest.fail(f"Waited in vain for {what} {why()}\nOn the screen:\n{screen}")
            time.sleep(BETWEEN_LOOKS)
        return found

    # Doing

    def click_first(self) -> None:
        """Click what stands first in the gallery, whatever it is called by then: cards are named by state."""

        def clicked() -> bool:
            names = self.gallery()
            told = self._ask(do="click", name=names[0], role="", within="Gallery", times=1) if names else None
            return told is not None and "error" not in told

        self.until(clicked, "a click on the first in the gallery")

    def click(self, name: str, role: str = "", *, within: str = "", times: int = 1) -> None:
        """Click in the middle of it, as soon as it is there, enabled, and nothing covers it."""
        told: dict[str, Any] = {"error": ""}

        def clicked() -> bool:
            told.clear()
            told.update(self._ask(do="click", name=name, role=role, within=within, times=times))
            return "error" not in told

        self.until(clicked, f"a click on “{name}” {role} {within}", why=lambda: told["error"])

    def spend(self, label: str) -> None:
        """Press the button of this label when it doesn't rest from the last press."""
        self.until(lambda: not self.see(label, "Button").description, f"“{label}” at rest no more")
        self.click(label, "Button")

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        self._done(self._ask(do="type", text=text))

    def paste(self, text: str) -> None:
        """Paste what was copied elsewhere."""
        self._done(self._ask(do="paste", text=text))

    def drop(self, *paths: Path, on: str, height: float = 0.4) -> None:
        """Let go files of another program over what has this name, at this part of its height."""
        names = [str(path) for path in paths]
        dropped = {"do": "drop", "name": on, "paths": names, "height": height}
        self.until(lambda: "error" not in self._ask(**dropped), f"“{on}” to drop on")

    def drag(self, name: str, *places: tuple[float, float]) -> None:
        """Draw over it with the mouse, from place to place, in shares of its width and height."""
        self.until(
            lambda: "error" not in self._ask(do="drag", name=name, places=places), f"“{name}” to draw on"
        )

    def fill(self, name: str, text: str, *, role: str = "EditableText", within: str = "") -> None:
        """Type this in place of what stands in a field."""
        self.click(name, role, within=within)
        self.until(lambda: self.see(name, role, within=within).focused, f"the keyboard in “{name}”")
        self.press("Ctrl+A")
        self.type(text)

    def press(self, keys: str, *, held: bool = False) -> None:
        """Press keys such as "Ctrl+Return"; `held` is the repeat of a key that is held down."""
        self._done(self._ask(do="press", keys=keys, held=held))

    def resize(self, width: int, height: int) -> None:
        self._done(self._ask(do="size", width=width, height=height))

    def picture(self, path: Path) -> None:
        self._done(self._ask(do="grab", path=str(path)))

    def press_close(self) -> None:
        """Press the button that closes the window."""
        self._done(self._ask(do="close"))

    def click_tray(self) -> None:
        """Click on the program's icon in the tray."""
        self.until(lambda: "error" not in self._ask(do="tray"), "the tray's icon")

    def wait_for_end(self) -> int:
        """The exit code, when the program has ended."""
        return self.process.wait(PATIENCE)

    def leave(self) -> None:
        """Close the window, and see the program end well."""
        self.press_close()
        code = self.wait_for_end()
        assert code == 0, (code, self.log)

    def kill(self) -> None:
        """As a crash or a power cut ends it."""
        self.process.kill()
        self.process.wait(PATIENCE)

    @property
    def log(self) -> str:
        """What it wrote to standard error so far."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines if not line.startswith(NOT_WORTH_A_WORD))

    def _ask(self, **wanted: object) -> dict[str, Any]:
        asked, told = _pipes(self.process)
        line = b""
        # Where nobody reads any more there is no answer either.
        with suppress(BrokenPipeError):
            asked.write(json.dumps(wanted).encode() + b"\n")
            asked.flush()
            line = told.readline()
        if not line:
            pytest.fail(f"The program has ended ({self.process.wait(PATIENCE)}):\n{self.log}")
        return json.loads(line)

    def _done(self, told: dict[str, Any]) -> None:
        assert "error" not in told, told


@contextmanager
def open_window(
    *arguments: str, environment: Mapping[str, str], log: Path, platform: str = "offscreen"
) -> Generator[Window]:
    """Run the program while the context lasts; nothing may stand on its standard error at the end."""
    command = [sys.executable, "-m", "tests.support.driven_window", *arguments]
    with log.open("wb") as errors:
        process = subprocess.Popen(
            command,
            env={
                **environment,
                "QT_QPA_PLATFORM": platform,
                "PYTHONPATH": str(ROOT),
                "PYTHONFAULTHANDLER": "1",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
    window = Window(process, log)
    try:
        if platform == "offscreen":
            # Its screen is small, and the window no larger than the screen.
            window.resize(1440, 900)
        yield window
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        for pipe in _pipes(process):
            # What a program that has ended didn't read is written once more, in vain.
            with suppress(BrokenPipeError):
                pipe.close()
    assert not window.log, window.log


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _drawn(seen: Seen, depth: int = 0) -> str:
    words = " | ".join(filter(None, (seen.name, seen.value, seen.description, " ".join(seen.states))))
    lines = [f"{'  ' * depth}{seen.role}: {words}"]
    return "\n".join([*lines, *(_drawn(child, depth + 1) for child in seen.children)])
