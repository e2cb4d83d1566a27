"""Wheel, touch pad and pinching: the same wherever a picture can be zoomed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from studio.ui.viewer.zoom import wheel_scale
from studio.viewmodels.viewer_state import ZoomStep

if TYPE_CHECKING:
    from studio.ui.viewer.canvas import Canvas


def turn_wheel(canvas: Canvas, event: QWheelEvent) -> None:
    """It zooms; on a touch pad two fingers move what is larger than the room."""
    pixels = event.pixelDelta()
    is_pad = event.device().type() is QInputDevice.DeviceType.TouchPad and not pixels.isNull()
    zooms = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if is_pad and not zooms and canvas.view.is_larger:
        canvas.move_by(QPointF(pixels))
    elif event.angleDelta().y():
        canvas.zoom(wheel_scale(canvas.view.scale, event.angleDelta().y()), event.position())


def take_gesture(canvas: Canvas, event: QNativeGestureEvent) -> bool:
    """Whether it was one that zooms."""
    match event.gestureType():
        case Qt.NativeGestureType.ZoomNativeGesture:
            canvas.zoom(canvas.view.scale * (1 + event.value()), event.position())
        case Qt.NativeGestureType.SmartZoomNativeGesture:
            canvas.take_step(ZoomStep.TOGGLE, event.position())
        case _:
            return False
    return True
