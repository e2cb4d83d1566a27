"""What is drawn around a screen, in the screen's own pixels; and where a picture lies on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.devices import DeviceKind
from studio.domain.export_sizes import Box, Focus
from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from studio.domain.devices import Device


@dataclass(frozen=True, slots=True)
class Body:
    """A device of this size with its screen in it; `radius` is that of its outer corners."""

    size: PixelSize
    screen: Box
    radius: int

    def turned(self) -> Body:
        """By a quarter to the left."""
        screen = self.screen
        top = self.size.width - screen.left - screen.width
        return Body(
            PixelSize(self.size.height, self.size.width),
            Box(screen.top, top, screen.height, screen.width),
            self.radius,
        )


def body_of(device: Device) -> Body:
    """Upright for phones and tablets. The proportions are ours, after those of usual devices."""
    width, height = device.pixels.width, device.pixels.height
    short = min(width, height)
    match device.kind:
        case DeviceKind.PHONE if not device.radius:
            return _around(
                device, sides=round(short * 0.07), top=round(short * 0.26), bottom=round(short * 0.26)
            )
        case DeviceKind.PHONE:
            edge = round(short * 0.048)
            return _around(device, sides=edge, top=edge, bottom=edge)
        case DeviceKind.TABLET:
            edge = round(short * 0.045)
            return _around(device, sides=edge, top=edge, bottom=edge)
        case DeviceKind.LAPTOP:
            # The base is wider than the lid.
            sides = round(width * 0.11)
            return _around(device, sides=sides, top=round(width * 0.018), bottom=round(width * 0.062))
        case DeviceKind.BROWSER:
            bar = round(76 * device.scale)
            return _around(device, sides=round(device.scale), top=bar, bottom=round(device.scale))


def _around(device: Device, *, sides: int, top: int, bottom: int) -> Body:
    width, height = device.pixels.width, device.pixels.height
    radius = device.radius + min(sides, top)
    if device.kind is DeviceKind.BROWSER:
        radius = round(12 * device.scale)
    elif not device.radius:
        radius = round(min(width, height) * 0.09)
    return Body(PixelSize(width + 2 * sides, height + top + bottom), Box(sides, top, width, height), radius)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the picture's upper left corner lies on the screen, and how many of the screen's pixels one of
    its pixels takes.
    """

    left: float
    top: float
    scale: float


def placed(picture: PixelSize, screen: PixelSize, *, fills: bool, focus: Focus) -> Placed:
    """Filling the screen to its edges, with the focus as near to the middle as it goes; or all of it."""
    across, down = screen.width / picture.width, screen.height / picture.height
    scale = max(across, down) if fills else min(across, down)
    width, height = picture.width * scale, picture.height * scale
    if not fills:
        return Placed((screen.width - width) / 2, (screen.height - height) / 2, scale)
    left = min(0.0, max(screen.width - width, screen.width / 2 - focus.x * width))
    top = min(0.0, max(screen.height - height, screen.height / 2 - focus.y * height))
    return Placed(left, top, scale)


def focus_after(focus: Focus, picture: PixelSize, screen: PixelSize, dx: float, dy: float) -> Focus:
    """The focus when a picture that fills the screen was dragged by so many of the screen's pixels."""
    there = placed(picture, screen, fills=True, focus=focus)
    width, height = picture.width * there.scale, picture.height * there.scale
    left = min(0.0, max(screen.width - width, there.left + dx))
    top = min(0.0, max(screen.height - height, there.top + dy))
    return Focus((screen.width / 2 - left) / width, (screen.height / 2 - top) / height)
