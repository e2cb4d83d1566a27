"""What `go.py test` runs: lint, types, import contracts, dead code, dependencies, then all tests."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from python_environment import ROOT, PythonEnvironment
from saying import say

# These tests need Qt. All others run where importing Qt fails, which holds the core to its promise.
QT_TESTS = ("tests/app", "tests/stories", "tests/ui", "tests/viewmodels", "tests/test_app.py")
PYTEST_FOUND_NO_TEST = 5


@dataclass(frozen=True, slots=True)
class Check:
    """One tool and the command that runs it from the project's folder."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check ended. The time is in seconds."""

    check: Check
    exit_code: int
    output: str
    seconds: float


def check_everything(environment: PythonEnvironment, *, arguments: Sequence[str], display: bool) -> int:
    """Runs everything whatever fails, and names all failures at the end. Returns 0 when there is none."""
    say("Checking style, types, import contracts, dependencies and dead code …")
    with ThreadPoolExecutor(max_workers=_cores()) as pool:
        outcomes = pool.map(_run_quietly, static_checks(environment))
        failed = [outcome.check.name for outcome in outcomes if _report(outcome)]
    failed += _run_tests(environment, arguments, display=display)
    if failed:
        say(f"\nFailed: {', '.join(failed)}")
        return 1
    say("\nEverything passed.")
    return 0


def static_checks(environment: PythonEnvironment) -> tuple[Check, ...]:
    """The slowest first, so that the quick ones run beside it."""

    def tool(name: str, *arguments: str) -> tuple[str, ...]:
        return (str(environment.script(name)), *arguments)

    return (
        Check("types", tool("basedpyright", "--pythonpath", str(environment.python))),
        Check("lint", tool("ruff", "check")),
        Check("format", tool("ruff", "format", "--check")),
        Check("import contracts", tool("lint-imports")),
        Check("dependencies", tool("deptry", ".")),
        Check("dead code", tool("vulture")),
    )


def pytest_runs(python: Path, arguments: Sequence[str], *, root: Path = ROOT) -> tuple[Check, ...]:
    """The tests of the core without Qt, and those of the window with it.

    Arguments that name tests go to the run they belong to; a run that is left without any is left out.
    """
    named = {argument: _place(argument, root) for argument in arguments}
    named = {argument: place for argument, place in named.items() if place.startswith("tests")}
    options = [argument for argument in arguments if argument not in named]
    of_qt = [argument for argument, place in named.items() if place.startswith(QT_TESTS)]
    of_core = [argument for argument in named if argument not in of_qt]
    common = (str(python), "-m", "pytest", "-n", str(_cores()))
    without_qt = ("-p", "no:pytest-qt", "-p", "tests.support.without_qt")
    runs: list[Check] = []
    if of_core or not named:
        ignored = [f"--ignore={tests}" for tests in QT_TESTS]
        runs.append(Check("tests without Qt", (*common, *without_qt, *ignored, *options, *of_core)))
    qt_tests = of_qt if named else [tests for tests in QT_TESTS if (root / tests).exists()]
    if qt_tests:
        runs.append(Check("tests with Qt", (*common, *options, *qt_tests)))
    return tuple(runs)


def _place(argument: str, root: Path) -> str:
    """Where a named test lies, seen from the project's folder; empty when the argument names none."""
    file = root / argument.partition("::")[0]
    return Path(os.path.relpath(file, root)).as_posix() if file.exists() else ""


def drawing_environment(environment: Mapping[str, str], *, display: bool) -> dict[str, str]:
    """Draws off the screen where there is none, unless the person chose a platform."""
    platform = {} if display else {"QT_QPA_PLATFORM": "offscreen"}
    return {**platform, **environment}


def _run_tests(environment: PythonEnvironment, arguments: Sequence[str], *, display: bool) -> list[str]:
    failed: list[str] = []
    found_none: list[str] = []
    runs = pytest_runs(environment.python, arguments)
    for run in runs:
        say(f"\nRunning the {run.name} …")
        began = time.monotonic()
        code = subprocess.run(
            run.command, cwd=ROOT, env=drawing_environment(os.environ, display=display), check=False
        ).returncode
        say(f"  {run.name}: {time.monotonic() - began:.1f} s")
        if code == PYTEST_FOUND_NO_TEST:
            found_none.append(run.name)
        elif code != 0:
            failed.append(run.name)
    # What the arguments ask for may lie in one of the two runs only; in neither is a mistake.
    return failed + (found_none if len(found_none) == len(runs) or not arguments else [])


def _run_quietly(check: Check) -> Outcome:
    began = time.monotonic()
    ended = subprocess.run(
        check.command, cwd=ROOT, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return Outcome(check, ended.returncode, ended.stdout, time.monotonic() - began)


def _report(outcome: Outcome) -> bool:
    """Says how a check ended, with its words when it failed. True when it failed."""
    failed = outcome.exit_code != 0
    say(f"  {outcome.check.name}: {'FAILED' if failed else 'passed'} ({outcome.seconds:.1f} s)")
    if failed:
        say(outcome.output)
    return failed


def _cores() -> int:
    return os.cpu_count() or 1
