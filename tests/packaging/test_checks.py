"""Which tests run with Qt and which without, and where they draw."""

from pathlib import Path

import pytest
from checks import drawing_environment, pytest_runs

PYTHON = Path("python")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for test in ("tests/gateway/test_reply.py", "tests/ui/test_window.py"):
        (tmp_path / test).parent.mkdir(parents=True)
        (tmp_path / test).touch()
    return tmp_path


def test_the_core_runs_without_qt_and_the_window_with_it(root: Path) -> None:
    core, window = pytest_runs(PYTHON, [], root=root)
    assert "tests.support.without_qt" in core.command
    assert "--ignore=tests/ui" in core.command
    assert "tests.support.without_qt" not in window.command
    assert window.command[-1] == "tests/ui"


def test_options_go_to_both_runs(root: Path) -> None:
    for run in pytest_runs(PYTHON, ["-k", "price"], root=root):
        assert "-k price" in " ".join(run.command)


def test_a_named_test_goes_only_where_it_belongs(root: Path) -> None:
    (run,) = pytest_runs(PYTHON, ["tests/ui/test_window.py::test_opens", "-x"], root=root)
    assert run.name == "tests with Qt"
    assert run.command[-2:] == ("-x", "tests/ui/test_window.py::test_opens")
    (run,) = pytest_runs(PYTHON, [str(root / "tests" / "ui")], root=root)
    assert run.name == "tests with Qt"
    (run,) = pytest_runs(PYTHON, ["./tests/gateway"], root=root)
    assert run.name == "tests without Qt"
    assert run.command[-1] == "./tests/gateway"


def test_it_draws_off_the_screen_where_there_is_none() -> None:
    assert drawing_environment({}, display=False) == {"QT_QPA_PLATFORM": "offscreen"}
    assert drawing_environment({}, display=True) == {}
    assert drawing_environment({"QT_QPA_PLATFORM": "vnc"}, display=False) == {"QT_QPA_PLATFORM": "vnc"}
