"""Figures of groups: the sums that SQL makes are those that the domain defines."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studio.domain.charge import Outcome
from studio.domain.evidence import Call, Evidence, Rate, Spread, evidence_of
from studio.domain.geometry import AspectRatio, Resolution, size_matches
from studio.domain.group_series import least_stable, uptime_over_time
from studio.domain.job import JobState
from studio.domain.money import Money
from studio.domain.spans import Span, buckets
from studio.library.database import open_for_writing
from studio.library.group_figures import GroupKey, Wanted, group_figures, group_series
from studio.library.layout import LibraryFolder
from studio.library.ledger import LedgerEntry, entries
from tests.library.scenes import (
    GATEWAY,
    GROUP,
    PRICE,
    START,
    Clock,
    begin,
    generate,
    library_in,
    order,
    picture,
    receive,
    reply_with,
)
from tests.support.many_attempts import GATEWAY as BANANA
from tests.support.many_attempts import LAST, MODEL, write_attempts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

OURS = GroupKey("gemini-3.1-flash-image-preview", GATEWAY, GROUP)


def opened(folder: Path) -> sqlite3.Connection:
    """The index of a library, made where there is none."""
    place = LibraryFolder(folder)
    place.index.parent.mkdir(parents=True, exist_ok=True)
    return open_for_writing(place)


@pytest.fixture
def ledger_of_800(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Eight hundred calls over a year."""
    with closing(opened(tmp_path)) as connection:
        write_attempts(connection, 800)
        yield connection


def call(entry: LedgerEntry) -> Call:
    """What an attempt tells, from the ledger's own row."""
    attempt, got = entry.attempt, entry.delivered
    assert attempt.outcome is not None
    return Call(
        attempt.outcome,
        attempt.charge,
        attempt.price,
        attempt.seconds,
        attempt.seconds,
        entry.delivered_resolution,
        None if got is None else size_matches(got, AspectRatio.SQUARE, entry.resolution) is False,
    )


def same(one: Evidence, other: Evidence) -> bool:
    """Whether they are equal, but for the last digits of added seconds."""
    return (
        (one.success, one.wrong_size, one.paid, one.charged, one.unknown, one.endings)
        == (other.success, other.wrong_size, other.paid, other.charged, other.unknown, other.endings)
        and (one.pace.tokens, one.pace.count) == (other.pace.tokens, other.pace.count)
        and one.pace.seconds == pytest.approx(other.pace.seconds)
        and (one.seconds, one.end_to_end) == (other.seconds, other.end_to_end)
    )


@pytest.mark.parametrize("resolution", [None, Resolution.TWO_K])
@pytest.mark.parametrize("span", list(Span))
def test_sql_says_what_the_domain_says(
    ledger_of_800: sqlite3.Connection, span: Span, resolution: Resolution | None
) -> None:
    since = span.since(LAST)
    by_group: dict[str, list[Call]] = {}
    for entry in entries(ledger_of_800, limit=1000):
        counts = (since is None or entry.attempt.started >= since) and resolution in {None, entry.resolution}
        if counts:
            by_group.setdefault(entry.attempt.group, []).append(call(entry))
    found = group_figures(ledger_of_800, Wanted(since, resolution=resolution))
    assert set(found) == {GroupKey(MODEL, BANANA, name) for name in by_group}
    for key, own in found.items():
        assert same(own, evidence_of(by_group[key.group]))


def test_the_buckets_of_a_span_come_to_what_the_span_does(ledger_of_800: sqlite3.Connection) -> None:
    for span in Span:
        whole = group_figures(ledger_of_800, Wanted(span.since(LAST), BANANA, MODEL))
        points = group_series(ledger_of_800, span, gateway=BANANA, model=MODEL, now=LAST)
        for key, own in whole.items():
            parts = [point.success for point in points if point.group == key.group]
            assert sum(part.count for part in parts) == own.success.count
            assert sum(part.hits for part in parts) == own.success.hits
        starts = {point.start for point in points}
        assert len(starts) <= buckets(span, first=LAST - timedelta(days=365), now=LAST).count
        assert sum(rate.count for _, rate in uptime_over_time(points)) == sum(
            own.success.count for own in whole.values()
        )
        worst = min(own.success.share for own in whole.values() if own.success.share is not None)
        assert whole[GroupKey(MODEL, BANANA, least_stable(points) or "")].success.share == worst


def test_only_what_was_asked_for(ledger_of_800: sqlite3.Connection) -> None:
    assert group_figures(ledger_of_800, Wanted(model="another")) == {}
    assert group_figures(ledger_of_800, Wanted(gateway="https://other.example")) == {}
    assert group_series(ledger_of_800, Span.ALL, gateway="demo", model=MODEL, now=LAST) == ()


async def test_a_picture_after_a_repeat_took_the_whole_time_from_end_to_end(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        (job,) = await library.place(order())
        busy = await begin(library, job)
        clock.time += timedelta(seconds=5)
        await library.end_attempt(
            busy.attempt.id, outcome=Outcome.BUSY, error=None, seconds=5, not_before=clock.time
        )
        clock.time += timedelta(seconds=60)
        begun = await begin(library, job)
        await receive(library, begun, picture())
        await library.keep(begun.attempt.id, reply_with(False), seconds=12.5)
        first, second = begun.attempt.started, busy.attempt.started
    with closing(opened(tmp_path)) as connection:
        own = group_figures(connection, Wanted())[OURS]
    whole = 12.5 + (first - second).total_seconds()
    assert own.success == Rate(1, 2)
    assert own.seconds == Spread(12.5, 12.5, 1)
    assert own.end_to_end == Spread(whole, whole, 1)
    assert own.wrong_size == Rate(0, 1)
    assert dict(own.endings) == {Outcome.BUSY: 1, Outcome.PICTURE: 1}


async def test_a_clock_that_was_set_back_makes_no_negative_time(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        (job,) = await library.place(order())
        busy = await begin(library, job)
        await library.end_attempt(
            busy.attempt.id, outcome=Outcome.BUSY, error=None, seconds=5, not_before=START
        )
        clock.time -= timedelta(days=90)
        begun = await begin(library, job)
        await receive(library, begun, picture())
        await library.keep(begun.attempt.id, reply_with(False), seconds=12.5)
    with closing(opened(tmp_path)) as connection:
        assert group_figures(connection, Wanted())[OURS].end_to_end == Spread(12.5, 12.5, 1)
        # What a wrong clock left in the future stands in the last bucket.
        points = group_series(
            connection, Span.DAY, gateway=GATEWAY, model=OURS.model, now=START - timedelta(hours=3)
        )
        assert [point.success for point in points] == [Rate(0, 1)]


async def test_what_is_under_way_or_was_never_sent_tells_nothing(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await library.advance(begun.attempt.id, JobState.WAITING)
        await library.place(order(order_id="queued"))
        await generate(library, order(order_id="demo", gateway="demo"))
    with closing(opened(tmp_path)) as connection:
        found = group_figures(connection, Wanted())
    assert set(found) == {GroupKey(OURS.model, "demo", GROUP)}
    assert found[GroupKey(OURS.model, "demo", GROUP)].charged == Money.from_fen(0)


async def test_a_picture_of_another_size_is_counted(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library, order(count=2))
        await generate(library, order(order_id="o2"), picture(size=(688, 384)))
    with closing(opened(tmp_path)) as connection:
        own = group_figures(connection, Wanted())[OURS]
    assert own.wrong_size == Rate(1, 3)
    assert own.pace.tokens == 2 * 1120 + 747
    assert own.money_per_picture == pytest.approx(float(PRICE.amount))


@given(st.timedeltas(timedelta(0), timedelta(days=4000)))
@hypothesis_settings(max_examples=200)
def test_buckets_reach_from_the_first_to_now(age: timedelta) -> None:
    parts = buckets(Span.ALL, first=LAST - age, now=LAST)
    assert parts.since <= LAST - age
    assert parts.start(parts.count) == Span.ALL.end(LAST) >= LAST
    assert 1 <= parts.count <= 60
    for span, count in ((Span.DAY, 24), (Span.WEEK, 28), (Span.MONTH, 30)):
        assert buckets(span, first=LAST, now=LAST).count == count
        assert begins(span) == buckets(span, first=LAST, now=LAST).since


def begins(span: Span) -> datetime | None:
    return span.since(LAST)
