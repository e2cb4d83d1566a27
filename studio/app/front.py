"""What the first paint needs to know: how the window is opened, what is set, what was being written.

Settings and draft are glanced at for it, and read whole only when the rest of the window is built: what they
are made of takes as long to load as half an empty window.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from studio.library.kept import object_of
from studio.library.layout import LibraryFolder
from studio.ui.language import LANGUAGES
from studio.ui.theme import ThemePreference

if TYPE_CHECKING:
    from studio.domain.keys import Secret
    from studio.library.desk import Desk
    from studio.library.draft import Draft
    from studio.settings import Folders, Settings


class WindowWishes(NamedTuple):
    """How the window is opened: None means as it is set. `gateway` and the key hold for this run alone.

    With `picture` the window is drawn to that PNG once its gallery is filled, and closed again.
    """

    library: Path | None = None
    gateway: str | None = None
    environment_key: Secret | None = None
    picture: Path | None = None


class Front:
    """Read from the person's folders; never raises for the disk.

    `library` is the folder of the library that will be opened, `prompt` what stands in the editor, and
    `parent` the id of the version that it is a change to. `language` is empty for the system's.
    """

    def __init__(self, wishes: WindowWishes, folders: Folders) -> None:
        self.folders = folders
        said = _glance(folders.settings)
        theme, language, library = (_text(said, name) for name in ("theme", "language", "library"))
        self.theme = ThemePreference(theme) if theme in set(ThemePreference) else ThemePreference.SYSTEM
        self.language = language if language in LANGUAGES else ""
        self._set_library = Path(library) if library else None
        self.library = wishes.library or self._set_library or folders.library
        draft = _glance(LibraryFolder(self.library).draft)
        self.prompt = _text(draft, "recipe", "prompt")
        self.parent = _text(draft, "recipe", "parent") or None

    @cached_property
    def settings(self) -> Settings:
        """All of them. Where the file is damaged, what was seen at a glance holds, and else the defaults."""
        from studio.settings import load_settings

        seen: dict[str, Any] = {
            "theme": self.theme.value,
            "language": self.language,
            "library": self._set_library,
        }
        return replace(load_settings(self.folders), **seen)

    @cached_property
    def draft(self) -> Draft | None:
        """All of it."""
        from studio.library.draft import read_draft

        return read_draft(self.library)

    @cached_property
    def desk(self) -> Desk:
        """How the gallery was left."""
        from studio.library.desk import read_desk

        return read_desk(self.library)


def _glance(path: Path) -> dict[str, Any]:
    """What a JSON file says, nothing where it can't be read: whoever reads it whole has words for that."""
    try:
        return object_of(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}


def _text(said: object, *names: str) -> str:
    """The text that stands under these names, one within the other; empty where there is none."""
    for name in names:
        said = cast("dict[str, object]", said).get(name) if isinstance(said, dict) else None
    return said if isinstance(said, str) else ""
