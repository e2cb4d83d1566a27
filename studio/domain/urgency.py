"""How urgent a thread is: the window goes first."""

import os
import sys
from contextlib import suppress
from typing import Final

LOOKED_AT: Final = 5
"""Steps behind the window's thread, for what somebody waits for."""

ARRIVING: Final = 10
WHENEVER: Final = 19


def give_way(urgency: int) -> None:
    """Have the calling thread, and those that it starts, run after more urgent ones where processors are few.
    When it wakes it waits for whoever runs then, be it the window.

    Only Linux knows it of single threads.
    """
    if sys.platform == "linux":
        os.nice(urgency)
        # A sandbox may forbid it.
        with suppress(PermissionError):
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
