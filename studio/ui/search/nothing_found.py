"""What the gallery shows when a search finds nothing: what was asked for, and which term is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Card, Elided, FieldLabel, ScrollColumn, Words
from studio.viewmodels.search_words import examples, field_words, problem_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.search_state import TermReport
    from studio.viewmodels.teaching import TeachingViewModel

WIDEST = 560
translate = QCoreApplication.translate


class NothingFound(ScrollColumn):
    """`explain` when it is shown."""

    def __init__(
        self,
        theme: Theme,
        *,
        search: SearchViewModel,
        teaching: TeachingViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._search = search
        self._teaching = teaching
        self.setAccessibleName(self.tr("Nothing found"))
        self._icon = QLabel()
        self._title = Words(self.tr("Nothing found"), role="heading")
        self._where = Words(role="muted")
        self._terms = Card(padding=12)
        self._buttons = QHBoxLayout()
        self._everywhere = Button(theme, "")
        self._clear = Button(theme, self.tr("Clear search"))
        self._build()
        theme.changed.connect(self._tint)
        teaching.changed.connect(self._show)
        self._everywhere.clicked.connect(search.look_everywhere)
        self._clear.clicked.connect(search.clear)
        self._tint()

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 24, 0, 0)
        inside.setSpacing(10)
        for widget in (self._icon, self._title, self._where):
            inside.addWidget(widget, 0, middle)
        inside.addSpacing(6)
        inside.addWidget(self._terms)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._everywhere)
        self._buttons.addWidget(self._clear)
        self._buttons.addStretch(1)
        inside.addLayout(self._buttons)
        inside.addSpacing(16)
        inside.addWidget(FieldLabel(self.tr("Searches to learn from")))
        inside.addLayout(self._examples())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _examples(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, (text, words) in enumerate(examples()):
            name = self.tr("Search for {text}").format(text=text)
            link = Button(self._theme, text, kind=ButtonKind.LINK, name=name)
            link.clicked.connect(lambda _checked=False, text=text: self._search_for(text))
            grid.addWidget(link, at, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Words(words, role="caption"), at, 1)
        return grid

    def explain(self) -> None:
        """Say why this search found nothing."""
        self._teaching.explain()
        self._show()

    def _search_for(self, text: str) -> None:
        self._search.clear()
        self._search.write(text)

    def _tint(self) -> None:
        scale = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.icons.pixmap("search", size=32, role="faint", dpr=scale))

    def _show(self) -> None:
        lesson = self._teaching.lesson
        if lesson is None:
            return
        query = lesson.query
        if query.trash:
            self._where.set_words(self.tr("Looked in the trash."))
        elif query.project:
            self._where.set_words(self.tr("Looked in {project}.").format(project=query.project))
        else:
            self._where.set_words(self.tr("Looked in all pictures."))
        self._everywhere.setVisible(bool(lesson.elsewhere))
        if lesson.elsewhere:
            words = self.tr("Search all projects ({count})")
            self._everywhere.setText(words.format(count=f"{lesson.elsewhere:,}"))
        while (item := self._terms.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for report in lesson.terms:
            self._terms.body.addWidget(self._line(report, alone=len(lesson.terms) == 1))
        self._terms.setVisible(bool(lesson.terms))

    def _line(self, report: TermReport, *, alone: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(report.chip.text, role="strong"))
        said = Words(_said(report), role=_role(report))
        said.setWordWrap(True)
        words.addWidget(said)
        row.addLayout(words, 1)
        if report.without and not alone:
            text = self.tr("Take off: {count} found").format(count=f"{report.without:,}")
            name = self.tr("Take off {term}: {count} found").format(
                term=report.chip.text, count=f"{report.without:,}"
            )
            button = Button(self._theme, text, name=name, small=True)
            button.clicked.connect(lambda: self._search.take_off(report.chip))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line


def _said(report: TermReport) -> str:
    if report.chip.problem:
        words = translate("NothingFound", "Not understood: {why}.")
        return words.format(why=problem_words(report.chip.problem))
    what = field_words(report.chip.field).partition(",")[0].rstrip("…")
    if report.alone is None:
        return what
    if not report.alone:
        return translate("NothingFound", "{what}. Finds nothing, even by itself.").format(what=what)
    words = translate("NothingFound", "{what}. By itself it finds {count}.")
    return words.format(what=what, count=f"{report.alone:,}")


def _role(report: TermReport) -> str:
    return "warning" if report.chip.problem or report.alone == 0 else "caption"
