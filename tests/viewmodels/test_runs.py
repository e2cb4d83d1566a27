"""How one list becomes another."""

from hypothesis import given
from hypothesis import strategies as st

from studio.viewmodels.runs import missing_runs, unwanted_runs

names = st.lists(st.sampled_from("abcdefghijkl"), unique=True)


@given(names, names)
def test_the_runs_turn_any_list_into_any_other(held: list[str], wanted: list[str]) -> None:
    became = list(held)
    for first, last in unwanted_runs(became, wanted):
        del became[first : last + 1]
    assert set(became) <= set(held) & set(wanted)
    for at, count in missing_runs(became, wanted):
        became[at:at] = wanted[at : at + count]
    assert became == wanted


@given(names)
def test_what_stays_is_left_alone(held: list[str]) -> None:
    assert unwanted_runs(held, held) == []
    assert missing_runs(held, held) == []


def test_of_one_that_moves_only_that_one_goes() -> None:
    assert unwanted_runs(list("zabc"), list("abcz")) == [(0, 0)]
    assert unwanted_runs(list("abcz"), list("zabc")) == [(3, 3)]


def test_neighbours_go_and_come_together() -> None:
    assert unwanted_runs(list("abcdef"), list("af")) == [(1, 4)]
    assert missing_runs(list("af"), list("abcdef")) == [(1, 4)]
