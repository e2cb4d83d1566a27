"""The command palette: everything that can be done or gone to, found by a few letters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from studio.viewmodels.actions import key_words
from studio.viewmodels.fuzzy import fit, fold
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from studio.viewmodels.actions import Actions

MOST = 200
MOST_USED = 5
_BESIDE = 40
"""How much worse a line fits that is found by its category or by other words than its title."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette. `also` are words that find it and aren't shown; `key` is its shortcut."""

    id: str
    title: str
    category: str
    act: Callable[[], object]
    key: str = ""
    icon: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A line and the letters of its title that were typed."""

    entry: Entry
    places: tuple[int, ...] = ()


class PaletteRole(IntEnum):
    """What an item can be asked for beside its words."""

    HIT = Qt.ItemDataRole.UserRole


class PaletteModel(QAbstractListModel):
    """The lines that fit what is typed, best first; without letters what was used last, then everything.

    `sources` are asked when the palette opens; `search` does what is offered for words that are no command.
    """

    def __init__(
        self, *, sources: Sequence[Callable[[], Iterable[Entry]]], search: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._sources = tuple(sources)
        self._search = search
        self._entries: tuple[Entry, ...] = ()
        self._fitting: tuple[str, tuple[Entry, ...]] = ("", ())
        self._used: list[str] = []
        self._hits: list[Hit] = []

    def open(self) -> None:
        """Ask everyone what there is, and list all of it."""
        self._entries = tuple(entry for source in self._sources for entry in source())
        self._fitting = ("", self._entries)
        self.find("")

    def find(self, text: str) -> None:
        """List what fits these letters."""
        words = " ".join(text.split())
        self._show(self._fits(words) if words else [Hit(entry) for entry in self._by_use()][:MOST])

    def run(self, row: int) -> None:
        """Do what this line says."""
        if 0 <= row < len(self._hits):
            entry = self._hits[row].entry
            self._used = [entry.id, *(used for used in self._used if used != entry.id)][:MOST_USED]
            entry.act()

    def hit(self, row: int) -> Hit:
        """The line in this row."""
        return self._hits[row]

    # Finding

    def _by_use(self) -> Iterator[Entry]:
        by_id = {entry.id: entry for entry in self._entries}
        yield from (by_id[used] for used in self._used if used in by_id)
        yield from (entry for entry in self._entries if entry.id not in self._used)

    def _fits(self, words: str) -> list[Hit]:
        known, candidates = self._fitting
        if not (known and words.startswith(known)):
            candidates = self._entries
        found: list[tuple[int, Hit]] = []
        fitting: list[Entry] = []
        for entry in candidates:
            scored = _scored(words, entry)
            if scored is not None:
                found.append(scored)
                fitting.append(entry)
        # More letters fit fewer lines: the next letter looks among these only.
        self._fitting = (words, tuple(fitting))
        found.sort(key=lambda one: -one[0])
        return [*(hit for _, hit in found[:MOST]), Hit(self._searching(words))]

    def _searching(self, words: str) -> Entry:
        return Entry(
            id="search",
            title=translate("palette", "Search for “{words}”").format(words=words),
            category=translate("palette", "Search"),
            act=lambda: self._search(words),
            icon="search",
        )

    # The model

    def _show(self, hits: list[Hit]) -> None:
        """Rows are places in a list: what stands in them changes with every letter."""
        had, have = len(self._hits), len(hits)
        if have < had:
            self.beginRemoveRows(NOWHERE, have, had - 1)
            del self._hits[have:]
            self.endRemoveRows()
        elif have > had:
            self.beginInsertRows(NOWHERE, had, have - 1)
            self._hits.extend(hits[had:])
            self.endInsertRows()
        self._hits[:] = hits
        if hits:
            self.dataChanged.emit(self.index(0), self.index(have - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """All lines."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, what is spoken, the line itself."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (hit.entry.title, hit.entry.category, key_words(hit.entry.key))
                return ", ".join(part for part in parts if part)
            case PaletteRole.HIT:
                return hit
            case _:
                return None


def _scored(words: str, entry: Entry) -> tuple[int, Hit] | None:
    """By its title, else each word by its title or whole by what else is known of it."""
    found = fit(words, entry.title)
    if found is not None:
        return found.score, Hit(entry, found.places)
    beside = fold(f"{entry.category} {entry.also}")
    score, places = -_BESIDE, set[int]()
    for word in words.split():
        found = fit(word, entry.title)
        if found is not None:
            score += found.score
            places.update(found.places)
        elif fold(word) not in beside:
            return None
    return score, Hit(entry, tuple(sorted(places)))


def action_entries(actions: Actions) -> Iterator[Entry]:
    """What can be done now, as lines of the palette."""
    for action in actions:
        if action.id != PALETTE and action.enabled():
            yield Entry(
                id=action.id,
                title=action.words,
                category=action.category,
                act=action.act,
                key=actions.shown(action.id),
                icon=action.icon,
            )


PALETTE = "palette"
"""The id of the action that opens it: no line of its own."""
