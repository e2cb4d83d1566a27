"""A home, a gateway on a port, and the window over them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from studio.settings import Folders, Settings, save_settings
from tests.cli.running import Json, Proofroom
from tests.support.person import PATIENCE, Window, open_window

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

GROUP = "官KEY-3.5折"
QUICK = "0.05"


@dataclass(slots=True)
class Home:
    """One person's computer: folders, the program in them, and what it leaves there."""

    proofroom: Proofroom
    logs: Path
    opened: int = 0

    @contextmanager
    def window(self, *arguments: str, key: str = "", platform: str = "offscreen") -> Generator[Window]:
        """The program's window while the context lasts; `key` is the key for this run."""
        self.opened += 1
        proofroom = self.proofroom.with_key(key) if key else self.proofroom
        log = self.logs / f"window-{self.opened}.log"
        with open_window(*arguments, environment=proofroom.environment, log=log, platform=platform) as window:
            yield window

    def set(self, **wanted: Any) -> None:
        """Change settings before the window is opened."""
        folders = Folders(
            config=self.proofroom.config, state=self.proofroom.home, pictures=self.proofroom.home
        )
        save_settings(folders, replace(Settings(), **wanted))

    def add(self, **environment: str) -> None:
        """Give every program more to find in its environment."""
        self.proofroom = replace(self.proofroom, extra={**self.proofroom.extra, **environment})

    @property
    def library(self) -> Path:
        return self.proofroom.library

    def pictures(self) -> list[Path]:
        """The pictures in the library's visible folders, oldest first."""
        endings = {".png", ".jpg", ".webp"}
        return sorted(path for path in self.library.glob("*/*/*") if path.suffix in endings)

    def ledger(self) -> list[Json]:
        """Every attempt, as the command line tells."""
        return self.proofroom("ledger", "--json").objects

    def files_with(self, secret: str) -> list[Path]:
        """Every file under this home, and every log, that holds these bytes."""
        return files_with(secret, self.proofroom.home, self.logs)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    for name in ("home", "logs"):
        (tmp_path / name).mkdir()
    return Home(Proofroom(tmp_path / "home"), tmp_path / "logs")


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo gateway that runs by itself: to the window a gateway like any other."""
    proofroom = Proofroom(tmp_path_factory.mktemp("gateway"))
    process = proofroom.start("demo-gateway", "--port", "0", "--pace", QUICK)
    assert process.stdout is not None
    words = process.stdout.readline()
    yield next(word for word in words.split() if word.startswith("http://"))
    process.terminate()
    process.communicate(timeout=PATIENCE)


def files_with(secret: str, *folders: Path) -> list[Path]:
    """Every file in these folders, at any depth, that holds these bytes."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if secret.encode() in path.read_bytes()]


def saved(window: Window) -> int:
    """How many pictures stand in the gallery."""
    return sum("saved" in name.split(", ") for name in window.gallery())
