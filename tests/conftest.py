"""Rules for every test: nothing of the person's own is touched, and nothing unexpected is logged."""

import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings

HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_PICTURES_DIR")
# A key, a way out to the network, and the person's own session with its keychain.
TAKEN_AWAY = (
    *("PROOFROOM_API_KEY", "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK"),
    *(
        name
        for proxy in ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
        for name in (proxy, proxy.upper())
    ),
)
home_key = pytest.StashKey[Path]()

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_configure(config: pytest.Config) -> None:
    """Moves every folder a program might look for into one temporary folder, before anything reads them."""
    home = Path(tempfile.mkdtemp(prefix="proofroom-tests-"))
    config.stash[home_key] = home
    for name in HOMES:
        os.environ[name] = str(home)
    for name in FOLDERS:
        folder = home / name.lower()
        folder.mkdir()
        os.environ[name] = str(folder)
    _move_runtime_folder(home / "runtime")
    for name in TAKEN_AWAY:
        os.environ.pop(name, None)
    if sys.platform in {"darwin", "win32"}:
        # There the keychain isn't found through the environment, so it has to be shut off.
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What may take long goes first, so that no core waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[home_key], ignore_errors=True)


def _move_runtime_folder(folder: Path) -> None:
    """Qt wants it private. A Wayland display is found in the old one, so it gets its full path."""
    display = os.environ.get("WAYLAND_DISPLAY")
    if display:
        os.environ["WAYLAND_DISPLAY"] = str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / display)
    folder.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(folder)


@dataclass(slots=True)
class ExpectedLog:
    """What a test says it expects in the log: `expected_log("disk is full")`, a regular expression.

    Everything else at WARNING or above fails the test, and so does an expected line that never came.
    """

    patterns: list[str] = field(default_factory=list[str])

    def __call__(self, pattern: str) -> None:
        self.patterns.append(pattern)


class KeepWarnings(logging.Handler):
    """Keeps what is logged at WARNING or above, from every thread."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[ExpectedLog]:
    """Fails the test on an unexpected log line. Ask for it by name to say what is expected."""
    handler = KeepWarnings()
    expected = ExpectedLog()
    root = logging.getLogger()
    root.addHandler(handler)
    yield expected
    root.removeHandler(handler)
    lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in handler.records]
    surprises = [line for line in lines if not any(re.search(pattern, line) for pattern in expected.patterns)]
    absent = [pattern for pattern in expected.patterns if not any(re.search(pattern, line) for line in lines)]
    assert not surprises, "Unexpected in the log:\n" + "\n".join(surprises)
    assert not absent, "Expected in the log, and never came:\n" + "\n".join(absent)
