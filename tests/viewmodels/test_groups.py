"""Groups side by side, as a person reads them: what is published, what we saw, and what beats what."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.budget import Budgets
from studio.domain.charge import Charge, Outcome
from studio.domain.evidence import Call, Evidence, Rate, evidence_of
from studio.domain.geometry import Resolution
from studio.domain.group_series import Point
from studio.domain.keys import KeySource, Secret
from studio.domain.money import Money
from studio.domain.spans import Span
from studio.domain.spending import Spending
from studio.engine.events import KeyState
from studio.library.ledger import Spent
from studio.settings import Settings
from studio.viewmodels.charts import BarChart, ColumnChart, LineChart, Table
from studio.viewmodels.groups import GroupsViewModel
from studio.viewmodels.groups_bars import errors, latency, success, throughput
from studio.viewmodels.groups_board import BoardRow, own_board, published_board
from studio.viewmodels.groups_charts import charts, price_against_latency
from studio.viewmodels.groups_figures import OwnFigures, Situation, short_names
from studio.viewmodels.groups_month import month, month_begin
from studio.viewmodels.groups_uptime import uptime
from studio.viewmodels.session import SessionState
from tests.support.many_attempts import GATEWAY, LAST, write_attempts
from tests.support.window import page_model, run_in_window, surroundings, until

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from PySide6.QtWidgets import QApplication

    from studio.domain.goal import Goal

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHEAP, UNREAD, SURE, SLOW, FULL = "官KEY-1.5折", "官KEY-2.5折", "官KEY-3.5折", "官KEY-4.5折", "官KEY-正价"


def calls(good: int, bad: int = 0, *, seconds: float = 14.0, outcome: Outcome = Outcome.LOST) -> Evidence:
    """Pictures at 2K for ¥0.25, and failures that may have been charged."""
    price = Money.parse("0.25")
    picture = Call(
        Outcome.PICTURE,
        Charge.CHARGED,
        price,
        seconds=seconds,
        end_to_end=seconds,
        delivered=Resolution.TWO_K,
        wrong_size=False,
    )
    return evidence_of([picture] * good + [Call(outcome, Charge.UNKNOWN, price, seconds)] * bad)


def situation(
    keys: tuple[str, ...] = (), own: dict[str, Evidence] | None = None, goal: Goal | None = None
) -> Situation:
    states = tuple(KeyState(name, KeySource.KEYCHAIN) for name in keys)
    session = SessionState(Settings(), page_model(), keys=states, keys_known=True)
    figures = None if own is None else OwnFigures(NOW, Span.MONTH, own)
    return Situation(session, SURE, Resolution.TWO_K, Span.MONTH, figures, held=own or {}, goal=goal)


def row_of(rows: tuple[BoardRow, ...], name: str) -> BoardRow:
    return next(row for row in rows if row.name == name)


def test_the_board_says_what_is_published_and_what_a_picture_comes_to() -> None:
    board = published_board(situation())
    titles = [column.title for column in board.columns]
    assert titles[:8] == ["Group", "0.5K", "1K", "2K", "4K", "Latency", "Tokens/s", "Uptime"]
    assert titles[8:] == ["2K per success", "Yours: runs · p50 · ok"]
    cheap = row_of(board.rows, CHEAP)
    assert cheap.cells == (
        *("¥0.05", "¥0.07", "¥0.11", "¥0.16", "102.07 s", "10.99", "62.50%", "¥0.18", "—"),
    )
    assert cheap.role == "bad"


def test_what_isnt_published_is_neither_nothing_nor_all() -> None:
    row = row_of(published_board(situation()).rows, UNREAD)
    assert row.cells[4:] == ("—", "—", "—", "—", "—")
    assert row.role == "faint"


def test_own_figures_stand_beside_published_ones() -> None:
    now = situation(own={SURE: calls(41), CHEAP: calls(7, 5, seconds=96)})
    board = published_board(now)
    assert row_of(board.rows, SURE).cells[-1] == "41 · 14 s · 100%"
    assert row_of(board.rows, CHEAP).cells[-1] == "12 · 96 s · 58%"


def test_a_group_that_another_beats_says_by_which() -> None:
    row = row_of(published_board(situation()).rows, FULL)
    assert row.beaten
    assert "beaten by 3.5折" in row.second
    assert row.why.startswith(SURE)
    assert not row_of(published_board(situation()).rows, CHEAP).beaten


def test_a_group_without_a_key_says_so_and_isnt_suggested() -> None:
    rows = published_board(situation(keys=(CHEAP, FULL))).rows
    assert row_of(rows, SURE).second == "No key"
    assert [row.name for row in rows if row.badge] == [FULL]
    assert not any(row.badge for row in published_board(situation()).rows)


def test_the_suggested_group_says_why() -> None:
    rows = published_board(situation(keys=(CHEAP, SURE), own={SURE: calls(41)})).rows
    row = row_of(rows, SURE)
    assert row.badge == "Suggested"
    assert (
        row.why
        == "The cheapest with a key that nearly always works: ¥0.25, usually 14 s, 41 of 41 yours succeeded"
    )


def test_own_figures_have_their_counts_and_intervals() -> None:
    board = own_board(situation(own={CHEAP: calls(7, 5, seconds=96)}))
    cells = row_of(board.rows, CHEAP).cells
    assert cells[:5] == ("12", "58 % (32-81)", "7", "96 s", "96 s")
    assert cells[-1] == "¥1.25"
    assert set(row_of(board.rows, SURE).cells) == {"—"}


def test_price_against_latency_draws_the_frontier_past_what_is_beaten() -> None:
    chart = price_against_latency(situation())
    labels = [dot.label for dot in chart.dots]
    assert labels == ["1.5折 · 62.5% up", "4.5折", "正价", "3.5折"]
    assert chart.frontier == ((pytest.approx(102.07), 0.11), (pytest.approx(14.45), 0.25))
    assert [dot.role for dot in chart.dots] == ["bad", "ok", "ok", "accent"]
    assert chart.table.rows[1] == (SURE, "0.25", "14", "100.0")


def test_bars_show_ours_and_mark_what_is_published() -> None:
    now = situation(own={SURE: calls(41, 1)})
    for chart in (latency(now), throughput(now), success(now)):
        bars = dict(zip((group.name for group in now.model.groups), chart.bars, strict=True))
        assert bars[SURE].parts
        assert bars[SURE].parts[0][1] == "accent"
        assert bars[CHEAP].mark is not None
        assert not bars[CHEAP].parts
        assert bars[CHEAP].words.endswith("published")
        assert bars[UNREAD].mark is None
        assert bars[UNREAD].words == "—"


def test_errors_are_told_apart() -> None:
    now = situation(own={CHEAP: calls(2, 2, outcome=Outcome.BUSY), SURE: calls(4)})
    chart = errors(now)
    assert chart.bars[0].parts == ((0.5, "warning"),)
    assert chart.bars[0].words == "50 % of 4"
    assert chart.table.rows[0] == (CHEAP, "4", "50.0", "0.0", "0.0", "0.0", "0.0")
    assert errors(situation(own={SURE: calls(4)})).nothing == "No run failed in this time."


def test_success_over_time_is_of_all_and_of_the_least_stable() -> None:
    early, late = NOW - timedelta(days=2), NOW - timedelta(days=1)
    points = (Point(early, SURE, Rate(3, 3)), Point(early, CHEAP, Rate(0, 1)), Point(late, SURE, Rate(2, 2)))
    now = situation(own={})
    assert now.own is not None
    chart = uptime(now, replace(now.own, points=points))
    every, least = chart.lines
    assert every.points == ((early, 0.75), (late, 1.0))
    assert least.points == ((early, 0.0),)
    assert chart.legend[1].words == f"least stable: {CHEAP}"
    assert [row[1:] for row in chart.table.rows] == [("75.0", "4", "0.0", "1"), ("100.0", "2", "—", "0")]


def test_without_runs_charts_teach_and_published_ones_still_show() -> None:
    found = charts(situation(own={}))
    empty = {chart.title for chart in found if chart.is_empty}
    assert empty == {"Spend this month", "Success over time", "Latency with repeats", "Error rate by kind"}
    assert all(chart.nothing for chart in found)


@pytest.mark.parametrize("span", Span)
def test_every_chart_reads_as_a_whole_table(span: Span) -> None:
    now = situation(own={SURE: calls(41, 2), CHEAP: calls(1, 9, seconds=96)})
    assert now.own is not None
    for chart in charts(
        now.read(replace(now.own, span=span, points=(Point(NOW - timedelta(hours=1), SURE, Rate(1, 1)),)))
    ):
        assert chart.table.rows
        assert all(len(row) == len(chart.table.headings) for row in chart.table.rows)
        if isinstance(chart, BarChart):
            assert len(chart.bars) == len(now.model.groups)
        if isinstance(chart, LineChart):
            assert chart.begin < chart.end


def test_groups_of_absurd_figures_are_drawn_all_the_same() -> None:
    model = page_model()
    group = replace(model.groups[0], latency=Decimal(0), uptime=Decimal(-5), throughput=Decimal("1e9"))
    now = situation(own={group.name: calls(1, seconds=0.0)})
    session = replace(now.session, catalog=replace(model, groups=(group,)))
    odd = replace(now, session=session)
    assert charts(odd)
    assert published_board(odd).rows[0].cells[-1] == "1 · 0.0 s · 100%"


def test_names_are_shortened_by_what_all_begin_with() -> None:
    assert short_names((CHEAP, FULL)) == {CHEAP: "1.5折", FULL: "正价"}
    assert short_names(("KEY-1", "KEY-15")) == {"KEY-1": "1", "KEY-15": "15"}
    assert short_names(("Demo",)) == {"Demo": "Demo"}
    assert short_names(("a-", "a-b")) == {"a-": "a-", "a-b": "b"}


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6, unique=True))
def test_short_names_stay_different_and_are_never_empty(names: list[str]) -> None:
    short = short_names(tuple(names))
    assert all(short.values())
    assert all(name.endswith(words) for name, words in short.items())
    assert len(set(short.values())) == len(names)


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=5))
def test_a_table_comes_back_from_its_file(rows: list[tuple[str, str]]) -> None:
    table = Table(("Group", "p50 (s)"), tuple(rows))
    text = table.csv.decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert len(read) == len(rows) + 1
    for cells, kept in zip(rows, read[1:], strict=True):
        # What a spreadsheet would reckon with has a sign before it that keeps it words.
        assert kept == [f"'{cell}" if cell[:1] in tuple("=+-@") else cell for cell in cells]


def test_what_fails_too_often_isnt_suggested_however_cheap_nor_what_is_dear_for_a_little_more() -> None:
    def suggested(own: dict[str, Evidence]) -> list[str]:
        rows = published_board(situation(keys=(CHEAP, UNREAD, SURE, FULL), own=own)).rows
        return [row.name for row in rows if row.badge]

    assert suggested({}) == [SURE]
    assert suggested({SURE: calls(990, 10), FULL: calls(1000)}) == [SURE]
    assert suggested({SURE: calls(41, 20)}) == [FULL]
    assert suggested({UNREAD: calls(200, 2)}) == [UNREAD]


# The page's own view-model, over a library


def test_figures_are_read_for_the_span_and_the_gateway(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path, settings=Settings(gateway=GATEWAY))
    composer = around.composer()
    groups = GroupsViewModel(
        session=around.session,
        composer=composer,
        evidence=around.evidence,
        bridge=around.bridge,
        tasks=around.tasks,
        now=lambda: LAST,
    )

    def runs() -> int:
        counts = (row.cells[0] for row in groups.state.own.rows)
        return sum(0 if count == "—" else int(count) for count in counts)

    groups.open()
    assert groups.state.published.rows
    groups.close()

    async def story() -> None:
        async with around.engine():
            write_ledger(around.folder)
            groups.open()
            assert not groups.state.is_known
            await until(lambda: groups.state.is_known)
            month = runs()
            groups.show_span(Span.WEEK)
            assert not groups.state.is_known
            await until(lambda: groups.state.is_known)
            assert 0 < runs() < month
            await around.session.use_gateway("https://elsewhere.example")
            await until(lambda: groups.state.is_known and runs() == 0)

    run_in_window(qapp, story())


def test_choosing_a_group_chooses_it_in_the_composer(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()
    groups = GroupsViewModel(
        session=around.session,
        composer=composer,
        evidence=around.evidence,
        bridge=around.bridge,
        tasks=around.tasks,
        now=lambda: NOW,
    )
    groups.open()
    groups.choose(CHEAP)
    assert composer.state.group == CHEAP
    assert [row.name for row in groups.state.published.rows if row.chosen] == [CHEAP]
    groups.choose("no such group")
    assert composer.state.group == CHEAP
    composer.choose_resolution(Resolution.FOUR_K)
    assert groups.state.published.columns[8].title == "4K per success"


def test_a_key_that_is_stored_shows_at_once(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    groups = GroupsViewModel(
        session=around.session,
        composer=around.composer(),
        evidence=around.evidence,
        bridge=around.bridge,
        tasks=around.tasks,
        now=lambda: NOW,
    )

    def second() -> str:
        return row_of(groups.state.published.rows, CHEAP).second

    async def story() -> None:
        async with around.engine():
            groups.open()
            assert second() == "No key"
            await around.session.store_key(CHEAP, Secret("sk-1234567890abcdef"))
            await until(lambda: not second())

    run_in_window(qapp, story())


def test_the_day_of_prices_and_of_figures_is_said(qapp: QApplication, tmp_path: Path) -> None:
    model = replace(page_model(), read_on=date(2026, 11, 22), figures_read_on=date(2026, 11, 25))
    around = surroundings(tmp_path, catalog=model)
    groups = GroupsViewModel(
        session=around.session,
        composer=around.composer(),
        evidence=around.evidence,
        bridge=around.bridge,
        tasks=around.tasks,
        now=lambda: NOW,
    )
    groups.open()
    assert "read from the model page on 22 Nov 2026" in groups.state.about
    assert groups.state.about.endswith("latency and uptime on 25 Nov 2026")


def test_opened_before_the_library_it_reads_when_that_is_open(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    groups = GroupsViewModel(
        session=around.session,
        composer=around.composer(),
        evidence=around.evidence,
        bridge=around.bridge,
        tasks=around.tasks,
        now=lambda: NOW,
    )
    groups.open()
    assert not groups.state.is_known

    async def story() -> None:
        async with around.engine():
            await until(lambda: groups.state.is_known)

    run_in_window(qapp, story())


def write_ledger(folder: Path) -> None:
    """A few hundred calls, the last of them at LAST."""
    with closing(sqlite3.connect(folder / ".proofroom" / "library.sqlite")) as connection:
        write_attempts(connection, 300, days=60)
        connection.commit()


# Spend this month


def spending(day: str, charged: str, unknown: str = "0") -> Spending:
    return Spending(day, calls=1, charged=Money.parse(charged), unknown=Money.parse(unknown))


def month_of(
    *days: Spending, spent: Spent | None = None, budget: str = "", now: datetime = NOW
) -> ColumnChart:
    held = situation(own={})
    budgets = Budgets(month=Money.parse(budget) if budget else None)
    session = replace(held.session, spent=spent, settings=Settings(budgets=budgets))
    return month(replace(held, session=session), OwnFigures(now, Span.MONTH, days=days))


def test_every_day_of_the_month_has_its_place_and_today_is_yellow() -> None:
    today = NOW.astimezone().date()
    chart = month_of(spending("2026-11-03", "2.50"), spending(today.isoformat(), "0.25"), budget="300")
    assert len(chart.columns) == 30
    assert chart.columns[2].parts == ((2.5, "faint"),)
    assert chart.columns[2].words == "3 Nov 2026: ¥2.50"
    assert chart.columns[today.day - 1].parts == ((0.25, "accent"),)
    assert [column.foot for column in chart.columns if column.foot] == ["1", "8", "15", "22", "29"]
    assert chart.note == "¥2.75 of ¥300.00"
    assert len(chart.table.rows) == today.day
    assert chart.table.rows[2] == ("3 Nov 2026", "2.50", "0.00")


def test_without_a_budget_the_sum_stands_alone_and_an_empty_month_says_so() -> None:
    assert month_of(spending("2026-11-03", "2.50")).note == "¥2.50"
    empty = month_of()
    assert empty.is_empty
    assert (empty.note, empty.nothing) == ("¥0.00", "Nothing was spent this month.")


def test_unknown_money_counts_and_is_told_apart() -> None:
    chart = month_of(spending("2026-11-03", "2.50", "0.25"))
    assert chart.columns[2].parts == ((2.5, "faint"), (0.25, "warning"))
    assert chart.columns[2].words == "3 Nov 2026: ¥2.75, of which ¥0.25 unknown"
    assert chart.note == "¥2.75"
    assert chart.legend
    assert not month_of(spending("2026-11-03", "2.50")).legend


def test_today_is_what_the_top_bar_says_with_what_is_reserved() -> None:
    today = NOW.astimezone().date().isoformat()
    spent = Spent(charged=Money.parse("1"), unknown=Money.parse("0.5"), reserved=Money.parse("0.25"))
    chart = month_of(spending(today, "0.75"), spending("2026-11-03", "2"), spent=spent)
    assert chart.note == "¥3.75"
    assert chart.columns[NOW.astimezone().day - 1].parts == ((1.25, "accent"), (0.5, "warning"))


def test_days_that_a_wrong_clock_left_in_another_month_arent_counted() -> None:
    chart = month_of(spending("2026-12-01", "9"), spending("2026-11-29", "2"))
    assert chart.note == "¥2.00"
    assert chart.table.rows[-1] == ("29 Nov 2026", "2.00", "0.00")


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.timezones())  # noqa: DTZ001 - with any zone
def test_a_month_begins_on_its_first_day_wherever_the_clock_is(moment: datetime, zone: ZoneInfo) -> None:
    now = moment.replace(tzinfo=zone)
    begin = month_begin(now).astimezone()
    assert begin.day == 1
    assert begin <= now
    assert (begin.year, begin.month) == (now.astimezone().year, now.astimezone().month)
