"""What a crop makes of the choices that an export begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.export import Format, Layout
from studio.domain.export_sizes import SizeKind

if TYPE_CHECKING:
    from studio.domain.export_sizes import Focus, SizeRule
    from studio.viewmodels.export_draft import ExportDraft

CROP_SUFFIX = "-crop"
_AROUND_A_POINT = {SizeKind.FILL, SizeKind.RATIO}


def with_crop(draft: ExportDraft, rule: SizeRule) -> ExportDraft:
    """This one size, as plain files; original bytes can't be cropped, so they become PNG."""
    if draft.preset.encoding.format is Format.ORIGINAL:
        draft = draft.with_format(Format.PNG)
    return draft.with_preset(sizes=(replace(rule, suffix=CROP_SUFFIX),), layout=Layout.FLAT)


def with_focus(draft: ExportDraft, focus: Focus) -> ExportDraft:
    """The sizes that are chosen; those that cut something off keep this point in sight."""
    sizes = draft.preset.sizes
    kept = tuple(replace(rule, focus=focus) if rule.kind in _AROUND_A_POINT else rule for rule in sizes)
    return draft.with_preset(sizes=kept)
