"""The ledger by key: what a list that jumps anywhere reads."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studio.domain.charge import Charge
from studio.domain.spending import EVERYTHING, LedgerFilter
from studio.library.ledger_pages import ledger_page
from studio.library.ledger_rows import disputable, ledger_keys, ledger_rows
from studio.library.ledger_sums import ledger_names
from tests.library.test_group_figures import opened
from tests.library.test_ledger_pages import FILTERS
from tests.support.many_attempts import write_attempts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def ledger_of_300(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Three hundred calls over forty days."""
    with closing(opened(tmp_path_factory.mktemp("ledger"))) as connection:
        write_attempts(connection, 300, days=40)
        yield connection


@given(chosen=FILTERS, first=st.integers(0, 300), count=st.integers(1, 120))
@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_stretch_of_keys_reads_as_the_pages_have_it(
    ledger_of_300: sqlite3.Connection, chosen: LedgerFilter, first: int, count: int
) -> None:
    whole = ledger_page(ledger_of_300, chosen, limit=1000).entries
    keys = ledger_keys(ledger_of_300, chosen)
    rows = ledger_rows(ledger_of_300, keys[first : first + count])
    assert len(keys) == len(whole)
    assert tuple(row.entry for row in rows) == whole[first : first + count]
    assert [row.key for row in rows] == list(keys[first : first + count])


def test_what_was_saved_leads_to_its_version(ledger_of_300: sqlite3.Connection) -> None:
    rows = ledger_rows(ledger_of_300, ledger_keys(ledger_of_300, EVERYTHING))
    versions = {
        row["attempt"]: row["id"] for row in ledger_of_300.execute("SELECT id, attempt FROM versions")
    }
    assert {row.entry.attempt.id: row.version for row in rows if row.version} == versions


def test_what_was_removed_for_good_leads_nowhere(ledger_of_300: sqlite3.Connection) -> None:
    ledger_of_300.execute("SAVEPOINT whole")
    ledger_of_300.execute("UPDATE versions SET purged = 1, trashed = 1")
    rows = ledger_rows(ledger_of_300, ledger_keys(ledger_of_300, EVERYTHING))
    assert not any(row.version for row in rows)
    assert any(row.entry.delivered for row in rows)
    ledger_of_300.execute("ROLLBACK TO whole")


def test_a_refund_is_for_the_unknown_and_for_what_came_smaller(ledger_of_300: sqlite3.Connection) -> None:
    rows = ledger_rows(ledger_of_300, ledger_keys(ledger_of_300, EVERYTHING))
    expected = [row for row in rows if row.entry.attempt.charge is Charge.UNKNOWN or row.is_smaller]
    assert any(row.is_smaller for row in expected)
    assert list(disputable(ledger_of_300, EVERYTHING, limit=1000)) == expected
    assert list(disputable(ledger_of_300, EVERYTHING, limit=3)) == expected[:3]


def test_what_can_be_asked_for_is_what_occurs(ledger_of_300: sqlite3.Connection) -> None:
    projects, groups = ledger_names(ledger_of_300)
    rows = ledger_rows(ledger_of_300, ledger_keys(ledger_of_300, EVERYTHING))
    assert set(projects) == {row.entry.project for row in rows}
    assert list(groups) == sorted({row.entry.attempt.group for row in rows})
