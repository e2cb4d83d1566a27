"""The menu of exact sizes: the pixels a crop has, and those of screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from studio.domain.crop import Lock, LockKind
from studio.ui.kit import MenuButton
from studio.ui.viewer.frames.device_menu import add_devices
from studio.viewmodels.crop_words import exact_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.devices import Device
    from studio.ui.theme import Theme
    from studio.viewmodels.crop import CropViewModel


class ExactMenu(MenuButton):
    """Opens under its button."""

    def __init__(self, theme: Theme, crop: CropViewModel, devices: Sequence[Device]) -> None:
        super().__init__(theme, exact_words(crop.state.lock), name=translate("crop", "Exact size"))
        self._crop = crop
        self._devices = devices
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)

    def show_lock(self, lock: Lock) -> None:
        """Say which one is on."""
        self.setText(exact_words(lock))
        self.setAccessibleDescription(self.text())

    def menu_now(self) -> QMenu:
        """As it opens now."""
        state = self._crop.state
        # The button itself is laid out from right to left, for its chevron.
        menu = QMenu(self.parentWidget())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = translate("crop", "These pixels ({size})").format(size=state.box.size)
        pixels = menu.addAction(words)
        pixels.setCheckable(True)
        pixels.setChecked(state.lock.kind is LockKind.PIXELS)
        pixels.triggered.connect(self._crop.lock_pixels)
        add_devices(menu, self._devices, is_chosen=self._is_chosen, choose=self._choose)
        return menu

    def _is_chosen(self, device: Device) -> bool:
        return self._crop.state.lock in {_lock_of(device), _lock_of(device).turned()}

    def _choose(self, device: Device) -> None:
        self._crop.lock(_lock_of(device))

    def _open(self) -> None:
        self.menu_now().popup(self.mapToGlobal(self.rect().bottomLeft()))


def _lock_of(device: Device) -> Lock:
    return Lock(LockKind.SCREEN, device.pixels.width, device.pixels.height, device.name)
