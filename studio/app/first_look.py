"""What the gallery shows before there is an engine: for a thread, so nothing of Qt is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studio.domain.listing import FIRST_READ
from studio.domain.query import Query
from studio.library.first_glance import FirstGlance, read_first_glance
from studio.viewmodels.stacking import rows_for

if TYPE_CHECKING:
    from pathlib import Path

    from studio.library.desk import Desk
    from studio.viewmodels.tile_rows import TileRows

_SEEN = 60
"""More than stand in a window of the usual size."""


class FirstLook(NamedTuple):
    """What was read, and its rows."""

    glance: FirstGlance
    rows: TileRows


def read_first_look(library: Path, desk: Desk) -> FirstLook | None:
    """The gallery as it was left, None where there is nothing to see yet."""
    glance = read_first_glance(library, query=Query(), limit=FIRST_READ, seen=_SEEN, around=desk.first)
    if glance is None:
        return None
    opened = frozenset(desk.opened)
    return FirstLook(glance, rows_for(Query(), glance.listing, opened=opened, stacks=desk.stacks))
