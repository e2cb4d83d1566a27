"""Which version is drawn on: that which the viewer shows while its mode for drawing is on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from studio.domain.marks import Mark, Region
    from studio.domain.version import Version
    from studio.library.drawings import Drawing
    from studio.viewmodels.drawings import Drawings
    from studio.viewmodels.full_picture import FullPicture
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import ViewerMode


class DrawnOn(QObject):
    """`changed` when another version is drawn on, when that is known, when its picture came."""

    changed = Signal()

    def __init__(self, mode: ViewerMode, *, viewer: ViewerViewModel, drawings: Drawings) -> None:
        super().__init__()
        self._mode = mode
        self._viewer = viewer
        self._drawings = drawings
        self._version: Version | None = None
        viewer.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)
        drawings.arrived.connect(self._take)

    @property
    def is_on(self) -> bool:
        """Whether the mode is on."""
        return self._viewer.state.is_open and self._viewer.look.state.mode is self._mode

    @property
    def version(self) -> Version | None:
        """The version that is drawn on, or was when the mode was left."""
        return self._version

    @property
    def picture(self) -> FullPicture | None:
        """Its whole picture, when it is there."""
        shown = self._viewer.state.version
        is_shown = self._version is not None and shown is not None and shown.id == self._version.id
        return self._viewer.picture if is_shown else None

    @property
    def is_unreadable(self) -> bool:
        """Whether its picture can't be read."""
        return self.picture is None and self._viewer.state.trouble is not None

    @property
    def drawing(self) -> Drawing | None:
        """What was kept of it; None until it was read."""
        return self._drawings.get(self._version.id) if self._version else None

    def keep_marks(self, marks: tuple[Mark, ...]) -> None:
        """These are the marks on it from now on."""
        if self._version and self.drawing:
            self._drawings.change(self._version.id, replace(self.drawing, marks=marks))

    def keep_region(self, region: Region) -> None:
        """This is the region of it from now on."""
        if self._version and self.drawing:
            self._drawings.change(self._version.id, replace(self.drawing, region=region))

    def _follow(self) -> None:
        version = self._viewer.state.version
        if self.is_on and version is not None:
            self._version = version
            self._drawings.want(version.id)
            self.changed.emit()

    def _take(self, version_id: str) -> None:
        if self._version is not None and self._version.id == version_id:
            self.changed.emit()
