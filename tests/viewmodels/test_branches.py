"""A tree as it is shown: what was put away, what was thrown away, and where it stands in the drawing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.judgement import BranchMark
from studio.domain.version import Branch, Tree, Version
from studio.viewmodels.branches import in_sight, lines
from studio.viewmodels.tree_plan import TreePlan, plan_of
from tests.domain.making import NOON, version

HIDDEN, ARCHIVED = BranchMark(hidden=True), BranchMark(archived=True)


def grown(*links: tuple[str, str | None]) -> list[Version]:
    """Versions by name and parent, each a minute after the one before."""
    return [version(name, parent=parent, minutes=at) for at, (name, parent) in enumerate(links)]


def branches(versions: list[Version]) -> tuple[Branch, ...]:
    return tuple(Tree(versions).branches())


def night_and_storm(**marks: BranchMark) -> tuple[Branch, ...]:
    """A root with two branches: night, night's moon; storm, storm's rain and storm's bolt."""
    made = grown(
        ("root", None),
        ("night", "root"),
        ("moon", "night"),
        ("storm", "root"),
        ("rain", "storm"),
        ("bolt", "storm"),
    )
    return branches([replace(one, branch=marks.get(one.id, BranchMark())) for one in made])


def told(plan: TreePlan) -> list[str]:
    return [node.id if node.version else f"{node.hidden}+{node.archived}" for node in plan.nodes]


def test_a_hidden_branch_is_folded_into_one_place_after_its_neighbours() -> None:
    plan = plan_of(lines(night_and_storm(night=HIDDEN)))
    assert told(plan) == ["root", "storm", "rain", "bolt", "2+0"]
    # What is left keeps its number: it counts in the whole tree.
    assert [node.number for node in plan.nodes[:4]] == [1, 4, 5, 6]
    assert plan.nodes[4].parent == plan.row("root") == 0


def test_hidden_and_archived_branches_of_one_version_share_the_place() -> None:
    plan = plan_of(lines(night_and_storm(night=HIDDEN, storm=ARCHIVED)))
    assert told(plan) == ["root", "2+3"]
    assert plan.nodes[1].folded == 5


def test_a_branch_inside_a_branch_that_is_put_away_belongs_to_the_outer_one() -> None:
    tree = lines(night_and_storm(storm=HIDDEN, rain=ARCHIVED))
    assert told(plan_of(tree)) == ["root", "night", "moon", "3+0"]
    shown = plan_of(tree, unfolded=frozenset({"root"}))
    assert told(shown) == ["root", "night", "moon", "storm", "rain", "bolt"]
    assert [node.id for node in shown.nodes if node.put_away] == ["storm", "rain", "bolt"]


def test_the_root_is_never_put_away() -> None:
    assert len(plan_of(lines(night_and_storm(root=HIDDEN))).nodes) == 6


def test_all_of_it_is_shown_when_it_is_wanted() -> None:
    plan = plan_of(lines(night_and_storm(night=HIDDEN, storm=ARCHIVED)), all_of_it=True)
    assert len(plan.nodes) == 6


def test_details_show_what_is_not_put_away_and_what_is_looked_at() -> None:
    tree = night_and_storm(night=HIDDEN, storm=ARCHIVED)
    assert [line.version.id for line in in_sight(tree)] == ["root"]
    looked_at = in_sight(tree, keep="rain")
    assert [(line.version.id, line.parent) for line in looked_at] == [
        ("root", -1),
        ("storm", 0),
        ("rain", 1),
        ("bolt", 1),
    ]


def test_what_was_thrown_away_keeps_its_place_as_long_as_something_continues_it() -> None:
    made = grown(("root", None), ("night", "root"), ("moon", "night"), ("storm", "root"))
    gone = [
        made[0],
        replace(made[1], trashed=NOON, purged=True),
        made[2],
        replace(made[3], trashed=NOON),
    ]
    assert [line.version.id for line in lines(branches(gone))] == ["root", "night", "moon"]
    # Who looks at it in the trash sees where it stood.
    assert [line.version.id for line in lines(branches(gone), keep="storm")][-1] == "storm"


marks = st.sampled_from([BranchMark(), BranchMark(), HIDDEN, ARCHIVED])
links = st.lists(st.tuples(st.integers(0, 30), marks, st.booleans()), min_size=1, max_size=30)


@given(links)
def test_every_living_version_is_shown_or_counted_once(made: list[tuple[int, BranchMark, bool]]) -> None:
    versions = [
        replace(
            version(str(at), parent=str(link) if at and link < at else None, minutes=at),
            branch=mark,
            trashed=NOON if trashed else None,
        )
        for at, (link, mark, trashed) in enumerate(made)
    ]
    plan = plan_of(lines(branches(versions)))
    shown = [node.version.id for node in plan.nodes if node.version and not node.version.trashed]
    folded = sum(node.folded for node in plan.nodes)
    assert len(shown) == len(set(shown))
    assert len(shown) + folded == sum(one.trashed is None for one in versions)


@given(st.lists(st.integers(0, 12), max_size=12))
def test_parents_that_go_round_in_circles_are_drawn_all_the_same(parents: list[int]) -> None:
    versions = [version(str(at), parent=str(parent), minutes=at) for at, parent in enumerate(parents)]
    plan = plan_of(lines(branches(versions)))
    assert sorted(told(plan)) == sorted(one.id for one in versions)
    for row, node in enumerate(plan.nodes):
        assert node.depth == len(plan.path(row)) - 1


@given(links, st.floats(-2, 30), st.floats(0, 12))
def test_what_is_near_a_place_is_found_as_by_looking_at_all(
    made: list[tuple[int, BranchMark, bool]], low: float, length: float
) -> None:
    versions = [
        version(str(at), parent=str(link) if at and link < at else None, minutes=at)
        for at, (link, _, _) in enumerate(made)
    ]
    plan = plan_of(lines(branches(versions)))
    high = low + length
    for depth in range(plan.depth + 1):
        rows = [row for row, node in enumerate(plan.nodes) if node.depth == depth]
        assert list(plan.seen(depth, low, high)) == [row for row in rows if low <= plan.across[row] <= high]
        forks = [row for row in rows if plan.children(row)]
        reaching = [row for row in forks if plan.span(row)[0] <= high and plan.span(row)[1] >= low]
        assert list(plan.forks(depth, low, high)) == reaching


def test_the_ways_through_the_drawing() -> None:
    plan = plan_of(lines(night_and_storm()))
    row = {node.id: row for row, node in enumerate(plan.nodes)}
    assert plan.beside(row["moon"], 1) == row["rain"]
    assert plan.beside(row["moon"], 9) == row["bolt"]
    assert plan.child_near(row["moon"]) == row["moon"]
    assert plan.child_near(row["storm"]) in {row["rain"], row["bolt"]}
    assert plan.path(row["rain"]) == [row["rain"], row["storm"], row["root"]]
