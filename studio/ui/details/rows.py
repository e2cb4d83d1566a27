"""Rows of details in words, as the table of the kit shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.kit import KeyValue, Words

if TYPE_CHECKING:
    from studio.viewmodels.detail_rows import DetailRow


def key_value(row: DetailRow) -> KeyValue:
    """A row whose value is shortened, or isn't as it was asked for, gets words of its own."""
    if not row.warns and (row.copyable or row.whole in {"", row.value}):
        return KeyValue(row.id, row.label, row.value, copyable=row.copyable, copy=row.whole)
    words = Words(row.value, role="warning" if row.warns else "value", wrap=True, selectable=True)
    words.setToolTip(row.whole)
    words.setAccessibleName(f"{row.label}: {row.whole or row.value}")
    return KeyValue(row.id, row.label, widget=words)
