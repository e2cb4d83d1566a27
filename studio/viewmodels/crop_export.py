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
_SCALE = "{scale}"
_AROUND_A_POINT = {SizeKind.FILL, SizeKind.RATIO}


def with_crop(draft: ExportDraft, rule: SizeRule) -> ExportDraft:
    """This one size, as plain files whose names say so; original bytes can't be cropped: they become PNG."""
    if draft.preset.encoding.format is Format.ORIGINAL:
        draft = draft.with_format(Format.PNG)
    template = draft.preset.template
    if _SCALE not in template:
        template += _SCALE
    sizes = (replace(rule, suffix=CROP_SUFFIX),)
    return draft.with_preset(sizes=sizes, layout=Layout.FLAT, template=template)


def with_focus(draft: ExportDraft, focus: Focus) -> ExportDraft:
    """The sizes that are chosen; those that cut something off keep this point in sight."""
    sizes = draft.preset.sizes
    kept = tuple(replace(rule, focus=focus) if rule.kind in _AROUND_A_POINT else rule for rule in sizes)
    return draft.with_preset(sizes=kept)
