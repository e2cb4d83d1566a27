"""What versions carry when they are dragged inside the window: their ids, beside the files for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData

VERSIONS = "application/x-proofroom-versions"
"""Ids joined by a new line."""


def put_versions(mime: QMimeData, ids: Iterable[str]) -> None:
    """Have what is dragged tell these versions."""
    mime.setData(VERSIONS, "\n".join(ids).encode())


def versions_in(mime: QMimeData) -> tuple[str, ...]:
    """The versions that are dragged, none where it is something else."""
    return tuple(bytes(mime.data(VERSIONS).data()).decode(errors="replace").split())
