"""Libraries to measure on, made once and kept in the folder for temporary files until their code changes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import ROOT

if TYPE_CHECKING:
    from collections.abc import Generator

_MADE_BY = ("tests/support/library_maker/*.py", "studio/library/*.py", "studio/demo/*.py")
_PICTURES = 100


def made_library(versions: int) -> Path:
    """The library of that many versions; for reading, or for what leaves it as it was."""
    kept = Path(tempfile.gettempdir(), "proofroom-libraries")
    folder = kept / f"{versions}-{_fingerprint()}"
    if not folder.exists():
        for older in kept.glob(f"{versions}-*"):
            shutil.rmtree(older)
        making = folder.with_name(f"making-{os.getpid()}")
        print(f"  making a library of {versions:,} versions in {folder}", flush=True)
        command = [sys.executable, "-m", "tests.support.library_maker", "--pictures", str(_PICTURES)]
        subprocess.run(
            [*command, "--versions", str(versions), "--folder", str(making)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        making.rename(folder)
    return folder


@contextmanager
def copied_library(versions: int) -> Generator[Path]:
    """A copy to write in, without its picture files."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name, "library")
        shutil.copytree(made_library(versions) / ".proofroom", copy / ".proofroom")
        yield copy


def forget_cached(folder: Path) -> None:
    """Let the system forget what it has read of the library's databases: the next start is a cold one."""
    for path in (folder / ".proofroom").glob("*.sqlite*"):
        with path.open("rb+") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _fingerprint() -> str:
    """Of all code that decides what such a library holds."""
    digest = hashlib.sha256()
    for pattern in _MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
