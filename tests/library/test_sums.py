"""The sums that the index keeps are those of its attempts, whatever happened to them."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studio.domain.charge import Charge, Outcome
from studio.domain.evidence import RUNS, Call, Evidence, evidence_of
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.domain.spans import Span, buckets
from studio.domain.spending import By, LedgerFilter, Spending
from studio.library.group_figures import GroupKey, Wanted, group_figures, group_series
from studio.library.ledger_sums import count_disputable, ledger_names, ledger_sums
from studio.library.migrations import MIGRATIONS
from studio.library.sums import first_day
from tests.library.ledger_deeds import DEEDS, GROUPS, MODELS, PROJECTS, RARE, Doer
from tests.library.ledger_facts import Fact, empty_index, facts
from tests.library.scenes import GATEWAY, START

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

ZONES = ("UTC", "Asia/Shanghai", "Asia/Kathmandu", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe")
NOW = START + timedelta(days=30, hours=7, minutes=3)

Deed = tuple[str, int]


def _story(asked: list[int], then: list[Deed]) -> list[Deed]:
    """With something to change from the beginning."""
    return [*(("ask", one) for one in asked), *(("save", one) for one in asked[::2]), *then]


_numbers = st.integers(0, 2**16)
deeds = st.builds(
    _story,
    st.lists(_numbers, max_size=8),
    st.lists(st.tuples(st.sampled_from((*DEEDS, *DEEDS, *RARE)), _numbers), max_size=30),
)


def after(done: list[Deed]) -> sqlite3.Connection:
    """An index to which all this has happened."""
    connection = empty_index()
    doer = Doer(connection)
    for deed, which in done:
        doer.do(deed, which)
    return connection


FILTERS = st.builds(
    LedgerFilter,
    since=st.none() | st.integers(-9000, 9000).map(lambda quarters: START + quarters * timedelta(minutes=15)),
    until=st.none() | st.integers(-9000, 9000).map(lambda quarters: START + quarters * timedelta(minutes=15)),
    project=st.sampled_from(["", *PROJECTS]),
    group=st.sampled_from(["", *GROUPS]),
    resolution=st.none() | st.sampled_from(Resolution),
    charge=st.none() | st.sampled_from(Charge),
)


def lets_through(chosen: LedgerFilter, fact: Fact) -> bool:
    """What the filter means."""
    return (
        (chosen.since is None or fact.started >= chosen.since)
        and (chosen.until is None or fact.started < chosen.until)
        and chosen.project in {"", fact.project}
        and chosen.group in {"", fact.key.group}
        and chosen.resolution in {None, fact.resolution}
        and chosen.charge in {None, fact.charge}
    )


def spending(name: str, found: Iterable[Fact]) -> Spending:
    """One after the other."""
    every = list(found)

    def fen(charge: Charge) -> Money:
        return Money.from_fen(sum(fact.price for fact in every if fact.charge is charge))

    return Spending(
        name,
        calls=len(every),
        charged=fen(Charge.CHARGED),
        unknown=fen(Charge.UNKNOWN),
        reserved=fen(Charge.RESERVED),
        pictures=sum(fact.size is not None for fact in every),
        kept=sum(fact.kept for fact in every),
    )


def grouped(found: Iterable[Fact], name: Callable[[Fact], str]) -> list[Spending]:
    """By their names."""
    every = list(found)
    return [
        spending(one, (fact for fact in every if name(fact) == one)) for one in sorted(set(map(name, every)))
    ]


@given(done=deeds, chosen=FILTERS, zone=st.sampled_from(ZONES))
@hypothesis_settings(max_examples=250, deadline=None)
def test_the_ledger_comes_to_what_its_attempts_do(done: list[Deed], chosen: LedgerFilter, zone: str) -> None:
    where = ZoneInfo(zone)
    names: dict[By, Callable[[Fact], str]] = {
        By.DAY: lambda fact: fact.started.astimezone(where).date().isoformat(),
        By.PROJECT: lambda fact: fact.project,
        By.GROUP: lambda fact: fact.key.group,
        By.SIZE: lambda fact: fact.resolution,
        By.CHARGE: lambda fact: fact.charge,
    }
    with closing(after(done)) as connection:
        every = facts(connection)
        meant = [fact for fact in every if lets_through(chosen, fact) and not fact.is_demo]
        for by in By:
            found = ledger_sums(connection, by, chosen, zone=where)
            assert sorted(found, key=lambda one: one.name) == grouped(meant, names[by])
            if by is not By.DAY:
                assert list(found) == sorted(found, key=lambda one: (-one.spent.fen, one.name))
        assert count_disputable(connection, chosen) == sum(fact.is_disputable for fact in meant)
        projects, groups = ledger_names(connection)
        assert list(projects) == sorted({fact.project for fact in every})
        assert list(groups) == sorted({fact.key.group for fact in every})


@given(done=deeds, span=st.sampled_from(Span), size=st.none() | st.sampled_from(Resolution))
@hypothesis_settings(max_examples=250, deadline=None)
def test_figures_of_groups_come_to_what_the_domain_makes_of_their_attempts(
    done: list[Deed], span: Span, size: Resolution | None
) -> None:
    since = span.since(NOW)
    with closing(after(done)) as connection:
        meant: dict[GroupKey, list[Call]] = {}
        for fact in facts(connection):
            if fact.outcome and size in {None, fact.resolution} and (since is None or fact.started >= since):
                meant.setdefault(fact.key, []).append(fact.call)
        found = group_figures(connection, Wanted(since, resolution=size))
        assert set(found) == set(meant)
        for key, own in found.items():
            assert comparable(own) == comparable(evidence_of(meant[key]))
            assert own.pace.seconds == pytest.approx(evidence_of(meant[key]).pace.seconds, abs=1e-5)


def comparable(own: Evidence) -> tuple[object, ...]:
    """All but the last digits of added seconds."""
    return (
        *(own.success, own.seconds, own.end_to_end, own.pace.tokens, own.pace.count, own.wrong_size),
        *(own.paid, own.charged, own.unknown, own.endings),
    )


@given(done=deeds, span=st.sampled_from(Span))
@hypothesis_settings(max_examples=150, deadline=None)
def test_every_run_stands_in_its_bucket(done: list[Deed], span: Span) -> None:
    with closing(after(done)) as connection:
        first = first_day(connection)
        parts = buckets(span, first=min(NOW, first or NOW), now=NOW)
        meant: dict[tuple[datetime, str], tuple[int, int]] = {}
        for fact in facts(connection):
            if fact.outcome in RUNS and fact.started >= parts.since and fact.key[:2] == (MODELS[0], GATEWAY):
                at = parts.start(min(parts.count - 1, (fact.started - parts.since) // parts.width))
                hits, count = meant.get((at, fact.key.group), (0, 0))
                meant[at, fact.key.group] = (hits + (fact.outcome is Outcome.PICTURE), count + 1)
        points = group_series(connection, span, gateway=GATEWAY, model=MODELS[0], now=NOW)
        found = {(one.start, one.group): (one.success.hits, one.success.count) for one in points}
        assert found == meant
        assert list(points) == sorted(points, key=lambda one: (one.start, one.group))


@given(done=deeds)
@hypothesis_settings(max_examples=100, deadline=None)
def test_an_older_index_comes_to_the_same_when_it_is_brought_up_to_date(done: list[Deed]) -> None:
    with closing(after(done)) as connection, closing(empty_index(MIGRATIONS[:3])) as older:
        for table in ("orders", "jobs", "attempts", "versions"):
            columns = [
                row["name"] for row in older.execute("SELECT name FROM pragma_table_info(?)", (table,))
            ]
            rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()  # noqa: S608 - our own names
            places = ", ".join("?" * len(columns))
            older.executemany(f"INSERT INTO {table} VALUES ({places})", map(tuple, rows))  # noqa: S608 - our own names
        for step in MIGRATIONS[3:]:
            older.executescript(step)
        assert not [row for row in connection.execute("SELECT calls FROM sums") if row["calls"] <= 0]
        for question in (_ALL_SUMS, "SELECT id, project, resolution, waited FROM attempts ORDER BY id"):
            assert told(older, question) == told(connection, question)


_ALL_SUMS = """
SELECT gateway, model, name, project, resolution, charge, outcome, sums.* FROM sums
JOIN sum_keys ON sum_keys.id = sums.key JOIN group_keys ON group_keys.id = sum_keys.group_key
ORDER BY width, start, gateway, model, name, project, resolution, charge, outcome
"""


def told(connection: sqlite3.Connection, question: str) -> list[dict[str, object]]:
    """The rows, but for the numbers that keys have."""
    found = [dict(row) for row in connection.execute(question)]
    return [{name: value for name, value in row.items() if name != "key"} for row in found]
