"""Medians of interleaved runs, child processes that report in JSON, and how a figure is printed."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

ROOT = Path(__file__).resolve().parents[2]

OFFSCREEN = f"offscreen:configfile={Path(__file__).with_name('offscreen.json')}"
"""A screen that a window of the usual size fits on, at a scale of 2 as well; Qt's own has 800 × 800."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its goal: `goal` None where it only informs."""

    what: str
    value: float
    unit: str
    goal: float | None = None

    @property
    def missed(self) -> bool:
        """Whether it has a goal and is above it."""
        return self.goal is not None and self.value > self.goal

    def __str__(self) -> str:
        line = f"  {self.what:<64} {self.value:>9.2f} {self.unit:<4}"
        if self.goal is None:
            return line
        return f"{line} goal {self.goal:g}: {'MISSED' if self.missed else 'kept'}"


def interleaved(runs: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, list[float]]:
    """Run each of `runs` in turn, `rounds` times, so that a noisy minute hits them all alike."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(run())
    return times


def median_ratio(times: Mapping[str, list[float]], name: str, floor: str) -> float:
    """The median of the ratios of each round's `name` to the same round's `floor`."""
    return statistics.median(ours / theirs for ours, theirs in zip(times[name], times[floor], strict=True))


def child(module: str, *arguments: str, **environment: str) -> dict[str, float]:
    """Run a module as a program and read the JSON object of its last line; its noise goes nowhere."""
    ended = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**_environment(), "QT_QPA_PLATFORM": OFFSCREEN, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        raise RuntimeError(f"{module} ended with {ended.returncode}:\n{ended.stderr[-3000:]}")
    figures: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return figures


def _environment() -> dict[str, str]:
    """Ours, with compiled modules kept: a person's second start doesn't compile them again."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def say(**figures: float) -> None:
    """What a child process tells: see `child`."""
    print(json.dumps(figures), flush=True)


@contextmanager
def big_server(
    folder: Path, *, megabytes: float, seconds: float = 0, tls: bool = False, aside: bool = False
) -> Generator[str]:
    """A gateway in its own process that answers with one picture; gives its address. See `big_server`."""
    command = [sys.executable, "-m", "tests.benchmarks.big_server", str(folder), str(megabytes), str(seconds)]
    wishes = [word for word, wished in (("tls", tls), ("aside", aside)) if wished]
    server = subprocess.Popen(
        [*command, *wishes],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin
    assert server.stdout
    try:
        port = int(server.stdout.readline())
        yield f"https://localhost:{port}" if tls else f"http://127.0.0.1:{port}"
    finally:
        server.stdin.close()
        server.wait()
        server.stdout.close()


def reset_peak_memory() -> None:
    """Let VmHWM start anew from what is resident now (Linux)."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def memory_mb(field: str) -> float:
    """`VmRSS` or `VmHWM` of this process in MB (Linux)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    raise LookupError(field)
