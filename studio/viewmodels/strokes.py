"""Lines that were drawn by hand, with no more places than they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.marks import Place


def thinned(
    places: Sequence[Place], *, width: float, height: float, tolerance: float = 0.3
) -> tuple[Place, ...]:
    """The places without those that lie nearer than `tolerance` to the line through the others.

    `width` and `height` are those of the picture as it is seen, in the unit of `tolerance`.
    """
    if len(places) < 3:
        return tuple(places)
    points = [(x * width, y * height) for x, y in places]
    kept = {0, len(places) - 1}
    parts = [(0, len(places) - 1)]
    while parts:
        first, last = parts.pop()
        far, distance = _farthest(points, first, last)
        if distance > tolerance:
            kept.add(far)
            parts += [(first, far), (far, last)]
    return tuple(places[number] for number in sorted(kept))


def _farthest(points: Sequence[Place], first: int, last: int) -> tuple[int, float]:
    """Which point between these two lies farthest from the line between them, and how far."""
    found, most = first, 0.0
    for number in range(first + 1, last):
        distance = distance_to_segment(points[number], points[first], points[last])
        if distance > most:
            found, most = number, distance
    return found, most


def distance_to_segment(point: Place, start: Place, end: Place) -> float:
    """How far the point lies from the nearest of the segment; all in one unit."""
    (x, y), (x0, y0), (x1, y1) = point, start, end
    across, down = x1 - x0, y1 - y0
    length = across * across + down * down
    at = max(0.0, min(1.0, ((x - x0) * across + (y - y0) * down) / length)) if length else 0.0
    dx, dy = x - x0 - at * across, y - y0 - at * down
    return float((dx * dx + dy * dy) ** 0.5)
