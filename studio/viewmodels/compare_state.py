"""What is compared, and how, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.domain.version import Version
from studio.viewmodels.viewer_state import ViewerMode

MOST = 9
"""Pictures that are compared at once."""

COMPARING = frozenset({ViewerMode.COMPARE, ViewerMode.DIFFERENCE})


class Way(StrEnum):
    """How pictures are compared with the eye."""

    SLIDER = "slider"
    SIDE_BY_SIDE = "side by side"
    FLICKER = "flicker"


@dataclass(frozen=True, slots=True)
class CompareState:
    """`versions` are two to nine, from the oldest on, each with its title; or none while nothing is compared.

    `current` is the id of the one that the viewer shows, `against` that of the one it is held against where
    two are seen. `is_turned` while flicker shows the latter, `plays` while it goes to and fro by itself.
    """

    versions: tuple[Version, ...] = ()
    titles: tuple[str, ...] = ()
    current: str = ""
    against: str = ""
    way: Way = Way.SLIDER
    is_turned: bool = False
    plays: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """Of what is compared."""
        return tuple(version.id for version in self.versions)

    @property
    def pair(self) -> tuple[Version, Version] | None:
        """The two that are seen where only two are, the older first."""
        two = [version for version in self.versions if version.id in {self.current, self.against}]
        return (two[0], two[1]) if len(two) == 2 else None

    @property
    def faced(self) -> str:
        """The id of the one that flicker shows now."""
        return self.against if self.is_turned else self.current

    def title(self, version_id: str) -> str:
        """What this one is called: "3 · “move the form left”"."""
        return next(
            (title for id_, title in zip(self.ids, self.titles, strict=True) if id_ == version_id), ""
        )
