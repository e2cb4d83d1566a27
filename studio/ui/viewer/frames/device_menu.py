"""Devices in a menu, under headings of their kinds, each with its pixels."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from studio.viewmodels.frame_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from studio.domain.devices import Device


def add_devices(
    menu: QMenu,
    devices: Sequence[Device],
    *,
    is_chosen: Callable[[Device], bool],
    choose: Callable[[Device], object],
) -> None:
    """Offer these, in their order."""
    for kind, of_kind in groupby(devices, key=lambda device: device.kind):
        menu.addSeparator()
        # The style shows no words for a section.
        menu.addAction(kind_words(kind)).setEnabled(False)
        for device in of_kind:
            action = menu.addAction(f"{device.name}\t{device.pixels}")
            action.setCheckable(True)
            action.setChecked(is_chosen(device))
            action.triggered.connect(lambda *, chosen=device: choose(chosen))
