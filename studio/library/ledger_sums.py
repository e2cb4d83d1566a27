"""The ledger added up: by day, project, group, size or charge, and all that its page shows beside its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.money import Money
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.spending import By, LedgerFilter, Spending
from studio.library.sums import SUMS, Stretch, local_days

if TYPE_CHECKING:
    import sqlite3
    from datetime import tzinfo

_KEYS = {
    By.DAY: "''",
    By.PROJECT: "sum_keys.project",
    By.GROUP: "group_keys.name",
    By.SIZE: "sum_keys.resolution",
    By.CHARGE: "sum_keys.charge",
}
_SUMS = f"""
SELECT {{key}} AS name, sum(sums.calls) AS calls,
    coalesce(sum(sums.price) FILTER (WHERE sum_keys.charge = 'charged'), 0) AS charged,
    coalesce(sum(sums.price) FILTER (WHERE sum_keys.charge = 'unknown'), 0) AS unknown,
    coalesce(sum(sums.price) FILTER (WHERE sum_keys.charge = 'reserved'), 0) AS reserved,
    sum(sums.pictures) AS pictures, sum(sums.kept) AS kept
{SUMS} WHERE group_keys.gateway <> :demo AND {{conditions}} GROUP BY 1
"""
_DISPUTABLE = f"""
SELECT coalesce(sum(sums.calls) FILTER (WHERE sum_keys.charge = 'unknown'), 0)
    + coalesce(sum(sums.smaller) FILTER (WHERE sum_keys.charge = 'charged'), 0)
{SUMS} WHERE {{conditions}}
"""
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
    stretch = Stretch(chosen.since, chosen.until)
    if by is By.DAY:
        days = local_days(connection, stretch, zone)
        return tuple(
            one for day, part in days for one in _sums(connection, by, chosen, part, name=day.isoformat())
        )
    found = _sums(connection, by, chosen, stretch)
    return tuple(sorted(found, key=lambda one: (-one.spent.fen, one.name)))


def _sums(
    connection: sqlite3.Connection, by: By, chosen: LedgerFilter, stretch: Stretch, *, name: str = ""
) -> list[Spending]:
    given, values = _conditions(chosen)
    rows = connection.execute(
        _SUMS.format(key=_KEYS[by], conditions=given),
        {"demo": DEMO_GATEWAY, "pieces": stretch.pieces, **values},
    )
    return [
        Spending(
            name or row["name"],
            calls=row["calls"],
            charged=Money.from_fen(row["charged"]),
            unknown=Money.from_fen(row["unknown"]),
            reserved=Money.from_fen(row["reserved"]),
            pictures=row["pictures"],
            kept=row["kept"],
        )
        for row in rows
    ]


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
    """The filter without its days in SQL, and its values by name."""
    wanted: dict[str, str | None] = {
        "sum_keys.project = :project": chosen.project or None,
        "group_keys.name = :group": chosen.group or None,
        "sum_keys.resolution = :resolution": chosen.resolution,
        "sum_keys.charge = :charge": chosen.charge,
    }
    given = {condition: value for condition, value in wanted.items() if value is not None}
    values = {condition.rpartition(":")[2]: value for condition, value in given.items()}
    return " AND ".join(("TRUE", *given)), values
