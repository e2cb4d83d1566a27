"""The edits that led to a version, made once more: of another picture, or at another size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from studio.domain.errors import NothingToReplay
from studio.domain.lineage import lineage
from studio.domain.money import Money, total
from studio.domain.recipe import Recipe, Sending
from studio.domain.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studio.domain.geometry import Resolution
    from studio.domain.version import Version

Ground: TypeAlias = str | Reference
"""What the edits are made of: a version, by its id, or a picture that was given."""


@dataclass(frozen=True, slots=True)
class ReplayStep:
    """One call. `of` is the version whose change it makes once more; `leaves_marks` where what was drawn on
    the picture then can't come along.
    """

    of: str
    recipe: Recipe
    price: Money
    leaves_marks: bool = False


@dataclass(frozen=True, slots=True)
class ReplayPlan:
    """What a replay sends, one call after the other: each continues what the one before it brings."""

    version: str
    group: str
    project: str
    steps: tuple[ReplayStep, ...]

    @property
    def total(self) -> Money:
        """What all of them cost together."""
        return total(step.price for step in self.steps)


@dataclass(frozen=True, slots=True)
class ReplayEdit:
    """An edit as it is made once more; its recipe has no parent, except for the first."""

    of: str
    recipe: Recipe
    leaves_marks: bool


def replayed(
    versions: Mapping[str, Version], version_id: str, *, on: Ground | None, resolution: Resolution | None
) -> tuple[ReplayEdit, ...]:
    """The edits that led to the version, made of `on`; without it of what they were made of then, and where
    that was made of words alone, it is made anew, too. Each at its own size without a `resolution`.

    `versions` is its tree. Raises NothingToReplay.
    """
    chain = lineage(versions, version_id)
    first, edits = chain[0], chain[1:]
    if on is None:
        if first.is_imported or first.recipe.parent is not None:
            on = first.id
        else:
            edits = chain
    elif first.recipe.parent is not None:
        # What it was made of is lost, what was done to it isn't.
        edits = chain
    made = tuple(_again(_as_asked(versions, edits), on=on, same=on in {None, first.id}, at=resolution))
    if not made or any(not _says_something(one.recipe) for one in made):
        raise NothingToReplay(version_id)
    return made


def _as_asked(versions: Mapping[str, Version], edits: Sequence[Version]) -> Iterator[Version]:
    """For what was put together here, the answer that it was made of: that was asked for."""
    for version in edits:
        composite = version.recipe.composite
        yield version if composite is None else versions.get(composite.answer, version)


def _again(
    edits: Iterator[Version], *, on: Ground | None, same: bool, at: Resolution | None
) -> Iterator[ReplayEdit]:
    for number, version in enumerate(edits):
        old = version.recipe
        given = on if number == 0 else None
        parent = given if isinstance(given, str) else None
        # Marks were drawn on one picture, and only a version can be edited in one region. A conversation is
        # about the picture that it began with.
        marks = old.markup if parent is not None and parent == old.parent else None
        region = None if isinstance(given, Reference) else old.region
        recipe = replace(
            old,
            parent=parent,
            references=_with_ground(given, old.references),
            resolution=at or old.resolution,
            sending=old.sending if same else Sending.AFRESH,
            markup=marks,
            region=region,
            composite=None,
        )
        yield ReplayEdit(version.id, recipe, leaves_marks=(marks, region) != (old.markup, old.region))


def _with_ground(given: Ground | None, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The picture that was given comes first, and takes no name away that the words speak of."""
    if not isinstance(given, Reference):
        return references
    taken = any(given.handle == one.handle for one in references)
    return (replace(given, handle="") if taken else given, *references)


def _says_something(recipe: Recipe) -> bool:
    return bool(recipe.prompt.strip()) or recipe.markup is not None
