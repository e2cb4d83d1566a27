"""The words on an edge: what was changed from prompt to prompt, set in the room that there is."""

from __future__ import annotations

from collections import OrderedDict
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from studio.domain.prompt_difference import Piece, PieceKind
from studio.viewmodels.tree_words import change_pieces, shortened

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from studio.domain.version import Version
    from studio.ui.theme import Theme

LINE = 15
NARROWEST = 56
"""Room as narrow as this has no words."""

MOST_SET = 400
"""So many are kept as they were set: more than are seen at once."""


class EdgeWords:
    """Sets words once for each room and draws them as often as they are wanted."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._set: OrderedDict[tuple[object, ...], tuple[QTextLayout, int]] = OrderedDict()
        theme.changed.connect(self._set.clear)

    def draw(
        self, painter: QPainter, parent: Version | None, child: Version, room: QRectF, *, centred: bool
    ) -> QRectF:
        """Draw them on the floor of this room, and give the place that they take; nowhere for none."""
        width, lines = int(room.width()), int(room.height() // LINE)
        if width < NARROWEST or lines < 1:
            return QRectF()
        layout, count = self._laid_out(parent, child, width, lines, centred=centred)
        top = room.bottom() - count * LINE
        taken = [layout.lineAt(at).naturalTextRect() for at in range(layout.lineCount())]
        left = min(rect.left() for rect in taken) if taken else 0.0
        right = max(rect.right() for rect in taken) if taken else 0.0
        place = QRectF(room.left() + left, top, right - left, count * LINE)
        if centred:
            # The edge goes on behind them.
            painter.fillRect(place.adjusted(-4, 0, 4, 2), self._theme.colour("background"))
        layout.draw(painter, QPointF(room.left(), top))
        return place

    def _laid_out(
        self, parent: Version | None, child: Version, width: int, lines: int, *, centred: bool
    ) -> tuple[QTextLayout, int]:
        known = (parent and parent.id, child.id, width, lines, centred)
        found = self._set.get(known)
        if found is None:
            found = self._lay_out(shortened(change_pieces(parent, child)), width, lines, centred=centred)
            self._set[known] = found
            if len(self._set) > MOST_SET:
                self._set.popitem(last=False)
        else:
            self._set.move_to_end(known)
        return found

    def _lay_out(
        self, pieces: tuple[Piece, ...], width: int, lines: int, *, centred: bool
    ) -> tuple[QTextLayout, int]:
        font = self._theme.font(size=self._theme.tokens.sizes.small)
        text = "".join(piece.text for piece in pieces)
        starts = _line_starts(text, font, width)
        if len(starts) > lines:
            last = starts[lines - 1]
            rest = QFontMetrics(font).elidedText(text[last:], Qt.TextElideMode.ElideRight, width)
            # Where something was left out already there is a … to end with.
            text = text[:last] + rest.rstrip(" …") + "…"
        layout = QTextLayout(text, font)
        layout.setTextOption(_option(centred=centred))
        layout.setFormats(self._formats(pieces, len(text)))
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * LINE))
            count += 1
        layout.endLayout()
        return layout, count

    def _formats(self, pieces: tuple[Piece, ...], length: int) -> list[QTextLayout.FormatRange]:
        alone = len(pieces) == 1
        ranges: list[QTextLayout.FormatRange] = []
        start = 0
        for piece in pieces:
            found = QTextLayout.FormatRange()
            found.start = start
            found.length = max(0, min(len(piece.text), length - start))
            found.format = self._format(piece.kind, alone=alone)
            ranges.append(found)
            start += len(piece.text)
        return ranges

    def _format(self, kind: PieceKind, *, alone: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        match kind:
            case PieceKind.KEPT:
                form.setForeground(self._theme.colour("text" if alone else "muted"))
            case PieceKind.ADDED:
                form.setForeground(self._theme.colour("ok"))
                form.setFontWeight(QFont.Weight.Medium)
                form.setFontUnderline(True)
            case PieceKind.REMOVED:
                form.setForeground(self._theme.colour("faint"))
                form.setFontStrikeOut(True)
        return form

    def whole(self, parent: Version | None, child: Version) -> str:
        """All of it, as a tool tip shows it."""
        styles = {
            PieceKind.KEPT: "",
            PieceKind.ADDED: f"color:{self._theme.colour('ok').name()}; text-decoration:underline",
            PieceKind.REMOVED: f"color:{self._theme.colour('faint').name()}; text-decoration:line-through",
        }
        words = "".join(
            f'<span style="{styles[piece.kind]}">{escape(piece.text)}</span>'
            for piece in change_pieces(parent, child)
        )
        return f"<p>{words}</p>"


def _option(*, centred: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    return option


def _line_starts(text: str, font: QFont, width: int) -> list[int]:
    layout = QTextLayout(text, font)
    layout.setTextOption(_option(centred=False))
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts
