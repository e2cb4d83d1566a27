"""Budgets: what is left of one, and which of several an order would break."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.budget import BudgetKind, Budgets, Standing, broken, tightest
from studio.domain.money import MOST, ZERO, Money

amounts = st.integers(0, 5_000).map(Money.from_fen)
standings = st.builds(Standing, st.sampled_from(BudgetKind), amounts, amounts, st.just("Foxes"))


@given(standings, amounts)
def test_an_order_fits_where_as_much_is_left(standing: Standing, wanted: Money) -> None:
    fits = standing.used + wanted <= standing.limit
    assert standing.holds(wanted) is fits
    if standing.used <= standing.limit:
        assert standing.used + standing.left == standing.limit
        assert fits is (wanted <= standing.left)
    else:
        assert standing.left == ZERO


@given(st.lists(standings, max_size=4), amounts)
def test_an_order_is_stopped_by_the_tightest_of_those_that_it_breaks(
    found: list[Standing], wanted: Money
) -> None:
    over = broken(found, wanted)
    breaking = [one for one in found if not one.holds(wanted)]
    if not wanted:
        assert over is None
    elif over is None:
        assert not breaking
    else:
        assert over in breaking
        assert over.left.fen == min(one.left.fen for one in breaking)


@given(standings, amounts, amounts, st.integers(1, 100))
def test_more_is_a_larger_share_and_warns_no_less(
    standing: Standing, less: Money, more: Money, percent: int
) -> None:
    less, more = min(less, more), max(less, more)
    assert 0 <= standing.share(less) <= standing.share(more) <= 1
    if standing.warns(percent, wanted=less):
        assert standing.warns(percent, wanted=more)
    assert not standing.warns(None, wanted=more)
    assert standing.share(more) == 1 or standing.holds(more)


def test_a_warning_comes_at_its_share_exactly() -> None:
    standing = Standing(BudgetKind.DAY, Money.parse("20"), Money.parse("15.99"))
    assert not standing.warns(80)
    assert standing.warns(80, wanted=Money.parse("0.01"))


def test_nothing_fits_into_a_budget_of_nothing() -> None:
    nothing = Standing(BudgetKind.MONTH, ZERO, ZERO)
    assert (nothing.left, nothing.share(), nothing.warns(80)) == (ZERO, 1.0, True)
    assert broken([nothing], Money.from_fen(1)) == nothing
    assert broken([nothing], ZERO) is None


def test_more_than_money_can_say_is_over_every_budget() -> None:
    full = Standing(BudgetKind.DAY, MOST, MOST)
    assert broken([full], MOST) == full


def test_of_budgets_with_as_little_left_the_first_is_the_tightest() -> None:
    day, month = (
        Standing(kind, Money.parse("5"), Money.parse("4")) for kind in (BudgetKind.DAY, BudgetKind.MONTH)
    )
    assert tightest([day, month]) == day
    assert tightest([]) is None


def test_only_a_projects_own_budget_concerns_its_orders() -> None:
    day = Standing(BudgetKind.DAY, ZERO, ZERO)
    foxes = Standing(BudgetKind.PROJECT, ZERO, ZERO, "Foxes")
    assert [one.concerns("Foxes") for one in (day, foxes)] == [True, True]
    assert [one.concerns("Harbours") for one in (day, foxes)] == [True, False]


def test_only_what_has_a_limit_is_limited() -> None:
    began = datetime(2026, 11, 26, tzinfo=UTC)
    budgets = Budgets(month=Money.parse("300"))
    (limit,) = budgets.limits(day=began, month=began - timedelta(days=25))
    assert (limit.kind, limit.most, limit.since) == (
        BudgetKind.MONTH,
        Money.parse("300"),
        began - timedelta(days=25),
    )
