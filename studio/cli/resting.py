"""Which groups rest, by what the library's ledger tells of late; and words about that."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.cli.context import Run


def resting(run: Run) -> Mapping[str, datetime]:
    """The groups of this gateway that rest now, and until when, aware UTC."""
    return asyncio.run(_read(run))


async def _read(run: Run) -> Mapping[str, datetime]:
    from studio.domain.breaker import MEMORY
    from studio.jobs.breakers import resting_after
    from studio.library.library import Library

    now = datetime.now(UTC)
    async with Library.reader(run.library) as reader:
        found = resting_after(await reader.attempts_since(now - MEMORY), now)
    return {group: until for (gateway, group), until in found.items() if gateway == run.settings.gateway}


def rest_words(group: str, until: datetime) -> str:
    """The time of day here, for a rest is short."""
    return f"{group} rests until {until.astimezone():%H:%M}, after several failures."
