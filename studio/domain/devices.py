"""Screens that pictures are made for: their pixels, and what of them a program's own parts may cover."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from studio.domain.geometry import PixelSize


class DeviceKind(StrEnum):
    """What the screen belongs to, and so what is drawn around it."""

    PHONE = "phone"
    TABLET = "tablet"
    LAPTOP = "laptop"
    BROWSER = "browser"

    @property
    def can_turn(self) -> bool:
        """Whether it is held upright and lying."""
        return self in {DeviceKind.PHONE, DeviceKind.TABLET}


class Camera(StrEnum):
    """What is cut out of the screen at its upper edge."""

    NONE = "none"
    ISLAND = "island"
    HOLE = "hole"
    NOTCH = "notch"


@dataclass(frozen=True, slots=True)
class Insets:
    """Pixels from each edge."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Device:
    """`pixels` are the screen's, upright for phones and tablets; `scale` is pixels for each point; `radius`
    is that of its corners, in pixels. `safe` is what the system takes at each edge. `source` says where the
    numbers are from.
    """

    name: str
    kind: DeviceKind
    pixels: PixelSize
    scale: float
    radius: int
    safe: Insets
    camera: Camera
    source: str

    def turned(self) -> Device:
        """Turned by a quarter to the left: its upper edge is at the left."""
        pixels = PixelSize(self.pixels.height, self.pixels.width)
        return replace(self, pixels=pixels, safe=self._safe_when_lying())

    def _safe_when_lying(self) -> Insets:
        """Bars stay above and below on a tablet, and go from a phone, where a camera takes both sides then.

        Source: aloisdeniel/flutter_device_preview, device_specs (`rotatedSafeAreas`).
        """
        safe = self.safe
        if self.kind is DeviceKind.TABLET:
            return safe
        if self.camera is Camera.NONE:
            return Insets()
        return Insets(safe.top, 0, safe.top, min(safe.bottom, round(21 * self.scale)))
