"""The tiles of a reference strip: thumbnails that can be taken away, moved and renamed; one that adds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from studio.ui.kit.look import draw_frame, joined

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from studio.ui.theme import Theme

CROSS = 18
CAPTION = 16
FADED = 0.35
_TAKES_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class ReferenceThumb:
    """`image` may come later (None draws a placeholder); `problem` says in words what is wrong with it.

    `caption` is what it is called; one without can't be renamed or moved.
    """

    id: str
    name: str
    image: QImage | QPixmap | None = None
    problem: str = ""
    caption: str = ""


class ThumbTile(QPushButton):
    """Delete, Backspace or the × takes it away, F2 or a double click renames it, Alt and an arrow move it.

    All but `removed` carry the tile itself; `stepped` also -1 for a place to the left and 1 for one to the
    right, `menu_requested` a place on the screen.
    """

    removed = Signal(str)
    rename_requested = Signal(object)
    stepped = Signal(object, int)
    menu_requested = Signal(object, object)

    def __init__(
        self, theme: "Theme", thumb: ReferenceThumb, parent: QWidget | None = None, *, fixed: bool = False
    ) -> None:
        """A `fixed` one can only be pressed."""
        super().__init__(parent)
        self._theme = theme
        self._fixed = fixed
        self._picture: QPixmap | None = None
        self.thumb = thumb
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cross = TileCross(theme, self)
        self._cross.clicked.connect(lambda: self.removed.emit(self.thumb.id))
        self._cross.hide()
        theme.changed.connect(self.update)
        self.show_thumb(thumb)

    def show_thumb(self, thumb: ReferenceThumb) -> None:
        self.thumb = thumb
        self._picture = None
        self._cross.setAccessibleName(self.tr("Remove {name}").format(name=thumb.name))
        self._cross.setToolTip(self._cross.accessibleName())
        self.setAccessibleName(thumb.name)
        self.setAccessibleDescription(joined(thumb.caption, thumb.problem))
        self.setToolTip("\n".join(word for word in (thumb.name, thumb.caption, thumb.problem) if word))
        self.update()

    @property
    def can_change(self) -> bool:
        """Whether it can be renamed and moved."""
        return bool(self.thumb.caption) and not self._fixed

    @property
    def caption_place(self) -> QRect:
        """Where its caption stands."""
        side = self._theme.tokens.sizes.thumbnail
        return QRect(0, side, side, CAPTION)

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.sizes.thumbnail
        return QSize(side, side + CAPTION)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever they do elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and self._act_on(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        act = self._act_on(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_on(self, event: QEvent) -> "Callable[[], object] | None":
        """What a key does here; None where it means nothing."""
        from PySide6.QtGui import QKeyEvent

        if not isinstance(event, QKeyEvent):
            return None
        key = event.key()
        if key in _PRESSES:
            return self.click
        if self._fixed:
            return None
        if key in _TAKES_AWAY:
            return lambda: self.removed.emit(self.thumb.id)
        if key == Qt.Key.Key_F2 and self.can_change:
            return lambda: self.rename_requested.emit(self)
        if key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.can_change:
            return lambda: self.stepped.emit(self, _STEPS[Qt.Key(key)])
        return None

    def mouseDoubleClickEvent(self, event: "QMouseEvent") -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.can_change:
            self.rename_requested.emit(self)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        self.menu_requested.emit(self, event.globalPos())

    def enterEvent(self, event: "QEvent") -> None:
        self._cross.setVisible(not self._fixed)
        super().enterEvent(event)  # pyright: ignore[reportArgumentType]  # QEnterEvent, as Qt sends it

    def leaveEvent(self, event: "QEvent") -> None:
        self._cross.setVisible(self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: "QFocusEvent") -> None:
        self._cross.setVisible(not self._fixed)
        super().focusInEvent(event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        self._cross.setVisible(self.underMouse())
        super().focusOutEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else FADED)
        radius = self._theme.tokens.sizes.radius_control
        square = _square(self)
        if self.thumb.image is None:
            self._paint_placeholder(painter, square)
        else:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(square), radius, radius)
            painter.setClipPath(shape)
            painter.drawPixmap(square, self._fitted(self.thumb.image))
            painter.setClipping(False)
        if self.hasFocus() or self.thumb.problem:
            line = self._theme.colour("accent" if self.hasFocus() else "bad")
            draw_frame(painter, square, radius=radius, fill=None, line=line, width=2)
        self._paint_caption(painter)

    def _paint_placeholder(self, painter: QPainter, square: QRect) -> None:
        name = "image-off" if self.thumb.problem else "image"
        fill = self._theme.colour("raised")
        draw_frame(painter, square, radius=self._theme.tokens.sizes.radius_control, fill=fill, line=None)
        icon = self._theme.icons.pixmap(name, size=20, role="faint", dpr=self.devicePixelRatioF())
        painter.drawPixmap((square.width() - 20) // 2, (square.height() - 20) // 2, icon)

    def _paint_caption(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(size=self._theme.tokens.sizes.small))
        painter.setPen(self._theme.colour("bad" if self.thumb.problem else "muted"))
        place = self.caption_place
        words = painter.fontMetrics().elidedText(
            self.thumb.caption, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)

    def _fitted(self, image: QImage | QPixmap) -> QPixmap:
        """The middle square at this screen's scale, made once."""
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            ratio = self.devicePixelRatioF()
            side = round(self._theme.tokens.sizes.thumbnail * ratio)
            whole = QPixmap.fromImage(image) if isinstance(image, QImage) else image
            scaled = whole.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            square = QRect((scaled.width() - side) // 2, (scaled.height() - side) // 2, side, side)
            self._picture = scaled.copy(square)
            self._picture.setDevicePixelRatio(ratio)
        return self._picture


def _square(tile: QWidget) -> QRect:
    """The part of a tile with its picture."""
    return QRect(0, 0, tile.width(), min(tile.width(), tile.height()))


class TileCross(QPushButton):
    """The × in the corner of a thumbnail."""

    def __init__(self, theme: "Theme", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(theme.tokens.sizes.thumbnail - CROSS - 3, 3, CROSS, CROSS)

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        colours = self._theme
        draw_frame(painter, self.rect(), radius=CROSS / 2, fill=colours.colour("badge"), line=None)
        icon = colours.icons.pixmap("x", size=12, role="on_badge", dpr=self.devicePixelRatioF())
        painter.drawPixmap((CROSS - 12) // 2, (CROSS - 12) // 2, icon)


class AddTile(QPushButton):
    """A dashed tile with a plus; `lifted` while something that fits is held over it. Beside tiles with a
    caption it is as high as they are.
    """

    def __init__(self, theme: "Theme", name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lifted = False
        self._beside = False
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_lifted(self, lifted: bool) -> None:
        self._lifted = lifted
        self.update()

    def stand_beside(self, *, tiles: bool) -> None:
        """Whether there are tiles beside it."""
        if tiles != self._beside:
            self._beside = tiles
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.sizes.thumbnail
        return QSize(side, side + CAPTION if self._beside else side)

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self._lifted or self.hasFocus()
        role = "accent" if marked else "faint" if self.underMouse() else "line"
        pen = QPen(self._theme.colour(role), 1)
        pen.setDashPattern([3, 3])
        radius = self._theme.tokens.sizes.radius_control
        painter.setPen(pen)
        square = _square(self)
        painter.drawRoundedRect(QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        role = "muted" if self.isEnabled() else "line"
        icon = self._theme.icons.pixmap("plus", size=16, role=role, dpr=self.devicePixelRatioF())
        painter.drawPixmap((square.width() - 16) // 2, (square.height() - 16) // 2, icon)
