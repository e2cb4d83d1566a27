"""The trees of the pictures that the viewer shows, read one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.errors import UnknownVersion
from studio.domain.version import Tree

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.versions import Versions


class ViewerTrees(QObject):
    """`came` carries the id of a version and the branches of the tree that it stands in.

    Whoever leafs through pictures waits for the tree of the last of them only.
    """

    came = Signal(str, object)

    def __init__(self, *, bridge: Bridge, tasks: Tasks, versions: Versions) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._versions = versions
        self._wanted = ""
        self._reading = False

    def read(self, version: Version) -> None:
        """Bring the tree of this version."""
        self._wanted = version.id
        if not self._reading and self._bridge.is_open:
            self._reading = True
            self._tasks.start(self._read)

    async def _read(self) -> None:
        try:
            while self._wanted:
                name, self._wanted = self._wanted, ""
                await self._bring(name)
        finally:
            self._reading = False

    async def _bring(self, name: str) -> None:
        try:
            versions = await self._bridge.ask(lambda studio: studio.library.tree(name))
        except UnknownVersion:
            return
        self._versions.hold(versions)
        self.came.emit(name, tuple(Tree(versions).branches()))
