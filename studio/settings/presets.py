"""Export presets: those that are shipped, and the person's own, one file each in the settings folder."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from studio.domain.errors import FileUnwritable, SettingsUnwritable, UnreadableFile
from studio.domain.export_names import legal_name
from studio.domain.preset_errors import PresetExists, UnknownPreset, UnusablePreset, UnusablePresetName
from studio.settings.files import set_aside, write_whole
from studio.settings.folders import Folders, resources
from studio.settings.preset_file import MOST_BYTES, MOST_NAME, preset_from_json, preset_to_json

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.export import Preset

ENDING = ".json"


def shipped_presets() -> tuple[Preset, ...]:
    """Those that came with the program, in the order they are offered."""
    files = sorted((resources() / "presets").glob(f"*{ENDING}"))
    return tuple(preset_from_json(file.read_bytes(), file.name) for file in files)


def own_presets(folders: Folders) -> tuple[Preset, ...]:
    """The person's, by name; a damaged file is set aside."""
    return tuple(sorted(_own(folders).values(), key=lambda preset: preset.name.casefold()))


def find_preset(folders: Folders, name: str) -> Preset:
    """The preset of that name, whatever its capitals; raises UnknownPreset."""
    for preset in (*own_presets(folders), *shipped_presets()):
        if _same(preset.name, name):
            return preset
    raise UnknownPreset(name)


def save_preset(folders: Folders, preset: Preset) -> Preset:
    """Keep an own preset under its tidied name, in the place of the one that had it.

    Raises PresetExists for the name of a shipped one, UnusablePresetName, SettingsUnwritable.
    """
    kept = replace(preset, name=_tidy(preset.name))
    for shipped in shipped_presets():
        if _same(shipped.name, kept.name):
            raise PresetExists(shipped.name)
    known = {one.name: path for path, one in _own(folders).items()}
    before = next((path for name, path in known.items() if _same(name, kept.name)), None)
    write_whole(before or _free_path(folders, kept.name), preset_to_json(kept))
    return kept


def rename_preset(folders: Folders, name: str, new: str) -> Preset:
    """Raises UnknownPreset for what is no own one, PresetExists, UnusablePresetName, SettingsUnwritable."""
    path, preset = _find_own(folders, name)
    renamed = replace(preset, name=_tidy(new))
    for other in (*own_presets(folders), *shipped_presets()):
        if other.name != preset.name and _same(other.name, renamed.name):
            raise PresetExists(other.name)
    write_whole(path, preset_to_json(renamed))
    return renamed


def remove_preset(folders: Folders, name: str) -> None:
    """Raises UnknownPreset for what is no own one, SettingsUnwritable."""
    path, _ = _find_own(folders, name)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsUnwritable(path.parent) from error


def read_preset(path: Path) -> Preset:
    """From a shared file; raises UnreadableFile, and UnusablePreset that names the field."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(path.name) from error
    return preset_from_json(content, path.name)


def take_preset(folders: Folders, path: Path) -> Preset:
    """Keep a shared file's preset as an own one, with a number behind a name that is taken.

    Raises as `read_preset`, and SettingsUnwritable.
    """
    preset = read_preset(path)
    names = [one.name for one in (*own_presets(folders), *shipped_presets())]
    for number in count(1):
        end = f" ({number})" if number > 1 else ""
        name = f"{preset.name[: MOST_NAME - len(end)].rstrip()}{end}"
        if not any(_same(name, other) for other in names):
            return save_preset(folders, replace(preset, name=name))
    raise UnusablePresetName


def share_preset(preset: Preset, path: Path) -> None:
    """Write a file that others can take; raises FileUnwritable."""
    try:
        write_whole(path, preset_to_json(preset))
    except SettingsUnwritable as error:
        reason = error.__cause__
        raise FileUnwritable(
            path.parent, (reason.strerror if isinstance(reason, OSError) else "") or ""
        ) from error


def _own(folders: Folders) -> dict[Path, Preset]:
    """By file. Of two files that were given one name, the first counts."""
    found: dict[Path, Preset] = {}
    for path in sorted(_folder(folders).glob(f"*{ENDING}")):
        try:
            preset = read_preset(path)
        except UnreadableFile:
            continue
        except UnusablePreset:
            set_aside(path)
            continue
        if not any(_same(preset.name, other.name) for other in found.values()):
            found[path] = preset
    return found


def _find_own(folders: Folders, name: str) -> tuple[Path, Preset]:
    for path, preset in _own(folders).items():
        if _same(preset.name, name):
            return path, preset
    raise UnknownPreset(name)


def _tidy(name: str) -> str:
    tidied = " ".join("".join(letter for letter in name if letter.isprintable() or letter == " ").split())[
        :MOST_NAME
    ].strip()
    if not tidied:
        raise UnusablePresetName
    return tidied


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _free_path(folders: Folders, name: str) -> Path:
    stem = legal_name(name) or "preset"
    for number in count(1):
        path = _folder(folders) / f"{stem}{f' ({number})' if number > 1 else ''}{ENDING}"
        if not path.exists():
            return path
    raise UnusablePresetName


def _folder(folders: Folders) -> Path:
    return folders.config / "presets"
