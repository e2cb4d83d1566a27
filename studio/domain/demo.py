"""How the demo gateway scales a group's published latency, so that trying a slow one takes seconds."""

from __future__ import annotations

from decimal import Decimal

USUAL_LATENCY = Decimal("14.45")
"""The latency that the demo's own group is scaled from, in seconds."""

SHORTEST, LONGEST = 0.5, 8.0


def demo_seconds(latency: Decimal) -> float:
    """The demo's time for a published latency, both in seconds: 0.4 × latency^0.6, from 0.5 to 8.

    14.45 s becomes 2.0 s, 54 s becomes 4.4 s, 133 s becomes 7.5 s.
    """
    return min(LONGEST, max(SHORTEST, 0.4 * float(latency) ** 0.6))
