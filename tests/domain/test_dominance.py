"""Which groups nobody should choose, and which lie on the frontier."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.dominance import Standing, dominated, dominates, frontier, standings
from studio.domain.evidence import Evidence, Rate, Spread
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.settings.catalog import shipped_model

TWO_K = Resolution.TWO_K


def standing(name: str, fen: int, seconds: float, success: float = 1.0) -> Standing:
    return Standing(name, Money.from_fen(fen), seconds, success)


def test_by_the_page_alone() -> None:
    compared = standings(shipped_model(), TWO_K, {})
    assert [one.name for one in compared] == ["官KEY-1.5折", "官KEY-3.5折", "官KEY-4.5折", "官KEY-正价"]
    assert dominated(compared) == {"官KEY-4.5折": "官KEY-3.5折", "官KEY-正价": "官KEY-3.5折"}
    assert [one.name for one in frontier(compared)] == ["官KEY-1.5折", "官KEY-3.5折"]


def test_what_is_seen_brings_a_group_in() -> None:
    own = {"官KEY-2.5折": Evidence(Rate(50, 50), Spread(12.0, 20.0, 50), paid=50)}
    compared = standings(shipped_model(), TWO_K, own)
    assert "官KEY-2.5折" in {one.name for one in compared}
    # Of the page's hundred in a hundred, 50 of 50 and nothing published falls short by a hair.
    assert "官KEY-3.5折" not in dominated(compared)
    assert [one.name for one in frontier(compared)] == ["官KEY-1.5折", "官KEY-2.5折"]


def test_equals_do_not_dominate_each_other() -> None:
    assert dominated([standing("a", 10, 5), standing("b", 10, 5)]) == {}


def test_the_one_to_choose_instead_is_the_cheapest_of_the_best() -> None:
    groups = [standing("worst", 90, 90, 0.5), standing("middle", 50, 50), standing("cheap", 10, 50)]
    assert dominated([*groups, standing("fast", 20, 5)]) == {"worst": "cheap", "middle": "cheap"}


STANDINGS = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 6), st.integers(0, 4)), max_size=8).map(
    lambda rows: [
        standing(f"g{index}", fen, float(seconds), success / 4)
        for index, (fen, seconds, success) in enumerate(rows)
    ]
)


@given(STANDINGS)
def test_who_is_chosen_instead_is_better_and_not_dominated(groups: list[Standing]) -> None:
    by_name = {one.name: one for one in groups}
    instead = dominated(groups)
    for name, better in instead.items():
        assert dominates(by_name[better], by_name[name])
        assert better not in instead
    for one in groups:
        assert (one.name in instead) == any(dominates(other, one) for other in groups)


@given(STANDINGS)
def test_every_group_lies_on_the_frontier_or_behind_it(groups: list[Standing]) -> None:
    line = frontier(groups)
    for one in groups:
        assert any(edge.price <= one.price and edge.seconds <= one.seconds for edge in line)
    for left, right in itertools.pairwise(line):
        assert left.price < right.price
        assert left.seconds > right.seconds
