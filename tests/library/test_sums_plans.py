"""How SQLite answers what the pages of the ledger and of the groups ask."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

from studio.domain.geometry import Resolution
from studio.domain.spans import Span
from studio.domain.spending import EVERYTHING, LedgerFilter
from studio.library.group_figures import Wanted, group_figures, group_series
from studio.library.ledger_rows import ledger_keys
from studio.library.ledger_sums import ledger_overview
from tests.library.ledger_facts import empty_index
from tests.support.many_attempts import GATEWAY, LAST, MODEL, write_attempts

if TYPE_CHECKING:
    import sqlite3


def test_no_page_reads_every_attempt() -> None:
    """Each question asks an index; only the keys of all attempts are read one by one, from the narrowest."""
    with closing(empty_index()) as connection:
        write_attempts(connection, 300)
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        ledger_overview(connection, EVERYTHING)
        ledger_overview(connection, LedgerFilter(since=LAST - timedelta(days=9), project="Icons", group="g"))
        for span in Span:
            group_figures(connection, Wanted(span.since(LAST), GATEWAY, MODEL, Resolution.ONE_K))
            group_series(connection, span, gateway=GATEWAY, model=MODEL, now=LAST)
        connection.set_trace_callback(None)
        assert len(asked) > 300
        scanned = {line for question in set(asked) for line in scans(connection, question)}
        assert "pieces" in scanned
        assert not {table for table in ("attempts", "jobs", "orders", "versions", "sums") if table in scanned}
        connection.set_trace_callback(asked.append)
        asked.clear()
        ledger_keys(connection, EVERYTHING)
        connection.set_trace_callback(None)
        (keys,) = asked
        assert "SCAN attempts USING INDEX attempts_sent" in plan(connection, keys)


def scans(connection: sqlite3.Connection, question: str) -> set[str]:
    """The tables that it reads from one end to the other."""
    return {line.split()[1] for line in plan(connection, question) if line.startswith("SCAN")}


def plan(connection: sqlite3.Connection, question: str) -> list[str]:
    """What SQLite does for it."""
    return [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}")]
