"""The ledger added up: by day, project, group, size or charge, and what its page shows beside its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.money import Money
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.spending import By, LedgerFilter, Spending
from studio.library.codec import encode_numbers
from studio.library.sums import PIECES, SUMS, WITH_KEYS, Stretch, local_days

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import tzinfo

_KEYS = {
    By.PROJECT: "sum_keys.project",
    By.GROUP: "(SELECT name FROM group_keys WHERE id = sum_keys.group_key)",
    By.SIZE: "sum_keys.resolution",
    By.CHARGE: "sum_keys.charge",
}
_MEASURES = """
sum(sums.calls) AS calls, sum(sums.charged) AS charged, sum(sums.unknown) AS unknown,
    sum(sums.reserved) AS reserved, sum(sums.pictures) AS pictures, sum(sums.kept) AS kept
"""
_BY_KEY = f"""
{PIECES} SELECT {{key}} AS name, {_MEASURES} {SUMS} {WITH_KEYS} WHERE {{conditions}} GROUP BY 1
"""
# By the keys that are left out: mostly there are none.
_OF_DAY = f"""
{PIECES} SELECT :day AS name, {_MEASURES} {SUMS}
WHERE sums.key NOT IN (SELECT value FROM json_each(:left_out))
"""  # noqa: S608 - our own names
_LEFT_OUT = "SELECT id FROM sum_keys WHERE NOT ({conditions})"
_DISPUTABLE = f"""
{PIECES} SELECT coalesce(sum(iif(sum_keys.charge = 'charged', sums.smaller, sums.calls)), 0)
{SUMS} {WITH_KEYS} WHERE sum_keys.charge IN ('charged', 'unknown') AND {{conditions}}
"""
_GROUPS = "SELECT id FROM group_keys WHERE gateway <>"
_NAMED = "SELECT id FROM group_keys WHERE name ="
_NAMES = """
SELECT DISTINCT {name} FROM sums JOIN sum_keys ON sum_keys.id = sums.key
JOIN group_keys ON group_keys.id = sum_keys.group_key WHERE sums.width = 0 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class LedgerOverview:
    """`days` are all there are by the filter without its days; `projects`, `groups` and `sizes`, dearest
    first, and `disputable`, how many attempts a refund can be asked for, are of what it lets through.
    """

    project_names: tuple[str, ...]
    group_names: tuple[str, ...]
    days: tuple[Spending, ...]
    projects: tuple[Spending, ...]
    groups: tuple[Spending, ...]
    sizes: tuple[Spending, ...]
    disputable: int


def ledger_overview(connection: sqlite3.Connection, chosen: LedgerFilter) -> LedgerOverview:
    """All of it, as it is at one moment."""
    projects, groups = ledger_names(connection)
    return LedgerOverview(
        project_names=projects,
        group_names=groups,
        days=ledger_sums(connection, By.DAY, chosen.on_any_day),
        projects=ledger_sums(connection, By.PROJECT, chosen),
        groups=ledger_sums(connection, By.GROUP, chosen),
        sizes=ledger_sums(connection, By.SIZE, chosen),
        disputable=count_disputable(connection, chosen),
    )


def ledger_sums(
    connection: sqlite3.Connection, by: By, chosen: LedgerFilter, *, zone: tzinfo | None = None
) -> tuple[Spending, ...]:
    """What those attempts came to, without the demo: days in their order, all others dearest first.

    Days are those of `zone`, None for this computer's. What waits in the queue is no attempt yet. `since` and
    `until` are taken as `Stretch` has them.
    """
    stretch, (given, values) = Stretch(chosen.since, chosen.until), _conditions(chosen)
    if by is By.DAY:
        return tuple(_by_day(connection, stretch, given, values, zone))
    rows = connection.execute(
        _BY_KEY.format(key=_KEYS[by], conditions=given), {"pieces": stretch.pieces, **values}
    )
    return tuple(sorted(map(_spending, rows), key=lambda one: (-one.spent.fen, one.name)))


def _by_day(
    connection: sqlite3.Connection, stretch: Stretch, given: str, values: dict[str, str], zone: tzinfo | None
) -> Iterator[Spending]:
    left_out = encode_numbers(
        row[0] for row in connection.execute(_LEFT_OUT.format(conditions=given), values)
    )
    for day, part in local_days(connection, stretch, zone):
        asked = {"day": day.isoformat(), "pieces": part.pieces, "left_out": left_out}
        row = connection.execute(_OF_DAY, asked).fetchone()
        if row["calls"]:
            yield _spending(row)


def _spending(row: sqlite3.Row) -> Spending:
    return Spending(
        row["name"],
        calls=row["calls"],
        charged=Money.from_fen(row["charged"]),
        unknown=Money.from_fen(row["unknown"]),
        reserved=Money.from_fen(row["reserved"]),
        pictures=row["pictures"],
        kept=row["kept"],
    )


def ledger_names(connection: sqlite3.Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The projects and the groups that occur, by name: what can be asked for."""
    projects, groups = (
        tuple(row[0] for row in connection.execute(_NAMES.format(name=name)))
        for name in ("sum_keys.project", "group_keys.name")
    )
    return projects, groups


def count_disputable(connection: sqlite3.Connection, chosen: LedgerFilter) -> int:
    """How many attempts a refund can be asked for: see `disputable`."""
    given, values = _conditions(chosen)
    pieces = Stretch(chosen.since, chosen.until).pieces
    return int(
        connection.execute(_DISPUTABLE.format(conditions=given), {"pieces": pieces, **values}).fetchone()[0]
    )


def _conditions(chosen: LedgerFilter) -> tuple[str, dict[str, str]]:
    """The filter without its days, and without the demo, in SQL, and its values by name."""
    wanted: dict[str, str | None] = {
        f"sum_keys.group_key IN ({_GROUPS} :demo)": DEMO_GATEWAY,
        "sum_keys.project = :project": chosen.project or None,
        f"sum_keys.group_key IN ({_NAMED} :group)": chosen.group or None,
        "sum_keys.resolution = :resolution": chosen.resolution,
        "sum_keys.charge = :charge": chosen.charge,
    }
    given = {condition: value for condition, value in wanted.items() if value is not None}
    values = {condition.rpartition(":")[2].rstrip(")"): value for condition, value in given.items()}
    return " AND ".join(given), values
