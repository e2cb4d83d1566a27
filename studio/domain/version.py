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
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Version:
    """One saved image. `path` is relative to the library's folder, with forward slashes.

    `number` counts within the project; `mime`, `width` and `height` come from the bytes; `size` in bytes;
    `seconds` is the attempt's time from sending to the last byte; `palette` holds main colours, "#rrggbb".
    `trashed` is when it was put into the trash; `children` counts the versions that continue it;
    `series` is the same for versions of one order, and `sequence` greater for what was written later, 0 where
    that isn't known; `purged` when its files were removed for good; `branch` is what is said of the branch
    that begins with it.
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
    sequence: int = 0
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
    def is_put_together(self) -> bool:
        """Whether it was put together here, of its parent and an answer."""
        return self.recipe.composite is not None

    @property
    def answers_region(self) -> bool:
        """Whether it was to change a region of its parent only, as it came: it can be put together."""
        recipe = self.recipe
        return recipe.region is not None and recipe.parent is not None and recipe.composite is None

    @property
    def delivered(self) -> PixelSize:
        """The pixels that came."""
        return PixelSize(self.width, self.height)

    @property
    def matches_size(self) -> bool | None:
        """Whether the pixels asked for came; None where none were asked for, and with aspect auto unless they
        are worth another price step.
        """
        if self.is_put_together or self.is_imported:
            return None
        return size_matches(self.delivered, self.recipe.aspect, self.recipe.resolution)


@dataclass(frozen=True, slots=True)
class Branch:
    """A version in its tree: `depth` is 0 for the root."""

    version: Version
    depth: int


class Tree:
    """Versions linked by parent, oldest first; a version whose parent is missing stands as a root, and the
    oldest of those whose parents go round in a circle.

    One that was removed for good keeps its place where others hang from it, and only there.
    """

    def __init__(self, versions: Iterable[Version]) -> None:
        known = {version.id: version for version in sorted(versions, key=age)}
        self._parents = parents(known)
        self._known = known
        self._standing = _standing(known, self._parents)
        self._children: dict[str | None, list[Version]] = {}
        for version in known.values():
            if version.id in self._standing:
                self._children.setdefault(self._parents[version.id], []).append(version)

    def __len__(self) -> int:
        """How many versions stand in it."""
        return len(self._standing)

    @property
    def cost(self) -> Money:
        """The prices of all versions, charged or assumed; of those, too, that were removed for good."""
        return total(version.price for version in self._known.values())

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


def _standing(versions: Mapping[str, Version], above: Mapping[str, str | None]) -> set[str]:
    """Those that weren't removed for good, and all above them."""
    found: set[str] = set()
    for version in versions.values():
        at = None if version.purged else version.id
        while at is not None and at not in found:
            found.add(at)
            at = above[at]
    return found


IMPORT_GATEWAY = "import"
"""Stands where a gateway's address would for pictures made elsewhere: nothing was sent or charged."""

LOCAL_GATEWAY = "local"
"""The same for pictures that were put together on this machine."""

UNSENT_GATEWAYS = (IMPORT_GATEWAY, LOCAL_GATEWAY)
"""What no call brought can be had again for nothing: the file lies elsewhere, or its parts are versions."""
