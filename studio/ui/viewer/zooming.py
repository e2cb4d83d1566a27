"""Wheel, touch pad and pinching: the same wherever a picture can be zoomed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from studio.ui.viewer.zoom import wheel_scale
from studio.viewmodels.viewer_state import ZoomStep

if TYPE_CHECKING:
    from studio.ui.viewer.zoom import View


class Zoomed(Protocol):
    """A picture, or several at once; places and distances are the widget's."""

    @property
    def view(self) -> View:
        """Where it lies."""
        ...

    def zoom(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom to this scale; what is under `at` stays there."""

    def take_step(self, step: ZoomStep, at: QPointF | None = None) -> None:
        """Zoom as a key asks for it."""

    def move_by(self, distance: QPointF) -> None:
        """Move it by so much."""


def turn_wheel(zoomed: Zoomed, event: QWheelEvent) -> None:
    """It zooms; on a touch pad two fingers move what is larger than the room."""
    pixels = event.pixelDelta()
    is_pad = event.device().type() is QInputDevice.DeviceType.TouchPad and not pixels.isNull()
    zooms = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if is_pad and not zooms and zoomed.view.is_larger:
        zoomed.move_by(QPointF(pixels))
    elif event.angleDelta().y():
        zoomed.zoom(wheel_scale(zoomed.view.scale, event.angleDelta().y()), event.position())


def take_gesture(zoomed: Zoomed, event: QNativeGestureEvent) -> bool:
    """Whether it was one that zooms."""
    match event.gestureType():
        case Qt.NativeGestureType.ZoomNativeGesture:
            zoomed.zoom(zoomed.view.scale * (1 + event.value()), event.position())
        case Qt.NativeGestureType.SmartZoomNativeGesture:
            zoomed.take_step(ZoomStep.TOGGLE, event.position())
        case _:
            return False
    return True
