"""Versions are read when they are wanted, kept within bounds, and say what is true now."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.flags import Flag
from studio.domain.judgement import Change, Judgement, Standing
from studio.engine.events import VersionSaved, VersionsChanged, VersionsGone
from studio.viewmodels.versions import MOST_HELD, MOST_WANTED, Versions
from tests.support.gallery import Shelf, numbered, shelf, write_versions
from tests.support.window import run_in_window, surroundings, until

TRASHED = datetime(2026, 11, 23, 9, tzinfo=UTC)


def name(number: int) -> str:
    return f"version-{number:06}"


def names(numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(map(name, numbers))


def heard(shown: Shelf, event: object) -> None:
    shown.around.bridge.happened.emit(event)


@dataclass(slots=True)
class Arrivals:
    """What was said to have arrived, one set for each time."""

    sets: list[frozenset[str]] = field(default_factory=list[frozenset[str]])

    def watch(self, versions: Versions) -> None:
        versions.arrived.connect(self.sets.append)


@pytest.fixture
def filled(qapp: QApplication, tmp_path: Path) -> Shelf:
    around = surroundings(tmp_path)
    write_versions(around.folder, map(numbered, range(1, 3001)))
    return shelf(around)


def test_what_is_wanted_at_once_is_read_at_once(qapp: QApplication, filled: Shelf) -> None:
    versions, arrivals = filled.versions, Arrivals()

    async def story() -> None:
        async with filled.around.engine():
            arrivals.watch(versions)
            for number in range(1, 51):
                versions.want((name(number),))
            await until(lambda: versions.get(name(50)))
            assert arrivals.sets == [frozenset(names(range(1, 51)))]
            versions.want(names(range(1, 51)))
            versions.want((name(51),))
            await until(lambda: versions.get(name(51)))
            assert arrivals.sets[1:] == [frozenset({name(51)})]

    run_in_window(qapp, story())


def test_what_was_wanted_before_the_library_is_open_comes_then(qapp: QApplication, filled: Shelf) -> None:
    async def story() -> None:
        filled.versions.want((name(7),))
        async with filled.around.engine():
            await until(lambda: filled.versions.get(name(7)))

    run_in_window(qapp, story())


def test_of_too_many_the_last_wanted_come(qapp: QApplication, filled: Shelf) -> None:
    versions = filled.versions

    async def story() -> None:
        async with filled.around.engine():
            for first in range(1, 1001, 100):
                versions.want(names(range(first, first + 100)))
            await until(lambda: versions.get(name(800)))
            read = [number for number in range(1, 1001) if versions.get(name(number))]
            assert read == list(range(1001 - MOST_WANTED, 1001))

    run_in_window(qapp, story())


def test_only_so_many_are_kept_those_that_were_looked_at_last(qapp: QApplication, filled: Shelf) -> None:
    versions = filled.versions
    versions.hold(map(numbered, range(1, MOST_HELD + 1)))
    assert versions.get(name(1))
    versions.hold([numbered(9999)])
    assert versions.get(name(1))
    assert versions.get(name(2)) is None


def test_an_unknown_one_is_asked_for_once_and_never_comes(qapp: QApplication, filled: Shelf) -> None:
    async def story() -> None:
        async with filled.around.engine():
            filled.versions.want(("nobody", name(3)))
            await until(lambda: filled.versions.get(name(3)))
            assert filled.versions.get("nobody") is None

    run_in_window(qapp, story())


def test_what_changes_is_changed_in_what_is_held(qapp: QApplication, filled: Shelf) -> None:
    versions, arrivals = filled.versions, Arrivals()
    versions.hold([numbered(1), numbered(2)])
    arrivals.watch(versions)
    judged = Judgement(rating=4, flag=Flag.PICK, tags=("sea",))
    changes = ((name(1), Standing("Posters", judged, TRASHED)), (name(77), Standing("Posters")))
    heard(filled, VersionsChanged(changes))
    changed = versions.get(name(1))
    assert changed is not None
    assert (changed.judgement, changed.project, changed.trashed) == (judged, "Posters", TRASHED)
    assert versions.get(name(2)) == numbered(2)
    assert versions.get(name(77)) is None
    assert arrivals.sets == [frozenset({name(1)})]


def test_what_is_gone_is_forgotten(qapp: QApplication, filled: Shelf) -> None:
    gone = QSignalSpy(filled.versions.gone)
    filled.versions.hold([numbered(1)])
    heard(filled, VersionsGone((name(1), name(2))))
    assert filled.versions.get(name(1)) is None
    assert gone.at(0) == [(name(1), name(2))]


def test_a_parent_that_is_held_counts_its_new_child(qapp: QApplication, filled: Shelf) -> None:
    filled.versions.hold([numbered(1)])
    heard(filled, VersionSaved(numbered(2, parent=name(1))))
    parent = filled.versions.get(name(1))
    assert parent is not None
    assert parent.children == 1


def test_a_judgement_that_comes_while_its_version_is_read_is_the_last_word(
    qapp: QApplication, filled: Shelf
) -> None:
    versions, bridge = filled.versions, filled.around.bridge

    async def story() -> None:
        async with filled.around.engine():
            for rating in (1, 2, 3, 4, 5):
                versions.want(names(range(rating * 200, rating * 200 + 200)))
                for number in range(rating * 200, rating * 200 + 5):
                    await bridge.ask(
                        lambda studio, number=number, rating=rating: studio.change(
                            (name(number),), Change(rating=rating)
                        )
                    )
            await until(lambda: versions.get(name(1004)))
            for rating in (1, 2, 3, 4, 5):
                for number in range(rating * 200, rating * 200 + 5):
                    held = versions.get(name(number))
                    assert held is None or held.judgement.rating == rating

    run_in_window(qapp, story())
