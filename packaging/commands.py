"""The commands of go.py: run, test, setup, bench and make-library."""

import os
import subprocess
import sys
from collections.abc import Sequence, Set
from pathlib import Path

from checks import check_everything
from python_environment import ROOT, PythonEnvironment
from saying import SetupStopped, say
from system_packages import Need, bring_parts, display_needs, has_display

USAGE = """\
Usage: python3 packaging/go.py COMMAND

  run    set up and open the window; what follows goes to the program
  test   set up and run lint, types, import contracts and all tests; what follows goes to pytest
  setup  only set up; leaves .venv/bin/proofroom
  bench  set up and measure; what follows are names of benchmarks
  make-library  set up and make a library to try things on: --versions N [--folder DIR] [--pictures N]"""
ALWAYS_NEEDED = frozenset({Need.PYTHON, Need.DRAWING})
WITHOUT_DISPLAY = ROOT / "packaging" / "without_display.py"


def main(arguments: Sequence[str]) -> int:
    """Returns the exit code: that of the started program, or 1 when the set-up can't go on."""
    try:
        return _do(arguments)
    except SetupStopped as stopped:
        print(f"\n{stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130


def _do(arguments: Sequence[str]) -> int:
    command, *rest = arguments or ["--help"]
    commands = {"run": run, "test": check, "bench": bench, "make-library": make_library}
    if command in commands:
        return commands[command](rest)
    if command == "setup" and not rest:
        return setup()
    if command in ("-h", "--help"):
        say(USAGE)
        return 0 if arguments else 2
    print(f"Unknown: {' '.join(arguments)}\n\n{USAGE}", file=sys.stderr)
    return 2


def run(arguments: Sequence[str]) -> int:
    """Opens the window; without a display does the main job without one."""
    display = has_display(os.environ)
    environment = _prepare("run", needed=ALWAYS_NEEDED | display_needs(os.environ))
    names_a_command = bool(arguments) and not arguments[0].startswith("-")
    if display or names_a_command:
        return _become([environment.script("proofroom"), *arguments])
    say("There is no display, so no window can open. The main job runs without one.")
    return _become([environment.python, WITHOUT_DISPLAY, *arguments])


def check(arguments: Sequence[str]) -> int:
    """Checks everything; the arguments go to pytest."""
    in_ci = os.environ.get("CI", "").lower() in {"1", "true"}
    environment = _prepare("test", needed=frozenset(Need) if in_ci else ALWAYS_NEEDED)
    return check_everything(environment, arguments=arguments, display=has_display(os.environ))


def bench(arguments: Sequence[str]) -> int:
    """Measures; the arguments are names of benchmarks, none means all."""
    environment = _prepare("bench", needed=ALWAYS_NEEDED)
    os.chdir(ROOT)
    return _become([environment.python, "-m", "tests.benchmarks", *arguments])


def make_library(arguments: Sequence[str]) -> int:
    """Makes a library for tests; its folder is seen from where the command was given."""
    environment = _prepare("bench", needed=ALWAYS_NEEDED)
    os.environ["PYTHONPATH"] = str(ROOT)
    return _become([environment.python, "-m", "tests.support.library_maker", *arguments])


def setup() -> int:
    """Leaves the program ready to start, and says where."""
    environment = _prepare("run", needed=ALWAYS_NEEDED)
    say("Proofroom is ready. Start it with:")
    say(str(environment.script("proofroom")))
    return 0


def _prepare(purpose: str, *, needed: Set[Need]) -> PythonEnvironment:
    bring_parts(for_tests=purpose == "test", needed=needed)
    environment = PythonEnvironment()
    environment.make(purpose)
    return environment


def _become(command: Sequence[str | Path]) -> int:
    """Runs the program in this one's place, so that signals and the exit code are its own."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], [str(part) for part in command])  # noqa: S606 - no shell is wanted
    return subprocess.run(command, check=False).returncode
