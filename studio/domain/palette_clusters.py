"""The main colours of a picture: colours that look alike become one, until few are left."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from studio.domain.oklab import Lab, Rgb, apart, to_lab, to_rgb

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST, MOST = 5, 12
_HARDLY_SEEN = 0.02**2
_OF_AREA = 0.5
"""The power by which an area weighs: a small accent counts for more than its pixels."""


@dataclass(frozen=True, slots=True)
class MainColour:
    """`share` is its part of the picture, 0 to 1."""

    rgb: Rgb
    share: float


@dataclass(frozen=True, slots=True)
class _Cluster:
    lab: Lab
    weight: float
    count: int

    def loss(self, other: _Cluster) -> float:
        """How much is lost when both become one."""
        return self.weight * other.weight / (self.weight + other.weight) * apart(self.lab, other.lab)

    def joined(self, other: _Cluster) -> _Cluster:
        weight = self.weight + other.weight
        lightness, a, b = (
            (one * self.weight + two * other.weight) / weight
            for one, two in zip(self.lab, other.lab, strict=True)
        )
        return _Cluster((lightness, a, b), weight, self.count + other.count)


def main_colours(counted: Iterable[tuple[Rgb, int]], most: int) -> tuple[MainColour, ...]:
    """Of colours and how often each is there, about a hundred: at most so many, the largest first.

    Always joins the two whose loss is least (Ward's method, in OKLab). Fewer come where a picture has no more
    that can be told apart.
    """
    clusters = [_Cluster(to_lab(rgb), count**_OF_AREA, count) for rgb, count in counted if count > 0]
    whole = sum(cluster.count for cluster in clusters)
    few = _joined(_joined(clusters, most=1, nearer=_HARDLY_SEEN), most=most)
    return tuple(
        MainColour(to_rgb(cluster.lab), cluster.count / whole)
        for cluster in sorted(few, key=lambda cluster: -cluster.count)
    )


def _joined(clusters: Iterable[_Cluster], *, most: int, nearer: float = inf) -> list[_Cluster]:
    """No more than `most`; of those that lie nearer to each other than that, squared, one each."""
    left: dict[int, _Cluster] = dict(enumerate(clusters))
    losses: dict[tuple[int, int], float] = {
        (i, j): left[i].loss(left[j]) for i in left for j in range(i) if _near(left[i], left[j], nearer)
    }
    new = len(left)
    while losses and len(left) > most:
        i, j = min(losses, key=lambda pair: losses[pair])
        one = left.pop(i).joined(left.pop(j))
        for pair in [pair for pair in losses if i in pair or j in pair]:
            del losses[pair]
        left[new] = one
        for k, other in left.items():
            if k != new and _near(one, other, nearer):
                losses[new, k] = one.loss(other)
        new += 1
    return list(left.values())


def _near(one: _Cluster, other: _Cluster, nearer: float) -> bool:
    return apart(one.lab, other.lab) < nearer
