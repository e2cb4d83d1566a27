"""go.py as a newcomer meets it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import USAGE

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("run", "test", "setup", "bench", "make-library")


def go(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Started with nothing but the standard library, as before the first set-up."""
    command = [sys.executable, "-I", "-S", "-c", START, str(ROOT / "packaging"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


# Python's -I leaves the script's own folder out, so this puts it back.
START = (
    "import runpy, sys; folder = sys.argv.pop(1); sys.path.insert(0, folder); "
    "runpy.run_path(folder + '/go.py', run_name='__main__')"
)


def test_asked_for_help_it_names_its_commands() -> None:
    ended = go("--help")
    assert (ended.returncode, ended.stderr) == (0, "")
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", ended.stdout, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["paint"], ["setup", "everything"]])
def test_wrong_usage_ends_with_2_and_a_word(arguments: list[str]) -> None:
    ended = go(*arguments)
    assert ended.returncode == 2
    assert " ".join(arguments) in ended.stderr
    assert USAGE in ended.stderr


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "python3 packaging/go.py run" in readme
    assert "python3 packaging/go.py test" in readme
    for command in re.findall(r"packaging/go\.py (\w+)", readme):
        assert command in COMMANDS


def test_ci_runs_exactly_the_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.findall(r"go\.py.*", script) == ["go.py test"]
    assert "exec python3 packaging/go.py test" in script


def test_the_resources_come_along_in_a_wheel() -> None:
    """The code looks for studio/resources first, then for resources beside the package."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert '"resources" = "studio/resources"' in project
    assert (ROOT / "resources").is_dir()
