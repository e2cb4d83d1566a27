"""What the gallery shows when a search finds nothing: what was asked for, and which term is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Card, Elided, FieldLabel, ScrollColumn, Words
from studio.viewmodels.search_words import examples, field_words, problem_words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.search_state import TermReport
    from studio.viewmodels.teaching import Lesson, TeachingViewModel

WIDEST = 560
REST_MS = 150
translate = QCoreApplication.translate


class NothingFound(ScrollColumn):
    """Explains the search that is shown, whenever it is seen."""

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
        # While it is typed in, what is found may be more than nothing again in a moment.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._explain)
        search.query_changed.connect(self._rest.start)
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
        self._learn = QWidget()
        learn = QVBoxLayout(self._learn)
        learn.setContentsMargins(0, 0, 0, 0)
        learn.addWidget(FieldLabel(self.tr("Searches to learn from")))
        learn.addLayout(self._examples())
        inside.addWidget(self._learn)
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

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is seen."""
        super().showEvent(event)
        self._explain()

    def _explain(self) -> None:
        if self.isVisible():
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
        title, where = _heading(lesson)
        self._title.set_words(title)
        self._where.set_words(where)
        self.setAccessibleName(title)
        self._learn.setVisible(bool(lesson.terms))
        self._clear.setVisible(bool(lesson.terms))
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


def _heading(lesson: Lesson) -> tuple[str, str]:
    """What is empty here, and where it was looked."""
    query = lesson.query
    if lesson.terms:
        title = translate("NothingFound", "Nothing found")
        if query.trash:
            return title, translate("NothingFound", "Looked in the trash.")
        if query.project:
            return title, translate("NothingFound", "Looked in {project}.").format(project=query.project)
        return title, translate("NothingFound", "Looked in all pictures.")
    if query.trash:
        words = translate("NothingFound", "What you delete is kept here for 30 days.")
        return translate("NothingFound", "The trash is empty"), words
    title = translate("NothingFound", "No pictures in {project} yet").format(project=query.project)
    words = translate("NothingFound", "New pictures go here. Others can be dropped on its name at the top.")
    return title, words


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
