"""A group of the demo is as slow and as unreliable as its published figures say."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.demo.behaviour import Behaviours, Deck, demo_key
from studio.domain.catalog import Group
from studio.domain.demo import demo_seconds

GROUPS = (
    Group("官KEY-1.5折", (), Decimal("102.07"), Decimal("10.99"), Decimal("62.50")),
    Group("官KEY-2.5折", ()),
    Group("官KEY-3.5折", (), Decimal("14.45"), Decimal("106.24"), Decimal(100)),
    Group("官KEY-正价", (), Decimal("133.42"), Decimal("11.54"), Decimal(100)),
)


@given(eighths=st.integers(0, 8), seed=st.integers())
def test_failures_come_exactly_as_often_as_the_uptime_says(eighths: int, seed: int) -> None:
    deck = Deck(Decimal(eighths) * Decimal("12.5"), Random(seed))
    assert sum(deck.deal() for _ in range(80)) == eighths * 10


@given(uptime=st.decimals(0, 100, places=2))
def test_any_uptime_can_be_dealt(uptime: Decimal) -> None:
    deck = Deck(uptime, Random(1))
    share = sum(deck.deal() for _ in range(4000)) / 4000
    assert abs(share - float(uptime) / 100) < 0.06


def test_latency_is_scaled_to_seconds() -> None:
    scaled = [
        round(demo_seconds(Decimal(text)), 1) for text in ("0.2", "14.45", "54.18", "102.07", "133.42", "999")
    ]
    assert scaled == [0.5, 2.0, 4.4, 6.4, 7.5, 8.0]


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        (demo_key("官KEY-1.5折"), 5.5, 7.4),
        (demo_key("官KEY-2.5折"), 4.7, 7.0),  # blank: like the average of the others
        (demo_key("官KEY-正价"), 6.4, 8.0),
        (demo_key("no such group"), 1.7, 2.3),
        ("sk-anything", 1.7, 2.3),
    ],
)
def test_the_key_chooses_the_group(key: str, low: float, high: float) -> None:
    behaviour = Behaviours(GROUPS, seed=3).of(key)
    assert all(low <= behaviour.next_seconds() <= high for _ in range(50))


def test_a_key_is_plain_ascii() -> None:
    assert demo_key("官KEY-3.5折") == "demo-%E5%AE%98KEY-3.5%E6%8A%98"


def test_the_same_seed_gives_the_same_sequence() -> None:
    def sequence(seed: int) -> list[bool]:
        behaviour = Behaviours(GROUPS, seed=seed).of(demo_key("官KEY-1.5折"))
        return [behaviour.next_succeeds() for _ in range(64)]

    assert sequence(5) == sequence(5) != sequence(6)
