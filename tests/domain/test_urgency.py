"""A thread that gives way, and nobody else."""

import os
import sys
import threading

import pytest

from studio.domain.urgency import give_way

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows it of single threads")


def standing() -> tuple[int, int]:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id()), os.sched_getscheduler(0)


def test_a_thread_gives_way_with_those_that_it_starts() -> None:
    before = standing()
    found: list[tuple[int, int]] = []

    def look() -> None:
        found.append(standing())

    def begin() -> None:
        give_way(3)
        look()
        child = threading.Thread(target=look)
        child.start()
        child.join()

    thread = threading.Thread(target=begin)
    thread.start()
    thread.join()
    assert found == [(before[0] + 3, os.SCHED_BATCH)] * 2
    assert standing() == before
