"""Where the versions of a tree stand: a tidy drawing, worked out in one pass over them, without Qt.

Places are counted, not measured: how deep a version stands along the tree, and how far across it. Two that
stand equally deep are at least 1 apart; a parent stands in the middle of its children.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class _Outline:
    """How far a subtree reaches, deepest line first; `shift` is what all of it was moved by."""

    low: list[float] = field(default_factory=list[float])
    high: list[float] = field(default_factory=list[float])
    shift: float = 0.0

    @property
    def depth(self) -> int:
        return len(self.low)


def tidy(parents: Sequence[int]) -> tuple[float, ...]:
    """How far across each stands, the first of all at 0; `parents` has the place of each one's parent among
    them, before its own, and -1 for a root.

    Takes time in proportion to how many they are: where two subtrees are laid side by side, only the lines
    that both have are compared (Reingold and Tilford, "Tidier drawings of trees", 1981).
    """
    children: list[list[int]] = [[] for _ in parents]
    roots: list[int] = []
    for one, parent in enumerate(parents):
        (children[parent] if parent >= 0 else roots).append(one)
    offsets = [0.0] * len(parents)
    outlines: dict[int, _Outline] = {}
    # Parents stand before their children, so backwards is from the leaves up.
    for one in range(len(parents) - 1, -1, -1):
        outline = _side_by_side([outlines.pop(child) for child in children[one]], children[one], offsets)
        middle = _middle(children[one], offsets)
        for child in children[one]:
            offsets[child] -= middle
        outline.shift -= middle
        outline.low.append(-outline.shift)
        outline.high.append(-outline.shift)
        outlines[one] = outline
    _side_by_side([outlines.pop(root) for root in roots], roots, offsets)
    places = offsets
    for one, parent in enumerate(parents):
        if parent >= 0:
            places[one] += places[parent]
    least = min(places, default=0.0)
    return tuple(place - least for place in places)


def _side_by_side(outlines: list[_Outline], names: Sequence[int], offsets: list[float]) -> _Outline:
    """The outline of all of them together; `offsets` gets how far each was moved."""
    # Most have one child at most: it stays where it is.
    whole = outlines[0] if outlines else _Outline()
    for name, outline in zip(names[1:], outlines[1:], strict=True):
        move = _distance(whole, outline)
        offsets[name] = move
        outline.shift += move
        whole = _joined(whole, outline)
    return whole


def _distance(left: _Outline, right: _Outline) -> float:
    """How far `right` has to move to stand 1 from `left` wherever both have a line."""
    shared = min(left.depth, right.depth)
    if not shared:
        return 0.0
    between = left.shift - right.shift + 1
    return max(left.high[-line] - right.low[-line] + between for line in range(1, shared + 1))


def _joined(left: _Outline, right: _Outline) -> _Outline:
    """The deeper of the two takes the other's edge where both have a line."""
    shared = min(left.depth, right.depth)
    between = right.shift - left.shift
    if left.depth >= right.depth:
        for line in range(1, shared + 1):
            left.high[-line] = right.high[-line] + between
        return left
    for line in range(1, shared + 1):
        right.low[-line] = left.low[-line] - between
    return right


def _middle(children: Sequence[int], offsets: Sequence[float]) -> float:
    return (offsets[children[0]] + offsets[children[-1]]) / 2 if children else 0.0
