"""The page for cropping: what the crop is held to, its size, the picture, and the way out of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from studio.ui.kit import IconButton, SegmentedPicker, SegmentOption
from studio.ui.viewer.crop.exact_menu import ExactMenu
from studio.ui.viewer.crop.line import CropLine
from studio.ui.viewer.crop.size_fields import SizeFields
from studio.ui.viewer.crop.surface import CropSurface
from studio.ui.viewer.drawing.canvas_page import CanvasPage, together
from studio.ui.viewer.guides.over import GuidesOver
from studio.viewmodels.crop_actions import COPY, EXPORT, TURN
from studio.viewmodels.crop_words import ORIGINAL, line_words, lock_id, lock_of, offered_locks
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.devices import Device
    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.crop import CropViewModel
    from studio.viewmodels.guides import GuidesViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel


class CropPage(CanvasPage):
    """Shows what its view-model says."""

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        crop: CropViewModel,
        guides: GuidesViewModel,
        devices: Sequence[Device],
        actions: Actions,
        beside: Canvas,
    ) -> None:
        super().__init__(theme, viewer=viewer, thumbnails=thumbnails, actions=actions, beside=beside)
        self._crop = crop
        self.setAccessibleName(translate("crop", "Crop"))
        self.surface = CropSurface(theme, self.canvas, crop, guides)
        self.locks = SegmentedPicker(theme, name=translate("crop", "Ratio"))
        self.locks.set_options(tuple(SegmentOption(*one) for one in offered_locks()))
        self.turn = IconButton(theme, "rotate-cw", name=translate("crop", "Turn the crop"))
        self.turn.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.exact = ExactMenu(theme, crop, devices)
        self.size_fields = SizeFields()
        self.line = CropLine(theme)
        self.clear.setToolTip(translate("crop", "All of the picture"))
        shape = together(self.locks, self.turn, gap=2)
        self.lay_out(self.surface, (shape, self.exact, self.size_fields), self.line)
        self.lines = GuidesOver(theme, self.canvas, guides)
        self._listen()
        self._follow()

    def _listen(self) -> None:
        crop = self._crop
        self.locks.picked.connect(self._choose_lock)
        self.turn.clicked.connect(crop.turn)
        self.size_fields.typed.connect(crop.size)
        self.size_fields.left.connect(self.surface.setFocus)
        self.clear.clicked.connect(crop.clear)
        self.line.copy_pressed.connect(crop.copy)
        self.line.around_pressed.connect(crop.export_around)
        self.line.export_pressed.connect(crop.export)
        crop.state_changed.connect(self._follow)

    def _choose_lock(self, id_: str) -> None:
        if id_ == ORIGINAL:
            self._crop.lock_original()
        else:
            self._crop.lock(lock_of(id_))

    def say_keys(self) -> None:
        """Beside what can be pressed."""
        self.line.show_keys(copy=self.keys_of(COPY), export=self.keys_of(EXPORT))
        self.turn.setToolTip(f"{self.turn.accessibleName()} ({self.keys_of(TURN)})")

    def step_back(self) -> None:
        """Undo one step of the crop."""
        self._crop.undo()

    def step_forward(self) -> None:
        """Redo it."""
        self._crop.redo()

    def _follow(self) -> None:
        state = self._crop.state
        self.locks.set_value(lock_id(state))
        self.exact.show_lock(state.lock)
        self.size_fields.show_size(state.cut.size)
        self.undo.setEnabled(bool(state.steps.before))
        self.redo.setEnabled(bool(state.steps.after))
        self.clear.setEnabled(not state.is_whole or bool(state.lock.shape))
        self.line.say(*line_words(state))
        for button in (self.line.copy, self.line.export):
            button.setEnabled(bool(state.id))
        self.line.around.setEnabled(not state.is_whole)
