"""The drawing of a tree: its versions and folded branches, where each stands, and what is near a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.viewmodels.branches import is_gone
from studio.viewmodels.tree_layout import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studio.domain.version import Version
    from studio.viewmodels.branches import Line


@dataclass(frozen=True, slots=True)
class TreeNode:
    """One place of the drawing: a version; or, where `version` is None, what is folded of its parent's
    branches: so many versions that are hidden, and that are archived.

    `id` is the version's, or that of the parent after "folded:". `parent` is the row of its parent's node, -1
    for a root. `put_away` when it belongs to a hidden or archived branch that is shown all the same.
    """

    id: str
    version: Version | None
    number: int
    depth: int
    parent: int
    put_away: bool = False
    hidden: int = 0
    archived: int = 0

    @property
    def folded(self) -> int:
        """How many versions are folded here."""
        return self.hidden + self.archived


class TreePlan:
    """Nodes in the order of the tree, each with its place: `across` is how far across the tree it stands, in
    steps of 1, and `TreeNode.depth` how far along.

    What it is asked for takes time by what is found, not by how large the tree is.
    """

    def __init__(self, nodes: Sequence[TreeNode] = ()) -> None:
        self.nodes = tuple(nodes)
        self.across = tidy([node.parent for node in self.nodes])
        self.breadth = max(self.across, default=0.0)
        self.depth = max((node.depth for node in self.nodes), default=0)
        self._rows = {node.id: row for row, node in enumerate(self.nodes)}
        self._children: list[list[int]] = [[] for _ in self.nodes]
        self._lines: list[list[int]] = [[] for _ in range(self.depth + 1)]
        for row, node in enumerate(self.nodes):
            self._lines[node.depth].append(row)
            if node.parent >= 0:
                self._children[node.parent].append(row)
        self._forks = [[row for row in line if self._children[row]] for line in self._lines]

    def row(self, node_id: str) -> int | None:
        """The row of the node with this id."""
        return self._rows.get(node_id)

    def children(self, row: int) -> Sequence[int]:
        """The rows that hang from this one, in order."""
        return self._children[row]

    def span(self, row: int) -> tuple[float, float]:
        """How far across the children of this row reach, from the first to the last."""
        children = self._children[row]
        return self.across[children[0]], self.across[children[-1]]

    def seen(self, depth: int, low: float, high: float) -> Sequence[int]:
        """The rows of this depth that stand between these places."""
        line = self._line(depth)
        start = bisect_left(line, low, key=self.across.__getitem__)
        return line[start : bisect_right(line, high, key=self.across.__getitem__)]

    def forks(self, depth: int, low: float, high: float) -> Iterator[int]:
        """The rows of this depth whose children reach between these places, themselves seen or not."""
        forks = self._forks[depth] if 0 <= depth < len(self._forks) else []
        start = bisect_left(forks, low, key=lambda row: self.span(row)[1])
        for row in forks[start:]:
            if self.span(row)[0] > high:
                return
            yield row

    def beside(self, row: int, step: int) -> int:
        """The row that stands so many places further in the same depth, as far as there are any."""
        line = self._line(self.nodes[row].depth)
        at = bisect_left(line, self.across[row], key=self.across.__getitem__)
        return line[min(max(at + step, 0), len(line) - 1)]

    def child_near(self, row: int) -> int:
        """The child that stands nearest to straight on; itself where it has none."""
        place = self.across[row]
        return min(self._children[row], key=lambda child: abs(self.across[child] - place), default=row)

    def path(self, row: int) -> list[int]:
        """From this row up to its root."""
        path: list[int] = []
        while row >= 0:
            path.append(row)
            row = self.nodes[row].parent
        return path

    def _line(self, depth: int) -> list[int]:
        return self._lines[depth] if 0 <= depth < len(self._lines) else []


NO_PLAN = TreePlan()


def plan_of(
    lines: Sequence[Line], *, unfolded: frozenset[str] = frozenset(), all_of_it: bool = False
) -> TreePlan:
    """Draw these lines. Branches that are put away are folded into one place under their parent, unless that
    parent's id is among `unfolded`, or `all_of_it` is wanted.
    """
    nodes: list[TreeNode] = []
    rows: dict[int, int] = {-1: -1}
    folds: dict[int, list[Line]] = {}
    path: list[int] = []

    def leave(depth: int) -> None:
        """Branches that end here get their fold after their other children."""
        while len(path) > depth:
            at = path.pop()
            if at in folds:
                nodes.append(_fold(lines[at], rows[at], folds.pop(at), lines))

    for at, line in enumerate(lines):
        if line.inside >= 0:
            above = lines[line.inside].parent
            if not all_of_it and lines[above].version.id not in unfolded:
                folds.setdefault(above, []).append(line)
                continue
        leave(line.depth)
        path.append(at)
        rows[at] = len(nodes)
        put_away = line.inside >= 0
        nodes.append(
            TreeNode(line.version.id, line.version, line.number, line.depth, rows[line.parent], put_away)
        )
    leave(0)
    return TreePlan(nodes)


def _fold(parent: Line, row: int, folded: Sequence[Line], lines: Sequence[Line]) -> TreeNode:
    living = [line for line in folded if not is_gone(line.version)]
    hidden = sum(lines[line.inside].version.branch.hidden for line in living)
    return TreeNode(
        f"folded:{parent.version.id}",
        None,
        parent.number,
        parent.depth + 1,
        row,
        put_away=True,
        hidden=hidden,
        archived=len(living) - hidden,
    )
