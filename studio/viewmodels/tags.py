"""The tags of the chosen pictures: those of all, those of some, and what may be meant while typing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.judgement import clean_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.tasks import Tasks

OFFERED = 8
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, and how many versions have it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class TagsState:
    """`tags` are those of the `count` versions that are chosen, in order of name, None until they are read;
    `offered` are tags that begin with what is typed, with their uses in the whole library.
    """

    count: int = 0
    tags: tuple[TagUse, ...] | None = None
    offered: tuple[TagUse, ...] = ()

    @property
    def common(self) -> tuple[str, ...]:
        """The tags that all of them have."""
        return tuple(tag.name for tag in self.tags or () if tag.count == self.count)


class TagsViewModel(QObject):
    """`open` for the versions that are chosen; what is added and removed is judging's affair."""

    state_changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, judging: JudgingViewModel) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._judging = judging
        self._ids: tuple[str, ...] = ()
        self._typed = ""
        self._reading = 0
        self._state = TagsState()
        bridge.happened.connect(self._hear)

    @property
    def state(self) -> TagsState:
        """The state now."""
        return self._state

    def open(self, ids: Sequence[str]) -> None:
        """Show the tags of these."""
        self._ids = tuple(ids)
        self._typed = ""
        self._change(TagsState(count=len(self._ids)))
        self._read()
        self.type("")

    def close(self) -> None:
        """Nothing is shown any more."""
        self._ids = ()
        self._reading += 1

    def type(self, text: str) -> None:
        """Offer tags that begin so."""
        self._typed = typed = clean_tag(text)

        async def look_up() -> None:
            found = await self._bridge.ask(lambda studio: studio.library.tags(typed, limit=OFFERED))
            if typed == self._typed:
                self._change(replace(self._state, offered=tuple(TagUse(name, uses) for name, uses in found)))

        if self._ids and self._bridge.is_open:
            self._tasks.start(look_up)

    def add(self, text: str) -> None:
        """Give all of them this tag, or these with commas between them."""
        tags = tuple(tag for part in text.replace("，", ",").split(",") if (tag := clean_tag(part)))
        if tags:
            self._judging.tag(self._ids, *tags)

    def remove(self, tag: str) -> None:
        """Take this tag off all that have it."""
        self._judging.untag(self._ids, tag)

    def toggle(self, tag: str) -> None:
        """Take off what all of them have; give the others what some have."""
        if tag in self._state.common:
            self.remove(tag)
        else:
            self.add(tag)

    def _read(self) -> None:
        self._reading += 1
        reading, ids = self._reading, self._ids

        async def read() -> None:
            tags = await self._bridge.ask(lambda studio: _tags_of(studio, ids))
            if reading == self._reading:
                self._change(replace(self._state, tags=tags))

        if ids and self._bridge.is_open:
            self._tasks.start(read)

    def _hear(self, event: object) -> None:
        from studio.engine.events import VersionsChanged

        if self._ids and isinstance(event, VersionsChanged):
            self._read()
            self.type(self._typed)

    def _change(self, state: TagsState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


async def _tags_of(studio: Studio, ids: Sequence[str]) -> tuple[TagUse, ...]:
    """In the engine: only the sums cross over to the window."""
    counts = Counter[str]()
    for start in range(0, len(ids), _AT_ONCE):
        for version in await studio.library.versions_of(ids[start : start + _AT_ONCE]):
            counts.update(version.judgement.tags)
    return tuple(TagUse(name, counts[name]) for name in sorted(counts, key=str.casefold))
