"""What tests of the whole program need."""

from pathlib import Path

import pytest

from studio.settings import Folders
from tests.support.clearing import nothing_is_left

__all__ = ["folders", "nothing_is_left"]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures")
