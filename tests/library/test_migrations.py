"""An index of an earlier Proofroom is brought up to date, and everything in it is found as before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from studio.domain.geometry import AspectRatio
from studio.domain.judgement import BranchMark, Change
from studio.domain.money import Money
from studio.domain.places import Project
from studio.domain.recipe import Recipe
from studio.library.database import APPLICATION_ID
from studio.library.layout import LibraryFolder
from studio.library.library import Library
from studio.library.migrations import MIGRATIONS, SCHEMA_VERSION
from tests.library.scenes import library_in

if TYPE_CHECKING:
    from pathlib import Path


def write_first_index(folder: Path) -> None:
    """The index of the first version, with two versions of one order."""
    place = LibraryFolder(folder)
    place.hidden.mkdir(parents=True)
    recipe = msgspec.json.encode(Recipe("a grey 狐狸", aspect=AspectRatio.R16_9)).decode()
    with closing(sqlite3.connect(place.index)) as connection, connection:
        connection.executescript(MIGRATIONS[0])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO projects VALUES ('Sketches', 3)")
        connection.execute(
            "INSERT INTO orders VALUES ('o', 'Sketches', ?, '1K', 'm', 'https://g', 'g', 25, 2, 0, 0)",
            (recipe,),
        )
        for number in (1, 2):
            name = f"v{number}"
            connection.execute(
                "INSERT INTO jobs (id, order_id, number, state, placed) VALUES (?, 'o', ?, 'saved', 0)",
                (name, number),
            )
            connection.execute(
                "INSERT INTO attempts (id, job, number, group_name, gateway, price, price_assumed, state, "
                "charge, started) VALUES (?1, ?1, 1, 'g', 'https://g', 25, 0, 'saved', 'charged', 0)",
                (name,),
            )
            connection.execute(
                "INSERT INTO versions VALUES (?1, ?2, ?1, 'Sketches', ?2, 'ab', 9, 'image/png', 1376, 768, "
                "0, ?3, NULL, 'm', 'https://g', 'g', 25, 0, 'charged', ?2, ?2, '', 1.5, '', 0, "
                "'[\"#102030\"]', '[]')",
                (number, name, recipe),
            )
            connection.execute("INSERT INTO prompts (rowid, prompt) VALUES (?, 'a grey  狐  狸 ')", (number,))


async def test_an_index_of_the_first_proofroom_can_be_read_and_judged(tmp_path: Path) -> None:
    write_first_index(tmp_path)
    async with Library.reader(tmp_path) as reader:
        before = await reader.versions(limit=9)
        assert [version.id for version in before] == ["v2", "v1"]
        assert {version.series for version in before} == {1}
        assert await reader.count("狐狸") == 2
    async with library_in(tmp_path, thumbnails=False) as library:
        assert await library.versions(limit=9) == before
        assert await library.count("grey") == 2
        await library.curator.change(["v1"], Change(rating=4, add_tags=("狐",)))
        assert (await library.version("v1")).judgement.tags == ("狐",)
        await library.curator.change(["v2"], Change(branch_name="Grey", branch_archived=True))
        assert (await library.version("v2")).branch == BranchMark("Grey", archived=True)
        assert await library.projects() == (Project("Sketches", count=2, newest="v2"),)
        assert await library.project_used("Sketches") == Money.parse("0.50")
    with closing(sqlite3.connect(LibraryFolder(tmp_path).index)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
