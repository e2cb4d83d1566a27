"""What the person said outlives the index: it is written down a second time, line by line."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.export import Encoding
from studio.domain.export_sizes import SizeKind, SizeRule
from studio.domain.flags import Flag, Label
from studio.domain.judgement import DAYS_IN_TRASH, Change, Judgement, Standing
from studio.domain.link import LinkForm
from studio.domain.places import Project, SavedSearch, TrashSize
from studio.domain.project_errors import ProjectExists, ProjectNotEmpty, UnknownProject, UnusableName
from studio.domain.version import Version
from studio.library import journal as journals
from studio.library.database import open_for_writing
from studio.library.journal import SLACK
from studio.library.layout import LibraryFolder
from studio.library.library import Library
from studio.library.steps import PutLink, RemoveLink, SetStandings
from tests.library.scenes import Clock, begin, generate, library_in, order, picture, receive, reply_with

if TYPE_CHECKING:
    from pathlib import Path


SEARCH = SavedSearch("Best of 狐狸", "rating:>=4 狐", sort="rating")


@dataclass(frozen=True)
class Seen:
    """All that can be seen of what the person said."""

    versions: tuple[Version, ...]
    projects: tuple[Project, ...]
    tags: tuple[tuple[str, int], ...]
    searches: tuple[SavedSearch, ...]
    trash: TrashSize


async def seen(library: Library, ids: list[str]) -> Seen:
    versions = tuple(replace(version, series=0) for version in await library.versions_of(ids))
    return Seen(
        versions,
        await library.projects(),
        await library.tags(limit=100),
        await library.saved_searches(),
        await library.trash_size(),
    )


def lose_index(folder: Path) -> None:
    for path in (folder / ".proofroom").glob("library.sqlite*"):
        path.unlink()


async def judge_much(library: Library, clock: Clock) -> list[str]:
    """Six versions, judged, moved, in projects of which one was renamed; gives their ids."""
    curator = library.curator
    await generate(library, order(count=4))
    await generate(library, order(order_id="o2", project="Owls", placed=clock.time))
    ids = [version.id for version in await library.versions(limit=9)]
    await curator.change(ids, Change(rating=3, add_tags=("fox", "Snow 雪", "🦊")))
    await curator.change(ids[:2], Change(flag=Flag.PICK, label=Label.BLUE, remove_tags=("fox",)))
    await curator.create_project("Covers")
    await curator.change(ids[2:4], Change(project="Covers"))
    await curator.set_cover("Covers", ids[3])
    await curator.rename_project("Owls", "Night birds")
    await curator.archive_project("Night birds", archived=True)
    await curator.create_project("Empty")
    await curator.create_project("Gone")
    await curator.remove_project("Gone")
    await curator.save_search(replace(SEARCH, text="first"))
    await curator.save_search(SEARCH)
    await curator.save_search(SavedSearch("Gone", "x"))
    await curator.remove_search("Gone")
    await curator.change(ids[-1:], Change(trash=True))
    await curator.change(ids[:2], Change(branch_name="Warm 暖", branch_hidden=True))
    await curator.change(ids[1:3], Change(branch_archived=True))
    # The old name is free again, and taken by somebody else.
    await curator.create_project("Owls")
    await generate(library, order(order_id="o3", project="Owls", placed=clock.time))
    return [*ids, (await library.versions(limit=1))[0].id]


async def test_a_rebuilt_index_knows_all_that_was_said(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        ids = await judge_much(library, clock)
        before = await seen(library, ids)
        assert [project.name for project in before.projects] == [
            *("Covers", "Empty", "Night birds", "Owls", "Sketches")
        ]
        assert await library.rebuild() == 6
        assert await seen(library, ids) == before
        assert await library.rebuild() == 6
        assert await seen(library, ids) == before


async def test_where_the_index_was_lost_the_journal_says_it_again(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        ids = await judge_much(library, clock)
        before = await seen(library, ids)
    for number in range(2):
        lose_index(tmp_path)
        async with library_in(tmp_path, now=clock, seed=f"{number}", thumbnails=False) as library:
            assert await seen(library, ids) == before
            assert (await library.job(before.versions[0].job)).order.project == before.versions[0].project
            # The second time from a journal that was written anew.
            with LibraryFolder(tmp_path).journal.open("ab") as file:
                file.write(bytes(2 * SLACK))
            await library.curator.tidy_journal()
            assert LibraryFolder(tmp_path).journal.stat().st_size < 5000


async def test_where_the_journal_was_lost_the_index_writes_it_again(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        ids = await judge_much(library, clock)
        before = await seen(library, ids)
        LibraryFolder(tmp_path).journal.unlink()
        await library.curator.tidy_journal()
    lose_index(tmp_path)
    async with library_in(tmp_path, now=clock, seed="2", thumbnails=False) as library:
        assert await seen(library, ids) == before


async def test_a_name_that_was_changed_while_the_clock_was_behind_is_found_again(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        await generate(library, order(project="Foxes", placed=clock.time))
        clock.time -= timedelta(days=1)
        await library.curator.rename_project("Foxes", "Red foxes")
        (version,) = await library.versions(limit=1)
    lose_index(tmp_path)
    async with library_in(tmp_path, now=clock, seed="2", thumbnails=False) as library:
        assert await library.versions(limit=1) == (version,)
        assert [project.name for project in await library.projects()] == ["Red foxes"]


async def test_projects_without_any_picture_outlive_their_journal(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await library.curator.create_project("Covers")
        await library.curator.save_search(SEARCH)
        before = await seen(library, [])
    async with library_in(tmp_path, thumbnails=False) as library:
        assert await seen(library, []) == before
    LibraryFolder(tmp_path).journal.write_bytes(b'{"type":"no project","name":"Covers"}\n')
    async with library_in(tmp_path, thumbnails=False) as library:
        assert await seen(library, []) == before


async def test_a_journal_that_has_lost_its_end_removes_nothing_for_good(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        await library.curator.change([version.id], Change(trash=True))
        await library.curator.change([version.id], Change(trash=False))
    journal = LibraryFolder(tmp_path).journal
    journal.write_bytes(journal.read_bytes().splitlines(keepends=True)[0])
    lose_index(tmp_path)
    clock.time += timedelta(days=DAYS_IN_TRASH + 1)
    async with library_in(tmp_path, now=clock, seed="2", thumbnails=False) as library:
        assert (await library.trash_size()).count == 1
        assert await library.curator.expired() == ()
        clock.time += timedelta(days=DAYS_IN_TRASH + 1)
        assert await library.curator.purge_expired(await library.curator.expired()) == (version.id,)


async def test_a_reader_of_a_library_that_was_never_judged_finds_nothing_said(tmp_path: Path) -> None:
    async with Library.reader(tmp_path) as reader:
        assert await reader.projects() == await reader.saved_searches() == await reader.tags() == ()
        assert await reader.trash_size() == TrashSize()
        assert await reader.versions_of(["nobody"]) == ()


async def test_pictures_that_come_from_elsewhere_bring_nothing_and_take_nothing(tmp_path: Path) -> None:
    """A version whose row was lost, while the index knows others better than the journal."""
    async with library_in(tmp_path / "a", thumbnails=False) as library:
        await generate(library, order(count=2))
        known, other = await library.versions(limit=9)
        await library.curator.change([known.id, other.id], Change(rating=5))
        shutil.move(library.path(other).with_suffix(".json"), tmp_path / "aside.json")
        shutil.move(library.path(other), tmp_path / "aside.png")
        assert await library.rebuild() == 1
        await library.curator.change([known.id], Change(rating=1))
        shutil.move(tmp_path / "aside.json", library.path(other).with_suffix(".json"))
        shutil.move(tmp_path / "aside.png", library.path(other))
        assert await library.rebuild() == 2
        ratings = {version.id: version.judgement.rating for version in await library.versions(limit=9)}
        assert ratings == {known.id: 1, other.id: 5}


async def test_a_rebuild_keeps_colours_and_what_is_gone_for_good(tmp_path: Path) -> None:
    place = LibraryFolder(tmp_path)
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=3))
        kept, gone, back = await library.versions(limit=9)
        picture_of_back = library.path(back).read_bytes()
        sidecar_of_back = library.path(back).with_suffix(".json").read_bytes()
    with closing(open_for_writing(place)) as connection:
        connection.execute("UPDATE versions SET phash = -sequence")
        connection.execute("INSERT INTO colours SELECT sequence, 50, 1, sequence, 9 FROM versions")
    async with library_in(tmp_path, thumbnails=False, seed="2") as library:
        await library.curator.change([back.id], Change(rating=2))
        await library.curator.change([gone.id, back.id], Change(trash=True))
        await library.curator.purge(await library.curator.trashed())
        assert await library.rebuild() == 1
        assert (await library.version(gone.id)).purged
        assert (await library.version(back.id)).purged
        # Out of a backup, it is there again, and not in the trash.
        library.path(back).write_bytes(picture_of_back)
        library.path(back).with_suffix(".json").write_bytes(sidecar_of_back)
        assert await library.rebuild() == 2
        assert (await library.version(back.id)).standing == Standing("Sketches", Judgement(2))
        assert (await library.version(gone.id)).purged
    with closing(open_for_writing(place)) as connection:
        (hashed,) = connection.execute("SELECT phash FROM versions WHERE id = ?", (kept.id,)).fetchone()
        (b,) = connection.execute(
            "SELECT b FROM colours JOIN versions ON sequence = version WHERE id = ?", (kept.id,)
        ).fetchone()
        assert hashed == -b


async def test_damaged_lines_are_passed_over_and_writing_goes_on(tmp_path: Path) -> None:
    journal = LibraryFolder(tmp_path).journal
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=2))
        first, second = (version.id for version in await library.versions(limit=9))
        await library.curator.change([first], Change(rating=1))
    with journal.open("ab") as file:
        file.write(b'\xff\xfe\n{"type":"from a later Proofroom"}\n[1]\n\n{"type":"standings","groups":7}\n')
        file.write(b"[" * 10_000 + b'\n{"type":"standings","gro')
    async with library_in(tmp_path, thumbnails=False, seed="2") as library:
        await library.curator.change([second], Change(rating=2))
        await library.curator.change([first], Change(flag=Flag.REJECT))
    lose_index(tmp_path)
    async with library_in(tmp_path, thumbnails=False, seed="3") as library:
        standings = [version.judgement for version in await library.versions_of([first, second])]
        assert standings == [Judgement(1, Flag.REJECT), Judgement(2)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"rating":3', f'"rating":{1 << 70}'),
        ('"rating":3', '"rating":6'),
        ('"project":"Sketches"', '"project":""'),
        ('Z","old"', '","old"'),
        ('"number":1', f'"number":{1 << 70}'),
    ],
)
async def test_a_damaged_value_takes_no_more_than_its_line(tmp_path: Path, old: str, new: str) -> None:
    journal = LibraryFolder(tmp_path).journal
    lines = (
        '{"type":"standings","groups":[[{"project":"Sketches","judgement":{"rating":3}},["ID"]]]}',
        '{"type":"rename","at":"2030-11-22T10:00:00Z","old":"Sketches","new":"Owls"}',
        '{"type":"project","name":"Covers","number":1}',
    )
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(placed=datetime(2030, 1, 1, tzinfo=UTC)))
        (version,) = await library.versions(limit=9)
    text = "\n".join(lines).replace("ID", version.id)
    assert old in text
    journal.write_text(text.replace(old, new), "utf-8")
    assert len(journals.read(journal)) == 2
    lose_index(tmp_path)
    async with library_in(tmp_path, thumbnails=False, seed="2") as library:
        assert await library.count() == 1


@given(st.binary(max_size=300))
def test_any_bytes_are_read_as_some_steps(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any bytes.jsonl"
    path.write_bytes(data)
    assert isinstance(journals.read(path), tuple)


async def test_a_journal_grows_no_larger_than_a_few_times_what_is_needed(tmp_path: Path) -> None:
    journal = LibraryFolder(tmp_path).journal
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=2))
        ids = [version.id for version in await library.versions(limit=9)]
        await library.curator.change(ids, Change(add_tags=("a",)))
        one = journal.read_bytes()
        await library.curator.tidy_journal()
        assert journal.read_bytes() == one
        journal.write_bytes(one * (SLACK // len(one) + 1))
        await library.curator.change(ids, Change(rating=5))
        before = await seen(library, ids)
        await library.curator.tidy_journal()
        assert journal.stat().st_size < 1000
        await library.curator.tidy_journal()
        await library.curator.change(ids[:1], Change(trash=True))
        assert isinstance(journals.read(journal)[-1], SetStandings)
        await library.curator.change(ids[:1], Change(trash=False))
    lose_index(tmp_path)
    async with library_in(tmp_path, thumbnails=False, seed="2") as library:
        assert await seen(library, ids) == before


# Projects


async def test_projects_are_told_apart_by_their_names_and_hold_what_was_moved_to_them(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        curator = library.curator
        assert await library.projects() == (Project("Sketches"),)
        await curator.create_project("  Über\n uns ")
        for name, refused in {
            "Über uns": ProjectExists,
            "über UNS": ProjectExists,
            "sketches": ProjectExists,
            " \t\0": UnusableName,
        }.items():
            with pytest.raises(refused):
                await curator.create_project(name)
        await generate(library, order(count=2))
        newest, oldest = await library.versions(limit=9)
        await curator.change([oldest.id], Change(project="Über uns"))
        sketches, about = await library.projects()
        assert sketches == Project("Sketches", count=1, newest=newest.id)
        assert about == Project("Über uns", count=1, newest=oldest.id)
        assert library.path(await library.version(oldest.id)) == library.path(oldest)
        await curator.rename_project("Über uns", "über uns")
        with pytest.raises(ProjectExists):
            await curator.rename_project("über uns", "SKETCHES")
        with pytest.raises(UnknownProject):
            await curator.rename_project("Über uns", "x")
        assert await curator.rename_project("über uns", "über uns") is None
        assert (await library.version(oldest.id)).project == "über uns"
        await curator.set_cover("Sketches", newest.id)
        assert (await library.projects())[0].cover == newest.id
        await curator.change([newest.id], Change(project="über uns"))
        assert (await library.projects())[0] == Project("Sketches")


async def test_only_a_project_that_nothing_belongs_to_can_be_removed(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        curator = library.curator
        (job,) = await library.place(order(project="Foxes"))
        with pytest.raises(ProjectNotEmpty):
            await curator.remove_project("Foxes")
        await library.cancel(job.id)
        await curator.remove_project("Foxes")
        await generate(library, order(order_id="o2", project="Foxes"))
        (version,) = await library.versions(limit=9)
        await curator.change([version.id], Change(trash=True))
        with pytest.raises(ProjectNotEmpty):
            await curator.remove_project("Foxes")
        await curator.purge(await curator.trashed())
        await curator.remove_project("Foxes")
        with pytest.raises(UnknownProject):
            await curator.remove_project("Foxes")
        assert await library.projects() == (Project("Sketches"),)


async def test_what_is_under_way_goes_to_the_project_by_its_new_name(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        (job,) = await library.place(order(project="Foxes"))
        begun = await begin(library, job)
        await receive(library, begun, picture())
        clock.time += timedelta(minutes=1)
        await library.curator.rename_project("Foxes", "Red foxes")
        await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        (version,) = await library.versions(limit=9)
        assert version.project == "Red foxes"
        assert [project.name for project in await library.projects()] == ["Red foxes", "Sketches"]
        assert await library.rebuild() == 1
        assert await library.versions(limit=9) == (version,)
        assert [project.name for project in await library.projects()] == ["Red foxes", "Sketches"]


def test_a_damaged_line_ties_no_file(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    good = PutLink(str(tmp_path / "hero.png"), "a", LinkForm())
    bad = (
        PutLink("hero.png", "a", LinkForm()),
        PutLink(str(tmp_path / "b.png"), "a", LinkForm(Encoding(quality=0))),
        PutLink(str(tmp_path / "c.png"), "a", LinkForm(size=SizeRule(SizeKind.WIDTH))),
    )
    path.write_bytes(journals.encode((good, *bad, RemoveLink("d.png"))))
    assert journals.read(path) == (good, RemoveLink("d.png"))
