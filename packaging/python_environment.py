"""The virtual environment in `.venv`: made from hashed requirements, with the project itself in it."""

import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import sys
import tomllib
from pathlib import Path
from typing import cast

from saying import quiet_unless_watched, run_or_stop, say, step

ROOT = Path(__file__).resolve().parent.parent
# The test and bench requirements hold the run requirements too, in the same versions.
SERVED_BY = {"run": ("run", "test", "bench"), "test": ("test",), "bench": ("bench",)}


class PythonEnvironment:
    """One virtual environment. A stamp inside it tells what it was made from."""

    def __init__(self, folder: Path = ROOT / ".venv", *, root: Path = ROOT) -> None:
        self._folder = folder
        self._root = root
        self._stamp = folder / "proofroom-stamp.json"

    @property
    def python(self) -> Path:
        return self.script("python")

    def script(self, name: str) -> Path:
        if os.name == "nt":
            return self._folder / "Scripts" / f"{name}.exe"
        return self._folder / "bin" / name

    def is_current(self, purpose: str) -> bool:
        """True when nothing that decides this purpose has changed since it was installed."""
        if not (self.python.exists() and self.script("proofroom").exists()):
            return False
        stamp = self._read_stamp()
        return stamp.get("made") == self._made() and any(
            stamp.get(server) == self.fingerprint(server) for server in SERVED_BY[purpose]
        )

    def fingerprint(self, purpose: str) -> str:
        """A hash of what decides which packages are installed."""
        project = tomllib.loads((self._root / "pyproject.toml").read_text("utf-8"))
        installed_part = [project["project"], project["build-system"], project["tool"]["hatch"]]
        parts = [self._requirements(purpose).read_text("utf-8"), json.dumps(installed_part, sort_keys=True)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def make(self, purpose: str) -> None:
        """Installs what a purpose needs. Stays as it is when that is there already."""
        if self.is_current(purpose):
            return
        uv = shutil.which("uv")
        before = self._read_stamp()
        if before.get("made") != self._made() or not self.python.exists():
            with step(f"Making the Python environment in {self._folder}"):
                self._create(uv)
            before = {}
        # Until this installation is through, nothing counts as installed.
        self._write_stamp({})
        with step(f"Installing the requirements for {purpose}"):
            # The file holds all of it: pip, asked to look for more, may meet a release newer than the file.
            self._install(uv, "--require-hashes", "--no-deps", "-r", str(self._requirements(purpose)))
        with step("Installing Proofroom itself"):
            self._install(uv, "--no-deps", "--no-build-isolation", "--editable", str(self._root))
        self._write_stamp(before)
        self.remember(purpose)

    def remember(self, purpose: str) -> None:
        """Writes down that this purpose is installed as it stands now."""
        self._write_stamp({**self._read_stamp(), purpose: self.fingerprint(purpose)})

    def _create(self, uv: str | None) -> None:
        if self._folder.exists():
            say(f"  {self._folder} is of another Python or place, or not finished: making it anew")
            shutil.rmtree(self._folder)
        venv = [uv, "venv", "--quiet", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
        run_or_stop([*venv, self._folder], failed="The Python environment could not be made.")

    def _install(self, uv: str | None, *arguments: str) -> None:
        if uv:
            installer = [uv, "pip", "install", "--python", str(self.python)]
        else:
            installer = [str(self.python), "-m", "pip", "install", "--disable-pip-version-check"]
        run_or_stop(
            [*installer, *quiet_unless_watched(), *arguments],
            failed="The installation stopped. Look at the lines above, then run the same command again.",
        )

    def _write_stamp(self, purposes: dict[str, str]) -> None:
        self._stamp.write_text(json.dumps({**purposes, "made": self._made()}), encoding="utf-8")

    def _requirements(self, purpose: str) -> Path:
        return self._root / "packaging" / "requirements" / f"{purpose}.txt"

    def _made(self) -> str:
        """An environment belongs to one Python and one place: both stand in its scripts."""
        return f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor} {self._folder}"

    def _read_stamp(self) -> dict[str, str]:
        try:
            return cast(dict[str, str], json.loads(self._stamp.read_text("utf-8")))
        except (OSError, ValueError):
            return {}


def can_make_environments() -> bool:
    """Debian keeps what `python3 -m venv` needs in a package of its own; uv does without it."""
    importlib.invalidate_caches()
    return shutil.which("uv") is not None or importlib.util.find_spec("ensurepip") is not None
