"""What the export dialog shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.errors import StudioError
from studio.domain.export import Format, Preset
from studio.domain.export_names import FoundProblem, problems
from studio.viewmodels.export_draft import ExportDraft
from studio.viewmodels.export_preview import FolderState, Foreseen

if TYPE_CHECKING:
    from studio.domain.geometry import PixelSize
    from studio.domain.version import Version


MOST_SIZES = 40
"""Of a preset: a file with more isn't read."""


@dataclass(frozen=True, slots=True)
class ExportState:
    """`count` pictures were asked for; `versions` is None until they are read, and lacks those that are gone.

    `row` is the size that is weighed, and `weight` its bytes or why there will be no such file, None while
    that isn't known. `foreseen` is what was worked out last: of this draft when it is `fresh`. `signed`
    counts pictures whose content credentials can't come along. `said` is what was done with presets,
    `can_undo` when that can be taken back, `problem` why it couldn't be done. When the export has `begun`,
    nothing more is worked out. `unmade` is why the folder couldn't be made.
    """

    draft: ExportDraft
    count: int
    own: tuple[Preset, ...] = ()
    shipped: tuple[Preset, ...] = ()
    versions: tuple[Version, ...] | None = None
    row: int = 0
    weight: int | StudioError | None = None
    foreseen: Foreseen | None = None
    fresh: bool = False
    signed: int = 0
    said: str = ""
    can_undo: bool = False
    problem: str = ""
    begun: bool = False
    unmade: str = ""

    @property
    def preset(self) -> Preset:
        """As it is now."""
        return self.draft.preset

    @property
    def first(self) -> Version | None:
        """The picture whose pixels and weight are told."""
        return self.versions[0] if self.versions else None

    @property
    def source(self) -> PixelSize | None:
        """Its pixels."""
        return self.first.delivered if self.first else None

    @property
    def is_original(self) -> bool:
        """Whether the bytes leave as they came: sizes are no matter then."""
        return self.preset.encoding.format is Format.ORIGINAL

    @property
    def can_be_kept(self) -> bool:
        """Whether it makes a preset: what no preset can say would be lost when it is read again."""
        return not self.name_problems

    @property
    def may_add_size(self) -> bool:
        """Whether there is room for one more."""
        return not self.is_original and len(self.preset.sizes) < MOST_SIZES

    @property
    def is_own(self) -> bool:
        """Whether the chosen preset is the person's own."""
        return any(preset.name == self.draft.base.name for preset in self.own)

    @property
    def name_problems(self) -> tuple[FoundProblem, ...]:
        """What is wrong with the template of names."""
        return problems(self.preset.template)

    @property
    def folder(self) -> FolderState:
        """Whether files can be written in the folder, as far as that is known."""
        if self.draft.folder is None:
            return FolderState.NONE_CHOSEN
        return self.foreseen.folder if self.foreseen and self.fresh else FolderState.THERE

    @property
    def files(self) -> int | None:
        """How many files will be written; None while that isn't known."""
        return len(self.foreseen.names) if self.foreseen else None

    @property
    def may_export(self) -> bool:
        """Whether Export does something, as far as that is known."""
        nothing = (self.fresh and self.files == 0) or self.versions == ()
        return not self.name_problems and self.folder is FolderState.THERE and not nothing
