"""What the gallery is asked to show: words and fields as they are typed, a place, an order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SortKey(StrEnum):
    """What the gallery is sorted by. NEAREST is by likeness, for a search by colour or picture."""

    DATE = "date"
    COST = "cost"
    RATING = "rating"
    SIZE = "size"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Sort:
    """By default the newest first. Among equals the newest comes first."""

    key: SortKey = SortKey.DATE
    descending: bool = True


NEWEST_FIRST = Sort()


@dataclass(frozen=True, slots=True)
class Query:
    """`text` is what stands in the search field, fields and all; `project` is empty for every project;
    `trash` shows what is in the trash, and nothing else does.
    """

    text: str = ""
    project: str = ""
    trash: bool = False
    sort: Sort = NEWEST_FIRST

    @property
    def is_plain(self) -> bool:
        """Whether it asks for everything that is kept, newest first."""
        return self == Query()
