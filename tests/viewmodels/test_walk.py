"""The way through pictures: laws for any way, whatever goes and comes back."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from studio.viewmodels.walk import Walk

NAMES = st.lists(st.integers(0, 40).map(str), unique=True, max_size=12)


@given(NAMES, st.data())
def test_stepping_to_the_end_meets_everything_that_is_left_once(
    names: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from(names))) if names else set[str]()
    walk = Walk(names)
    walk.leave_out(gone)
    met = [first] if (first := walk.edge(last=False)) else []
    while following := walk.step(1):
        met.append(following)
    assert met == [name for name in names if name not in gone]
    assert walk.count == len(met)
    assert walk.position == (len(met) or walk.position)


@given(NAMES.filter(bool), st.data())
def test_a_step_there_and_back_ends_where_it_began(names: list[str], data: st.DataObject) -> None:
    walk = Walk(names, data.draw(st.sampled_from(names)))
    began = walk.current
    if walk.step(1):
        assert walk.step(-1) == began
    assert walk.current == began


@given(NAMES.filter(bool), st.data())
def test_what_comes_back_is_where_it_was(names: list[str], data: st.DataObject) -> None:
    walk = Walk(names)
    gone = data.draw(st.lists(st.sampled_from(names), unique=True))
    walk.leave_out(gone)
    assert walk.take_back((*gone, "stranger")) == tuple(gone)
    assert walk.take_back(gone) == ()
    assert walk.edge(last=True) == names[-1]
    assert walk.position == len(names)


@given(NAMES.filter(bool), st.integers(), st.data())
def test_wandering_only_meets_what_is_there(names: list[str], seed: int, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(names)))
    walk = Walk(names)
    walk.leave_out(gone)
    found = walk.anywhere(Random(seed))
    assert (found in names and found not in gone) or len(gone) == len(names)


def test_what_may_be_looked_at_next_lies_ahead() -> None:
    walk = Walk("abcdef", "c")
    assert walk.around() == ("d", "b", "e")
    assert walk.around(forwards=False) == ("b", "d", "a")
    assert Walk("a").around() == ()
    assert Walk().current == ""
