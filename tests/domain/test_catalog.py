"""The catalog: which group is taken by default, and what an update would change."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.catalog import Change, Group, changes, default_group
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.settings.catalog import shipped_model
from tests.domain.making import group, model


def test_the_default_is_the_cheapest_group_whose_uptime_is_complete() -> None:
    chosen = default_group(shipped_model())
    assert chosen is not None
    assert chosen.name == "官KEY-3.5折"


def test_a_blank_uptime_is_not_complete() -> None:
    assert default_group(model(group("a", "0.01"), group("b", "0.02", uptime="99.99"))) is None


def test_a_group_without_the_usual_size_is_judged_by_another() -> None:
    small = group("small", "0.50", uptime="100", resolutions=(Resolution.FOUR_K,))
    usual = group("usual", "0.10", "0.60", uptime="100.00")
    chosen = default_group(model(usual, small, group("unpriced", uptime="100")))
    assert chosen == small


def test_what_an_update_would_change() -> None:
    old = model(group("a", "0.05", "0.07", latency="10"), group("gone", "0.30", "0.20"))
    new = model(group("a", "0.05", "0.08", "0.11", uptime="50"), group("new", "0.09"))
    money = Money.parse
    assert changes(old, new) == (
        Change("a", "1K", money("0.07"), money("0.08")),
        Change("a", "2K", None, money("0.11")),
        Change("a", "latency", Decimal(10), None),
        Change("a", "uptime", None, Decimal(50)),
        Change("gone", "group", money("0.20"), None),
        Change("new", "group", None, money("0.09")),
    )


def priced(name: str, fen: list[int]) -> Group:
    return group(name, *(Money.from_fen(one).plain for one in fen))


groups = st.lists(
    st.builds(
        priced,
        st.sampled_from("abcde"),
        st.lists(st.integers(1, 500), min_size=1, max_size=4),
    ),
    unique_by=lambda one: one.name,
    max_size=5,
)


@given(groups, groups)
def test_nothing_changes_only_where_nothing_differs(old: list[Group], new: list[Group]) -> None:
    before, after = model(*old), model(*new)
    assert changes(before, before) == ()
    differs = {one.name: one for one in before.groups} != {one.name: one for one in after.groups}
    assert bool(changes(before, after)) == differs
    assert len(changes(after, before)) == len(changes(before, after))
