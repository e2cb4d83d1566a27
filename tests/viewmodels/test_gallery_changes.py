"""What stands in the gallery through everything that happens to it, watched by Qt's own tester."""

from array import array
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.domain.judgement import Change, Standing
from studio.domain.listing import Listing
from studio.domain.query import Query, Sort, SortKey
from studio.domain.version import Version
from studio.engine.events import JobChanged, VersionsChanged, VersionsGone
from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from studio.viewmodels.tile_rows import section_starts
from tests.support.gallery import (
    Shelf,
    dated,
    numbered,
    save,
    shelf,
    waiting_job,
    write_stacks,
    write_versions,
)
from tests.support.window import run_in_window, surroundings, until

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
numbers = st.integers(1, 12)


def versioned(number: int, series: int = 0) -> Version:
    return replace(numbered(number), series=series)


def listed(numbers: Iterable[int]) -> Listing:
    """These, newest first, of orders of three."""
    made = [versioned(number) for number in sorted(numbers, reverse=True)]
    return Listing(
        tuple(one.id for one in made),
        array("Q", [0] * len(made)),
        array("q", [(one.number - 2) // 3 + 1 for one in made]),
        array("q", [round(one.created.timestamp() * 1_000_000) for one in made]),
        len(made),
    )


def heard(shown: Shelf, event: object) -> None:
    shown.around.bridge.happened.emit(event)


def trash(shown: Shelf, number: int) -> None:
    standing = Standing("Sketches", trashed=NOON)
    heard(shown, VersionsChanged(((f"version-{number:06}", standing),)))


def toggle(shown: Shelf, number: int) -> None:
    if shown.gallery.rowCount():
        shown.gallery.toggle_stack(number % shown.gallery.rowCount())


HAPPENS: dict[str, Callable[[Shelf, int], None]] = {
    "a version is saved": lambda shown, number: save(shown, versioned(number, (number - 1) // 3 + 1)),
    "a stack is toggled": toggle,
    "a version is trashed": trash,
    "a version is gone": lambda shown, number: heard(shown, VersionsGone((f"version-{number:06}",))),
    "a job begins": lambda shown, number: heard(
        shown, JobChanged(waiting_job(number, charge=Charge.RESERVED))
    ),
    "a job ends": lambda shown, number: heard(
        shown, JobChanged(waiting_job(number, JobState.SAVED, charge=Charge.CHARGED))
    ),
}
happenings = st.one_of(
    st.tuples(st.sampled_from(sorted(HAPPENS)), numbers),
    st.tuples(st.sampled_from(["", "fox"]), st.sets(numbers)),
)


def happen(shown: Shelf, kind: str, what: int | set[int]) -> None:
    """Something that happens; a set is what the library answers to a search."""
    if isinstance(what, int):
        HAPPENS[kind](shown, what)
    else:
        shown.listing.take(Query(kind), listed(what))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(happenings, max_size=25))
def test_rows_stay_true_whatever_happens(
    qapp: QApplication, tmp_path: Path, happened: list[tuple[str, int | set[int]]]
) -> None:
    shown = shelf(surroundings(tmp_path))
    QAbstractItemModelTester(shown.gallery, FATAL, shown.gallery)
    for kind, what in happened:
        happen(shown, kind, what)
        rows = shown.gallery.rows
        columns = (rows.looks, rows.series, rows.sections, rows.counts)
        assert {len(column) for column in columns} == {len(rows)}
        assert rows.starts == section_starts(rows.sections)
        standing = shown.gallery.ids_in(range(shown.gallery.rowCount()))
        assert len(set(standing)) == len(standing)


def test_everything_a_person_does_leaves_a_true_model(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_stacks(around.folder, orders=30)
    shown = shelf(around)
    QAbstractItemModelTester(shown.gallery, FATAL, shown.gallery)
    gallery, ask = shown.gallery, around.bridge.ask
    trashed = ("version-000117", "version-000119", "version-000001")

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            assert gallery.rowCount() == 30
            for number in range(1, 4):
                heard(shown, JobChanged(waiting_job(number, charge=Charge.RESERVED)))
            gallery.toggle_stack(3)
            gallery.toggle_stack(20)
            assert gallery.rowCount() == 39
            await ask(lambda studio: studio.change(trashed, Change(trash=True)))
            await until(lambda: gallery.found == 117)
            await ask(lambda studio: studio.undo())
            await until(lambda: gallery.found == 120)
            assert shown.listing.rests
            gallery.toggle_stack(3)
            for query in (Query("is:pick"), Query(sort=Sort(SortKey.RATING)), Query(trash=True), Query()):
                gallery.set_query(query)
                await until(lambda query=query: gallery.shown == query and shown.listing.rests)
            assert gallery.found == 120
            heard(shown, JobChanged(waiting_job(2, JobState.SAVED, charge=Charge.CHARGED)))
            assert gallery.card_count == 2

    run_in_window(qapp, story())


def test_what_is_removed_for_good_leaves_its_stack(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_stacks(around.folder, orders=3)
    shown = shelf(around)
    thrown = ("version-000001", "version-000002", "version-000003")

    async def story() -> None:
        async with around.engine():
            await around.bridge.ask(lambda studio: studio.change(thrown, Change(trash=True)))
            await shown.begin()
            shown.gallery.set_query(Query(trash=True))
            await until(lambda: shown.gallery.found == 3)
            assert shown.gallery.rowCount() == 1
            await around.bridge.ask(lambda studio: studio.empty_trash(thrown[:2]))
            await until(lambda: shown.gallery.found == 1)
            assert shown.gallery.ids_in(range(1)) == thrown[2:]

    run_in_window(qapp, story())


def test_a_version_joins_the_stack_of_its_order(qapp: QApplication, tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    save(shown, versioned(1, 7), versioned(2, 7), versioned(3, 8))
    assert shown.ids() == ["version-000003", "version-000002", "version-000001"]
    shown.gallery.toggle_stack(1)
    held = QPersistentModelIndex(shown.gallery.index(1))
    save(shown, versioned(4, 7), versioned(4, 7))
    assert shown.ids() == ["version-000003", "version-000004"]
    assert held.row() == 1
    assert shown.gallery.found == 4
    assert shown.gallery.ids_in([1]) == ("version-000004", "version-000002", "version-000001")
    assert shown.gallery.row_of("version-000001") == 1


def test_what_came_stands_where_it_will_be_read(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_stacks(around.folder, orders=3)
    shown = shelf(around)
    late = replace(dated(13, days=0), series=2)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            shown.gallery.toggle_stack(1)
            write_versions(around.folder, [late])
            with closing(open_for_writing(LibraryFolder(around.folder))) as connection:
                connection.execute("UPDATE versions SET series = 2 WHERE id = ?", (late.id,))
            save(shown, late)
            standing = shown.ids()
            assert standing[1] == late.id
            shown.listing.refresh()
            await until(lambda: shown.listing.rests)
            assert shown.ids() == standing

    run_in_window(qapp, story())


@pytest.mark.parametrize("stacks", [True, False], ids=["stacked", "each by itself"])
@pytest.mark.parametrize("told", [*permutations((13, 14, 15, 16))], ids=str)
def test_what_is_told_in_another_order_than_it_was_written_stands_where_it_will_be_read(
    told: tuple[int, ...], stacks: bool, qapp: QApplication, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    write_stacks(around.folder, orders=3)
    shown = shelf(around)

    async def story() -> None:
        async with around.engine():
            shown.gallery.stack(stacks=stacks)
            await shown.begin()
            write_versions(around.folder, [dated(number, days=0) for number in range(13, 17)])
            with closing(open_for_writing(LibraryFolder(around.folder))) as connection:
                connection.execute("UPDATE versions SET series = 13 WHERE sequence IN (13, 14, 16)")
            save(shown, *await shown.versions.read(tuple(f"version-{number:06}" for number in told)))
            standing = shown.ids()
            shown.listing.refresh()
            await until(lambda: shown.listing.rests)
            assert shown.ids() == standing

    run_in_window(qapp, story())


def test_a_late_picture_joins_a_closed_stack_at_its_place(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_stacks(around.folder, orders=3)
    shown = shelf(around)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            write_versions(around.folder, [dated(number, days=0) for number in (13, 14)])
            with closing(open_for_writing(LibraryFolder(around.folder))) as connection:
                connection.execute("UPDATE versions SET series = 3 WHERE sequence > 12")
            save(shown, *await shown.versions.read(("version-000014", "version-000013")))
            assert shown.ids()[0] == "version-000014"
            assert shown.gallery.ids_in([0])[:3] == ("version-000014", "version-000013", "version-000012")

    run_in_window(qapp, story())


def test_a_version_that_is_saved_while_all_is_read_is_not_lost(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_versions(around.folder, map(numbered, range(1, 501)))
    shown = shelf(around)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            gone = QSignalSpy(shown.gallery.rowsRemoved)
            for number in range(501, 506):
                shown.listing.refresh()
                write_versions(around.folder, [numbered(number)])
                save(shown, numbered(number))
                assert shown.gallery.id_at(0) == f"version-{number:06}"
            await until(lambda: shown.listing.rests)
            assert shown.ids() == [f"version-{number:06}" for number in range(505, 0, -1)]
            assert gone.count() == 0

    run_in_window(qapp, story())


def test_of_many_queries_the_newest_is_answered_last(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    write_versions(
        around.folder, (numbered(number, prompt=f"a cat {'fox' * (number % 3)}") for number in range(1, 1001))
    )
    shown = shelf(around)

    async def story() -> None:
        async with around.engine():
            await shown.begin()
            answers = QSignalSpy(shown.listing.answered)
            for text in ("f", "fo", "fox", "foxf", "foxfox"):
                shown.gallery.set_query(Query(text))
            await until(lambda: shown.listing.rests)
            assert shown.gallery.found == 333
            answered: list[Query] = [answers.at(number)[0] for number in range(answers.count())]
            assert answered[-1] == shown.gallery.shown == Query("foxfox")
            assert set(answered) <= {Query("f"), Query("foxfox")}

    run_in_window(qapp, story())
