"""What a person can do in the window, each thing once: its words, its keys, where they hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

SEPARATOR = "; "
PORTABLE = QKeySequence.SequenceFormat.PortableText


class Place(Enum):
    """Where an action's keys hold: everywhere in the window, or where pictures are looked at, compared,
    drawn on, cropped, shown on a device's screen, or as the tree that they stand in.
    """

    WINDOW = "window"
    GALLERY = "gallery"
    VIEWER = "viewer"
    COMPARE = "compare"
    DRAWING = "drawing"
    CROP = "crop"
    FRAME = "frame"
    TREE = "tree"


ANYWHERE = frozenset({Place.WINDOW})
AT_GALLERY = frozenset({Place.GALLERY})
AT_VIEWER = frozenset({Place.VIEWER})
AT_COMPARE = frozenset({Place.COMPARE})
AT_DRAWING = frozenset({Place.DRAWING})
AT_CROP = frozenset({Place.CROP})
AT_FRAME = frozenset({Place.FRAME})
AT_LARGE = frozenset({Place.VIEWER, Place.COMPARE, Place.FRAME})
AT_MODES = AT_LARGE | AT_DRAWING | AT_CROP
AT_ZOOM = AT_MODES
AT_TREE = frozenset({Place.TREE})
AT_PICTURES = AT_GALLERY | AT_LARGE | AT_TREE


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` are those it has unless the person chose others, as Qt's portable text ("Ctrl+Shift+Z").

    `now` is how it reads at this moment where that differs from its title ("Undo: Rated 12 pictures");
    `repeats` when holding its keys down does it again and again; `icon` is the name of one, or empty.
    """

    id: str
    title: str
    category: str
    act: Callable[[], object]
    keys: tuple[str, ...] = ()
    places: frozenset[Place] = ANYWHERE
    enabled: Callable[[], bool] = _always
    now: Callable[[], str] | None = None
    repeats: bool = False
    icon: str = ""

    @property
    def words(self) -> str:
        """How it reads now."""
        return (self.now() if self.now else "") or self.title

    def meets(self, other: Action) -> bool:
        """Whether there is a place where the keys of both hold."""
        return bool(self.places & other.places) or bool((self.places | other.places) & ANYWHERE)


class Actions(QObject):
    """Every action of the program, in the order in which they were added, and the keys they have now.

    `changed` when there are more actions, or other keys. What the person chooses holds at once and is kept in
    the settings.
    """

    changed = Signal()

    def __init__(self, *, session: SessionViewModel, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._actions: dict[str, Action] = {}
        self._chosen = readable(session.state.settings.shortcuts.items())
        self._unkept = False
        self._keeping = False

    def add(self, actions: Iterable[Action]) -> None:
        """Offer these too; an id that is taken is a bug and raises ValueError."""
        for action in actions:
            if action.id in self._actions:
                raise ValueError(f"two actions are called {action.id}")
            self._actions[action.id] = action
        self.changed.emit()

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def action(self, action_id: str) -> Action | None:
        """The action with this id."""
        return self._actions.get(action_id)

    def run(self, action_id: str) -> None:
        """Do it, if it can be done now."""
        action = self._actions.get(action_id)
        if action and action.enabled():
            action.act()

    # Keys

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Its keys now, the first of them the one to show."""
        chosen = self._chosen.get(action_id)
        if chosen is not None:
            return chosen
        action = self._actions.get(action_id)
        return action.keys if action else ()

    def shown(self, action_id: str) -> str:
        """The keys to show beside it, empty for none."""
        keys = self.keys(action_id)
        return keys[0] if keys else ""

    def is_changed(self, action_id: str) -> bool:
        """Whether the person chose its keys."""
        return action_id in self._chosen

    @property
    def any_changed(self) -> bool:
        """Whether the person chose keys for any action."""
        return bool(self._chosen)

    def choose(self, action_id: str, keys: tuple[str, ...]) -> None:
        """Give it these keys, none if empty; those it began with are no choice."""
        action = self._actions.get(action_id)
        if action is None or keys == self.keys(action_id):
            return
        if keys == action.keys:
            self._chosen.pop(action_id, None)
        else:
            self._chosen[action_id] = keys
        self._tell()

    def reset(self, action_id: str) -> None:
        """Give it the keys it began with."""
        if self._chosen.pop(action_id, None) is not None:
            self._tell()

    def reset_all(self) -> None:
        """Give every action the keys it began with."""
        if self._chosen:
            self._chosen.clear()
            self._tell()

    def take_away(self, key: str, *, from_id: str) -> None:
        """Leave one of its keys to another action."""
        self.choose(from_id, tuple(one for one in self.keys(from_id) if one != key))

    def rivals(self, action_id: str) -> tuple[tuple[str, Action], ...]:
        """Each key that another action has too, where both hold, with that action."""
        action = self._actions.get(action_id)
        if action is None:
            return ()
        own = self.keys(action_id)
        others = (other for other in self if other.id != action_id and other.meets(action))
        return tuple((key, other) for other in others for key in self.keys(other.id) if key in own)

    def bound(self, key: str, place: Place) -> Action | None:
        """What these keys do in this place now: of several first what can be done, then what the person chose
        them for, then what was added first.
        """
        found = [
            action
            for action in self
            if key in self.keys(action.id) and action.places & {Place.WINDOW, place} and action.enabled()
        ]
        return next((action for action in found if self.is_changed(action.id)), found[0] if found else None)

    # Keeping

    def _tell(self) -> None:
        self.changed.emit()
        self._unkept = True
        if not self._keeping:
            self._keeping = True
            self._tasks.start(self._keep)

    async def _keep(self) -> None:
        """One after the other: what was chosen last must be what is kept."""
        try:
            while self._unkept:
                self._unkept = False
                chosen = {action_id: SEPARATOR.join(keys) for action_id, keys in self._chosen.items()}
                settings = replace(self._session.state.settings, shortcuts=chosen)
                await self._session.change_settings(settings)
        finally:
            self._keeping = False


def readable(shortcuts: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Keys as the settings' file has them, each in Qt's own spelling; what Qt can't read is left out."""
    chosen: dict[str, tuple[str, ...]] = {}
    for action_id, text in shortcuts:
        keys = tuple(key for part in text.split(SEPARATOR) if (key := portable(part)))
        if keys or not text:
            chosen[action_id] = keys
    return chosen


def portable(text: str) -> str:
    """These keys in Qt's own spelling, empty for what are no keys."""
    sequence = QKeySequence.fromString(text, PORTABLE)
    return sequence.toString(PORTABLE) if sequence.count() == 1 else ""


def key_words(key: str) -> str:
    """Keys as this system writes them: "Ctrl+K"."""
    return QKeySequence.fromString(key, PORTABLE).toString(QKeySequence.SequenceFormat.NativeText)


def cap_words(key: str) -> str:
    """Keys as they stand on a key cap: "Ctrl K"."""
    words = key_words(key)
    return words[:1] + words[1:].replace("+", " ", words.count("+") - words.endswith("+")) if words else ""
