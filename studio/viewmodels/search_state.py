"""What search is made of, as values: the quick filters, the saved searches, what was found of each term."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.domain.places import SavedSearch
from studio.domain.query import NEWEST_FIRST, Query, Sort, SortKey
from studio.domain.search import Chip

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERYTHING = Query()
_ASCENDING = "ascending"


@dataclass(frozen=True, slots=True)
class QuickFilter:
    """A filter that is one click away. `term` is empty for everything; `count` is None until it is known."""

    id: str
    term: str
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class SavedCount:
    """A saved search, and how many it finds now; None until it was counted."""

    search: SavedSearch
    count: int | None = None


@dataclass(frozen=True, slots=True)
class SearchState:
    """`query` holds the text as it is typed; `chips` are its terms, `filters` those of them that no quick
    filter stands for; `can_be_near` when something is asked for that others are more or less like.
    """

    query: Query = EVERYTHING
    chips: tuple[Chip, ...] = ()
    filters: tuple[Chip, ...] = ()
    quick: tuple[QuickFilter, ...] = ()
    saved: tuple[SavedCount, ...] = ()
    can_be_near: bool = False

    @property
    def shown_search(self) -> SavedSearch | None:
        """The saved search that is exactly what is shown."""
        query = self.query
        if not query.text.strip() or query.project or query.trash:
            return None
        return next((one.search for one in self.saved if one.search.text.strip() == query.text.strip()), None)


@dataclass(frozen=True, slots=True)
class TermReport:
    """A term of a search that found nothing. `alone` is what it would find by itself, `without` what the
    others find when it is taken off; None until it was counted.
    """

    chip: Chip
    alone: int | None = None
    without: int | None = None


def quick_queries(terms: Mapping[str, str], query: Query) -> dict[str, Query]:
    """What each quick filter would find in the place that is shown."""
    place = replace(query, text="", sort=NEWEST_FIRST)
    return {id_: replace(place, text=term) for id_, term in terms.items()}


def saved_query(saved: SavedSearch) -> Query:
    """What it finds, whatever the order."""
    return Query(text=saved.text)


def sort_word(sort: Sort) -> str:
    """An order as it is kept: "rating", "cost ascending"."""
    return sort.key.value if sort.descending else f"{sort.key.value} {_ASCENDING}"


def read_sort(word: str) -> Sort:
    """The order kept; the usual one where the word says nothing."""
    key, _, way = word.partition(" ")
    try:
        return Sort(SortKey(key), descending=way != _ASCENDING)
    except ValueError:
        return NEWEST_FIRST
