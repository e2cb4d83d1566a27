"""The gallery's model over a real library: pages, search, and results that come in meanwhile."""

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.domain.listing import Listing
from studio.domain.query import Query
from studio.engine.events import JobChanged, VersionSaved
from studio.viewmodels.gallery_cards import Role
from studio.viewmodels.listing_reader import REST
from tests.support.gallery import Shelf, numbered, shelf, waiting_job, write_versions
from tests.support.window import run_in_window, surroundings, until

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_every_version_has_its_row_and_no_reset_ever(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_versions(around.folder, map(numbered, range(1, 1201)))
    shown = shelf(around)
    resets = QSignalSpy(shown.gallery.modelReset)
    QAbstractItemModelTester(shown.gallery, FATAL, shown.gallery)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            assert (shown.gallery.rowCount(), shown.gallery.found) == (1200, 1200)
            assert shown.ids() == [f"version-{number:06}" for number in range(1200, 0, -1)]
            assert shown.gallery.is_whole

    run_in_window(qapp, story())
    assert resets.count() == 0


def test_what_is_known_of_a_version_is_read_when_it_is_wanted(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_versions(around.folder, map(numbered, range(1, 21)))
    shown = shelf(around)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            assert shown.gallery.version(3) is None
            assert shown.gallery.index(3).data() == "Picture"
            await until(lambda: shown.gallery.version(3))
            assert shown.gallery.index(3).data() == "a cat number 17, 1024 × 1024, saved"

    run_in_window(qapp, story())


def test_search_leaves_only_what_is_found_and_gives_the_rest_back(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    foxes = {7, 120, 280}
    write_versions(
        around.folder,
        (numbered(number, prompt="红色狐狸 fox" if number in foxes else "") for number in range(1, 301)),
    )
    shown = shelf(around)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            shown.gallery.set_query(Query("狐"))
            shown.gallery.set_query(Query("狐狸 "))
            await until(lambda: shown.gallery.found == 3)
            assert shown.ids() == ["version-000280", "version-000120", "version-000007"]
            shown.gallery.set_query(Query())
            await until(lambda: shown.gallery.found == 300)
            assert shown.ids() == [f"version-{number:06}" for number in range(300, 0, -1)]

    run_in_window(qapp, story())


def test_nobody_waits_for_the_rest_of_what_was_asked_before(qapp: QApplication, tmp_path: Path) -> None:
    """The beginning comes first; while all of it is read something else is asked for."""
    around = surroundings(tmp_path)
    write_versions(around.folder, (numbered(number, prompt="fox") for number in range(1, 401)))
    shown = shelf(around)
    answers: list[tuple[str, int]] = []

    def answer(query: Query, listing: Listing, _: object) -> None:
        answers.append((query.text, len(listing)))

    shown.listing.answered.connect(answer)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            for text in ("fox", "400", "fox", "399"):
                shown.gallery.set_query(Query(text))
                await until(lambda text=text: answers[-1][0] == text)
                # Reading all of it begins when the typing has rested.
                await asyncio.sleep(REST)
            await until(lambda: shown.listing.rests)
            shown.gallery.set_query(Query("fox"))
            await until(lambda: answers[-1] == ("fox", 400))

    run_in_window(qapp, story())


def test_results_that_come_while_a_search_is_shown_are_found_by_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    write_versions(around.folder, [numbered(1, prompt="a fox"), numbered(2)])
    shown = shelf(around)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            shown.gallery.set_query(Query("fox"))
            await until(lambda: shown.ids() == ["version-000001"])
            write_versions(around.folder, [numbered(3), numbered(4, prompt="another fox")])
            for number in (3, 4):
                around.bridge.happened.emit(VersionSaved(numbered(number)))
            await until(lambda: shown.ids() == ["version-000004", "version-000001"])

    run_in_window(qapp, story())


def heard(shown: Shelf, *events: object) -> None:
    for event in events:
        shown.around.bridge.happened.emit(event)


def test_a_job_is_a_card_until_its_picture_is_there(qapp: QApplication, tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    heard(shown, VersionSaved(numbered(1)), JobChanged(waiting_job(1, charge=Charge.RESERVED)))
    heard(shown, JobChanged(waiting_job(2, JobState.QUEUED)))
    assert shown.ids() == ["job-1", "job-2", "version-000001"]
    assert shown.gallery.card_count == 2
    heard(shown, JobChanged(waiting_job(1, JobState.SAVED, charge=Charge.CHARGED)), VersionSaved(numbered(2)))
    assert shown.ids() == ["job-2", "version-000002", "version-000001"]


def test_an_event_that_comes_twice_adds_one_row(qapp: QApplication, tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    heard(shown, VersionSaved(numbered(1)), VersionSaved(numbered(1)))
    assert shown.ids() == ["version-000001"]


def test_a_parent_counts_its_children(qapp: QApplication, tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    heard(shown, VersionSaved(numbered(1)))
    heard(shown, VersionSaved(numbered(2, parent="version-000001")))
    heard(shown, VersionSaved(numbered(3, parent="version-000001")))
    counts = [shown.gallery.index(row).data(Role.CHILDREN) for row in range(3)]
    assert counts == [0, 0, 2]


def test_items_are_named_by_prompt_size_and_state(qapp: QApplication, tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    heard(shown, VersionSaved(numbered(1)), JobChanged(waiting_job(1, JobState.QUEUED)))
    names = [shown.gallery.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert names == ["a dog number 1, 1K, Queued", "a cat number 1, 1024 × 1024, saved"]
