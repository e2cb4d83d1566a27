"""Everything between the engine and the right two thirds of the window, and libraries to show there."""

import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from studio.domain.charge import Charge
from studio.domain.job import Job, JobState
from studio.domain.recipe import Recipe
from studio.domain.version import Version
from studio.engine.events import VersionSaved
from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from studio.library.version_records import insert_version
from studio.viewmodels.details import DetailsViewModel
from studio.viewmodels.gallery import GalleryModel
from studio.viewmodels.jobs import JobsViewModel
from studio.viewmodels.leaving import LeavingViewModel
from studio.viewmodels.listing_reader import ListingReader
from studio.viewmodels.saving import SavingViewModel
from studio.viewmodels.settling import SettlingViewModel
from studio.viewmodels.thumbnails import Thumbnails
from studio.viewmodels.versions import Versions
from tests.domain.making import NOON, attempt, job, order, version
from tests.support.window import Surroundings


@dataclass(slots=True)
class Shelf:
    """The view-models of gallery and details. `clock` is what the jobs' time is read from."""

    around: Surroundings
    jobs: JobsViewModel
    gallery: GalleryModel
    details: DetailsViewModel
    thumbnails: Thumbnails
    versions: Versions
    listing: ListingReader
    saving: SavingViewModel
    leaving: LeavingViewModel

    async def begin(self) -> None:
        await self.jobs.begin()
        await self.gallery.begin()

    def ids(self) -> list[str]:
        """The ids in the gallery, from the first row on."""
        return [self.gallery.id_at(row) for row in range(self.gallery.rowCount())]


def shelf(around: Surroundings) -> Shelf:
    bridge, tasks = around.bridge, around.tasks
    jobs = JobsViewModel(
        bridge=bridge,
        session=around.session,
        settling=SettlingViewModel(bridge=bridge, tasks=tasks, notices=around.notices),
        tasks=tasks,
        monotonic=time.monotonic,
    )
    versions, listing = Versions(bridge=bridge, tasks=tasks), ListingReader(bridge=bridge, tasks=tasks)
    gallery = GalleryModel(reader=listing, versions=versions)
    gallery.show_jobs(jobs)
    return Shelf(
        around=around,
        jobs=jobs,
        versions=versions,
        listing=listing,
        gallery=gallery,
        details=DetailsViewModel(bridge=bridge, tasks=tasks, jobs=jobs),
        thumbnails=Thumbnails(folder=around.folder, bridge=bridge, tasks=tasks),
        saving=SavingViewModel(folder=around.folder, bridge=bridge, tasks=tasks, notices=around.notices),
        leaving=LeavingViewModel(jobs=jobs),
    )


def numbered(number: int, *, prompt: str = "", parent: str | None = None) -> Version:
    """The version of this number; its prompt names it unless another is given."""
    made = version(f"version-{number:06}", minutes=number)
    recipe = Recipe(prompt or f"a cat number {number}", parent=parent)
    path = f"Sketches/2026-11/{number:06}-a-cat.png"
    return replace(made, path=path, recipe=recipe, attempt=f"attempt-{number}", job=f"job-{number}")


def write_versions(folder: Path, versions: Iterable[Version]) -> None:
    """A library whose index holds these versions, in this order; there are no files."""
    place = LibraryFolder(folder)
    place.hidden.mkdir(parents=True, exist_ok=True)
    with closing(open_for_writing(place)) as connection:
        # Without their orders, jobs and attempts, which the gallery doesn't ask for.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        for made in versions:
            insert_version(connection, made, drafts=())
        connection.execute("COMMIT")


def dated(number: int, *, days: int) -> Version:
    """A version of the day so many days after the first, in the middle of the day wherever that is."""
    made = numbered(number)
    return replace(made, created=NOON + timedelta(days=days))


def days_of(*counts: int) -> list[Version]:
    """The versions of one day after another, numbered in the order in which they were made."""
    numbers = iter(range(1, sum(counts) + 1))
    return [dated(next(numbers), days=day) for day, count in enumerate(counts) for _ in range(count)]


def write_stacks(folder: Path, *, orders: int) -> None:
    """A library of orders of four versions each, all of one day."""
    write_versions(folder, (dated(number, days=0) for number in range(1, orders * 4 + 1)))
    with closing(open_for_writing(LibraryFolder(folder))) as connection:
        connection.execute("UPDATE versions SET series = (sequence - 1) / 4 + 1")


def save(shown: Shelf, *versions: Version) -> None:
    """Tell that these have just been saved."""
    for made in versions:
        shown.around.bridge.happened.emit(VersionSaved(made))


def waiting_job(number: int, state: JobState = JobState.WAITING, *, charge: Charge | None = None) -> Job:
    """A job of its own order; with `charge` it was sent once."""
    placed = NOON + timedelta(seconds=number)
    made = job(state, *([replace(attempt(state, charge), id=f"attempt-{number}")] if charge else []))
    return replace(
        made,
        id=f"job-{number}",
        placed=placed,
        order=replace(order(recipe=Recipe(f"a dog number {number}")), id=f"order-{number}"),
    )
