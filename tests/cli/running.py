"""`proofroom` as a person runs it: a program of its own, with folders of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from studio.settings import Folders, Settings, save_settings

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 50

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """How it ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Json]:
        """Standard output as JSON, one object for each line; fails where a line is anything else."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self) -> Json:
        """The one object."""
        (only,) = self.objects
        return only


@dataclass(frozen=True, slots=True)
class Proofroom:
    """Runs commands over one home folder. `extra` is laid over the test's environment."""

    home: Path
    extra: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def environment(self) -> dict[str, str]:
        """What the program finds around it."""
        folders = {
            f"XDG_{name}": str(self.home / name.lower())
            for name in ("CONFIG_HOME", "STATE_HOME", "DATA_HOME", "PICTURES_DIR")
        }
        return {**os.environ, "HOME": str(self.home), **folders, "PYTHONPATH": str(ROOT), **self.extra}

    @property
    def config(self) -> Path:
        """The folder of settings and catalog."""
        return self.home / "config_home" / "proofroom"

    @property
    def library(self) -> Path:
        """The library, where none is named."""
        return self.home / "pictures_dir" / "Proofroom"

    def with_key(self, key: str = "sk-for-this-run") -> Proofroom:
        """The same with a key for each run."""
        return Proofroom(self.home, {**self.extra, "PROOFROOM_API_KEY": key})

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command and leave it running."""
        return subprocess.Popen(
            self._command(arguments),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __call__(self, *arguments: str, typed: str = "") -> Done:
        """Run a command to its end."""
        done = subprocess.run(
            self._command(arguments),
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", "studio", *arguments]


def one_at_a_time(proofroom: Proofroom) -> None:
    """Set that calls go out one by one."""
    folders = Folders(config=proofroom.config, state=proofroom.home, pictures=proofroom.home)
    save_settings(folders, Settings(parallel=1))


def in_a_terminal(proofroom: Proofroom, arguments: list[str], answers: dict[str, str]) -> tuple[str, int]:
    """What a terminal shows of a command, and its exit code; types each answer once its question is there."""
    pty = pytest.importorskip("pty")
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "studio", *arguments],
        env={**proofroom.environment, "TERM": "xterm", "COLUMNS": "120"},
        stdin=end,
        stdout=end,
        stderr=end,
        start_new_session=True,
    )
    os.close(end)
    seen, left = bytearray(), dict(answers)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break  # Linux says so when the program has gone
        if not data:
            break
        seen += data
        for question in [one for one in left if one.encode() in seen]:
            os.write(terminal, f"{left.pop(question)}\n".encode())
    os.close(terminal)
    return seen.decode(errors="replace"), process.wait(PATIENCE)


def finish(process: subprocess.Popen[str]) -> Done:
    """Wait for a started command."""
    out, err = process.communicate(timeout=PATIENCE)
    return Done(process.returncode, out, err)
