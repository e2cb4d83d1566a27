"""The page for device frames: which device, how the picture lies on it, the picture, the way to a crop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from studio.domain.guides import SCALES
from studio.ui.kit import (
    Button,
    Chip,
    Elided,
    FlowLayout,
    IconButton,
    MenuButton,
    SegmentedPicker,
    SegmentOption,
)
from studio.ui.viewer.drawing.canvas_page import GAP, together
from studio.ui.viewer.drawing.pickers import IconRow, Option
from studio.ui.viewer.frames.device_menu import add_devices
from studio.ui.viewer.frames.hands import FrameHands
from studio.ui.viewer.frames.pane import FramePane
from studio.ui.viewer.modes import ModePage
from studio.viewmodels.actions import key_words
from studio.viewmodels.frame_actions import CROP_TO, FILL, SAFE, TONE, TURN, scale_id
from studio.viewmodels.frame_words import crop_words, line_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.devices import Device
    from studio.ui.theme import Theme
    from studio.ui.viewer.zoom import View
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.frame import FrameViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import ZoomStep

_FILL, _FIT, _DARK, _LIGHT = "fill", "fit", "dark", "light"


class FramePage(ModePage):
    """Shows what its view-model says."""

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        frame: FrameViewModel,
        devices: Sequence[Device],
        actions: Actions,
    ) -> None:
        super().__init__()
        self._frame = frame
        self._devices = devices
        self._actions = actions
        self.setAccessibleName(translate("frame", "Device frame"))
        self.pane = FramePane(theme, viewer=viewer, thumbnails=thumbnails, frame=frame)
        self.hands = FrameHands(self.pane, frame)
        self.device = MenuButton(theme, "", name=translate("frame", "Device"))
        self.turn = IconButton(theme, "rotate-cw", name=translate("frame", "Turn the device"))
        self.ways = SegmentedPicker(theme, name=translate("frame", "How the picture lies on the screen"))
        self.ways.set_options(
            (
                SegmentOption(_FILL, translate("frame", "Fill")),
                SegmentOption(_FIT, translate("frame", "Fit")),
            )
        )
        tones = (
            Option(_DARK, translate("frame", "Dark frame"), "moon"),
            Option(_LIGHT, translate("frame", "Light frame"), "sun"),
        )
        self.tones = IconRow(theme, tones, name=translate("frame", "Frame"))
        self.safe = Chip(translate("frame", "Safe area"))
        self.scales = tuple(self._scale_chip(scale) for scale in SCALES)
        self._words = Elided(role="caption")
        self.crop = Button(theme, crop_words(frame.state), icon="crop")
        self._lay_out()
        self._listen()
        self._follow()

    @staticmethod
    def _scale_chip(scale: int) -> Chip:
        chip = Chip(f"@{scale}x")
        words = translate("frame", "{scale} of the device’s pixels for each point of this screen")
        chip.setToolTip(words.format(scale=scale))
        chip.setAccessibleName(translate("frame", "Real size at @{scale}x").format(scale=scale))
        return chip

    def _lay_out(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools, gap=GAP)
        scales = together(*self.scales, gap=4)
        held = together(self.device, self.turn, gap=2)
        for tool in (held, self.ways, self.tones, scales, self.safe):
            flow.addWidget(tool)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._words, 1)
        line.addWidget(self.crop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(tools)
        column.addWidget(self.pane, 1)
        column.addLayout(line)
        for button in (self.device, self.turn, self.safe, self.crop, *self.scales):
            # A click leaves the keyboard to the picture.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.pane)

    def _listen(self) -> None:
        frame = self._frame
        self.device.clicked.connect(self._open_menu)
        self.turn.clicked.connect(frame.turn)
        self.ways.picked.connect(self._choose_way)
        self.tones.picked.connect(self._choose_tone)
        self.safe.clicked.connect(lambda: frame.show_safe(shows=self.safe.isChecked()))
        for scale, chip in zip(SCALES, self.scales, strict=True):
            chip.clicked.connect(lambda *, chosen=scale: frame.show_at(chosen))
        self.crop.clicked.connect(frame.crop)
        self.pane.view_changed.connect(self._follow_view)
        frame.scale_asked.connect(self.pane.show_at)
        frame.state_changed.connect(self._follow)
        self._actions.changed.connect(self._say_keys)
        self._say_keys()

    def _choose_way(self, way: str) -> None:
        self._frame.fill(fills=way == _FILL)

    def _choose_tone(self, tone: str) -> None:
        self._frame.lighten(is_light=tone == _LIGHT)

    @property
    def view(self) -> View:
        """Where the device lies."""
        return self.pane.view

    def take_step(self, step: ZoomStep) -> None:
        """Zoom as a key asks for it."""
        self.pane.take_step(step)

    def menu(self) -> QMenu:
        """The devices, by kind."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._frame.state.device
        add_devices(menu, self._devices, is_chosen=lambda one: one == shown, choose=self._frame.choose)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.device.mapToGlobal(self.device.rect().bottomLeft()))

    def _say_keys(self) -> None:
        """They are what they are now, also after the person chose others."""

        def keys(action_id: str) -> str:
            return key_words(self._actions.shown(action_id))

        self.turn.setToolTip(f"{self.turn.accessibleName()} ({keys(TURN)})")
        self.tones.show_keys({_LIGHT: keys(TONE), _DARK: keys(TONE)})
        for cell in self.ways.cells:
            cell.setToolTip(keys(FILL))
        self.safe.setToolTip(keys(SAFE))
        self.crop.setToolTip(keys(CROP_TO))
        for scale, chip in zip(SCALES, self.scales, strict=True):
            chip.setAccessibleDescription(keys(scale_id(scale)))

    def _follow(self) -> None:
        state = self._frame.state
        self.device.setText(state.device.name)
        self.device.setAccessibleDescription(state.device.name)
        self.turn.setEnabled(state.device.kind.can_turn)
        self.ways.set_value(_FILL if state.fills else _FIT)
        self.tones.set_value(_LIGHT if state.is_light else _DARK)
        self.safe.setChecked(state.shows_safe)
        words, tone = line_words(state)
        self._words.set_words(words)
        self._words.set_role(tone or "caption")
        self.crop.setText(crop_words(state))
        self.crop.setEnabled(bool(state.id))

    def _follow_view(self) -> None:
        ratio = self.pane.devicePixelRatioF()
        for scale, chip in zip(SCALES, self.scales, strict=True):
            chip.setChecked(not self.view.fits and abs(self.view.scale * scale - ratio) < 1e-6)
        self.view_changed.emit()
