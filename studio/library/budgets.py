"""What counts against each limit: charged, unknown, and what every open job costs at most. Read in the
transaction that writes an order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.budget import BudgetKind, Standing, broken, tightest
from studio.domain.budget_errors import OverBudget
from studio.domain.money import MOST, Money
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.version import UNSENT_GATEWAYS
from studio.library.codec import to_micros

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from studio.domain.budget import Limit
    from studio.domain.recipe import Order

# Spelled as the conditions of their indexes are, or these wouldn't be used.
_SPENT = """
SELECT coalesce(sum(price), 0) FROM attempts
WHERE charge IN ('charged', 'unknown') AND gateway NOT IN ('demo', 'import', 'local')
"""
_RESERVED = """
SELECT coalesce(sum(orders.most), 0) FROM jobs JOIN orders ON orders.id = jobs.order_id
WHERE jobs.state NOT IN ('saved', 'refused', 'blocked', 'unknown', 'cancelled')
    AND orders.gateway NOT IN ('demo', 'import', 'local')
"""
_PROJECT = f"""
SELECT ({_SPENT} AND project = :project) + ({_RESERVED} AND orders.project = :project)
"""


def standings(connection: sqlite3.Connection, limits: Iterable[Limit]) -> tuple[Standing, ...]:
    """These limits in their order, then every project that has a budget, by name. The demo counts nothing."""
    reserved = connection.execute(_RESERVED).fetchone()[0]
    found: list[Standing] = []
    for limit in limits:
        since = to_micros(limit.since)
        spent = connection.execute(f"{_SPENT} AND started >= ?", (since,)).fetchone()[0]
        found.append(Standing(limit.kind, limit.most, _money(spent + reserved)))
    for name, fen in connection.execute(
        "SELECT name, budget FROM projects WHERE budget IS NOT NULL ORDER BY name"
    ).fetchall():
        found.append(Standing(BudgetKind.PROJECT, Money.from_fen(fen), used_in(connection, name), name))
    return tuple(found)


def used_in(connection: sqlite3.Connection, project: str) -> Money:
    """What counts against a project's budget, whether it has one or not."""
    return _money(connection.execute(_PROJECT, {"project": project}).fetchone()[0])


def check(connection: sqlite3.Connection, orders: Iterable[Order], limits: Iterable[Limit]) -> None:
    """Raises OverBudget where what these would reserve together breaks a limit, or a project's budget."""
    paid = [order for order in orders if order.gateway not in {DEMO_GATEWAY, *UNSENT_GATEWAYS}]
    if not paid:
        return
    wanted = {one: _wanted(paid, one) for one in standings(connection, limits)}
    over = tightest(one for one in wanted if broken((one,), wanted[one]))
    if over is not None:
        raise OverBudget(over, wanted[over])


def _wanted(orders: Iterable[Order], standing: Standing) -> Money:
    return _money(sum(order.most.fen * order.count for order in orders if standing.concerns(order.project)))


def _money(fen: int) -> Money:
    """No more than money can say, which is more than any limit."""
    return Money.from_fen(min(fen, MOST.fen))
