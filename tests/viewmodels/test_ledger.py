"""The ledger as it is asked, followed, and taken out of the window as text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy

from studio.domain.charge import Charge
from studio.domain.errors import FileUnwritable
from studio.domain.geometry import Resolution
from studio.domain.money import total
from studio.engine.events import JobChanged
from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from studio.viewmodels.ledger_choice import Period
from studio.viewmodels.ledger_words import Column
from tests.support.gallery import waiting_job
from tests.support.ledger import TODAY, Ledger, ledger, write_ledger
from tests.support.window import run_in_window, surroundings, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from studio.library.ledger_rows import LedgerRow

Story = Callable[[Ledger], Coroutine[Any, Any, None]]
Tell = Callable[[Story], None]

COUNT = 250


@pytest.fixture
def tell(qapp: QApplication, tmp_path: Path) -> Tell:
    """Tells a story of a ledger of 250 attempts."""

    def run(story: Story) -> None:
        around = surroundings(tmp_path)
        write_ledger(around.folder, COUNT)

        async def with_engine() -> None:
            async with around.engine():
                await story(ledger(around))

        run_in_window(qapp, with_engine())

    return run


def words(made: Ledger, at: int, column: Column) -> str:
    rows = made.model.rows
    return str(rows.data(rows.index(at, column), Qt.ItemDataRole.DisplayRole))


async def all_rows(made: Ledger) -> list[LedgerRow]:
    """Every row, seen once."""
    rows = made.model.rows
    for at in range(rows.rowCount()):
        if rows.row(at) is None:
            rows.data(rows.index(at, 0))
            await until(lambda at=at: rows.row(at))
    return [row for at in range(rows.rowCount()) if (row := rows.row(at))]


def change_index(made: Ledger, *statements: str) -> None:
    with closing(open_for_writing(LibraryFolder(made.around.folder))) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)


def test_nothing_is_read_before_it_is_opened(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        made.model.refresh()
        assert made.model.rests
        assert made.model.state.count is None
        made.model.open()
        await made.settled()
        assert made.model.state.count == COUNT

    tell(story)


def test_the_first_rows_come_with_the_sums_and_others_when_they_are_seen(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        await made.settled()
        assert words(made, 0, Column.REQUEST_ID) == f"req-{COUNT}"
        assert words(made, 200, Column.TIME) == "…"
        assert words(made, 200, Column.PRICE) == ""
        await until(lambda: made.model.rows.row(200))
        assert words(made, 200, Column.PRICE).startswith("¥")
        assert words(made, 200, Column.REQUEST_ID) == f"req-{COUNT - 200}"
        assert made.model.rows.row(150) is None

    tell(story)


def test_sums_are_those_of_the_rows(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        await made.settled()
        for choice in (
            made.model.state.choice,
            replace(made.model.state.choice, size=Resolution.FOUR_K),
            replace(made.model.state.choice, charge=Charge.UNKNOWN),
            replace(made.model.state.choice, period=Period.WEEK, project="Icons"),
        ):
            made.model.choose(choice)
            await made.settled()
            rows, state = await all_rows(made), made.model.state
            charges = {
                charge: [r.entry.attempt.price for r in rows if r.entry.attempt.charge is charge]
                for charge in Charge
            }
            assert state.total is not None
            assert state.count == state.total.calls == len(rows)
            assert state.total.charged == total(charges[Charge.CHARGED])
            assert state.total.unknown == total(charges[Charge.UNKNOWN])
            assert total(one.spent for one in state.groups) == state.total.spent
            assert state.disputed == sum(row.is_disputable for row in rows)

    tell(story)


def test_days_between_two_are_both_included_whichever_comes_first(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        first, last = TODAY - timedelta(days=9), TODAY - timedelta(days=7)
        made.model.open()
        made.model.choose_days(last, first)
        await made.settled()
        rows, state = await all_rows(made), made.model.state
        assert {row.entry.attempt.started.astimezone().date() for row in rows} == {
            first + timedelta(days=number) for number in range(3)
        }
        assert state.total is not None
        assert state.total.calls == len(rows)
        # The chart goes on showing the days around.
        assert len(state.days) > 30

    tell(story)


def test_what_is_sent_meanwhile_comes_on_top_and_moves_nothing_else(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        await made.settled()
        await all_rows(made)
        rows = made.model.rows
        kept, resets = rows.index(10, 0), QSignalSpy(rows.modelReset)
        came, gone = QSignalSpy(rows.rowsInserted), QSignalSpy(rows.rowsRemoved)
        change_index(
            made,
            "INSERT INTO attempts (id, job, number, group_name, gateway, price, price_assumed, state, "
            "charge, started) SELECT 'new', job, 2, group_name, gateway, price, 1, 'waiting', 'reserved', "
            "started FROM attempts WHERE sequence = 250",
        )
        made.around.bridge.happened.emit(JobChanged(waiting_job(1)))
        await until(lambda: made.model.state.count == COUNT + 1)
        await until(lambda: made.model.rests)
        assert (came.count(), gone.count(), resets.count()) == (1, 0, 0)
        assert rows.row(kept.row() + 1) is not None
        words(made, 0, Column.CHARGE)
        await until(lambda: rows.row(0))
        assert words(made, 0, Column.CHARGE) == "Reserved"
        assert words(made, 0, Column.PRICE).startswith("assumed ¥")
        assert words(made, 0, Column.OUTCOME) == "Waiting"

    tell(story)


def test_how_a_call_ended_is_read_again(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        change_index(made, "UPDATE attempts SET charge = 'reserved', ended = NULL WHERE sequence = 250")
        made.model.open()
        await made.settled()
        await all_rows(made)
        assert words(made, 0, Column.CHARGE) == "Reserved"
        change_index(made, "UPDATE attempts SET charge = 'unknown', ended = started WHERE sequence = 250")
        made.around.bridge.happened.emit(JobChanged(waiting_job(1)))
        await until(lambda: words(made, 0, Column.CHARGE) == "Unknown")
        assert made.model.state.count == COUNT

    tell(story)


def test_what_was_saved_is_looked_at_and_nothing_else(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        await made.settled()
        rows = await all_rows(made)
        looked_at: list[str] = []
        made.model.view_requested.connect(looked_at.append)
        for at in range(len(rows)):
            made.model.look(at)
        assert looked_at == [row.version for row in rows if row.version]

    tell(story)


def test_a_request_id_is_copied_whole(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        change_index(
            made,
            "UPDATE attempts SET request_id = '8f31aa00-0000-4000-8000-0000000000c2' WHERE sequence = 250",
        )
        made.model.open()
        await made.settled()
        await all_rows(made)
        assert words(made, 0, Column.REQUEST_ID) == "8f31aa…00c2"
        made.model.copy_request_id(0)
        assert QGuiApplication.clipboard().text() == "8f31aa00-0000-4000-8000-0000000000c2"
        assert made.around.said[-1].words == "Request id copied."

    tell(story)


def test_the_claim_names_every_call_that_can_be_disputed(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        await made.settled()
        disputed = [row for row in await all_rows(made) if row.is_disputable]
        made.model.copy_claim()
        await until(lambda: made.around.said)
        text = QGuiApplication.clipboard().text()
        ids = [
            line.split("request id ")[1].split(" ")[0] for line in text.splitlines() if "request id" in line
        ]
        assert sorted(ids) == sorted(row.entry.attempt.request_id for row in disputed)
        assert f"for {len(disputed)} calls copied" in made.around.said[-1].words
        assert str(total(row.entry.attempt.price for row in disputed)) in made.around.said[-1].words

    tell(story)


def test_what_is_shown_is_exported_as_it_stands(tell: Tell, tmp_path: Path) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        made.model.choose(replace(made.model.state.choice, group="官KEY-3.5折"))
        await made.settled()
        rows, target = await all_rows(made), tmp_path / "ledger.csv"
        await made.model.write_csv(target)
        data = target.read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n") == len(rows) + 1
        with target.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        assert [line["attempt"] for line in lines] == [row.entry.attempt.id for row in rows]
        assert [line["price"] for line in lines] == [row.entry.attempt.price.plain for row in rows]
        assert {line["group"] for line in lines} == {"官KEY-3.5折"}

    tell(story)
    assert list(tmp_path.glob("*.part")) == []


def test_where_nothing_can_be_written_nothing_is_left(tell: Tell, tmp_path: Path) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        await made.settled()
        with pytest.raises(FileUnwritable):
            await made.model.write_csv(tmp_path / "no such folder" / "ledger.csv")
        taken = tmp_path / "a folder"
        taken.mkdir()
        with pytest.raises(FileUnwritable):
            await made.model.write_csv(taken)

    tell(story)
    assert list(tmp_path.glob("*.part")) == []


def test_a_filter_that_finds_nothing_is_no_empty_ledger(tell: Tell) -> None:
    async def story(made: Ledger) -> None:
        made.model.open()
        made.model.choose(replace(made.model.state.choice, project="nobody's"))
        await made.settled()
        assert made.model.state.count == 0
        assert not made.model.state.is_empty
        made.model.show_everything()
        await made.settled()
        assert made.model.state.count == COUNT

    tell(story)
