"""What the person says of versions: it is there at once, in every list, and nowhere in the pictures."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.errors import LibraryFull
from studio.domain.flags import Flag, Label
from studio.domain.judgement import LONGEST_NAME, Change, Judgement, Standing, clean_tag
from studio.domain.project_errors import UnknownProject
from studio.domain.recipe import Recipe
from studio.library import tag_records
from studio.library.calls import LEAST_ROOM
from studio.library.database import open_for_reading, open_for_writing
from studio.library.journal import read
from studio.library.layout import LibraryFolder
from studio.library.library import Library
from studio.library.steps import SetStandings
from tests.library.other_program import noise
from tests.library.scenes import Clock, generate, library_in, order, picture
from tests.library.test_bad_folders import small_disk

if TYPE_CHECKING:
    from pathlib import Path


async def ids_of(library: Library) -> list[str]:
    """Every version that isn't in the trash, oldest first."""
    return [version.id for version in reversed(await library.versions(limit=100))]


async def standing_of(library: Library, version_id: str) -> Standing:
    return (await library.version(version_id)).standing


async def test_a_change_is_made_to_many_at_once_and_leaves_everything_else(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=4))
        first, second, third, fourth = await ids_of(library)
        curator = library.curator
        await curator.change([first, second, third], Change(rating=4, flag=Flag.PICK))
        await curator.change([second], Change(label=Label.GREEN, add_tags=("fox", "Snow")))
        await curator.change([third], Change(rating=0))
        assert await standing_of(library, first) == Standing("Sketches", Judgement(4, Flag.PICK))
        assert await standing_of(library, second) == Standing(
            "Sketches", Judgement(4, Flag.PICK, Label.GREEN, ("fox", "Snow"))
        )
        assert await standing_of(library, third) == Standing("Sketches", Judgement(0, Flag.PICK))
        assert await standing_of(library, fourth) == Standing("Sketches")
    async with Library.reader(tmp_path) as reader:
        versions = await reader.versions_of([second, "nobody", first])
        assert [version.id for version in versions] == [second, first]
        assert [version.judgement.rating for version in versions] == [4, 4]


async def test_only_what_differs_is_changed_and_told(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=3))
        ids = await ids_of(library)
        await library.curator.change(ids[:1], Change(rating=5))
        done = await library.curator.change(ids, Change(rating=5))
        assert done is not None
        assert {version_id for version_id, _ in done.standings} == set(ids[1:])
        journal = LibraryFolder(tmp_path).journal
        before = journal.read_bytes()
        assert await library.curator.change(ids, Change(rating=5)) is None
        assert await library.curator.change(["nobody"], Change(rating=1)) is None
        assert await library.curator.change([], Change(rating=1)) is None
        with pytest.raises(UnknownProject):
            await library.curator.change(ids, Change(project="Nowhere"))
        assert journal.read_bytes() == before


async def test_what_lies_in_the_trash_is_in_no_list_until_it_is_restored(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=2))
        await generate(library, order(order_id="o2", recipe=Recipe("a grey owl")))
        fox, other, owl = await ids_of(library)
        await library.curator.change([fox, owl], Change(add_tags=("night",)))
        done = await library.curator.change([owl, fox], Change(trash=True))
        assert done is not None
        assert await ids_of(library) == [other]
        assert await library.count() == 1
        assert await library.count("owl") == 0
        assert await library.versions(query="owl", limit=9) == ()
        assert await library.tags() == ()
        size = await library.trash_size()
        trashed = await library.versions_of([fox, owl])
        assert (size.count, size.size) == (2, sum(version.size for version in trashed))
        assert size.oldest == trashed[0].trashed
        assert all(library.path(version).exists() for version in trashed)
        await library.curator.change([fox, owl], Change(trash=True))
        assert (await library.version(fox)).trashed == trashed[0].trashed
        await library.curator.change([owl], Change(trash=False))
        assert await ids_of(library) == [other, owl]
        assert await library.tags() == (("night", 1),)


async def test_a_version_knows_how_many_continue_it(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library)
        (root,) = await ids_of(library)
        await generate(library, order(order_id="o2", count=3, recipe=Recipe("bluer", parent=root)))
        assert (await library.version(root)).children == 3
        child = (await ids_of(library))[-1]
        await library.curator.change([child], Change(trash=True))
        assert await library.curator.purge(await library.curator.trashed()) == (child,)
        assert (await library.version(root)).children == 2
        assert [version.purged for version in await library.tree(root)] == [False, False, False, True]


TAGS = ("Sky", "天空", "שמיים", "سماء", "🦊", "👩‍🎨", "no two  spaces", "Straße", "ελλάδα")


async def test_tags_of_every_script_are_found_by_their_beginning_whatever_the_case(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=2))
        first, second = await ids_of(library)
        await library.curator.change([first], Change(add_tags=TAGS))
        await library.curator.change([second], Change(add_tags=("SKY", "天空", "STRASSE", "e\u0301clair")))
        kept = set((await library.version(first)).judgement.tags)
        assert kept == {clean_tag(tag) for tag in TAGS}
        for beginning, found in {
            "sk": ("Sky", 2),
            "天": ("天空", 2),
            "ש": ("שמיים", 1),
            "سم": ("سماء", 1),
            "🦊": ("🦊", 1),
            "👩": ("👩‍🎨", 1),
            "no t": ("no two spaces", 1),
            "strass": ("Straße", 2),
            "ΕΛ": ("ελλάδα", 1),
            "É": ("\u00e9clair", 1),
        }.items():
            assert await library.tags(beginning) == (found,)
        assert await library.tags("空") == ()
        assert await library.tags("%") == await library.tags("\ud800x") == ()
        assert [uses for _, uses in await library.tags()] == [2, 2, 2, *([1] * 7)]
        assert len(await library.tags(limit=4)) == 4
        await library.curator.change([first, second], Change(remove_tags=("sky", "NO TWO SPACES")))
        assert await library.tags("sky") == await library.tags("no") == ()
        await library.curator.change([second], Change(add_tags=("sKY",)))
        assert await library.tags("sky") == (("sKY", 1),)


@given(st.text())
def test_any_text_makes_a_tag_that_can_be_kept_or_none(text: str) -> None:
    tag = clean_tag(text)
    assert tag == clean_tag(tag)
    assert tag.encode().decode() == tag == tag.strip()
    assert len(tag) <= LONGEST_NAME
    assert not set(tag) & set(",\n\r\t\0")


def test_completing_among_a_million_tags_is_a_look_into_an_index(tmp_path: Path) -> None:
    place = LibraryFolder(tmp_path)
    place.hidden.mkdir(parents=True)
    with closing(open_for_writing(place)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) "
            "INSERT INTO tags (name, folded, uses) SELECT 'Tag ' || i, 'tag ' || i, i % 1000 + 1 FROM n"
        )
    asked: list[str] = []
    with closing(open_for_reading(place)) as connection:
        connection.set_trace_callback(asked.append)
        assert tag_records.tags(connection, "tag 99999", limit=3)[0] == ("Tag 99999", 1000)
        # The most used of all that begin so, though a hundred thousand stand before them by name.
        assert tag_records.tags(connection, "t", limit=1)[0][1] == 1000
        assert [uses for _, uses in tag_records.tags(connection, "", limit=3)] == [1000] * 3
        assert tag_records.tags(connection, "u", limit=3) == ()
        connection.set_trace_callback(None)
        assert len(asked) == 4
        for question in asked:
            plan = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}")]
            looks = [step for step in plan if " tags " in step]
            assert looks
            assert all("INDEX" in step for step in looks), plan


def fill_up(path: Path) -> None:
    """Let the file take all the room there is."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 16)):
            pass


async def test_on_a_full_disk_nothing_is_changed_and_judging_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "disk", LEAST_ROOM // 1_000_000 + 8) as disk:
        async with library_in(disk, thumbnails=False) as library:
            await generate(library, order(count=3))
            ids = await ids_of(library)
            await library.curator.change(ids, Change(rating=2, add_tags=("kept",)))
            before = await library.versions(limit=9)
            journal = LibraryFolder(disk).journal.read_bytes()
            ballast = disk / "ballast"
            fill_up(ballast)
            with pytest.raises(LibraryFull):
                # So many tags don't fit into what SQLite has set aside.
                await library.curator.change(ids, Change(add_tags=tuple(f"tag {i} {i}" for i in range(5000))))
            assert await library.versions(limit=9) == before
            assert await library.tags() == (("kept", 3),)
            assert LibraryFolder(disk).journal.read_bytes() == journal
            ballast.unlink()
            await library.curator.change(ids, Change(rating=3))
            assert {version.judgement.rating for version in await library.versions(limit=9)} == {3}
            assert LibraryFolder(disk).journal.read_bytes().startswith(journal)


async def test_index_and_journal_agree_about_what_found_no_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", LEAST_ROOM // 1_000_000 + 8) as disk:
        async with library_in(disk, thumbnails=False) as library:
            await generate(library, order(count=3))
            ids = await ids_of(library)
            await library.curator.change(ids, Change(flag=Flag.PICK))
            fill_up(disk / "ballast")
            with pytest.raises(LibraryFull):
                # Its line still finds room at the end of the journal: it is taken back.
                await library.curator.change(ids, Change(rating=5))
            standings = [version.standing for version in await library.versions(limit=9)]
            last = read(LibraryFolder(disk).journal)[-1]
            assert isinstance(last, SetStandings)
            ((said, of),) = last.groups
            assert set(of) == set(ids)
            assert standings == [said] * 3


# The trash, for good


async def test_what_was_in_the_trash_for_thirty_days_is_removed_for_good(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock) as library:
        await generate(library, order(count=3))
        kept, old, late = await library.versions(limit=9)
        await library.curator.change([old.id], Change(trash=True, add_tags=("gone",)))
        clock.time += timedelta(days=29)
        await library.curator.change([late.id], Change(trash=True))
        assert await library.curator.expired() == ()
        clock.time += timedelta(days=1)
        assert await library.curator.purge_expired(await library.curator.expired()) == (old.id,)
        assert not library.path(old).exists()
        assert not library.path(old).with_suffix(".json").exists()
        assert all(library.path(version).exists() for version in (kept, late))
        assert (await library.trash_size()).count == 1
        assert await library.tags() == ()
        assert await library.versions_of([old.id, kept.id]) == (kept,)
        assert (await library.version(old.id)).purged
        assert await library.verify() == ()
        # What was paid for it stays in the ledger.
        assert len(await library.attempts(limit=9)) == 3
    with closing(sqlite3.connect(LibraryFolder(tmp_path).thumbnails)) as thumbnails:
        keys = {key for (key,) in thumbnails.execute("SELECT key FROM thumbnails")}
    assert old.id not in keys
    assert kept.id in keys


async def test_a_clock_that_was_wrong_removes_nothing_for_good(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        await generate(library)
        (version,) = await library.versions(limit=9)
        right = clock.time
        clock.time = datetime(1990, 1, 1, tzinfo=UTC)
        await library.curator.change([version.id], Change(trash=True))
        clock.time = right + timedelta(days=60)
        assert await library.curator.expired() == ()
        # What was restored and thrown away again since it was found to be expired isn't any more.
        await library.curator.change([version.id], Change(trash=False))
        await library.curator.change([version.id], Change(trash=True))
        assert await library.curator.purge_expired([version.id]) == ()


async def test_only_what_is_in_the_trash_can_be_removed_and_its_drafts_go_with_it(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(), picture(), picture("JPEG"), picture("WEBP"))
        await generate(library, order(order_id="o2"))
        drafted, other = await ids_of(library)
        assert len(list((tmp_path / "Sketches").rglob("*-draft-*"))) == 2
        await library.curator.change([drafted], Change(trash=True))
        assert await library.curator.purge([drafted, other, "nobody"]) == (drafted,)
        assert len(list((tmp_path / "Sketches").rglob("*.*"))) == 2
        assert await ids_of(library) == [other]
        done = await library.curator.carry_out(SetStandings(((Standing("Sketches"), (drafted,)),)))
        assert done is None


async def test_what_lies_beside_a_picture_and_isnt_its_own_stays(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library)
        (version,) = await library.versions(limit=9)
        mine = tmp_path / "mine"
        mine.mkdir()
        (mine / "logo.json").write_text("{}", "utf-8")
        library.path(version).rename(mine / "logo.png")
        await library.locator.take(version, mine / "logo.png")
        await library.curator.change([version.id], Change(trash=True))
        assert await library.curator.purge([version.id]) == (version.id,)
        assert [path.name for path in mine.iterdir()] == ["logo.json"]


async def test_on_a_full_disk_the_trash_is_emptied_to_make_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", LEAST_ROOM // 1_000_000 + 8) as disk:
        async with library_in(disk, thumbnails=False) as library:
            await generate(library, order(count=2))
            await generate(library, order(order_id="o2"), noise())
            ids = await ids_of(library)
            await library.curator.change(ids, Change(trash=True))
        async with library_in(disk, thumbnails=False, seed="2") as library:
            fill_up(disk / "ballast")
            assert set(await library.curator.purge(await library.curator.trashed())) == set(ids)
            assert (await library.trash_size()).count == 0
            assert not list((disk / "Sketches").rglob("*.png"))


async def test_a_file_that_cant_be_removed_now_is_removed_later(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library)
        (version,) = await library.versions(limit=9)
        path = library.path(version)
        path.unlink()
        (path / "in the way").mkdir(parents=True)
        await library.curator.change([version.id], Change(trash=True))
        await library.curator.purge(await library.curator.trashed())
        assert path.exists()
        assert (await library.trash_size()).count == 0
        (path / "in the way").rmdir()
        path.rmdir()
        path.write_bytes(b"there again")
    async with library_in(tmp_path, thumbnails=False, seed="next start") as library:
        await library.curator.purge_left_over()
        assert not path.exists()
