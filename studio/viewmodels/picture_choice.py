"""A few versions to choose a picture from, as Qt's item views know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.viewmodels.strip import StripRole
from studio.viewmodels.tile import version_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.version import Version

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PictureChoiceModel(QAbstractListModel):
    """Holds the same versions for ever."""

    def __init__(self, versions: Sequence[Version], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._versions = tuple(versions)

    def row_of(self, version_id: str) -> int | None:
        """The row of this version."""
        rows = (row for row, version in enumerate(self._versions) if version.id == version_id)
        return next(rows, None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its words as in the gallery; under StripRole.VERSION the version."""
        if not index.isValid():
            return None
        version = self._versions[index.row()]
        match role:
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return version_name(version)
            case StripRole.VERSION:
                return version
            case _:
                return None
