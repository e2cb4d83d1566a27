"""Figures over time: all groups together, and the least stable of them."""

from datetime import timedelta

from studio.domain.evidence import Rate
from studio.domain.group_series import Point, least_stable, uptime_over_time
from tests.domain.making import NOON

LATER = NOON + timedelta(hours=1)


def point(group: str, hits: int, count: int, *, later: bool = False) -> Point:
    return Point(LATER if later else NOON, group, Rate(hits, count))


def test_all_groups_together() -> None:
    points = [point("a", 1, 2, later=True), point("a", 3, 3), point("b", 0, 1), point("c", 0, 0)]
    assert uptime_over_time(points) == ((NOON, Rate(3, 4)), (LATER, Rate(1, 2)))
    assert uptime_over_time([point("c", 0, 0)]) == ()


def test_the_least_stable_over_all_the_time() -> None:
    points = [point("a", 0, 1), point("a", 9, 9, later=True), point("b", 4, 5), point("c", 0, 0)]
    assert least_stable(points) == "b"
    assert least_stable([]) is None
    assert least_stable([point("c", 0, 0)]) is None


def test_of_two_alike_the_better_known_then_the_first_by_name() -> None:
    assert least_stable([point("a", 1, 2), point("b", 2, 4)]) == "b"
    assert least_stable([point("b", 1, 2), point("a", 1, 2)]) == "a"
