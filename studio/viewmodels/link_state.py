"""What the window says of files that follow a tree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from studio.domain.export_errors import LinkedFileChanged, LinkedFileGone
from studio.domain.words import describe
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from studio.domain.errors import StudioError
    from studio.domain.link import LinkStanding


class LinkStep(StrEnum):
    """What is offered first for a linked file."""

    USE = "use"
    """Put the version into it that is looked at."""

    UPDATE = "update"
    """It holds that one: write it anew."""

    AGAIN = "again"
    """It couldn't be written."""

    OVERWRITE = "overwrite"
    """Another program has written it."""

    ANEW = "anew"
    """It isn't there any more."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One linked file of a tree, as details show it; `problem` is empty as long as there is none."""

    target: Path
    words: str
    problem: str
    step: LinkStep

    @property
    def name(self) -> str:
        """The file's."""
        return self.target.name

    @property
    def step_words(self) -> str:
        """What its button says."""
        return step_words(self.step)


def link_rows(
    standings: Iterable[LinkStanding], tree: Set[str], version_id: str, *, home: Path
) -> tuple[LinkRow, ...]:
    """The files that follow the tree with these versions, as they stand beside the version that is shown."""
    return tuple(
        LinkRow(
            standing.link.target,
            _words(standing, home),
            describe(standing.problem, translate).what if standing.problem else "",
            _step(standing, version_id),
        )
        for standing in standings
        if standing.link.version in tree or standing.link.written in tree
    )


def linked_names(standings: Iterable[LinkStanding]) -> Mapping[str, str]:
    """By the id of the version that is in it, what each file is called; of several all."""
    found: dict[str, list[str]] = {}
    for standing in standings:
        if standing.link.written:
            found.setdefault(standing.link.written, []).append(standing.link.target.name)
    return {version_id: ", ".join(names) for version_id, names in found.items()}


def step_of(problem: StudioError) -> LinkStep:
    """What helps against it."""
    match problem:
        case LinkedFileChanged():
            return LinkStep.OVERWRITE
        case LinkedFileGone():
            return LinkStep.ANEW
        case _:
            return LinkStep.AGAIN


def step_words(step: LinkStep) -> str:
    """As a button says it."""
    match step:
        case LinkStep.USE:
            return translate("links", "Use this version")
        case LinkStep.UPDATE:
            return translate("links", "Update")
        case LinkStep.AGAIN:
            return translate("links", "Try again")
        case LinkStep.OVERWRITE:
            return translate("links", "Overwrite")
        case LinkStep.ANEW:
            return translate("links", "Write anew")
    assert_never(step)


def short_path(path: Path, home: Path) -> str:
    """With ~ for the person's own folder."""
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _words(standing: LinkStanding, home: Path) -> str:
    path = short_path(standing.link.target, home)
    if not standing.label:
        return translate("links", "Linked to {path}").replace("{path}", path)
    words = translate("links", "Linked to {path} · {version}").replace("{version}", standing.label)
    return words.replace("{path}", path)


def _step(standing: LinkStanding, version_id: str) -> LinkStep:
    if standing.problem is not None:
        return step_of(standing.problem)
    return LinkStep.UPDATE if standing.link.version == version_id else LinkStep.USE
