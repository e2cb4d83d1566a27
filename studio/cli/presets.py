"""The preset that an option names, as a name or as a shared file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from studio.cli.context import Run
    from studio.domain.export import Preset


def preset_named(run: Run, name: str) -> Preset:
    """Raises PresetError, UnreadableFile, and a usage error that names those there are."""
    from studio.domain.preset_errors import UnknownPreset
    from studio.settings.presets import find_preset, own_presets, read_preset, shipped_presets

    if Path(name).is_file():
        return read_preset(Path(name))
    try:
        return find_preset(run.folders, name)
    except UnknownPreset as error:
        known = ", ".join(one.name for one in (*shipped_presets(), *own_presets(run.folders)))
        words = f"There is no preset or file {name!r}. There are: {known}."
        raise click.BadParameter(words, param_hint="--preset") from error
