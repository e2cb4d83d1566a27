"""What the engine tells whoever shows it: frozen values, never bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from studio.domain import budget
from studio.domain.deed import Deed
from studio.domain.errors import LibraryError, StudioError
from studio.domain.export_report import Progress
from studio.domain.importing import ImportProgress
from studio.domain.job import Job
from studio.domain.judgement import Standing
from studio.domain.keys import KeySource
from studio.domain.link import LinkStanding
from studio.domain.version import Version
from studio.library.ledger import Spent
from studio.library.recovery import Recovery


@dataclass(frozen=True, slots=True)
class KeyState:
    """Whether there is a key for a group; `assumed` when it is one stored for every group."""

    group: str
    source: KeySource | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job was placed, or its state changed."""

    job: Job


@dataclass(frozen=True, slots=True)
class VersionSaved:
    """A version is in the library."""

    version: Version


@dataclass(frozen=True, slots=True)
class SpentChanged:
    """What was spent today, by the local day, and what counts against each budget: of the day, the month and
    every project. Also told when another day begins, and when a budget was changed.
    """

    spent: Spent
    standings: tuple[budget.Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class ChargesSettled:
    """Of calls of these jobs it is known now what they cost, or isn't any more."""

    jobs: frozenset[str]


@dataclass(frozen=True, slots=True)
class KeysChanged:
    """Keys were stored or removed, or another gateway was chosen."""

    states: tuple[KeyState, ...]


@dataclass(frozen=True, slots=True)
class GroupsResting:
    """Which groups of the chosen gateway rest after several failures, and until when, aware UTC. Also told
    when a rest ends, and when another gateway is chosen.
    """

    until: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class DiskFull:
    """How a call ended waits for its disk: it is kept, and written as soon as that can be.

    `error` is LibraryFull, or another LibraryError where the folder can't be reached or written. Told once
    for each wait.
    """

    job: Job
    folder: Path
    error: LibraryError


@dataclass(frozen=True, slots=True)
class Recovered:
    """What the last end left, as found at the start."""

    recovery: Recovery


@dataclass(frozen=True, slots=True)
class VersionsChanged:
    """The person changed what can be changed of these versions; each with how it stands now."""

    standings: tuple[tuple[str, Standing], ...]


@dataclass(frozen=True, slots=True)
class VersionsGone:
    """These versions were removed from the trash for good."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectsChanged:
    """Projects or saved searches were made, renamed, archived, or removed; or a cover was chosen."""


@dataclass(frozen=True, slots=True)
class HistoryChanged:
    """What can be undone and redone now changed; None where there is nothing."""

    undo: Deed | None
    redo: Deed | None


@dataclass(frozen=True, slots=True)
class ExportMoved:
    """The export that runs has come so far. Told some times a second at most, and at its end."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class LinksChanged:
    """How all linked files stand now: one was written or couldn't be, or there are others."""

    standings: tuple[LinkStanding, ...]


@dataclass(frozen=True, slots=True)
class FilesFound:
    """The files of these versions are there again, perhaps in another place."""

    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class FitsPoorly:
    """An answer lies so poorly over its parent that it wasn't put together; `fit` is 0 to 1."""

    answer: Version
    parent: Version
    fit: float


@dataclass(frozen=True, slots=True)
class NotComposed:
    """The answer with this id couldn't be put together with its parent."""

    answer: str
    error: StudioError


Event = (
    JobChanged
    | VersionSaved
    | VersionsChanged
    | VersionsGone
    | ProjectsChanged
    | HistoryChanged
    | ImportProgress
    | ExportMoved
    | LinksChanged
    | FilesFound
    | FitsPoorly
    | NotComposed
    | SpentChanged
    | ChargesSettled
    | KeysChanged
    | GroupsResting
    | DiskFull
    | Recovered
)
