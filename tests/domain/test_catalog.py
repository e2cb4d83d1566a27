"""The catalog: which group is taken by default."""

from studio.domain.catalog import default_group
from studio.domain.geometry import Resolution
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
