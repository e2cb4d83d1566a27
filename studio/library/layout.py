"""Where things lie in a library's folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """The paths of one library. `root` holds `<project>/` and `.proofroom/`."""

    root: Path

    @property
    def hidden(self) -> Path:
        """What isn't for the person's eyes."""
        return self.root / ".proofroom"

    @property
    def index(self) -> Path:
        """The database: orders, jobs, attempts, versions."""
        return self.hidden / "library.sqlite"

    @property
    def thumbnails(self) -> Path:
        """The thumbnails, in a database of their own that can be made again."""
        return self.hidden / "thumbnails.sqlite"

    @property
    def incoming(self) -> Path:
        """One folder per attempt, for what is still arriving or could not be saved."""
        return self.hidden / "incoming"

    @property
    def references(self) -> Path:
        """References as they were given, and what was sent, each named by the SHA-256 of its bytes."""
        return self.hidden / "references"

    @property
    def outgoing(self) -> Path:
        """Pictures made ready to be sent, and of what they were made: all of it can be made again."""
        return self.hidden / "outgoing"

    @property
    def dragged(self) -> Path:
        """Files that were dragged to other programs under names of their own, until the program ends."""
        return self.hidden / "dragged"

    @property
    def trash(self) -> Path:
        """Copies of indexes that were written anew. Versions in the trash lie where they always did."""
        return self.hidden / "trash"

    @property
    def journal(self) -> Path:
        """What the person said of versions and projects, one line a change: it outlives the index."""
        return self.hidden / "judgements.jsonl"

    @property
    def lock(self) -> Path:
        """Held by the one program that writes."""
        return self.hidden / "lock"

    @property
    def draft(self) -> Path:
        """What stands in the composer."""
        return self.hidden / "draft.json"

    @property
    def drawings(self) -> Path:
        """What was drawn on versions, one file for each."""
        return self.hidden / "drawings"

    @property
    def desk(self) -> Path:
        """How the gallery was left."""
        return self.hidden / "gallery.json"
