"""What the person says of a picture, or of many: stars, flag, label, tags, project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studio.domain.flags import Flag, Label
from studio.ui.details.tag_row import TagRow
from studio.ui.kit import Button, ButtonKind, IconButton
from studio.ui.kit.star_picker import StarPicker
from studio.viewmodels.judging_actions import label_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.domain.summary import Summary
    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.tags import TagsViewModel

DOT, SIDE = 14, 22
LABELS = tuple(label for label in Label if label)


class LabelDot(QPushButton):
    """A colour; a ring stands around the one that is chosen."""

    def __init__(self, theme: Theme, label: Label, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(label_words(label))
        self.setToolTip(label_words(label))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour alone is never all: its name is what is spoken and shown on hover."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self._theme.colour(f"label_{self._label.value}"))
        painter.setBrush(colour)
        inset = (SIDE - DOT) / 2
        painter.drawEllipse(self.rect().toRectF().adjusted(inset, inset, -inset, -inset))
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "text"), 1.5))
            painter.drawEllipse(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5))


USUAL_TAGS = 16
"""So many different ones are soon found among a thousand versions."""


class JudgementPart(QWidget):
    """Of one version or of many."""

    def __init__(
        self,
        theme: Theme,
        *,
        judging: JudgingViewModel,
        tags: TagsViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._judging = judging
        self._ids: tuple[str, ...] = ()
        self._stars = StarPicker(theme, name=self.tr("Rating"))
        self._pick = IconButton(theme, "flag", name=self.tr("Pick"))
        self._reject = IconButton(theme, "ban", name=self.tr("Reject"))
        self._labels = {label: LabelDot(theme, label, self) for label in LABELS}
        self._project = Button(theme, "", kind=ButtonKind.LINK)
        self._tags = TagRow(theme, tags)
        self._lay_out()
        self._stars.picked.connect(self._rate)
        self._pick.clicked.connect(lambda: self._flag(self._pick, Flag.PICK))
        self._reject.clicked.connect(lambda: self._flag(self._reject, Flag.REJECT))
        self._project.clicked.connect(lambda: judging.project_requested.emit(self._ids))

    def build_ahead(self) -> None:
        """What the tags of many versions will need."""
        self._tags.make_chips(USUAL_TAGS)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._stars)
        first.addStretch(1)
        for button in (self._pick, self._reject):
            button.setCheckable(True)
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(2)
        box = QWidget()
        box.setAccessibleName(self.tr("Colour label"))
        dots = QHBoxLayout(box)
        dots.setContentsMargins(0, 0, 0, 0)
        dots.setSpacing(2)
        for label, dot in self._labels.items():
            dots.addWidget(dot)
            dot.clicked.connect(lambda _checked=False, label=label: self._label(label))
        second.addWidget(box)
        second.addStretch(1)
        second.addWidget(self._project)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._tags)

    def _rate(self, rating: int) -> None:
        self._judging.rate(self._ids, rating)

    def _flag(self, button: IconButton, flag: Flag) -> None:
        """The press has turned the button over already: it says what is so, not what was asked for."""
        wanted = flag if button.isChecked() else Flag.NONE
        button.setChecked(not button.isChecked())
        self._judging.flag(self._ids, wanted)

    def _label(self, label: Label) -> None:
        dot = self._labels[label]
        dot.setChecked(not dot.isChecked())
        self._judging.label(self._ids, label)

    def show_version(self, version: Version) -> None:
        """What was said of this one."""
        said = version.judgement
        self._ids = (version.id,)
        self._show(rating=said.rating, flag=said.flag, label=said.label, project=version.project)
        self._tags.show_tags(self._ids, tuple((tag, 1) for tag in said.tags))

    def show_many(self, ids: tuple[str, ...], summary: Summary | None) -> None:
        """What was said of all of these; nothing until it is known."""
        self._ids = ids
        if summary is None:
            self._show(rating=None, flag=None, label=None, project=None)
            self._tags.show_tags(ids, ())
            return
        self._show(rating=summary.rating, flag=summary.flag, label=summary.label, project=summary.project)
        self._tags.show_tags(ids, summary.tags)

    def _show(
        self, *, rating: int | None, flag: Flag | None, label: Label | None, project: str | None
    ) -> None:
        self._stars.show_rating(rating)
        self._pick.setChecked(flag is Flag.PICK)
        self._reject.setChecked(flag is Flag.REJECT)
        for one, dot in self._labels.items():
            dot.setChecked(one is label)
        words = self.tr("Several projects") if project is None else project
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 110)
        self._project.setText(shown.replace("&", "&&"))
        self._project.setAccessibleName(self.tr("Project {name}: move").format(name=words))
        self._project.setToolTip(self.tr("{name}: move to another project").format(name=words))
