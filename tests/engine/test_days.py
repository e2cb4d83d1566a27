"""Spent today, by the local day: where clocks are put forward and back, and when one is set."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.engine.announcer import Announcer
from studio.engine.days import local_day
from studio.engine.events import Event, SpentChanged
from studio.library.library import Library
from tests.engine.workshop import GOOD, NOTHING, PRICE, Workshop, generate, until
from tests.support.scripted_gateway import ScriptedGateway

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows can't change its zone for a test")


class Zone:
    """This process in another time zone."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        self._before = os.environ.get("TZ")
        self._set(self._name)

    def __exit__(self, *_: object) -> None:
        self._set(self._before)

    def _set(self, name: str | None) -> None:
        if name is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = name
        time.tzset()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


# Zones as POSIX writes them, so that no list of zones need be installed.
BERLIN = "CET-1CEST,M3.5.0,M10.5.0/3"
SHANGHAI = "CST-8"
HAVANA = "CST5CDT,M3.2.0/0,M11.1.0/1"


@pytest.mark.parametrize(
    ("zone", "moment", "begins", "hours"),
    [
        (SHANGHAI, "2026-11-22T20:00+00:00", "2026-11-22T16:00+00:00", 24),
        (SHANGHAI, "2026-11-22T15:59:59+00:00", "2026-11-21T16:00+00:00", 24),
        (BERLIN, "2026-03-29T00:30+00:00", "2026-03-28T23:00+00:00", 23),
        (BERLIN, "2026-03-29T21:59+00:00", "2026-03-28T23:00+00:00", 23),
        (BERLIN, "2026-03-29T22:00+00:00", "2026-03-29T22:00+00:00", 24),
        (BERLIN, "2026-10-25T00:30+00:00", "2026-10-24T22:00+00:00", 25),
        (BERLIN, "2026-10-25T22:59+00:00", "2026-10-24T22:00+00:00", 25),
        # In Havana the clock leaps from midnight to one, and back from one to midnight.
        (HAVANA, "2026-03-08T12:00+00:00", "2026-03-08T05:00+00:00", 23),
        (HAVANA, "2026-11-01T12:00+00:00", "2026-11-01T04:00+00:00", 25),
    ],
)
def test_a_day_begins_at_its_midnight_and_has_the_hours_it_has(
    zone: str, moment: str, begins: str, hours: int
) -> None:
    with Zone(zone):
        assert local_day(at(moment)) == (at(begins), at(begins) + timedelta(hours=hours))


@given(st.integers(1_577_836_800, 2_051_222_400), st.sampled_from([BERLIN, SHANGHAI, HAVANA]))
def test_every_moment_is_in_its_day_and_days_follow_each_other(seconds: int, zone: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    with Zone(zone):
        begins, ends = local_day(moment)
        assert begins <= moment < ends
        assert local_day(ends)[0] == ends
        assert local_day(begins - timedelta(microseconds=1))[1] == begins


async def test_what_was_spent_yesterday_is_not_in_todays_sum(tmp_path: Path) -> None:
    time_now = at("2026-11-22T15:00+00:00")
    in_zone: AbstractContextManager[None] = Zone(SHANGHAI)
    with in_zone:
        async with ScriptedGateway(GOOD) as gateway:
            workshop = Workshop(tmp_path, gateway.address, now=lambda: time_now)
            async with workshop.open() as studio:
                await generate(studio)
                assert (await studio.spent_today()).charged == PRICE
                time_now += timedelta(hours=1)
                assert (await studio.spent_today()).total == NOTHING
                await generate(studio)
                assert (await studio.spent_today()).charged == PRICE
                # Somebody sets the clock back.
                time_now -= timedelta(hours=1)
                assert (await studio.spent_today()).charged == PRICE


@pytest.fixture
def moment() -> Iterator[list[datetime]]:
    with Zone(SHANGHAI):
        yield [at("2026-11-22T15:59+00:00")]


async def test_the_new_day_is_told_by_itself(tmp_path: Path, moment: list[datetime]) -> None:
    heard: list[Event] = []
    async with (
        Library(tmp_path, now=lambda: moment[0], new_id=lambda: "id", thumbnails=False) as library,
        Announcer(library, lambda: moment[0], seconds_between_looks=0.005) as announcer,
    ):
        announcer.subscribe(heard.append)
        moment[0] += timedelta(seconds=30)
        await announcer.spent_today()
        assert heard == []
        moment[0] += timedelta(minutes=1)
        await until(lambda: heard)
        assert heard == [SpentChanged(await announcer.spent_today())]
