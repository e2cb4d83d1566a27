"""How urgent a thread is: the window goes first."""

import os
import sys
from enum import IntEnum


class Urgency(IntEnum):
    """How many steps a thread stands behind the window's."""

    LOOKED_AT = 5
    """Somebody waits for it."""
    ARRIVING = 10
    WHENEVER = 19


def give_way(urgency: Urgency) -> None:
    """Have the calling thread, and those that it starts, run after more urgent ones where processors are few.

    Only Linux knows it of single threads.
    """
    if sys.platform == "linux":
        os.nice(urgency)
