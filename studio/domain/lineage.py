"""A version's past: the chain of edits that led to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.recipe import Sending

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from studio.domain.version import Version

MANY_EDITS = 3
"""From so many edits, each of the one before, the picture has suffered: better redo it from the original."""


def lineage(versions: Mapping[str, Version], version_id: str) -> tuple[Version, ...]:
    """From the root to this version, parent by parent; empty where it isn't among them.

    It begins where a parent is missing. Where parents go round in a circle, the oldest of it is the root.
    """
    chain: list[Version] = []
    places: dict[str, int] = {}
    at: str | None = version_id
    while at is not None and at in versions and at not in places:
        places[at] = len(chain)
        chain.append(versions[at])
        at = chain[-1].recipe.parent
    if at in places:
        oldest = min(chain[places[at] :], key=age)
        del chain[places[oldest.id] + 1 :]
    return tuple(reversed(chain))


def conversation_group(chain: Sequence[Version]) -> str:
    """The group that answered every turn of the conversation which ends with the last of a chain as
    `lineage` gives it; empty where there were several.
    """
    groups: set[str] = set()
    for version in reversed(chain):
        groups.add(version.group)
        if version.recipe.sending is not Sending.CONVERSATION:
            break
    return groups.pop() if len(groups) == 1 else ""


def edit_depth(versions: Mapping[str, Version], version_id: str) -> int:
    """How many edits lie between the root and this version: 0 for a root."""
    return max(0, len(lineage(versions, version_id)) - 1)


def parents(versions: Mapping[str, Version]) -> dict[str, str | None]:
    """The parent of every version in their tree, None for a root: as `lineage` would tell it of each."""
    found: dict[str, str | None] = {}
    for version_id in versions:
        path: dict[str, None] = {}
        at: str | None = version_id
        while at is not None and at in versions and at not in found and at not in path:
            path[at] = None
            at = versions[at].recipe.parent
        for one in path:
            above = versions[one].recipe.parent
            found[one] = above if above in versions else None
        if at in path:
            names = tuple(path)
            circle = names[names.index(at) :]
            found[min(map(versions.__getitem__, circle), key=age).id] = None
    return found


def age(version: Version) -> tuple[datetime, int, str]:
    """What versions are ordered by, oldest first."""
    return version.created, version.number, version.id


def merged_instruction(prompts: Iterable[str]) -> str:
    """All changes of a chain as one instruction, in their order: a numbered list where there are several.

    It holds no words of its own, for the person's may be in any language.
    """
    changes = [prompt.strip() for prompt in prompts if prompt.strip()]
    if len(changes) < 2:
        return "".join(changes)
    return "\n".join(f"{number}. {_indented(change)}" for number, change in enumerate(changes, start=1))


def _indented(change: str) -> str:
    return "\n   ".join(line.strip() for line in change.splitlines() if line.strip())
