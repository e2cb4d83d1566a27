"""How long a group takes and how often it fails, after its published figures."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from urllib.parse import quote, unquote

from studio.domain.catalog import Group
from studio.domain.demo import LONGEST, USUAL_LATENCY, demo_seconds

KEY_PREFIX = "demo-"
_FINEST = 1000


def demo_key(group: str) -> str:
    """The key that bills at this group of the demo gateway; printable ASCII, as a header needs."""
    return KEY_PREFIX + quote(group, safe="")


class Deck:
    """Deals failures exactly as often as the uptime says: 62.5 % is a shuffled deck of 3 failures in 8."""

    def __init__(self, uptime: Decimal | None, rng: Random) -> None:
        """`uptime` in percent; None (not published) deals no failures."""
        share = Fraction(uptime if uptime is not None else 100) / 100
        share = min(Fraction(1), max(Fraction(0), share)).limit_denominator(_FINEST)
        self._cards = [True] * share.numerator + [False] * (share.denominator - share.numerator)
        self._rng = rng
        self._left: list[bool] = []

    def deal(self) -> bool:
        """Whether the next call succeeds."""
        if not self._left:
            self._left = list(self._cards)
            self._rng.shuffle(self._left)
        return self._left.pop()


class Behaviour:
    """One group's behaviour; calls are counted, so it is deterministic in sequence."""

    def __init__(self, *, latency: Decimal, uptime: Decimal | None, rng: Random) -> None:
        self._seconds = demo_seconds(latency)
        self._rng = rng
        self._deck = Deck(uptime, rng)

    def next_seconds(self) -> float:
        """The next call's time at the usual pace, up to a seventh around the group's own."""
        return min(LONGEST, self._seconds * self._rng.uniform(0.86, 1.14))

    def next_succeeds(self) -> bool:
        return self._deck.deal()

    def next_is_rate_limit(self) -> bool:
        """Whether a failure is a 429 rather than a 503."""
        return self._rng.random() < 0.4


class Behaviours:
    """All groups' behaviours, chosen by key: `demo-<percent-encoded group name>`, else the usual one."""

    def __init__(self, groups: tuple[Group, ...], *, seed: int) -> None:
        known = [group.latency for group in groups if group.latency is not None]
        average = sum(known, Decimal(0)) / len(known) if known else USUAL_LATENCY
        self._usual = Behaviour(latency=USUAL_LATENCY, uptime=None, rng=Random(f"{seed} usual"))
        self._groups = {
            group.name: Behaviour(
                latency=group.latency if group.latency is not None else average,
                uptime=group.uptime,
                rng=Random(f"{seed} {group.name}"),
            )
            for group in groups
        }

    def of(self, key: str) -> Behaviour:
        name = unquote(key.removeprefix(KEY_PREFIX)) if key.startswith(KEY_PREFIX) else ""
        return self._groups.get(name, self._usual)
