"""A pytest plugin, `-p tests.support.without_qt`: importing Qt fails, as where it isn't installed."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

QT = frozenset({"PySide6", "qasync", "shiboken6"})


class QtIsNotHere:
    """A finder that is asked before all others, and finds no Qt."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in QT:
            raise ModuleNotFoundError(
                f"No module named {fullname!r}: this test runs without Qt", name=fullname
            )
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Stands in for pytest-qt, which can't be loaded here; its settings stay in pyproject.toml."""
    parser.addini("qt_api", "not used without Qt")
    parser.addini("qt_log_level_fail", "not used without Qt")
    parser.addini("qt_log_ignore", "not used without Qt", type="linelist")


def pytest_configure() -> None:
    loaded = QT & set(sys.modules)
    if loaded:
        raise pytest.UsageError(f"Loaded before the tests began: {', '.join(sorted(loaded))}")


sys.meta_path.insert(0, QtIsNotHere())
