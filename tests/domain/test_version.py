"""Versions and the tree they form."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from studio.domain.geometry import AspectRatio, PixelSize
from studio.domain.lineage import edit_depth, lineage
from studio.domain.version import Tree, Version
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


def test_what_was_removed_for_good_keeps_its_place_only_where_others_hang_from_it() -> None:
    def gone(name: str, parent: str | None) -> Version:
        return replace(version(name, parent=parent), purged=True)

    versions = [
        gone("first", None),
        version("warmer", parent="first"),
        gone("colder", "first"),
        gone("colder still", "colder"),
    ]
    tree = Tree(versions)
    branches = [(branch.version.id, branch.depth) for branch in tree.branches()]
    assert branches == [("first", 0), ("warmer", 1)]
    assert len(tree) == 2
    assert tree.cost == PRICE * 4


def test_parents_that_go_round_in_a_circle_hang_from_the_oldest_of_them() -> None:
    tree = Tree(
        [
            version("above", parent="oldest", minutes=3),
            version("oldest", parent="between", minutes=1),
            version("between", parent="above", minutes=2),
            version("below", parent="above", minutes=4),
            version("its own", parent="its own", minutes=5),
        ]
    )
    branches = [(branch.version.id, branch.depth) for branch in tree.branches()]
    assert branches == [("oldest", 0), ("above", 1), ("between", 2), ("below", 2), ("its own", 0)]


class TreesAndAModel(RuleBasedStateMachine):
    """Versions come, are hung elsewhere, in circles too, and go, leaving no row or one without files; the
    model is a table of parents.
    """

    def __init__(self) -> None:
        super().__init__()
        self.made = 0
        self.parents: dict[str, str | None] = {}
        self.versions: dict[str, Version] = {}

    ids = st.integers(0, 12).map(str)

    @rule(parent=st.none() | ids)
    def insert(self, parent: str | None) -> None:
        self._put(str(self.made), parent)
        self.made += 1

    @rule(name=ids)
    def delete(self, name: str) -> None:
        self.parents.pop(name, None)
        self.versions.pop(name, None)

    @rule(name=ids, parent=st.none() | ids)
    def hang_elsewhere(self, name: str, parent: str | None) -> None:
        if name in self.versions:
            self._put(name, parent)

    @rule(name=ids)
    def remove_for_good(self, name: str) -> None:
        if name in self.versions:
            self.versions[name] = replace(self.versions[name], purged=True)

    def _put(self, name: str, parent: str | None) -> None:
        self.parents[name] = parent
        # Later ones are no older, and some are as old as others.
        self.versions[name] = version(name, parent=parent, minutes=int(name) // 2)

    @invariant()
    def holds_all_once_each_under_its_parent(self) -> None:
        tree = Tree(reversed(self.versions.values()))
        found = {branch.version.id: branch.depth for branch in tree.branches()}
        there = [name for name in self.parents if not self.versions[name].purged]
        standing = {name for one in there for name in (one, *self._above(one))}
        assert found == {name: len(self._above(name)) for name in standing}
        assert len(tree) == len(standing)
        assert tree.cost == PRICE * len(self.parents)
        for name in standing:
            assert tree.parent(name) == next(iter(self._above(name)), None)
            assert name in {child.id for child in tree.children(tree.parent(name))}

    @invariant()
    def tells_the_same_past_of_every_version(self) -> None:
        for name in self.parents:
            chain = [one.id for one in lineage(self.versions, name)]
            assert chain == [*reversed(self._above(name)), name]
            assert edit_depth(self.versions, name) == len(chain) - 1

    def _above(self, name: str) -> list[str]:
        """Parent, parent's parent and so on."""
        if self._is_root(name):
            return []
        parent = self.parents[name]
        assert parent
        return [parent, *self._above(parent)]

    def _is_root(self, name: str) -> bool:
        parent = self.parents[name]
        circle = self._circle(name)
        return parent not in self.parents or (bool(circle) and name == min(circle, key=self._age))

    def _circle(self, name: str) -> list[str]:
        """All that lie on a circle with it."""
        path: list[str] = [name]
        while (parent := self.parents[path[-1]]) in self.parents and len(path) <= len(self.parents):
            assert parent
            if parent == name:
                return path
            path.append(parent)
        return []

    def _age(self, name: str) -> tuple[int, str]:
        return int(name) // 2, name


TestTreesAndAModel = TreesAndAModel.TestCase


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
