"""What is said of a version on a contact sheet and on a client's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.sheet import SheetEntry

if TYPE_CHECKING:
    from studio.domain.version import Version

_MOST = 300


def sheet_entry(version: Version) -> SheetEntry:
    """Its name, the beginning of its prompt, its pixels, and its price where a call brought it."""
    words = " ".join(version.recipe.prompt[: 4 * _MOST].split())
    cost_nothing = version.is_imported or version.is_put_together or version.gateway == DEMO_GATEWAY
    return SheetEntry(
        version.delivered,
        name=f"{version.project} · v{version.number}",
        caption=words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…",
        facts=str(version.delivered),
        price="" if cost_nothing else str(version.price),
    )
