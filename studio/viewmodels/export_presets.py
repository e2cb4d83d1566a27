"""Presets as the export dialog keeps, renames, removes and shares them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.errors import StudioError
from studio.domain.preset_words import preset_name
from studio.domain.words import describe
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.export import Preset
    from studio.settings import Folders
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Shelf:
    """All presets, the person's own by name, the shipped ones in their order."""

    own: tuple[Preset, ...]
    shipped: tuple[Preset, ...]

    @property
    def all(self) -> tuple[Preset, ...]:
        """Own ones first."""
        return (*self.own, *self.shipped)


def read_shelf(folders: Folders) -> Shelf:
    """For a thread."""
    from studio.settings.presets import own_presets, shipped_presets

    return Shelf(own_presets(folders), shipped_presets())


@dataclass(frozen=True, slots=True)
class ShelfChange:
    """What was done: in words, or why it couldn't be. `chosen` is to be chosen now, None for no other;
    `removed` can be put back.
    """

    said: str = ""
    problem: str = ""
    shelf: Shelf | None = None
    chosen: Preset | None = None
    removed: Preset | None = None


class PresetKeeper:
    """Every change is made in a thread and told."""

    def __init__(self, folders: Folders, tasks: Tasks, told: Callable[[ShelfChange], object]) -> None:
        self._folders = folders
        self._tasks = tasks
        self._told = told

    def save(self, preset: Preset, *, back: bool = False) -> None:
        """Keep this one under its name, in the place of an own one that has it; `back` after a removal."""

        def save() -> ShelfChange:
            from studio.settings.presets import save_preset

            kept = save_preset(self._folders, preset)
            words = translate("export", "“{name}” is back.") if back else translate("export", "Saved.")
            return self._changed(words, kept)

        self._do(save)

    def rename(self, name: str, new: str) -> None:
        """Call an own one differently."""

        def rename() -> ShelfChange:
            from studio.settings.presets import rename_preset

            return self._changed(translate("export", "Renamed."), rename_preset(self._folders, name, new))

        self._do(rename)

    def remove(self, preset: Preset) -> None:
        """Throw an own one away."""

        def remove() -> ShelfChange:
            from studio.settings.presets import remove_preset

            remove_preset(self._folders, preset.name)
            words = translate("export", "“{name}” removed.").replace("{name}", preset.name)
            return ShelfChange(words, shelf=read_shelf(self._folders), removed=preset)

        self._do(remove)

    def share(self, preset: Preset, path: Path) -> None:
        """Write it as a file that others can take."""

        def share() -> ShelfChange:
            from studio.settings.presets import share_preset

            share_preset(preset, path)
            return ShelfChange(translate("export", "Shared as {name}.").replace("{name}", path.name))

        self._do(share)

    def take(self, path: Path) -> None:
        """Keep a shared file's preset as an own one."""

        def take() -> ShelfChange:
            from studio.settings.presets import take_preset

            return self._changed(translate("export", "Taken as “{name}”."), take_preset(self._folders, path))

        self._do(take)

    def _changed(self, words: str, kept: Preset) -> ShelfChange:
        said = words.replace("{name}", preset_name(kept.name, translate))
        return ShelfChange(said, shelf=read_shelf(self._folders), chosen=kept)

    def _do(self, work: Callable[[], ShelfChange]) -> None:
        async def do() -> None:
            import asyncio  # not loaded before the first paint

            try:
                change = await asyncio.to_thread(work)
            except StudioError as error:
                change = ShelfChange(problem=str(describe(error, translate)))
            self._told(change)

        self._tasks.start(do)
