"""The devices that come with the program, from `resources/devices`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from studio.domain.devices import Camera, Device, DeviceKind, Insets
from studio.domain.geometry import PixelSize
from studio.settings.folders import resources


@cache
def devices() -> tuple[Device, ...]:
    """Phones, tablets, laptops, browsers, in the order of their files."""
    read = {kind: (resources() / "devices" / f"{kind.value}.toml").read_text("utf-8") for kind in DeviceKind}
    return tuple(_device(kind, one) for kind, text in read.items() for one in tomllib.loads(text)["device"])


def _device(kind: DeviceKind, told: dict[str, Any]) -> Device:
    return Device(
        name=told["name"],
        kind=kind,
        pixels=PixelSize(*told["pixels"]),
        scale=told["scale"],
        radius=told["radius"],
        safe=Insets(**told.get("safe", {})),
        camera=Camera(told.get("camera", "none")),
        source=told["source"],
    )
