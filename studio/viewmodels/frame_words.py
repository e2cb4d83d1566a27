"""What is said of devices and of the picture on their screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.device_body import placed
from studio.domain.devices import DeviceKind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.devices import Device
    from studio.viewmodels.frame import FrameState


def kind_words(kind: DeviceKind) -> str:
    """As a heading over its devices."""
    return {
        DeviceKind.PHONE: translate("frame", "Phones"),
        DeviceKind.TABLET: translate("frame", "Tablets"),
        DeviceKind.LAPTOP: translate("frame", "Laptops"),
        DeviceKind.BROWSER: translate("frame", "Browsers"),
    }[kind]


def screen_words(device: Device) -> str:
    """Its screen: "1179 × 2556 px @3x"."""
    return translate("frame", "{size} px @{scale}x").format(size=device.pixels, scale=f"{device.scale:g}")


def line_words(state: FrameState) -> tuple[str, str]:
    """What stands under the picture, with its tone: "warning" where it has too few pixels, or nothing."""
    device = state.seen
    name = f"{device.name} · {screen_words(device)}"
    scale = placed(state.picture, device.pixels, fills=state.fills, focus=state.focus).scale
    if not state.id:
        return name, ""
    if scale > 1:
        words = translate("frame", "{device} · the picture has too few pixels: enlarged to {percent} %")
        return words.format(device=name, percent=round(scale * 100)), "warning"
    words = translate("frame", "{device} · the picture at {percent} % of its pixels")
    return words.format(device=name, percent=round(scale * 100)), ""


def picture_words(state: FrameState) -> str:
    """For a screen reader."""
    how = translate("frame", "filling the screen") if state.fills else translate("frame", "all of it")
    held = translate("frame", "lying") if state.is_turned else ""
    words = translate("frame", "Picture on the screen of {device}").format(device=state.device.name)
    return ", ".join(filter(None, (words, held, how)))


def crop_words(state: FrameState) -> str:
    """The button that crops: "Crop to 1179 × 2556"."""
    return translate("frame", "Crop to {size}").format(size=state.seen.pixels)
