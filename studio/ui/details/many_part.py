"""Details of many pictures at once: how many, what they cost, and what is said of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from studio.ui.details.judgement_part import JudgementPart
from studio.ui.kit import Button, FieldLabel, KeyValue, KeyValueRows, ScrollColumn, Words
from studio.viewmodels.wording import bytes_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.details import DetailsState
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.tags import TagsViewModel


class ManyPart(ScrollColumn):
    """Figures come a moment after the selection rests; until then they are unknown.

    `export_requested` carries the ids of all of them.
    """

    export_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        judging: JudgingViewModel,
        tags: TagsViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._title = Words(role="heading")
        self._rows = KeyValueRows(theme)
        self._many: tuple[str, ...] = ()
        self.export = Button(theme, self.tr("Export…"))
        self.export.clicked.connect(lambda: self.export_requested.emit(self._many))
        self.judgement = JudgementPart(theme, judging=judging, tags=tags)
        self.body.setSpacing(0)
        self.body.addWidget(self._title)
        self.body.addSpacing(12)
        self.body.addWidget(self.export)
        self.body.addSpacing(12)
        self.body.addWidget(self.judgement)
        self.body.addSpacing(20)
        self.body.addWidget(FieldLabel(self.tr("Together")))
        self.body.addSpacing(10)
        self.body.addWidget(self._rows)
        self.body.addStretch(1)

    def show_state(self, state: DetailsState) -> None:
        """Show the many of this state."""
        summary = state.summary
        self._many = state.many
        self._title.set_words(self.tr("{count} pictures selected").format(count=f"{len(state.many):,}"))
        self._rows.set_rows(
            (
                KeyValue("cost", self.tr("Cost"), str(summary.cost) if summary else "—"),
                KeyValue("files", self.tr("Files"), bytes_words(summary.size) if summary else "—"),
            )
        )
        self.judgement.show_many(state.many, summary)
