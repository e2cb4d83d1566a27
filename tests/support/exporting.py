"""A library with pictures, and the export dialog's view-model over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from studio.viewmodels.export import ExportViewModel
from studio.viewmodels.export_start import read_usual
from studio.viewmodels.exporting import ExportingViewModel
from tests.support.window import Surroundings, until

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.importing import ImportSource
    from studio.domain.version import Version

SIZE = (600, 400)


@dataclass(slots=True)
class Hand:
    """Someone who exports. `out` is where it goes; `shown` are files that were to be shown."""

    around: Surroundings
    out: Path
    exporting: ExportingViewModel
    shown: list[Path] = field(default_factory=list["Path"])

    async def bring(self, count: int, *, size: tuple[int, int] = SIZE) -> tuple[Version, ...]:
        """So many pictures in the library, in the order of their numbers."""
        self.around.folder.parent.mkdir(exist_ok=True, parents=True)
        files: list[ImportSource] = [
            _picture(self.out.parent / f"{one}.png", one, size) for one in range(count)
        ]
        ask = self.around.bridge.ask
        result = await ask(lambda studio: studio.import_pictures(files, project="spring"))
        return await ask(lambda studio: studio.library.versions_of(result.imported))

    def open(self, versions: Iterable[Version], **wanted: str) -> ExportViewModel:
        """The dialog's view-model; `preset` chooses one by name."""
        around = self.around
        draft, shelf = read_usual(around.folders, around.session.state.settings, self.exporting.last)
        made = ExportViewModel(
            tuple(version.id for version in versions),
            draft,
            shelf,
            library=around.folder,
            folders=around.folders,
            bridge=around.bridge,
            tasks=around.tasks,
            exporting=self.exporting,
        )
        made.choose_folder(self.out)
        if "preset" in wanted:
            made.choose_preset(wanted["preset"])
        return made

    def names(self) -> list[str]:
        """Every file that is there, hidden ones too."""
        return sorted(str(path.relative_to(self.out)) for path in self.out.rglob("*") if path.is_file())

    def said(self) -> list[str]:
        """What notices said."""
        return [notice.words for notice in self.around.said]


def hand(around: Surroundings, out: Path) -> Hand:
    out.mkdir(parents=True)
    exporting = ExportingViewModel(
        bridge=around.bridge, tasks=around.tasks, notices=around.notices, session=around.session
    )
    made = Hand(around, out, exporting)
    exporting.show_requested.connect(made.shown.append)
    return made


async def known(export: ExportViewModel) -> None:
    """All that would come of it is worked out."""
    await until(lambda: export.state.fresh and export.rests)


def _picture(path: Path, number: int, size: tuple[int, int]) -> Path:
    colours = Image.linear_gradient("L").resize(size)
    Image.merge("RGB", (colours, colours.rotate(90), Image.new("L", size, 40 * number % 256))).save(path)
    return path
