"""An export's memory: what is too much at once waits, and nothing waits for ever."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.domain.export import Encoding, Format, Preset
from studio.domain.export_layouts import scales
from studio.domain.export_names import Named
from studio.domain.export_plan import Planned, planned
from studio.domain.geometry import PixelSize
from studio.export.room import MOST_BYTES, Room, bytes_for

BANNER = PixelSize(12_288, 1536)


@settings(deadline=None)
@given(st.lists(st.integers(0, 150), max_size=40))
def test_never_more_than_there_is_unless_one_alone_needs_it(sizes: list[int]) -> None:
    room, counting = Room(100), threading.Lock()
    inside: list[int] = []

    def work(size: int) -> None:
        with room.take(size):
            with counting:
                inside.append(size)
                assert sum(inside) <= 100 or sum(inside) == size
            with counting:
                inside.remove(size)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, sizes))


def plan(format_: Format) -> Planned:
    named = Named("Spring", 1, "a fox", BANNER.width, BANNER.height, date(2026, 11, 26))
    return planned(Preset("mine", Encoding(format_), scales(1, 2)), named, "png")


def test_what_an_encoder_needs_is_counted_for_each_that_runs_at_once() -> None:
    one, two = (bytes_for(plan(Format.AVIF), BANNER, beside) for beside in (1, 2))
    assert BANNER.pixels * 4 < one < min(two, MOST_BYTES)
    assert bytes_for(plan(Format.ORIGINAL), BANNER, 2) == BANNER.pixels * 4
    assert bytes_for(plan(Format.PNG), BANNER, 1) < one
