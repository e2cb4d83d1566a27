"""Versions and the tree they form by parent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.domain.geometry import PixelSize, size_matches
from studio.domain.judgement import UNJUDGED, UNMARKED, BranchMark, Judgement, Standing
from studio.domain.lineage import age, parents
from studio.domain.money import Money, total
from studio.domain.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Version:
    """One saved image. `path` is relative to the library's folder, with forward slashes.

    `number` counts within the project; `mime`, `width` and `height` come from the bytes; `size` in bytes;
    `seconds` is the attempt's time from sending to the last byte; `palette` holds main colours, "#rrggbb".
    `trashed` is when it was put into the trash; `children` counts the versions that continue it;
    `series` is the same for versions of one order, 0 where that isn't known; `purged` when its files were
    removed for good; `branch` is what is said of the branch that begins with it.
    """

    id: str
    number: int
    project: str
    path: str
    sha256: str
    size: int
    mime: str
    width: int
    height: int
    created: datetime
    recipe: Recipe
    model: str
    gateway: str
    group: str
    price: Money
    price_assumed: bool
    charge: Charge
    job: str
    attempt: str
    request_id: str = ""
    seconds: float | None = None
    words: str = ""
    arrived_after_cancel: bool = False
    palette: tuple[str, ...] = ()
    judgement: Judgement = UNJUDGED
    trashed: datetime | None = None
    children: int = 0
    series: int = 0
    purged: bool = False
    branch: BranchMark = UNMARKED

    @property
    def standing(self) -> Standing:
        """All of it that the person can change."""
        return Standing(self.project, self.judgement, self.trashed, self.branch)

    def restood(self, standing: Standing) -> Version:
        """The same version, as it stands after a change."""
        return replace(
            self,
            project=standing.project,
            judgement=standing.judgement,
            trashed=standing.trashed,
            branch=standing.branch,
        )

    @property
    def is_imported(self) -> bool:
        """Whether it was made elsewhere and joined the library as a file."""
        return self.gateway == IMPORT_GATEWAY

    @property
    def delivered(self) -> PixelSize:
        """The pixels that came."""
        return PixelSize(self.width, self.height)

    @property
    def matches_size(self) -> bool | None:
        """Whether the pixels asked for came; None with aspect auto."""
        return size_matches(self.delivered, self.recipe.aspect, self.recipe.resolution)


@dataclass(frozen=True, slots=True)
class Branch:
    """A version in its tree: `depth` is 0 for the root."""

    version: Version
    depth: int


class Tree:
    """Versions linked by parent, oldest first; a version whose parent is missing stands as a root, and the
    oldest of those whose parents go round in a circle.
    """

    def __init__(self, versions: Iterable[Version]) -> None:
        known = {version.id: version for version in sorted(versions, key=age)}
        self._parents = parents(known)
        self._children: dict[str | None, list[Version]] = {}
        for version in known.values():
            self._children.setdefault(self._parents[version.id], []).append(version)
        self._versions = known

    def __len__(self) -> int:
        """How many versions stand in it."""
        return len(self._versions)

    @property
    def cost(self) -> Money:
        """The prices of all versions, charged or assumed."""
        return total(version.price for version in self._versions.values())

    def parent(self, version_id: str) -> str | None:
        """The id of the version above it, None for a root."""
        return self._parents[version_id]

    def children(self, version_id: str | None) -> tuple[Version, ...]:
        """Those right below it, oldest first; of None the roots."""
        return tuple(self._children.get(version_id, ()))

    def branches(self) -> Iterator[Branch]:
        """Every version once, each before its children; without recursion, so that no chain is too long."""
        waiting = [Branch(root, 0) for root in reversed(self._children.get(None, []))]
        while waiting:
            branch = waiting.pop()
            yield branch
            children = self._children.get(branch.version.id, [])
            waiting.extend(Branch(child, branch.depth + 1) for child in reversed(children))


IMPORT_GATEWAY = "import"
"""Stands where a gateway's address would for pictures made elsewhere: nothing was sent or charged."""

FIRST_PROJECT = "Sketches"
"""The project that pictures go to until the person makes others."""
