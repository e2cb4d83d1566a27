"""Versions and the tree they form."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.geometry import AspectRatio, PixelSize
from studio.domain.version import Tree
from tests.domain.making import PRICE, version


def test_a_tree_reads_from_the_root_with_each_branch_whole() -> None:
    versions = [
        version("night", parent="first", minutes=9),
        version("no logo", parent="left", minutes=7),
        version("left", parent="warmer", minutes=4),
        version("warmer", parent="first", minutes=2),
        version("first"),
    ]
    branches = [(branch.version.id, branch.depth) for branch in Tree(versions).branches()]
    assert branches == [("first", 0), ("warmer", 1), ("left", 2), ("no logo", 3), ("night", 1)]
    assert str(Tree(versions).cost) == "¥1.25"


def test_a_version_whose_parent_is_gone_stands_as_a_root() -> None:
    tree = Tree([version("b", parent="lost", minutes=1), version("a")])
    assert [(branch.version.id, branch.depth) for branch in tree.branches()] == [("a", 0), ("b", 0)]


parents = st.lists(st.one_of(st.none(), st.integers(0, 40)), max_size=40)


@given(parents, st.randoms())
def test_every_version_stands_once_and_after_its_parent(links: list[int | None], random: Random) -> None:
    versions = [
        version(str(index), parent=str(link) if link is not None and link < index else None, minutes=index)
        for index, link in enumerate(links)
    ]
    shuffled = sorted(versions, key=lambda _: random.random())
    tree = Tree(shuffled)
    seen: dict[str, int] = {}
    for branch in tree.branches():
        parent = branch.version.recipe.parent
        assert branch.depth == (seen[parent] + 1 if parent else 0)
        assert branch.version.id not in seen
        seen[branch.version.id] = branch.depth
    assert len(seen) == len(tree) == len(versions)
    assert tree.cost == PRICE * len(versions)


def test_a_very_long_chain() -> None:
    chain = [version(str(i), parent=str(i - 1) if i else None, minutes=i) for i in range(5000)]
    assert max(branch.depth for branch in Tree(chain).branches()) == 4999


def test_whether_the_size_asked_for_came() -> None:
    square = version("a")
    assert square.matches_size is None
    asked = replace(square, recipe=replace(square.recipe, aspect=AspectRatio.SQUARE))
    assert asked.matches_size
    assert not replace(asked, width=1000).matches_size
    assert asked.delivered == PixelSize(1024, 1024)
