"""The tidy drawing of a tree."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studio.viewmodels.tree_layout import tidy

EPSILON = 1e-9


def depths_of(parents: list[int]) -> list[int]:
    depths: list[int] = []
    for parent in parents:
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
    return depths


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Each version's parent among those before it, children of one parent in a row as in a walk."""
    count = draw(st.integers(0, 40))
    made = [-1 if not at else draw(st.integers(-1, at - 1)) for at in range(count)]
    return in_order(made)


def in_order(parents: list[int]) -> list[int]:
    """The same tree numbered as it is walked: parents first, each branch whole."""
    children: dict[int, list[int]] = {}
    for one, parent in enumerate(parents):
        children.setdefault(parent, []).append(one)
    walked: list[tuple[int, int]] = []
    waiting = [(root, -1) for root in reversed(children.get(-1, []))]
    while waiting:
        one, parent = waiting.pop()
        walked.append((one, parent))
        waiting.extend((child, len(walked) - 1) for child in reversed(children.get(one, [])))
    return [parent for _, parent in walked]


def test_a_chain_is_a_straight_line() -> None:
    assert tidy([-1, 0, 1, 2]) == (0, 0, 0, 0)


def test_a_parent_stands_in_the_middle_of_its_children() -> None:
    assert tidy([-1, 0, 0, 0]) == (1, 0, 1, 2)


def test_a_short_branch_finds_room_beside_a_long_one() -> None:
    # 0 ─ 1 ─ 2, from which 3 and 4 come, and from 0 also 5: it stands 1 from 1, beside the room that 4 takes.
    assert tidy([-1, 0, 1, 2, 2, 0]) == (1, 0.5, 0.5, 0, 1, 1.5)


def test_nothing_is_nowhere() -> None:
    assert tidy([]) == ()


@given(trees())
def test_none_lie_over_each_other_and_order_is_kept(parents: list[int]) -> None:
    places, depths = tidy(parents), depths_of(parents)
    for depth in set(depths):
        line = [place for place, own in zip(places, depths, strict=True) if own == depth]
        assert all(after - before >= 1 - EPSILON for before, after in pairwise(line))
    assert not places or min(places) == 0


@given(trees())
def test_every_parent_stands_in_the_middle(parents: list[int]) -> None:
    places = tidy(parents)
    for one in range(len(parents)):
        children = [places[child] for child, parent in enumerate(parents) if parent == one]
        if children:
            assert abs(places[one] - (children[0] + children[-1]) / 2) < EPSILON


def test_a_chain_of_thousands_with_a_leaf_at_each_is_laid_out_at_once() -> None:
    comb = [-1]
    trunk = 0
    for _ in range(5000):
        comb.append(trunk)
        comb.append(trunk)
        trunk = len(comb) - 1
    began = time.perf_counter()
    tidy(comb)
    assert time.perf_counter() - began < 2
