"""Rules that no linter knows: they read the source, or import it where Qt isn't."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STUDIO = ROOT / "studio"
WITH_QT = ("studio.app", "studio.ui", "studio.viewmodels")
# A folder of somebody's machine, or the address of a package registry. Put together so as not to find itself.
TRACES = re.compile(
    r"(?<![\w.])/(work/(main|shared)|tmp/(venv|brief))|\b(pypi\." + r"org|pythonhosted\." + "org)"
)


def source_files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*.py") if "__pycache__" not in file.parts)


def imported_names(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case _:
                pass


def test_the_domain_imports_the_standard_library_only() -> None:
    for file in source_files(STUDIO / "domain"):
        for name in imported_names(file):
            allowed = name.startswith("studio.domain") or name.split(".")[0] in sys.stdlib_module_names
            assert allowed, f"{file.name} imports {name}"


def test_the_core_imports_where_qt_is_not_installed() -> None:
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for file in source_files(STUDIO)
    ]
    core = [
        module for module in modules if not module.startswith(WITH_QT) and not module.endswith("__main__")
    ]
    script = (
        "import tests.support.without_qt, importlib, sys; [importlib.import_module(m) for m in sys.argv[1:]]"
    )
    command = [sys.executable, "-W", "error", "-c", script, *sorted(core)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("word", ["exec", "processEvents"])
def test_no_second_event_loop_is_started(word: str) -> None:
    """One dialog's exec() inside a coroutine leaves other tasks asleep for ever.

    A drag can't do without, and the application's own loop is no second one.
    """
    for file in source_files(STUDIO):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            starts = re.search(rf"\.{word}\(", line)
            allowed = "drag.exec(" in line or "application.exec()" in line
            assert not starts or allowed, f"{file.name}:{number}: {line.strip()}"


def test_no_file_carries_traces_of_a_machine() -> None:
    folders = ("studio", "packaging", "tests", "resources", "docs", ".ci")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.is_file()]
    files += [file for file in ROOT.iterdir() if file.is_file()]
    for file in files:
        if "__pycache__" in file.parts:
            continue
        found = TRACES.search(file.read_bytes().decode("utf-8", "ignore"))
        assert not found, f"{file.relative_to(ROOT)}: {found.group() if found else ''}"
