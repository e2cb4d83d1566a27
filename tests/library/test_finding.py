"""Listings: what a query finds, in which order, and that it takes no longer than it must."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.listing import Listing, look_colour, look_shape
from studio.domain.money import Money
from studio.domain.query import Query, Sort, SortKey
from studio.domain.recipe import Recipe
from studio.domain.reference import Reference
from studio.domain.version import IMPORT_GATEWAY
from studio.library.colours import colour_of
from studio.library.database import open_for_reading, open_for_writing
from studio.library.finding import question_of
from studio.library.first_glance import read_first_glance, read_first_versions
from studio.library.layout import LibraryFolder
from studio.library.likeness import store_likeness
from studio.library.listing import SOON_COUNTED, read_listing
from studio.library.reader import LibraryReader
from tests.library.shelves import shelved, write_index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Generator
    from pathlib import Path
    from typing import Unpack

REFERENCE = Reference("00" * 32, "image/png", 10, 10, 100)
FOUR_K = Recipe("4K 大图", aspect=AspectRatio.R16_9, resolution=Resolution.FOUR_K, references=(REFERENCE,))

VERSIONS = (
    shelved(0, "A red fox, 红发少女 in the snow"),
    shelved(1, "灯塔屋 by the sea: lighthouse house", group="default", palette=("#204060",)),
    shelved(2, "foxglove in a garden", price=Money.parse("0.40"), project="海报"),
    shelved(3, recipe=replace(FOUR_K, parent="0000-version"), width=5504, height=3072, project="海报"),
    shelved(4, "sunset", words="The fox was left out", created=datetime(2026, 12, 5, tzinfo=UTC)),
    shelved(5, "", gateway=IMPORT_GATEWAY, width=1920, height=1080, arrived_after_cancel=True),
    shelved(6, "a fox thrown away"),
    shelved(7, "a fox that is gone"),
)
JUDGED = {
    0: {"rating": 5, "flag": "pick", "label": "red", "tags": "Winter,red coat"},
    1: {"rating": 4, "flag": "reject", "tags": "红发"},
    2: {"rating": 2, "label": "green"},
    3: {"mismatch": 1},
    6: {"trashed": 1_764_000_000_000_000, "rating": 1},
    7: {"trashed": 1_764_000_000_000_000, "purged": 1},
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Generator[Shelf]:
    folder = tmp_path_factory.mktemp("library")
    write_index(folder, VERSIONS, JUDGED)
    with closing(open_for_writing(LibraryFolder(folder))) as connection:
        for number, name, phash in ((0, "#d93a36", 0b1111), (1, "#d04030", 0b1101), (2, "#2f6fd0", -1)):
            store_likeness(connection, f"{number:04}-version", [colour_of(name, share=60)], phash)
    with closing(open_for_reading(LibraryFolder(folder))) as connection:
        yield Shelf(folder, connection)


class Shelf:
    """The library above, asked for numbers."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self.connection = connection

    def listing(self, query: Query, *, limit: int | None = None) -> Listing:
        return read_listing(self.connection, query, limit=limit)

    def numbers(self, text: str = "", **asked: Unpack[Asked]) -> list[int]:
        return [int(version_id[:4]) for version_id in self.listing(Query(text, **asked)).ids]


class Asked(TypedDict, total=False):
    """What a query may say beside its text."""

    project: str
    trash: bool
    sort: Sort


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [5, 4, 3, 2, 1, 0]),
        ("   ", [5, 4, 3, 2, 1, 0]),
        ("fox", [4, 2, 0]),
        ('"fox"', [4, 0]),
        ("FOX snow", [0]),
        ('"red fox"', [0]),
        ('"fox red"', []),
        ("灯", [1]),
        ("灯塔", [1]),
        ("灯塔屋", [1]),
        ("灯屋", []),
        ("红发少女", [0]),
        ("红发", [1, 0]),
        ("-fox", [5, 3, 1]),
        ("-红发", [5, 4, 3, 2]),
        ("winter", [0]),
        ("winter fox", [0]),
        ("winter lighthouse", []),
        ("红发 少女", [0]),
        ("红 winter", [0]),
        ('"red coat"', [0]),
        ("0003", [3]),
        ("size:4k", [3]),
        ("size:<4k fox", [4, 2, 0]),
        ("size:>4k", []),
        ("group:3.5折", [5, 4, 3, 2, 0]),
        ("-group:3.5折", [1]),
        ('group:"3.5折"', []),
        ("group:DEFAULT", [1]),
        ("group:%", []),
        ("rating:>=4", [1, 0]),
        ("rating:2..4", [2, 1]),
        ("rating:none", [5, 4, 3]),
        ("rating:5,2", [2, 0]),
        ("cost:>0.3", [2]),
        ("cost:0.25 fox", [4, 0]),
        ("before:2026-12", [5, 3, 2, 1, 0]),
        ("after:2026-12", [4]),
        ("on:2026-12", [4]),
        ("is:pick", [0]),
        ("is:reject", [1]),
        ("is:unflagged fox", [4, 2]),
        ("is:rated", [2, 1, 0]),
        ("is:unrated", [5, 4, 3]),
        ("is:tagged", [1, 0]),
        ("is:untagged rating:>0", [2]),
        ("is:imported", [5]),
        ("is:edit", [3]),
        ("is:late", [5]),
        ("is:labelled", [2, 0]),
        ("has:reference", [3]),
        ("has:parent", [3]),
        ("has:children", [0]),
        ("has:tag", [1, 0]),
        ("ratio:16:9", [5, 3]),
        ("ratio:square", [4, 2, 1, 0]),
        ("mismatch:yes", [3]),
        ("mismatch:no", [5, 4, 2, 1, 0]),
        ("tag:win", [0]),
        ('tag:"win"', []),
        ('tag:"RED COAT"', [0]),
        ("tag:红,winter", [1, 0]),
        ("project:海", [3, 2]),
        ('project:"Sketches"', [5, 4, 1, 0]),
        ("label:red,green", [2, 0]),
        ("label:none", [5, 4, 3, 1]),
        ("id:0002", [2]),
        ("color:red", [1, 0]),
        ("color:red -color:#d04030", []),
        ("color:red,blue", [2, 1, 0]),
        ("color:red fox", [0]),
        ("similar:0000", [1, 0]),
        ("similar:nobody", []),
        ("size: is:lovely 🦊 fox", [4, 2, 0]),
        ("🦊 !!!", []),
        ("-", [5, 4, 3, 2, 1, 0]),
    ],
)
def test_what_is_found(shelf: Shelf, text: str, found: list[int]) -> None:
    assert shelf.numbers(text) == found
    for limit in (1, 3, 100):
        beginning = shelf.listing(Query(text), limit=limit)
        assert [int(version_id[:4]) for version_id in beginning.ids] == found[:limit]
        assert beginning.found == len(found)


def test_a_project_and_the_trash_are_places_of_their_own(shelf: Shelf) -> None:
    assert shelf.numbers(project="海报") == [3, 2]
    assert shelf.numbers("fox", project="海报") == [2]
    assert shelf.numbers(trash=True) == [6]
    assert shelf.numbers("fox", trash=True) == [6]
    assert shelf.numbers("snow", trash=True) == []
    assert shelf.numbers("rating:1", trash=True) == [6]
    for query in (
        Query(project="海报"),
        Query("fox", project="海报"),
        Query("fox", trash=True),
        Query(trash=True),
    ):
        assert shelf.listing(query, limit=1).ids == shelf.listing(query).ids[:1]
        assert shelf.listing(query, limit=1).found == shelf.listing(query).found


@pytest.mark.parametrize(
    ("sort", "found", "sections"),
    [
        (Sort(descending=False), [0, 1, 2, 3, 4, 5], None),
        (Sort(SortKey.COST), [2, 5, 4, 3, 1, 0], [40, 25, 25, 25, 25, 25]),
        (Sort(SortKey.RATING), [0, 1, 2, 5, 4, 3], [5, 4, 2, 0, 0, 0]),
        (Sort(SortKey.RATING, descending=False), [5, 4, 3, 2, 1, 0], [0, 0, 0, 2, 4, 5]),
        (Sort(SortKey.SIZE), [3, 5, 4, 2, 1, 0], [16_908_288, 2_073_600, *[1_048_576] * 4]),
        (Sort(SortKey.NEAREST), [5, 4, 3, 2, 1, 0], None),
    ],
)
def test_orders_and_what_stands_above(
    shelf: Shelf, sort: Sort, found: list[int], sections: list[int] | None
) -> None:
    listing = shelf.listing(Query(sort=sort))
    assert [int(version_id[:4]) for version_id in listing.ids] == found
    made = [int(VERSIONS[number].created.timestamp()) * 1_000_000 for number in found]
    assert list(listing.sections) == (made if sections is None else sections)
    assert shelf.listing(Query(sort=sort), limit=2).sections == listing.sections[:2]


def test_the_nearest_stands_first(shelf: Shelf) -> None:
    nearest = Sort(SortKey.NEAREST)
    assert shelf.numbers("color:#d93a36", sort=nearest) == [0, 1]
    assert shelf.numbers("color:#d04030", sort=nearest) == [1, 0]
    assert shelf.numbers("similar:0001", sort=nearest) == [1, 0]
    sections = shelf.listing(Query("similar:0001", sort=nearest)).sections
    assert list(sections) == [0, 0], "all under one header"
    assert shelf.listing(Query("color:red", sort=nearest), limit=1).found == 2


def test_looks_and_series_stand_beside_the_ids(shelf: Shelf) -> None:
    listing = shelf.listing(Query())
    assert look_colour(listing.looks[4]) == 0x204060
    assert look_shape(listing.looks[2]) == (5504, 3072)
    assert list(listing.series) == [6, 5, 4, 3, 2, 1]


def test_the_plain_listing_is_read_from_the_index_alone_and_isnt_sorted(shelf: Shelf) -> None:
    for query in (Query(), Query("rating:>=4"), Query("fox"), Query(project="海报")):
        question = question_of(shelf.connection, query, beginning=True)
        asked = f"EXPLAIN QUERY PLAN {question.select('id, look, series, created')} ORDER BY {question.order}"
        plan = " / ".join(row[3] for row in shelf.connection.execute(asked, question.values))
        assert "COVERING INDEX versions_listed" in plan
        assert "TEMP B-TREE" not in plan
    counting = question_of(shelf.connection, Query()).counting
    plan = " / ".join(row[3] for row in shelf.connection.execute(f"EXPLAIN QUERY PLAN {counting}"))
    assert "SCAN versions USING COVERING INDEX versions_counted" in plan


@given(
    text=st.text(max_size=60)
    | st.lists(st.sampled_from(["fox", "tag:", "红", "a,", "color:", "-"])).map(" ".join)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_text_can_be_asked_for(shelf: Shelf, text: str) -> None:
    for query in (Query(text), Query(text, sort=Sort(SortKey.NEAREST), project="海报")):
        whole = shelf.listing(query)
        assert shelf.listing(query, limit=2).found == whole.found == len(whole)


PASTED = (
    *("fox " * 5_000, "狐" * 100_000, "label:" + "red," * 5_000, "color:" + "#ff0000," * 3_000),
    *(
        "tag:" + "x" * 60_000,
        "is:pick " * 3_000,
        "-fox " * 2_000,
        "\ud800 fox",
        "fox\0",
        "rating:>999999999999",
    ),
)


@pytest.mark.parametrize("text", PASTED, ids=range(len(PASTED)))
def test_whole_prompts_can_be_pasted_into_the_search(shelf: Shelf, text: str) -> None:
    assert shelf.listing(Query(text), limit=300).found <= len(VERSIONS)


def test_many_are_counted_with_the_rest_of_them(shelf: Shelf, tmp_path: Path) -> None:
    """Where some are gone each would be looked at: nobody who types waits for that."""
    few = read_listing(shelf.connection, Query("fox"), limit=2, counts=False)
    assert (len(few), few.found, few.counted) == (2, 3, True)
    write_index(tmp_path, [shelved(number, "a fox") for number in range(SOON_COUNTED + 9)])
    with closing(open_for_writing(LibraryFolder(tmp_path))) as connection:

        def beginning() -> tuple[int, int, bool]:
            found = read_listing(connection, Query("fox"), limit=3, counts=False)
            return len(found), found.found, found.counted

        assert beginning() == (3, SOON_COUNTED + 9, True), "nothing is gone: FTS5 counts them itself"
        connection.execute("UPDATE versions SET trashed = 1 WHERE sequence <= 5")
        assert beginning() == (3, 3, False)
        assert read_listing(connection, Query("fox"), limit=3).found == SOON_COUNTED + 4


async def test_the_reader_lists(shelf: Shelf) -> None:
    async with LibraryReader(shelf.folder) as reader:
        assert await reader.listing(Query("fox")) == shelf.listing(Query("fox"))


def test_the_first_glance_is_the_beginning_of_the_listing(shelf: Shelf) -> None:
    glance = read_first_glance(shelf.folder, query=Query(), limit=3, seen=2)
    assert glance is not None
    beginning = shelf.listing(Query(), limit=3)
    assert glance.listing == replace(beginning, found=3, counted=False), "counting would take longer"
    assert [made.number for made in read_first_versions(shelf.folder, glance.seen)] == [5, 4]
    whole = read_first_glance(shelf.folder, query=Query("fox"), limit=300)
    assert whole is not None
    assert whole.seen == whole.listing.ids


def test_the_first_glance_is_at_where_it_was_left(shelf: Shelf) -> None:
    """Further down than the beginning all of it is read, and the versions that stood there."""
    whole = shelf.listing(Query())
    last = whole.ids[-1]
    glance = read_first_glance(shelf.folder, query=Query(), limit=2, seen=3, around=last)
    assert glance is not None
    assert glance.listing == whole
    assert last in glance.seen
    near = read_first_glance(shelf.folder, query=Query(), limit=2, seen=1, around=whole.ids[1])
    gone = read_first_glance(shelf.folder, query=Query(), limit=2, seen=1, around="gone")
    assert near is not None
    assert gone is not None
    assert (len(near.listing), near.seen) == (2, whole.ids[:2])
    assert (gone.listing, gone.seen) == (whole, whole.ids[:1])


def test_there_is_no_first_glance_at_what_cant_be_read(tmp_path: Path) -> None:
    def glance(folder: Path) -> object:
        assert read_first_versions(folder, ("one",)) == ()
        return read_first_glance(folder, query=Query(), limit=9)

    assert glance(tmp_path) is None
    index = LibraryFolder(tmp_path).index
    index.parent.mkdir()
    for content in (b"", b"rubbish " * 2000):
        index.write_bytes(content)
        assert glance(tmp_path) is None
    index.unlink()
    write_index(tmp_path, [])
    with closing(open_for_writing(LibraryFolder(tmp_path))) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert glance(tmp_path) is None


def test_the_first_glance_imports_little() -> None:
    asked = "import sys, studio.library.first_glance; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"asyncio", "pyvips", "PIL", "httpx", "PySide6", "msgspec", "studio.domain.search"} & set(
        loaded
    )
