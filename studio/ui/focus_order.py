"""Tab leads through the parts of a window in reading order, whatever the order in which they were made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def lead_through(window: QWidget, parts: Sequence[QWidget]) -> None:
    """Within each part the order stays; what is in none of them comes last."""
    chain = [window]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not window:
        chain.append(following)
    places = {part: place for place, part in enumerate(parts)}

    def place(widget: QWidget) -> int:
        above: QWidget | None = widget
        while above is not None:
            if above in places:
                return places[above]
            above = above.parentWidget()
        return len(parts)

    stops = [widget for widget in chain[1:] if _is_stop(widget)]
    # Sorting keeps the order of equals.
    for before, after in pairwise(sorted(stops, key=place)):
        QWidget.setTabOrder(before, after)


def put_before(widget: QWidget, *others: QWidget) -> None:
    """Have Tab come through the others, in this order, right before it gets to the widget.

    The chain isn't looked at: what PySide finds in it, it ties to the widget that it was asked of, and loses
    both at once.
    """
    if others:
        for before, after in pairwise((widget, *others, widget)):
            QWidget.setTabOrder(before, after)


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops here: what merely holds others would take them all along."""
    tabs = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tabs) and widget.focusProxy() is None
