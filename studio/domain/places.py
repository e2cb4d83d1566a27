"""Where versions lie: projects, saved searches, the trash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from studio.domain.money import Money


@dataclass(frozen=True, slots=True)
class Project:
    """A named set of versions. `cover` is a version's id, empty for its newest; `count` and `newest` leave
    the trash out. `budget` is the most that it may cost from its beginning.
    """

    name: str
    archived: bool = False
    cover: str = ""
    count: int = 0
    newest: str = ""
    budget: Money | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name: a project that fills itself."""

    name: str
    text: str
    sort: str = "date"


@dataclass(frozen=True, slots=True)
class TrashSize:
    """What lies in the trash: how many versions and bytes, and when the oldest came there."""

    count: int = 0
    size: int = 0
    oldest: datetime | None = None
