"""Versions as they are needed: read when they are seen, kept as long as there is room, never out of date."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.judgement import Standing
    from studio.domain.version import Version
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks

MOST_HELD = 2000
MOST_WANTED = 300
AT_ONCE = 64
"""So many are read together: what is seen doesn't wait for what will be."""


class Versions(QObject):
    """`arrived` carries the ids of versions that can be asked for now, or say something else now, as a
    frozenset; `saved` a Version that is new in the library; `changed` pairs of an id and its Standing; `gone`
    ids that were removed for good.
    """

    arrived = Signal(object)
    saved = Signal(object)
    changed = Signal(object)
    gone = Signal(object)

    def __init__(self, *, bridge: Bridge, tasks: Tasks) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._held: OrderedDict[str, Version] = OrderedDict()
        self._stand_now: dict[str, Standing] = {}
        """How versions that are held stand by now: said of them when one is asked for, not of thousands."""
        self._wanted: dict[str, None] = {}
        self._reading = False
        self._on_their_way = 0
        self._restood: dict[str, Standing | None] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look_up)
        bridge.happened.connect(self._hear)
        bridge.opened.connect(self._look_up)

    def get(self, version_id: str) -> Version | None:
        """The version, if it is held."""
        version = self._held.get(version_id)
        if version is None:
            return None
        standing = self._stand_now.pop(version_id, None)
        if standing is not None:
            version = self._held[version_id] = version.restood(standing)
        self._held.move_to_end(version_id)
        return version

    def want(self, ids: Iterable[str]) -> None:
        """Read these next; what was wanted before them comes later."""
        new = {name: None for name in ids if name not in self._held}
        if not new:
            return
        self._wanted = {**new, **self._wanted}
        while len(self._wanted) > MOST_WANTED:
            self._wanted.popitem()
        if not self._soon.isActive() and not self._reading:
            self._soon.start()

    async def read(self, ids: tuple[str, ...]) -> tuple[Version, ...]:
        """These versions, in this order, from the library; those that it doesn't know are left out."""
        self._on_their_way += 1
        try:
            versions = await self._bridge.ask(lambda studio: studio.library.versions_of(ids))
            true_now = tuple(now for version in versions if (now := self._brought_up(version)))
            self.hold(true_now)
        finally:
            self._on_their_way -= 1
            if not self._on_their_way:
                self._restood.clear()
        return true_now

    def _brought_up(self, version: Version) -> Version | None:
        """With what was heard of it while it was being read; None when it is gone."""
        if version.id not in self._restood:
            return version
        standing = self._restood[version.id]
        return None if standing is None else version.restood(standing)

    def _remember(self, name: str, standing: Standing | None) -> None:
        if self._on_their_way:
            self._restood[name] = standing

    def bring(self, versions: tuple[Version, ...]) -> None:
        """Keep what was read before it was asked for, and tell."""
        self.hold(versions)
        for version in versions:
            self._wanted.pop(version.id, None)
        self.arrived.emit(frozenset(version.id for version in versions))

    def hold(self, versions: Iterable[Version]) -> None:
        """Keep what was read."""
        for version in versions:
            self._held[version.id] = version
            self._held.move_to_end(version.id)
            self._stand_now.pop(version.id, None)
        while len(self._held) > MOST_HELD:
            name, _ = self._held.popitem(last=False)
            self._stand_now.pop(name, None)

    def _look_up(self) -> None:
        if self._wanted and not self._reading and self._bridge.is_open:
            self._reading = True
            self._tasks.start(self._read_wanted)

    async def _read_wanted(self) -> None:
        try:
            while self._wanted:
                ids = tuple(islice(self._wanted, AT_ONCE))
                for name in ids:
                    del self._wanted[name]
                found = await self.read(ids)
                self.arrived.emit(frozenset(version.id for version in found))
        finally:
            self._reading = False

    def _hear(self, event: object) -> None:
        from studio.engine.events import FilesFound, VersionSaved, VersionsChanged, VersionsGone

        match event:
            case VersionSaved(version):
                self.hold((version,))
                self._count_child(version.recipe.parent)
                self.saved.emit(version)
            case VersionsChanged(standings):
                self._restand(standings)
            case FilesFound(versions):
                self.hold(versions)
                self.arrived.emit(frozenset(version.id for version in versions))
            case VersionsGone(ids):
                for name in ids:
                    self._held.pop(name, None)
                    self._stand_now.pop(name, None)
                    self._remember(name, None)
                self.gone.emit(ids)
            case _:
                pass

    def _count_child(self, parent: str | None) -> None:
        version = self.get(parent) if parent else None
        if version is not None:
            self._held[version.id] = replace(version, children=version.children + 1)
            self.arrived.emit(frozenset({version.id}))

    def _restand(self, standings: tuple[tuple[str, Standing], ...]) -> None:
        touched: list[str] = []
        for name, standing in standings:
            self._remember(name, standing)
            if name in self._held:
                touched.append(name)
                self._stand_now[name] = standing
        self.changed.emit(standings)
        if touched:
            self.arrived.emit(frozenset(touched))
