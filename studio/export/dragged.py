"""Files on their way to other programs by mouse: the original bytes, under names that a template gives."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.export import Encoding, Format, Layout, Preset
from studio.domain.export_choice import planned_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.version import Version

MOST_COPIED = 64_000_000
"""Bytes that are copied in no time. More are linked: what another program then writes into is our file, as
with any that is dragged from its folder.
"""


@dataclass(slots=True)
class DragFolder:
    """A folder of its own for each drag, all in `root`, until `clear`. Every method is for a thread."""

    root: Path
    _count: int = 0

    def lay(self, shown: Sequence[tuple[Version, Path]], template: str) -> tuple[Path, ...]:
        """The files by name; what can't be had under its name is given where it lies."""
        self._count += 1
        folder = self.root / str(self._count)
        copies = sum(version.size for version, _ in shown) <= MOST_COPIED
        try:
            folder.mkdir(parents=True)
        except OSError:
            return tuple(path for _, path in shown)
        names = drag_names([version for version, _ in shown], template)
        return tuple(
            _laid(path, folder / name, copies=copies) for (_, path), name in zip(shown, names, strict=True)
        )

    def clear(self) -> None:
        """Take all of them away."""
        shutil.rmtree(self.root, ignore_errors=True)


def drag_names(versions: Sequence[Version], template: str) -> tuple[str, ...]:
    """No two alike. A template's folders are left out: files that are dragged have none."""
    preset = replace(_PRESET, template=template.rpartition("/")[2])
    return tuple(planned.outputs[0].path.name for planned in planned_of(preset, versions))


_PRESET = Preset("", Encoding(Format.ORIGINAL), layout=Layout.FLAT)


def _laid(source: Path, target: Path, *, copies: bool) -> Path:
    if not copies:
        with suppress(OSError):
            os.link(source, target)
            return target
    try:
        shutil.copyfile(source, target)
    except OSError:
        return source
    return target
