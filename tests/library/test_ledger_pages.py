"""The ledger a page at a time, and added up by day, project, group, size and charge."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studio.domain.charge import Charge, Outcome
from studio.domain.flags import Flag
from studio.domain.geometry import Resolution
from studio.domain.judgement import Change
from studio.domain.money import ZERO, Money, total
from studio.domain.recipe import Recipe
from studio.domain.spending import EVERYTHING, By, LedgerFilter
from studio.library.ledger import entries
from studio.library.ledger_pages import ledger_page
from studio.library.ledger_sums import ledger_sums
from tests.library.scenes import Clock, begin, generate, library_in, order
from tests.library.test_group_figures import opened
from tests.support.many_attempts import LAST, write_attempts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from studio.library.ledger import LedgerEntry


@pytest.fixture(scope="module")
def ledger_of_500(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Five hundred calls over forty days."""
    with closing(opened(tmp_path_factory.mktemp("ledger"))) as connection:
        write_attempts(connection, 500, days=40)
        yield connection


FILTERS = st.builds(
    LedgerFilter,
    since=st.none() | st.integers(0, 50).map(lambda days: LAST - timedelta(days=days)),
    until=st.none() | st.integers(0, 50).map(lambda days: LAST - timedelta(days=days)),
    project=st.sampled_from(["", "Sketches", "秋季", "nobody's"]),
    group=st.sampled_from(["", "官KEY-1.5折", "官KEY-正价"]),
    resolution=st.none() | st.sampled_from(Resolution),
    charge=st.none() | st.sampled_from(Charge),
)


def lets_through(chosen: LedgerFilter, entry: LedgerEntry) -> bool:
    """What the filter means."""
    attempt = entry.attempt
    return (
        (chosen.since is None or attempt.started >= chosen.since)
        and (chosen.until is None or attempt.started < chosen.until)
        and chosen.project in {"", entry.project}
        and chosen.group in {"", attempt.group}
        and chosen.resolution in {None, entry.resolution}
        and chosen.charge in {None, attempt.charge}
    )


@given(chosen=FILTERS, size=st.integers(1, 200))
@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_pages_hold_each_attempt_once_newest_first(
    ledger_of_500: sqlite3.Connection, chosen: LedgerFilter, size: int
) -> None:
    expected = [entry for entry in entries(ledger_of_500, limit=1000) if lets_through(chosen, entry)]
    page = ledger_page(ledger_of_500, chosen, limit=size)
    found = list(page.entries)
    while page.before is not None:
        page = ledger_page(ledger_of_500, chosen, limit=size, before=page.before)
        assert page.entries
        found += page.entries
    assert found == expected


@given(chosen=FILTERS, by=st.sampled_from(By))
@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sums_come_to_what_the_attempts_do(
    ledger_of_500: sqlite3.Connection, chosen: LedgerFilter, by: By
) -> None:
    expected = [entry for entry in entries(ledger_of_500, limit=1000) if lets_through(chosen, entry)]
    sums = ledger_sums(ledger_of_500, by, chosen, zone=UTC)
    names = [one.name for one in sums]
    assert len(names) == len(set(names))
    assert sum(one.calls for one in sums) == len(expected)
    for charge in (Charge.CHARGED, Charge.UNKNOWN):
        money = total(entry.attempt.price for entry in expected if entry.attempt.charge is charge)
        assert total(getattr(one, charge) for one in sums) == money
    assert sum(one.kept for one in sums) == sum(
        entry.attempt.outcome is Outcome.PICTURE for entry in expected
    )
    if by is By.DAY:
        assert names == sorted(names)
    else:
        assert [one.spent for one in sums] == sorted((one.spent for one in sums), reverse=True)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Asia/Shanghai", datetime(2026, 3, 1, 15, 59, 59, tzinfo=UTC), "2026-03-01"),
        ("Asia/Shanghai", datetime(2026, 3, 1, 16, 0, tzinfo=UTC), "2026-03-02"),
        ("Asia/Kathmandu", datetime(2026, 3, 1, 18, 14, 59, tzinfo=UTC), "2026-03-01"),
        ("Asia/Kathmandu", datetime(2026, 3, 1, 18, 15, tzinfo=UTC), "2026-03-02"),
        # The day of 25 hours.
        ("Europe/Berlin", datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "2026-10-25"),
        ("Europe/Berlin", datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "2026-10-26"),
    ],
)
async def test_a_day_is_the_persons(tmp_path: Path, zone: str, moment: datetime, day: str) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        (job,) = await library.place(order())
        # It goes on by a second when it is asked.
        clock.time = moment - timedelta(seconds=1)
        begun = await begin(library, job)
        assert begun.attempt.started == moment
    with closing(opened(tmp_path)) as connection:
        (only,) = ledger_sums(connection, By.DAY, EVERYTHING, zone=ZoneInfo(zone))
    assert (only.name, only.reserved) == (day, Money.parse("0.25"))


async def test_what_a_kept_picture_cost(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=4))
        (lost,) = await library.place(order(order_id="lost"))
        begun = await begin(library, lost)
        await library.end_attempt(begun.attempt.id, outcome=Outcome.LOST, error=None, seconds=1)
        await generate(library, order(order_id="demo", gateway="demo"))
        await generate(
            library,
            order(order_id="other", project="Other", recipe=Recipe("a", resolution=Resolution.FOUR_K)),
        )
        found = await library.versions(query="project:Sketches", limit=9)
        first, second, *_ = (one.id for one in found if one.gateway != "demo")
        await library.curator.change([first], Change(trash=True))
        await library.curator.change([second], Change(flag=Flag.REJECT))
    with closing(opened(tmp_path)) as connection:
        sketches, other = ledger_sums(connection, By.PROJECT, EVERYTHING)
        assert len(ledger_page(connection, EVERYTHING, limit=50).entries) == 7
        assert ledger_sums(connection, By.PROJECT, LedgerFilter(project="nobody's")) == ()
    assert (sketches.name, sketches.calls, sketches.pictures, sketches.kept) == ("Sketches", 5, 4, 2)
    assert (sketches.charged, sketches.unknown) == (Money.parse("1.00"), Money.parse("0.25"))
    assert sketches.per_kept == pytest.approx(0.625)
    assert (other.kept, other.per_kept, other.reserved) == (1, pytest.approx(0.25), ZERO)


async def test_what_is_written_meanwhile_shifts_no_page(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=4))
        with closing(opened(tmp_path)) as connection:
            newest = ledger_page(connection, EVERYTHING, limit=2)
            await generate(library, order(order_id="meanwhile"))
            older = ledger_page(connection, EVERYTHING, limit=2, before=newest.before)
            assert older.before is None
            seen = {entry.attempt.id for entry in (*newest.entries, *older.entries)}
            assert len(seen) == 4
