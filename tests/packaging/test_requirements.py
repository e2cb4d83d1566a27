"""The requirement files: exact, hashed, readable by uv and pip, and silent about where they came from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "packaging" / "requirements"
PURPOSES = ("run", "test", "bench")


def pins(purpose: str) -> dict[str, str]:
    """Name to version of every package in a file."""
    text = (REQUIREMENTS / f"{purpose}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_package_has_an_exact_version_and_a_hash(purpose: str) -> None:
    text = (REQUIREMENTS / f"{purpose}.txt").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize("purpose", PURPOSES)
def test_no_file_says_where_a_package_came_from(purpose: str) -> None:
    text = (REQUIREMENTS / f"{purpose}.txt").read_text("utf-8")
    assert "://" not in text
    assert "/" not in text
    assert "-index" not in text


def test_what_the_program_needs_is_in_the_files() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.split(r"[^A-Za-z0-9-]", requirement)[0].lower()
        assert name in pins("run"), f"{name}: run packaging/requirements/compile.py"


@pytest.mark.parametrize("purpose", ["test", "bench"])
def test_one_environment_can_serve_all_purposes(purpose: str) -> None:
    assert pins("run").items() <= pins(purpose).items()
