"""What a person has chosen in the export dialog so far: a preset, changed or not, a folder, two consents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from studio.domain.export import Encoding, Format, Preset
from studio.domain.export_sizes import SizeKind, SizeRule

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.export import Inside


@dataclass(frozen=True, slots=True)
class ExportDraft:
    """`base` is the preset that was chosen, `preset` what became of it; `folder` is None until one is known.

    Files of the same name are numbered unless `may_overwrite`; what would be larger than its picture is left
    out unless `may_upscale`.
    """

    base: Preset
    preset: Preset
    folder: Path | None = None
    may_overwrite: bool = False
    may_upscale: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether it isn't the preset any more that was chosen."""
        return self.preset != self.base

    def for_others(self) -> ExportDraft:
        """What of it is meant for the next pictures too: consents aren't, nor is a crop of these."""
        is_cropped = any(rule.kind is SizeKind.CROP for rule in self.preset.sizes)
        preset = self.base if is_cropped else self.preset
        return replace(self, preset=preset, may_overwrite=False, may_upscale=False)

    def chosen(self, preset: Preset) -> ExportDraft:
        """This preset instead, as it is kept."""
        return replace(self, base=preset, preset=preset, may_upscale=False)

    def with_preset(self, **changed: Any) -> ExportDraft:
        """With other fields of the preset."""
        return replace(self, preset=replace(self.preset, **changed))

    def with_encoding(self, **changed: Any) -> ExportDraft:
        """With other fields of its encoding."""
        return self.with_preset(encoding=replace(self.preset.encoding, **changed))

    def with_format(self, format_: Format) -> ExportDraft:
        """In this format; it is no further one then."""
        also = tuple(one for one in self.preset.also if one is not format_)
        return self.with_encoding(format=format_).with_preset(also=also)

    def with_further(self, format_: Format, *, wanted: bool) -> ExportDraft:
        """In this format too, or no more, in the order of Format."""
        also = {*self.preset.also, format_} if wanted else {*self.preset.also} - {format_}
        return self.with_preset(also=tuple(one for one in Format if one in also))

    def with_inside(self, inside: Inside) -> ExportDraft:
        """With this inside the files and beside them."""
        return self.with_preset(inside=inside)

    def with_size(self, row: int, rule: SizeRule) -> ExportDraft:
        """With this rule in the place of that row."""
        sizes = list(self.preset.sizes)
        sizes[row] = rule
        return self.with_preset(sizes=tuple(sizes))

    def with_another_size(self) -> ExportDraft:
        """With one more size: the next scale after scales of one picture, else a frame to go into."""
        return self.with_preset(sizes=(*self.preset.sizes, another(self.preset.sizes)))

    def without_size(self, row: int) -> ExportDraft:
        """Without that row; the last one stays."""
        sizes = self.preset.sizes
        return self.with_preset(sizes=(*sizes[:row], *sizes[row + 1 :])) if len(sizes) > 1 else self


def usual_draft(presets: tuple[Preset, ...], name: str, folder: Path | None) -> ExportDraft:
    """With the preset of this name, else the first that makes a file; an empty one without any."""
    named = [preset for preset in presets if preset.name.casefold() == name.casefold()]
    pixels = [preset for preset in presets if preset.encoding.format is not Format.ORIGINAL]
    base = next(iter((*named, *pixels)), Preset("PNG", Encoding()))
    return ExportDraft(base, base, folder)


_FRAME = 1024


def another(sizes: tuple[SizeRule, ...]) -> SizeRule:
    """What somebody may want beside these."""
    scales = [rule for rule in sizes if rule.kind is SizeKind.SCALE]
    if len(scales) > 1:
        next_scale = int(max(rule.scale for rule in scales)) + 1
        return SizeRule(scale=next_scale, whole=scales[-1].whole, suffix=f"@{next_scale}x")
    taken = {rule.suffix for rule in sizes}
    edge = next(one for one in range(_FRAME, _FRAME * 50, _FRAME // 2) if f"-{one}" not in taken)
    return SizeRule(SizeKind.FIT, edge, edge, suffix=f"-{edge}")
