"""A home folder for each test."""

from pathlib import Path

import pytest

from tests.cli.running import Proofroom


@pytest.fixture
def proofroom(tmp_path: Path) -> Proofroom:
    home = tmp_path / "home"
    home.mkdir()
    return Proofroom(home)
