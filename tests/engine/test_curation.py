"""Every deed can be taken back and done again, and the window hears of each."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studio.domain.deed import Deed, DeedKind
from studio.domain.errors import UnknownVersion, UnusableInput
from studio.domain.flags import Flag, Label
from studio.domain.judgement import UNJUDGED, BranchMark, Change, Judgement, Standing
from studio.domain.places import SavedSearch
from studio.domain.project_errors import ProjectExists, ProjectNotEmpty, UnknownProject
from studio.engine.announcer import Announcer
from studio.engine.curation import PURGED_AT_ONCE, Curation
from studio.engine.events import Event, HistoryChanged, ProjectsChanged, VersionsChanged, VersionsGone
from studio.engine.history import MOST_DEEDS, History
from studio.library.library import Library
from studio.library.steps import RemoveProject, grouped
from tests.engine.workshop import GOOD, Workshop, at_work, generate, until, wish
from tests.library.scenes import START, Clock, Ids, library_in, order
from tests.library.scenes import generate as fill
from tests.library.shelves import shelved, write_index
from tests.support.scripted_gateway import ScriptedGateway

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from studio.engine.studio import Studio


# Stories


async def placed(studio: Studio, count: int) -> list[str]:
    """So many versions, newest first."""
    await studio.place(wish(count=count))
    await studio.wait_idle()
    return [version.id for version in await studio.library.versions(limit=count)]


async def ratings(studio: Studio) -> list[int]:
    return [version.judgement.rating for version in await studio.library.versions(limit=50)]


async def test_a_person_rates_takes_it_back_and_does_it_again(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, told):
        ids = await placed(studio, 3)
        assert await studio.change(ids, Change(rating=3)) == Deed(DeedKind.RATE, 3)
        assert await studio.change(ids[:1], Change(rating=5)) == Deed(DeedKind.RATE, 1)
        assert await studio.change(ids, Change(flag=Flag.PICK)) == Deed(DeedKind.FLAG, 3)
        assert await studio.change(ids, Change(flag=Flag.PICK)) is None
        assert await studio.undo() == Deed(DeedKind.FLAG, 3)
        assert await studio.undo() == Deed(DeedKind.RATE, 1)
        assert await ratings(studio) == [3, 3, 3]
        assert await studio.redo() == Deed(DeedKind.RATE, 1)
        assert await ratings(studio) == [5, 3, 3]
        assert await studio.change(ids, Change(label=Label.RED)) == Deed(DeedKind.LABEL, 3)
        assert await studio.redo() is None
        assert await studio.undo() == Deed(DeedKind.LABEL, 3)
        assert await studio.undo() == Deed(DeedKind.RATE, 1)
        assert await studio.undo() == Deed(DeedKind.RATE, 3)
        assert await studio.undo() is None
        assert await ratings(studio) == [0, 0, 0]
        heard = [event for event in told.events if isinstance(event, VersionsChanged)]
        three = Standing("Sketches", Judgement(3))
        assert set(heard[0].standings) == {(version, three) for version in ids}
        assert heard[1].standings == ((ids[0], Standing("Sketches", Judgement(5))),)
        assert set(heard[-1].standings) == {(version, Standing("Sketches", UNJUDGED)) for version in ids}
        history = [event for event in told.events if isinstance(event, HistoryChanged)]
        assert history[0] == HistoryChanged(Deed(DeedKind.RATE, 3), None)
        assert history[-1] == HistoryChanged(None, Deed(DeedKind.RATE, 3))


async def test_a_branch_is_named_hidden_archived_and_all_of_it_taken_back(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, told):
        (name,) = await placed(studio, 1)

        async def mark() -> BranchMark:
            return (await studio.library.version(name)).branch

        assert await studio.change([name], Change(branch_name=" Warm\n")) == Deed(
            DeedKind.BRANCH_NAME, 1, "Warm"
        )
        assert await studio.change([name], Change(branch_name="Warm")) is None
        assert await studio.change([name], Change(branch_hidden=True)) == Deed(DeedKind.BRANCH_HIDE)
        assert await studio.change([name], Change(branch_archived=True)) == Deed(DeedKind.BRANCH_ARCHIVE)
        assert await mark() == BranchMark("Warm", hidden=True, archived=True)
        heard = [event for event in told.events if isinstance(event, VersionsChanged)]
        assert heard[-1].standings == ((name, Standing("Sketches", branch=await mark())),)
        assert await studio.undo() == Deed(DeedKind.BRANCH_ARCHIVE)
        assert await studio.undo() == Deed(DeedKind.BRANCH_HIDE)
        assert await mark() == BranchMark("Warm")
        assert await studio.undo() == Deed(DeedKind.BRANCH_NAME, 1, "Warm")
        assert await mark() == BranchMark()
        assert await studio.redo() == Deed(DeedKind.BRANCH_NAME, 1, "Warm")
        assert await mark() == BranchMark("Warm")


async def test_a_deleted_picture_comes_back_and_a_removed_one_doesnt(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, told):
        ids = await placed(studio, 3)
        assert await studio.change(ids, Change(rating=2)) == Deed(DeedKind.RATE, 3)
        assert await studio.change(ids[:2], Change(trash=True)) == Deed(DeedKind.TRASH, 2)
        assert await studio.library.count() == 1
        assert await studio.undo() == Deed(DeedKind.TRASH, 2)
        assert await studio.library.count() == 3
        assert await studio.redo() == Deed(DeedKind.TRASH, 2)
        assert await studio.change(ids[:1], Change(trash=False)) == Deed(DeedKind.RESTORE, 1)
        assert await studio.empty_trash() == 1
        assert [event for event in told.events if isinstance(event, VersionsGone)] == [
            VersionsGone((ids[1],))
        ]
        assert await studio.empty_trash() == 0
        # What is left of the deeds can still be taken back.
        assert await studio.undo() == Deed(DeedKind.RESTORE, 1)
        assert await studio.undo() == Deed(DeedKind.TRASH, 1)
        assert await studio.undo() == Deed(DeedKind.RATE, 2)
        assert await studio.undo() is None
        assert await ratings(studio) == [0, 0]


async def test_an_order_goes_to_its_project_and_so_does_sending_it_again(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, told):
        assert await studio.create_project("Foxes") == Deed(DeedKind.PROJECT_CREATE, name="Foxes")
        assert ProjectsChanged() in told.events
        with pytest.raises(ProjectExists):
            await studio.create_project("foxes")
        job = await generate(studio, replace(wish(), project="Foxes"))
        version = await studio.library.version(job.versions[0])
        assert version.project == "Foxes"
        assert version.path.startswith("Foxes/")
        assert await studio.rename_project("Foxes", " Red  foxes") == Deed(
            DeedKind.PROJECT_RENAME, name="Red foxes"
        )
        (again,) = await studio.send_again(job.id, price=job.order.price)
        await studio.wait_idle()
        assert again.order.project == "Red foxes"
        assert {one.project for one in await studio.library.versions(limit=9)} == {"Red foxes"}
        heard = [event for event in told.events if isinstance(event, VersionsChanged)]
        assert [event.standings for event in heard] == [((version.id, Standing("Red foxes")),)]
        await generate(studio, replace(wish(), project="Owls"))
        job = await generate(studio, replace(wish(), project="owls"))
        assert job.order.project == "Owls", "capitals make no second project"
        assert [project.name for project in await studio.library.projects()] == [
            *("Owls", "Red foxes", "Sketches")
        ]


async def test_what_cant_be_taken_back_any_more_is_passed_over(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _told):
        ids = await placed(studio, 1)
        await studio.change(ids, Change(rating=4))
        await studio.create_project("Foxes")
        await generate(studio, replace(wish(), project="Foxes"))
        # The project holds a picture now: it stays, and the deed before it is taken back.
        assert await studio.undo() == Deed(DeedKind.RATE, 1)
        assert "Foxes" in [project.name for project in await studio.library.projects()]
        assert await studio.undo() is None


async def test_projects_that_cant_be_what_is_wished_are_refused(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _told):
        ids = await placed(studio, 1)
        with pytest.raises(ProjectNotEmpty):
            await studio.remove_project("Sketches")
        with pytest.raises(UnknownProject):
            await studio.archive_project("Foxes", archived=True)
        with pytest.raises(UnknownProject):
            await studio.set_cover("Foxes", ids[0])
        with pytest.raises(UnknownVersion):
            await studio.set_cover("Sketches", "nobody")
        assert await studio.undo() is None


async def test_an_import_is_one_deed_that_is_taken_back_into_the_trash(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _told):
        ids = await placed(studio, 3)
        await studio.change(ids[:1], Change(trash=True))
        lying, *new = await studio.library.versions_of(ids)
        await studio.curation.joined(tuple(new), (lying,))
        assert await studio.library.count() == 3
        assert await studio.undo() == Deed(DeedKind.IMPORT, 3)
        assert await studio.library.count() == 0
        assert (await studio.library.version(lying.id)).trashed == lying.trashed
        assert await studio.redo() == Deed(DeedKind.IMPORT, 3)
        assert await studio.library.count() == 3


async def test_all_of_it_is_there_after_a_restart(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _told):
        ids = await placed(studio, 2)
        await studio.change(ids, Change(rating=4, add_tags=("🦊",)))
        await studio.change(ids[:1], Change(trash=True))
        await studio.save_search(SavedSearch("Best", "rating:>=4"))
    async with at_work(tmp_path, GOOD) as (studio, _, told):
        assert await ratings(studio) == [4]
        assert await studio.library.tags() == (("🦊", 1),)
        assert (await studio.library.trash_size()).count == 1
        assert await studio.library.saved_searches() == (SavedSearch("Best", "rating:>=4"),)
        assert await studio.undo() is None
        assert not any(isinstance(event, VersionsGone) for event in told.events)


async def test_what_is_too_long_in_the_trash_goes_by_itself_a_while_after_the_start(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _told):
        ids = await placed(studio, 2)
        await studio.change(ids[:1], Change(trash=True))
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(
            tmp_path,
            gateway.address,
            now=lambda: datetime.now(UTC) + timedelta(days=31),
            seconds_before_tidying=0.01,
        )
        async with workshop.open() as studio:
            await until(lambda: VersionsGone((ids[0],)) in workshop.told.events)
            assert await studio.library.count() == 1


async def test_a_deed_that_has_begun_is_done_even_if_nobody_waits_for_it(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, told):
        ids = await placed(studio, 1)
        asking = asyncio.create_task(studio.change(ids, Change(rating=5)))
        await asyncio.sleep(0)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await until(lambda: any(isinstance(event, HistoryChanged) for event in told.events))
        assert await studio.undo() == Deed(DeedKind.RATE, 1)


async def test_deeds_asked_for_at_once_are_done_one_after_the_other(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _told):
        ids = await placed(studio, 1)
        await asyncio.gather(*(studio.change(ids, Change(rating=number)) for number in (1, 2, 3, 4, 5)))
        assert await ratings(studio) == [5]
        for expected in (4, 3, 2, 1, 0):
            await studio.undo()
            assert await ratings(studio) == [expected]


# The history


def test_the_oldest_deeds_are_forgotten_first() -> None:
    history = History()
    for number in range(MOST_DEEDS + 5):
        history.add(Deed(DeedKind.PROJECT_CREATE, name=f"{number}"), RemoveProject(f"{number}"))
    taken_back = 0
    while (entry := history.last) is not None:
        history.undone(entry.step)
        taken_back += 1
    assert taken_back == MOST_DEEDS
    assert history.next is not None
    assert history.next.deed.name == "5"


def test_very_many_versions_are_named_by_few_deeds_but_always_by_the_last() -> None:
    history = History(most_versions=1000)
    ids = [f"{number}" for number in range(500)]
    for _ in range(4):
        history.add(Deed(DeedKind.RATE, len(ids)), grouped((one, Standing("x")) for one in ids))
    more = grouped((f"{number}", Standing("x")) for number in range(1001))
    assert len(list(undoing(history))) == 2
    history.add(Deed(DeedKind.TRASH, 1), more)
    assert [deed.kind for deed in undoing(history)] == [DeedKind.TRASH]


def undoing(history: History) -> list[Deed]:
    """Every deed that can be taken back, the last first."""
    found: list[Deed] = []
    while (entry := history.last) is not None:
        found.append(entry.deed)
        history.undone(entry.step)
    return found


async def test_a_full_trash_is_emptied_bit_by_bit_and_what_is_restored_meanwhile_stays(
    tmp_path: Path,
) -> None:
    made = [replace(shelved(number), created=START) for number in range(2 * PURGED_AT_ONCE + 5)]
    write_index(tmp_path, made)
    heard: list[Event] = []
    async with AsyncExitStack() as stack:
        library = await stack.enter_async_context(library_in(tmp_path, thumbnails=False))
        announcer = await stack.enter_async_context(Announcer(library, Clock()))
        announcer.subscribe(heard.append)
        curation = await stack.enter_async_context(Curation(library.curator, announcer, Clock()))
        await curation.change([one.id for one in made], Change(trash=True))
        emptying = asyncio.create_task(curation.empty_trash(None))
        await until(lambda: any(isinstance(event, VersionsGone) for event in heard))
        restored = (await library.curator.trashed())[-1]
        await curation.change([restored], Change(trash=False))
        assert await emptying == len(made) - 1
        assert [version.id for version in await library.versions(limit=9)] == [restored]
    told = [len(event.ids) for event in heard if isinstance(event, VersionsGone)]
    assert told == [PURGED_AT_ONCE, PURGED_AT_ONCE, 4]


# The law


@dataclass
class Desk:
    """A library of five versions with its deeds, and nothing else of a Studio."""

    library: Library
    curation: Curation
    ids: list[str]

    async def seen(self) -> object:
        """All that can be seen of what the person did."""
        library = self.library
        return (
            await library.versions_of(self.ids),
            await library.versions(limit=10),
            await library.projects(),
            await library.tags(limit=100),
            await library.saved_searches(),
            await library.trash_size(),
        )


@asynccontextmanager
async def desk(template: Path, folder: Path) -> AsyncGenerator[Desk]:
    shutil.copytree(template, folder)
    async with AsyncExitStack() as stack:
        clock = Clock(datetime(2026, 1, 1, tzinfo=UTC))
        library = Library(folder, now=clock, new_id=Ids("desk"), thumbnails=False)
        await stack.enter_async_context(library)
        announcer = await stack.enter_async_context(Announcer(library, clock))
        curation = await stack.enter_async_context(Curation(library.curator, announcer, clock))
        ids = sorted(version.id for version in await library.versions(limit=10))
        yield Desk(library, curation, ids)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of five versions, in two projects."""
    folder = tmp_path_factory.mktemp("template") / "library"

    async def make() -> None:
        async with library_in(folder, thumbnails=False) as library:
            await fill(library, order(count=3))
            await fill(library, order(order_id="o2", count=2, project="Foxes"))

    asyncio.run(make())
    return folder


PROJECTS = st.sampled_from(["Sketches", "Foxes", "foxes", "天空", ""])
TAGS = st.lists(st.sampled_from(["Sky", "sky", "天空", "🦊", "سماء", ","]), max_size=3).map(tuple)
CHANGES = st.one_of(
    st.builds(Change, rating=st.integers(0, 5)),
    st.builds(Change, flag=st.sampled_from(Flag)),
    st.builds(Change, label=st.sampled_from(Label)),
    st.builds(Change, project=PROJECTS),
    st.builds(Change, trash=st.booleans()),
    st.builds(Change, add_tags=TAGS, remove_tags=TAGS),
    st.builds(Change, rating=st.integers(0, 5), trash=st.booleans(), add_tags=TAGS, project=PROJECTS),
)
SEARCHES = st.builds(SavedSearch, st.sampled_from(["Best", "雪", " "]), st.sampled_from(["a", "rating:5"]))
SOME = st.sets(st.integers(0, 4), min_size=1)


Doing: TypeAlias = Callable[[Desk], Awaitable[Deed | None]]


def changing(some: set[int], change: Change) -> Doing:
    return lambda desk: desk.curation.change([desk.ids[number] for number in sorted(some)], change)


def creating(name: str) -> Doing:
    return lambda desk: desk.curation.create_project(name)


def renaming(old: str, new: str) -> Doing:
    return lambda desk: desk.curation.rename_project(old, new)


def archiving(name: str, archived: bool) -> Doing:
    return lambda desk: desk.curation.archive_project(name, archived=archived)


def covering(name: str, number: int) -> Doing:
    return lambda desk: desk.curation.set_cover(name, desk.ids[number])


def removing(name: str) -> Doing:
    return lambda desk: desk.curation.remove_project(name)


def saving(search: SavedSearch) -> Doing:
    return lambda desk: desk.curation.save_search(search)


def forgetting(search: SavedSearch) -> Doing:
    return lambda desk: desk.curation.remove_search(search.name)


def undo(desk: Desk) -> Awaitable[Deed | None]:
    return desk.curation.undo()


def redo(desk: Desk) -> Awaitable[Deed | None]:
    return desk.curation.redo()


DEEDS: st.SearchStrategy[Doing] = st.one_of(
    st.builds(changing, SOME, CHANGES),
    st.builds(creating, PROJECTS),
    st.builds(renaming, PROJECTS, PROJECTS),
    st.builds(archiving, PROJECTS, st.booleans()),
    st.builds(covering, PROJECTS, st.integers(0, 4)),
    st.builds(removing, PROJECTS),
    st.builds(saving, SEARCHES),
    st.builds(forgetting, SEARCHES),
    st.sampled_from([undo, redo]),
)


@dataclass
class Walk:
    """The states that a desk has gone through, and in which of them it is."""

    desk: Desk
    states: list[object]
    now: int = 0

    async def go(self, deed: Doing) -> None:
        """Do it, and see the state that must be."""
        if deed is undo:
            assert (await deed(self.desk) is None) == (self.now == 0)
            self.now = max(0, self.now - 1)
        elif deed is redo:
            assert (await deed(self.desk) is None) == (self.now == len(self.states) - 1)
            self.now = min(len(self.states) - 1, self.now + 1)
        else:
            with suppress(UnusableInput):
                if await deed(self.desk) is not None:
                    self.now += 1
                    self.states[self.now :] = [await self.desk.seen()]
        assert await self.desk.seen() == self.states[self.now]


@given(deeds=st.lists(DEEDS, min_size=1, max_size=25))
@hypothesis_settings(max_examples=60, deadline=None)
async def test_any_sequence_of_deeds_undone_gives_the_same_library_and_redone_the_same_again(
    template: Path, tmp_path_factory: pytest.TempPathFactory, deeds: list[Doing]
) -> None:
    async with desk(template, tmp_path_factory.mktemp("desk") / "library") as at:
        walk = Walk(at, [await at.seen()])
        for deed in deeds:
            await walk.go(deed)
        for _ in range(walk.now + 1):
            await walk.go(undo)
        for _ in walk.states:
            await walk.go(redo)
        assert walk.now == len(walk.states) - 1
        # And an index that is written anew from the files knows the same.
        assert await at.library.rebuild() == 5
        assert await at.seen() == walk.states[-1]
