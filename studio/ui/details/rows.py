"""Rows of details in words, as the table of the kit shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.kit import KeyValue

if TYPE_CHECKING:
    from studio.viewmodels.detail_rows import DetailRow


def key_value(row: DetailRow) -> KeyValue:
    """What isn't as it was asked for warns; what is shortened is told whole by its tool tip."""
    copyable = row.copyable and not row.warns
    whole = "" if copyable or row.whole == row.value else row.whole
    return KeyValue(
        row.id, row.label, row.value, copyable=copyable, copy=row.whole, whole=whole, warns=row.warns
    )
