"""What tests of the engine share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 80 MiB, where this machine lets a test mount one."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if sys.platform != "linux" or os.geteuid() != 0 or not mount or not unmount:
        pytest.skip("only root may mount")
    folder = tmp_path / "disk"
    folder.mkdir()
    with ExitStack() as stack:
        made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=80m", "none", folder], check=False)
        if made.returncode:
            pytest.skip("mounting isn't allowed here")
        stack.callback(subprocess.run, [unmount, "-l", folder], check=True)
        yield folder
