"""How an answer must be moved and scaled to lie over its parent, measured where nothing was to change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from studio.imaging.agreement import agreement
from studio.imaging.correlation import Spectrum, standing_out, window
from studio.imaging.levels import whole
from studio.imaging.tiles import refined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.imaging.levels import Alignment, Frames, Level
    from studio.imaging.pictures import Grey

_COARSE = 256 * 256
_JUDGED = 512 * 512
_MIDDLE = 1024 * 1024
_FINE = 20_000_000
"""Pixels that are looked at: first all of them at once, then in tiles; for how well they fit, all again."""

_STEP = 1.015
_SLACK = 1.15
"""Scales that are tried: in such steps, and by so much beyond what the frames suggest."""

_WORTH_MOVING = 0.01
"""By how much it must fit better than corner on corner: where nothing can be seen, nothing moves."""


def align(parent: Grey, answer: Grey, mask: Grey) -> Alignment:
    """Whatever the answer's size and ratio; the mask is of the parent's size."""
    both = whole(parent, answer, mask)
    fine = both.shrunk(_FINE)
    middle = fine.shrunk(_MIDDLE)
    judged = middle.shrunk(_JUDGED)
    found = _roughly(judged.shrunk(_COARSE))
    for level in (middle, middle, fine):
        found = refined(level, found)
    found, still = (
        replace(one, fit=agreement(*judged.over_each_other(one)))
        for one in (found, both.frames.corner_on_corner())
    )
    return found if found.fit > still.fit + _WORTH_MOVING else still


def _roughly(level: Level) -> Alignment:
    """By the whole of both, small: the scale at which they agree best, and where they do."""
    weight = level.weight() * window(*level.shape, taper=0.2)
    parent = Spectrum(standing_out(level.parent.astype(np.float32), weight))
    answer = level.answer.astype(np.float32)
    answer = standing_out(answer, np.ones_like(answer))
    found, peak = level.frames.corner_on_corner(), 0.0
    for guess in _guesses(level.frames):
        laid, covered = level.answer_over_parent(answer, guess)
        shift = parent.shift_of(laid * covered * weight)
        if shift.peak > peak:
            found, peak = level.moved(guess, shift), shift.peak
    return found


def _guesses(frames: Frames) -> Iterator[Alignment]:
    """Middle on middle, at every scale from a little less to a little more than either side asks for."""
    across, down = frames.ratios
    for stretch in sorted({1.0, down / across}):
        least, most = sorted((across, down / stretch))
        steps = int(np.log(most / least * _SLACK**2) / np.log(_STEP))
        for step in range(steps + 1):
            yield frames.middle_on_middle(least / _SLACK * _STEP**step, stretch)
