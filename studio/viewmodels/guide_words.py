"""What is said of guides and the grid, and what is typed for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studio.domain.guides import GRID_POINTS, Axis, places
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.guides import Guide


def axis_words(axis: Axis) -> str:
    """As the name of a field."""
    if axis is Axis.VERTICAL:
        return translate("guides", "Vertical guides, from the left")
    return translate("guides", "Horizontal guides, from the top")


def scale_words(scale: int) -> tuple[str, str]:
    """The scale, and what the grid comes to: "@2x", "16 px"."""
    return f"@{scale}x", translate("guides", "{count} px").format(count=GRID_POINTS * scale)


def places_words(guides: Iterable[Guide], axis: Axis) -> str:
    """Where they lie: "120, 480"."""
    return ", ".join(str(at) for at in places(guides, axis))


def places_in(text: str) -> tuple[int, ...]:
    """The numbers that somebody typed; what is no number is passed over."""
    return tuple(int(number) for number in re.findall(r"\d{1,6}", text, re.ASCII))
