"""A tree as it is shown: without what was thrown away for good, and with what was put away told apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studio.domain.version import Branch, Version


def is_gone(version: Version) -> bool:
    """Whether it was thrown away: it only keeps a place."""
    return version.purged or version.trashed is not None


def is_put_away(version: Version) -> bool:
    """Whether the branch that begins with it is hidden or archived."""
    return version.branch.hidden or version.branch.archived


def can_be_put_away(version: Version) -> bool:
    """Not the first of a tree: nothing would be left to bring it back by. What is away can come back."""
    return version.recipe.parent is not None or is_put_away(version)


def is_away(branch: Branch) -> bool:
    """Whether it is in sight only under some circumstances."""
    return is_gone(branch.version) or is_put_away(branch.version)


@dataclass(frozen=True, slots=True)
class Line:
    """A version in its tree. `number` counts in the order of the whole tree, put away or not; `parent` is the
    place of the line it hangs from, -1 for a root. `inside` is the place of the line of the branch that it is
    put away with, -1 where it isn't.
    """

    version: Version
    number: int
    depth: int
    parent: int
    inside: int = -1


def lines(branches: Iterable[Branch], *, keep: str = "") -> tuple[Line, ...]:
    """The tree's lines, in the order of Tree.branches. What was thrown away keeps its place as long as
    something continues it, or as it is looked at: `keep` is its id.
    """
    known = tuple(branches)
    parents = _parents(known)
    stays = [not is_gone(branch.version) or branch.version.id == keep for branch in known]
    for at in range(len(known) - 1, -1, -1):
        if stays[at] and parents[at] >= 0:
            stays[parents[at]] = True
    places: dict[int, int] = {-1: -1}
    found: list[Line] = []
    for at, branch in enumerate(known):
        if not stays[at]:
            continue
        parent = places[parents[at]]
        places[at] = len(found)
        inside = found[parent].inside if parent >= 0 else -1
        # A root is never put away: nothing would be left to bring it back by.
        if inside < 0 <= parent and is_put_away(branch.version):
            inside = len(found)
        found.append(Line(branch.version, len(found) + 1, branch.depth, parent, inside))
    return tuple(found)


def in_sight(branches: Iterable[Branch], *, keep: str = "") -> tuple[Line, ...]:
    """Those lines that aren't put away; a branch that is put away is in sight while `keep`, the id of one of
    its versions, is looked at.
    """
    known = lines(branches, keep=keep)
    if all(line.inside < 0 for line in known):
        return known
    kept = next((line.inside for line in known if line.version.id == keep), -1)
    places: dict[int, int] = {-1: -1}
    found: list[Line] = []
    for at, line in enumerate(known):
        if line.inside < 0 or line.inside == kept:
            places[at] = len(found)
            found.append(replace(line, parent=places[line.parent]))
    return tuple(found)


def _parents(branches: Sequence[Branch]) -> list[int]:
    """By depth: the line above in the walk that is one less deep."""
    path: list[int] = []
    parents: list[int] = []
    for at, branch in enumerate(branches):
        del path[branch.depth :]
        parents.append(path[-1] if path else -1)
        path.append(at)
    return parents
