"""A real Secret Service of one's own: gnome-keyring on a private D-Bus session, in a temporary folder."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_PROGRAMS = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
_SERVICE = "org.freedesktop.secrets"
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class SecretService:
    """`environment` is what a program needs to find this keychain, to be laid over the test's own."""

    folder: Path
    environment: dict[str, str]

    def around(self) -> dict[str, str]:
        """The whole environment for a subprocess."""
        return {**os.environ, **self.environment}


@contextmanager
def secret_service() -> Generator[SecretService]:
    """Runs while the context lasts. Without its programs a test is skipped, in CI it fails."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with ExitStack() as stack:
        # A short path: a socket's may have about 100 characters.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="keys-", dir="/tmp")))
        yield _start(stack, folder)


def _start(stack: ExitStack, folder: Path) -> SecretService:
    home, runtime = folder / "home", folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    address = f"unix:path={runtime / 'bus'}"
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "DBUS_SESSION_BUS_ADDRESS": address,
    }
    service = SecretService(folder, environment)
    _run(stack, service, ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"])
    _until((runtime / "bus").exists, "the message bus")
    keyring = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    _run(stack, service, keyring, typed=b"a password for this test")
    _until(lambda: _is_there(address), "the Secret Service")
    return service


def _run(stack: ExitStack, service: SecretService, command: list[str], *, typed: bytes = b"") -> None:
    process = subprocess.Popen(
        command,
        env=service.around(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(_stop, process)
    if process.stdin is not None:
        process.stdin.write(typed)
        process.stdin.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _is_there(address: str) -> bool:
    bus = "org.freedesktop.DBus"
    question = (f"--dest={bus}", "/", f"{bus}.NameHasOwner", f"string:{_SERVICE}")
    command = ["dbus-send", f"--bus={address}", "--print-reply", *question]
    asked = subprocess.run(command, capture_output=True, check=False)
    return b"boolean true" in asked.stdout


def _until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not start")
        time.sleep(0.02)
