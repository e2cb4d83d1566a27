"""A chart in its card: drawn or as a table, to copy and to save."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from studio.ui.groups.chart_canvas import HEIGHT, ChartCanvas, chart_note, chart_picture
from studio.ui.kit import Card, Elided, IconButton, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.ui.theme import Theme
    from studio.viewmodels.chart_saving import ChartSaving
    from studio.viewmodels.charts import Chart

ROW = 26
_NO_NAME = re.compile(r"[^\w.]+")

translate = QCoreApplication.translate


class ChartCard(Card):
    """Shows one chart; `table` reads it as one."""

    def __init__(
        self, theme: Theme, chart: Chart, saving: ChartSaving, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=14, parent=parent)
        self._theme = theme
        self._chart = chart
        self._saving = saving
        self._title = Elided(chart.title, role="label")
        self._note = Words(role="label")
        self.as_table = IconButton(theme, "list", name="", small=True)
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._show)
        self.more = IconButton(theme, "ellipsis", name="", small=True)
        self.more.clicked.connect(self._open_menu)
        self.canvas = ChartCanvas(theme, chart)
        self.table = _plain_table()
        self._stack = QStackedWidget()
        self._stack.setFixedHeight(HEIGHT)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title, 1)
        head.addWidget(self._note)
        head.addSpacing(6)
        for button in (self.as_table, self.more):
            head.addWidget(button)
        self.body.addLayout(head)
        self.body.addWidget(self._stack)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self.setAccessibleName(chart.title)
        self._title.set_words(chart.title)
        self._note.set_words(chart_note(chart))
        self.canvas.show_chart(chart)
        self.table.setAccessibleName(chart.title)
        more = self.tr("Copy and save: {chart}").format(chart=chart.title)
        self.more.setAccessibleName(more)
        self.more.setToolTip(self.tr("Copy and save"))
        self._show()

    def _show(self) -> None:
        is_table = self.as_table.isChecked()
        words = self.tr("Show as a chart") if is_table else self.tr("Show as a table")
        self.as_table.setToolTip(words)
        self.as_table.setAccessibleName(f"{words}: {self._chart.title}")
        if is_table:
            _fill(self.table, self._chart)
        self._stack.setCurrentWidget(self.table if is_table else self.canvas)

    def menu(self) -> QMenu:
        """What can be done with the chart."""
        menu, chart, theme, saving = QMenu(self), self._chart, self._theme, self._saving
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def add(words: str, icon: str, act: Callable[[], object]) -> None:
            menu.addAction(theme.icons.icon(icon), words).triggered.connect(partial(_do, act))

        add(self.tr("Copy table"), "copy", lambda: saving.copy(chart.table))
        add(self.tr("Copy picture"), "image", lambda: saving.copy_picture(chart_picture(theme, chart)))
        menu.addSeparator()
        add(self.tr("Save as CSV…"), "download", lambda: self.ask_where("csv"))
        add(self.tr("Save as PNG…"), "file-image", lambda: self.ask_where("png"))
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def ask_where(self, ending: str) -> QFileDialog:
        """Ask for a file, never waiting for it; then save the chart of now there, as "csv" or "png"."""
        chart = self._chart
        dialog = QFileDialog(self, self.tr("Save as"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        words = self.tr("Table") if ending == "csv" else self.tr("Picture")
        dialog.setNameFilters([f"{words} (*.{ending})"])
        dialog.setDefaultSuffix(ending)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        dialog.selectFile(f"{_NO_NAME.sub('-', chart.title).strip('-')}.{ending}")
        # The colours of now: the theme may change while the chooser is open.
        image = chart_picture(self._theme, chart)

        def save(name: str) -> None:
            if ending == "csv":
                self._saving.save_table(chart.table, Path(name))
            else:
                self._saving.save_picture(image, Path(name))

        dialog.fileSelected.connect(save)
        dialog.open()
        return dialog


def _do(act: Callable[[], object], *_checked: bool) -> None:
    act()


class ChartTable(QTableWidget):
    """What a chart shows, in figures."""


def _plain_table() -> ChartTable:
    table = ChartTable()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionsClickable(False)
    head.setHighlightSections(False)
    return table


def _fill(table: QTableWidget, chart: Chart) -> None:
    table.setColumnCount(len(chart.table.headings))
    for column, heading in enumerate(chart.table.headings):
        table.setHorizontalHeaderItem(column, _item(heading, column))
    table.setRowCount(len(chart.table.rows))
    for number, row in enumerate(chart.table.rows):
        for column, cell in enumerate(row):
            table.setItem(number, column, _item(cell, column))


def _item(words: str, column: int) -> QTableWidgetItem:
    """Names at the left, figures at the right."""
    item = QTableWidgetItem(words)
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
