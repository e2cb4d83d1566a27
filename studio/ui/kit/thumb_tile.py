"""The tiles of a reference strip: a thumbnail that can be taken away, and the one that adds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from studio.ui.kit.look import draw_frame

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from studio.ui.theme import Theme

CROSS = 18


@dataclass(frozen=True, slots=True)
class ReferenceThumb:
    """`image` may come later (None draws a placeholder); `problem` says in words what is wrong with it."""

    id: str
    name: str
    image: QImage | QPixmap | None = None
    problem: str = ""


class ThumbTile(QPushButton):
    """Delete, Backspace or the × takes it away."""

    removed = Signal(str)

    def __init__(self, theme: "Theme", thumb: ReferenceThumb, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: QPixmap | None = None
        self.thumb = thumb
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cross = _Cross(theme, self)
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
        self.setAccessibleDescription(thumb.problem)
        self.setToolTip(f"{thumb.name}\n{thumb.problem}" if thumb.problem else thumb.name)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.sizes.thumbnail
        return QSize(side, side)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.thumb.id)
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: "QEvent") -> None:
        self._cross.show()
        super().enterEvent(event)  # pyright: ignore[reportArgumentType]  # QEnterEvent, as Qt sends it

    def leaveEvent(self, event: "QEvent") -> None:
        self._cross.setVisible(self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: "QFocusEvent") -> None:
        self._cross.show()
        super().focusInEvent(event)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        self._cross.setVisible(self.underMouse())
        super().focusOutEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.tokens.sizes.radius_control
        if self.thumb.image is None:
            self._paint_placeholder(painter)
        else:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), radius, radius)
            painter.setClipPath(shape)
            painter.drawPixmap(self.rect(), self._fitted(self.thumb.image))
            painter.setClipping(False)
        if self.hasFocus() or self.thumb.problem:
            line = self._theme.colour("accent" if self.hasFocus() else "bad")
            draw_frame(painter, self.rect(), radius=radius, fill=None, line=line, width=2)

    def _paint_placeholder(self, painter: QPainter) -> None:
        name = "image-off" if self.thumb.problem else "image"
        fill = self._theme.colour("raised")
        draw_frame(painter, self.rect(), radius=self._theme.tokens.sizes.radius_control, fill=fill, line=None)
        icon = self._theme.icons.pixmap(name, size=20, role="faint", dpr=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 20) // 2, (self.height() - 20) // 2, icon)

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


class _Cross(QPushButton):
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
    """A dashed tile with a plus; `lifted` while something that fits is held over it."""

    def __init__(self, theme: "Theme", name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lifted = False
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_lifted(self, lifted: bool) -> None:
        self._lifted = lifted
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.sizes.thumbnail
        return QSize(side, side)

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self._lifted or self.hasFocus()
        role = "accent" if marked else "faint" if self.underMouse() else "line"
        pen = QPen(self._theme.colour(role), 1)
        pen.setDashPattern([3, 3])
        radius = self._theme.tokens.sizes.radius_control
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        role = "muted" if self.isEnabled() else "line"
        icon = self._theme.icons.pixmap("plus", size=16, role=role, dpr=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 16) // 2, (self.height() - 16) // 2, icon)
