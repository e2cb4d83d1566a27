"""One to five stars: pressed, or typed as a digit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from studio.ui.kit.look import draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from studio.ui.theme import Theme

MOST = 5
SIDE, STAR = 24, 17


class Star(QPushButton):
    def __init__(self, theme: "Theme", parent: "StarPicker") -> None:
        super().__init__(parent)
        self._theme = theme
        self.filled = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        # Alone it would go anywhere with these.
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        if self.hasFocus():
            radius = self._theme.tokens.sizes.radius_control
            draw_frame(painter, self.rect(), radius=radius, fill=None, line=self._theme.colour("accent"))
        name, role = ("star-filled", "text") if self.filled else ("star", "faint")
        if self.underMouse() and not self.filled:
            role = "muted"
        icon = self._theme.icons.pixmap(name, size=STAR, role=role, dpr=self.devicePixelRatioF())
        place = (SIDE - STAR) // 2
        painter.drawPixmap(place, place, icon)


class StarPicker(QGroupBox):
    """`picked` carries the number that was pressed or typed; pressing what is there already means none."""

    picked = Signal(int)

    def __init__(self, theme: "Theme", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: int | None = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._stars = [Star(theme, self) for _ in range(MOST)]
        for number, star in enumerate(self._stars, 1):
            star.setAccessibleName(
                self.tr("1 star") if number == 1 else self.tr("{n} stars").format(n=number)
            )
            star.clicked.connect(lambda _checked=False, number=number: self._pick(number))
            row.addWidget(star)
        theme.changed.connect(self.update)
        self.show_rating(0)

    def show_rating(self, rating: int | None) -> None:
        """None where several have different ones."""
        self._rating = rating
        for number, star in enumerate(self._stars, 1):
            star.filled = number <= (rating or 0)
            star.setAccessibleDescription(self.tr("given") if number == rating else "")
            star.update()
        if rating is None:
            said = self.tr("Different ratings")
        else:
            said = (
                self.tr("{rating} of {most}").format(rating=rating, most=MOST)
                if rating
                else self.tr("Not rated")
            )
        self.setAccessibleDescription(said)
        self.setToolTip(said)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Digits rate, the arrow keys move."""
        at = next((place for place, star in enumerate(self._stars) if star.hasFocus()), 0)
        text = event.text()
        if text in {"0", "1", "2", "3", "4", "5"} and text:
            self.picked.emit(int(text))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._stars[at].click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._stars[min(max(at + step, 0), MOST - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _pick(self, number: int) -> None:
        self.picked.emit(0 if number == self._rating else number)
