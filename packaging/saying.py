"""What the set-up says while it works, and how it ends when something is missing."""

import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path


class SetupStopped(Exception):
    """The set-up can't go on. Its text says what happened and what to do next."""


def say(text: str) -> None:
    print(text, flush=True)


@contextmanager
def step(text: str) -> Generator[None]:
    """Says what begins, and when it ended well, how many seconds it took."""
    say(f"{text} …")
    began = time.monotonic()
    yield
    say(f"  done in {time.monotonic() - began:.1f} s")


def run_or_stop(command: Sequence[str | Path], *, failed: str, cwd: Path | None = None) -> None:
    """Runs a command whose output the person sees; raises `SetupStopped` with `failed` and its exit code."""
    try:
        code = subprocess.run(command, cwd=cwd, check=False).returncode
    except OSError as error:
        raise SetupStopped(f"{failed} ({error})") from error
    if code != 0:
        raise SetupStopped(f"{failed} (exit code {code})")


def quiet_unless_watched() -> tuple[str, ...]:
    """Installers draw their progress for a person and keep still in a log."""
    return () if sys.stdout.isatty() else ("--quiet",)
