"""Programs of a freedesktop system that open a type of file, read from its own lists.

Sources: Desktop Entry Specification 1.5, Association between MIME types and applications 1.0.1.
"""

from __future__ import annotations

import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_BYTES = 1_000_000
MOST_APPLICATIONS = 24

_ENTRY, _DEFAULT, _ADDED, _REMOVED, _CACHE = (
    *("Desktop Entry", "Default Applications", "Added Associations", "Removed Associations"),
    "MIME Cache",
)
_FILES, _ADDRESSES = ("%f", "%F"), ("%u", "%U")
_LISTS = ("mimeapps.list", "defaults.list")

Groups = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Application:
    """`command` is its words with the specification's field codes still in it."""

    name: str
    command: tuple[str, ...]

    def arguments(self, path: Path) -> tuple[str, ...]:
        """What to start, with this file in its place."""
        words: list[str] = []
        took = False
        for word in self.command:
            if word in _FILES or word in _ADDRESSES:
                words.append(str(path) if word in _FILES else path.as_uri())
                took = True
            elif not (word.startswith("%") and len(word) == 2 and word != "%%"):
                words.append(word.replace("%%", "%"))
        return tuple(words if took else [*words, str(path)])


def data_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where applications are listed, the person's own first."""
    home = environment.get("HOME", "")
    own = environment.get("XDG_DATA_HOME") or f"{home}/.local/share"
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return _absolute((own, *shared.split(":")))


def config_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where a person and a system say which application they prefer."""
    home = environment.get("HOME", "")
    own = environment.get("XDG_CONFIG_HOME") or f"{home}/.config"
    shared = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    return _absolute((own, *shared.split(":")))


def _absolute(names: Iterable[str]) -> tuple[Path, ...]:
    return tuple(Path(name) for name in names if name.startswith("/"))


def applications_for(
    mime: str, *, data: Iterable[Path], config: Iterable[Path] = (), language: str = "en"
) -> tuple[Application, ...]:
    """In a thread: the preferred one first, each once; what can't be started here is left out."""
    folders = [folder / "applications" for folder in data]
    removed: set[str] = set()
    found: dict[str, Application] = {}
    for name in _associated(mime, folders, list(config), removed):
        if name in found or name in removed or len(found) >= MOST_APPLICATIONS:
            continue
        application = _application(name, folders, language)
        if application is not None:
            found[name] = application
    return tuple(found.values())


def _associated(mime: str, folders: list[Path], config: list[Path], removed: set[str]) -> Iterator[str]:
    lists = [_groups(folder / name) for folder in (*config, *folders) for name in _LISTS]
    for groups in lists:
        removed.update(_names(groups, _REMOVED, mime))
    for group in (_DEFAULT, _ADDED):
        for groups in lists:
            yield from _names(groups, group, mime)
    for folder in folders:
        yield from _names(_groups(folder / "mimeinfo.cache"), _CACHE, mime)


def _names(groups: Groups, group: str, mime: str) -> Iterator[str]:
    yield from (name for name in groups.get(group, {}).get(mime, "").split(";") if name)


def _application(name: str, folders: list[Path], language: str) -> Application | None:
    """From the first folder that has it. A dash in the name may stand for a folder below."""
    if "/" in name:
        return None
    for folder in folders:
        for path in (folder / name, folder / name.replace("-", "/", 1)):
            entry = _groups(path).get(_ENTRY)
            if entry is not None:
                return _usable(entry, language)
    return None


def _usable(entry: dict[str, str], language: str) -> Application | None:
    hidden = any(entry.get(key, "").lower() == "true" for key in ("Hidden", "NoDisplay", "Terminal"))
    if hidden or entry.get("Type", "Application") != "Application":
        return None
    tried = entry.get("TryExec", "")
    try:
        command = tuple(shlex.split(entry.get("Exec", "").replace("\\\\", "\\")))
    except ValueError:
        return None
    if not command or not shutil.which(command[0]) or (tried and not shutil.which(tried)):
        return None
    spoken = (entry.get(f"Name[{key}]") for key in (language, language.split("_", maxsplit=1)[0]))
    name = next((name for name in spoken if name), "") or entry.get("Name", "")
    return Application(name, command) if name else None


def _groups(path: Path) -> Groups:
    """Keys and values by group; nothing for a file that isn't there or is no such file."""
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode(errors="replace")
    except (OSError, ValueError):
        return {}
    groups: Groups = {}
    group: dict[str, str] = {}
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            group = groups.setdefault(line[1:-1], {})
        elif line and not line.startswith("#"):
            key, equals, value = line.partition("=")
            if equals:
                group.setdefault(key.strip(), value.strip())
    return groups
