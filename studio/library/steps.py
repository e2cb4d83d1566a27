"""What can be done to what the person says of versions, projects, searches, charges and linked files, with
its way back.

A step is a value: undo keeps it, and the journal writes it down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeAlias

import msgspec

from studio.domain.judgement import Standing
from studio.domain.link import LinkForm
from studio.domain.money import MOST
from studio.domain.places import SavedSearch
from studio.domain.settlement import Settlement
from studio.library.sidecars import Moment, Whole

if TYPE_CHECKING:
    from collections.abc import Iterable


class SetStandings(msgspec.Struct, frozen=True, tag="standings"):
    """These versions stand like this now; versions that stand alike share one standing."""

    groups: tuple[tuple[Standing, tuple[str, ...]], ...]

    def without(self, ids: frozenset[str]) -> SetStandings:
        """The same for other versions than these."""
        left = ((standing, tuple(one for one in held if one not in ids)) for standing, held in self.groups)
        return SetStandings(tuple((standing, held) for standing, held in left if held))


class PutProject(msgspec.Struct, frozen=True, tag="project", omit_defaults=True):
    """There is a project like this; `number` is the next one for a version of it, if it is new, and `budget`
    in fen.
    """

    name: str
    archived: bool = False
    cover: str = ""
    number: Whole = 1
    budget: Annotated[int, msgspec.Meta(ge=0, le=MOST.fen)] | None = None


class RemoveProject(msgspec.Struct, frozen=True, tag="no project"):
    """There is no such project (any more)."""

    name: str


class RenameProject(msgspec.Struct, frozen=True, tag="rename"):
    """A project is called otherwise. `at` is when: sidecars written before have the old name."""

    old: str
    new: str
    at: Moment


class PutSearch(msgspec.Struct, frozen=True, tag="search"):
    """There is a saved search like this."""

    search: SavedSearch


class RemoveSearch(msgspec.Struct, frozen=True, tag="no search"):
    """There is no saved search of this name (any more)."""

    name: str


class SettleCharges(msgspec.Struct, frozen=True, tag="settled"):
    """Of these attempts it is known now what they cost, or isn't any more."""

    settled: tuple[tuple[str, Settlement], ...]


class PutLink(msgspec.Struct, frozen=True, tag="link"):
    """A file follows a tree like this: the fields are those of a Link, `target` its path as text."""

    target: str
    version: str
    form: LinkForm
    written: str = ""
    hashes: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


class RemoveLink(msgspec.Struct, frozen=True, tag="no link"):
    """No tree is tied to this file (any more)."""

    target: str


Step: TypeAlias = (
    SetStandings
    | PutProject
    | RemoveProject
    | RenameProject
    | PutSearch
    | RemoveSearch
    | SettleCharges
    | PutLink
    | RemoveLink
)


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was carried out: as it was, the step that takes it back, and how versions stand now."""

    step: Step
    back: Step
    standings: tuple[tuple[str, Standing], ...] = ()


def merged(standings: Iterable[tuple[Standing, Iterable[str]]]) -> SetStandings:
    """The step that makes these versions stand like this."""
    groups: dict[Standing, list[str]] = {}
    for standing, ids in standings:
        groups.setdefault(standing, []).extend(ids)
    return SetStandings(tuple((standing, tuple(ids)) for standing, ids in groups.items()))


def grouped(standings: Iterable[tuple[str, Standing]]) -> SetStandings:
    """The same, version by version."""
    return merged((standing, (version_id,)) for version_id, standing in standings)
