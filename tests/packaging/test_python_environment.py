"""When an environment is good as it is, and when it has to be made again."""

from pathlib import Path

import pytest
from python_environment import PythonEnvironment

PROJECT = """
[project]
name = "sample"
dependencies = ["one"]
[build-system]
requires = []
[tool.hatch]
[tool.ruff]
line-length = 110
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    requirements = tmp_path / "packaging" / "requirements"
    requirements.mkdir(parents=True)
    for purpose in ("run", "test", "bench"):
        (requirements / f"{purpose}.txt").write_text(f"{purpose}==1", "utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    return tmp_path


@pytest.fixture
def environment(root: Path) -> PythonEnvironment:
    """An environment whose programs are there, as after an installation."""
    environment = PythonEnvironment(root / ".venv", root=root)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.script("proofroom").touch()
    return environment


def test_an_environment_without_a_stamp_is_not_current(environment: PythonEnvironment) -> None:
    assert not environment.is_current("run")


def test_what_was_installed_is_current(environment: PythonEnvironment) -> None:
    environment.remember("run")
    assert environment.is_current("run")
    assert not environment.is_current("test")


def test_the_test_requirements_serve_running_too(environment: PythonEnvironment) -> None:
    environment.remember("test")
    assert environment.is_current("run")
    assert not environment.is_current("bench")


def test_installing_for_a_second_purpose_keeps_the_first(environment: PythonEnvironment) -> None:
    environment.remember("test")
    environment.remember("bench")
    assert environment.is_current("test")
    assert environment.is_current("bench")


def test_changed_requirements_are_installed_again(root: Path, environment: PythonEnvironment) -> None:
    environment.remember("run")
    (root / "packaging" / "requirements" / "run.txt").write_text("run==2", "utf-8")
    assert not environment.is_current("run")


def test_a_changed_project_is_installed_again(root: Path, environment: PythonEnvironment) -> None:
    environment.remember("run")
    (root / "pyproject.toml").write_text(PROJECT.replace('"one"', '"two"'), "utf-8")
    assert not environment.is_current("run")


def test_settings_of_tools_change_nothing(root: Path, environment: PythonEnvironment) -> None:
    environment.remember("run")
    (root / "pyproject.toml").write_text(PROJECT.replace("110", "80"), "utf-8")
    assert environment.is_current("run")


def test_a_moved_environment_is_not_current(root: Path, environment: PythonEnvironment) -> None:
    environment.remember("run")
    (root / ".venv").rename(root / "moved")
    assert not PythonEnvironment(root / "moved", root=root).is_current("run")


def test_a_lost_program_or_a_broken_stamp_is_not_current(root: Path, environment: PythonEnvironment) -> None:
    environment.remember("run")
    (root / ".venv" / "proofroom-stamp.json").write_text("{", "utf-8")
    assert not environment.is_current("run")
    environment.remember("run")
    environment.script("proofroom").unlink()
    assert not environment.is_current("run")
