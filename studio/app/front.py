"""What the first paint needs to know: how the window is opened, what is set, what was being written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from studio.domain.keys import Secret
from studio.library.desk import Desk, read_desk
from studio.library.draft import Draft, read_draft
from studio.settings import Folders, Settings, load_settings


@dataclass(frozen=True, slots=True)
class WindowWishes:
    """How the window is opened: None means as it is set. `gateway` and the key hold for this run alone.

    With `picture` the window is drawn to that PNG once its gallery is filled, and closed again.
    """

    library: Path | None = None
    gateway: str | None = None
    environment_key: Secret | None = None
    picture: Path | None = None


@dataclass(frozen=True, slots=True)
class Front:
    """Read before the first paint. `library` is the folder of the library that will be opened."""

    folders: Folders
    settings: Settings
    library: Path
    draft: Draft | None
    desk: Desk

    @classmethod
    def read(cls, wishes: WindowWishes, folders: Folders) -> Front:
        """From the person's folders; never raises for the disk."""
        settings = load_settings(folders)
        library = wishes.library or settings.library or folders.library
        return cls(
            folders=folders,
            settings=settings,
            library=library,
            draft=read_draft(library),
            desk=read_desk(library),
        )

    @property
    def prompt(self) -> str:
        """What stands in the editor."""
        return self.draft.recipe.prompt if self.draft else ""

    @property
    def parent(self) -> str | None:
        """The id of the version that the prompt is a change to."""
        return self.draft.recipe.parent if self.draft else None
