"""The palette of a version as it is shown and exported: colours with names and contrasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.oklab import Rgb, name_of
from studio.domain.palette_contrast import BLACK, WHITE, contrast
from studio.domain.palette_names import colour_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.palette_clusters import MainColour


@dataclass(frozen=True, slots=True)
class Swatch:
    """A named colour; `share` is its part of the picture, 0 to 1."""

    name: str
    rgb: Rgb
    share: float

    @property
    def hex(self) -> str:
        """As "#rrggbb"."""
        return name_of(self.rgb)

    @property
    def on_white(self) -> float:
        """Its contrast as text on white, or of white text on it: 1 to 21."""
        return contrast(self.rgb, WHITE)

    @property
    def on_black(self) -> float:
        """The same with black."""
        return contrast(self.rgb, BLACK)


def swatches(colours: Sequence[MainColour]) -> tuple[Swatch, ...]:
    """No two have the same name."""
    names = colour_names(one.rgb for one in colours)
    return tuple(Swatch(name, one.rgb, one.share) for name, one in zip(names, colours, strict=True))


def contrasts(palette: Sequence[Swatch]) -> tuple[tuple[float, ...], ...]:
    """The contrast of each with each, as a square in their order."""
    return tuple(tuple(contrast(one.rgb, other.rgb) for other in palette) for one in palette)
