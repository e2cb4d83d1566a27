"""Marks as instruction in the whole program: drawn with the mouse, sent with words, never in the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.support.iterating import (
    Iterating,
    assert_kept,
    kept_versions,
    pictures,
    pixels,
    shape,
    spoken,
    texts,
)
from tests.support.recording_gateway import recording

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.stories.conftest import Home

KEY = "sk-story-of-marks"
FIRST, MARKED = "a quiet lake at dawn", "a balloon here"
MAGENTA = (255, 43, 214)


def test_a_box_is_drawn_and_what_it_encloses_changes(home: Home, gateway: str) -> None:
    with recording(gateway) as wire, home.window("--gateway", wire.url, key=KEY) as window:
        person = Iterating(window, wire)
        person.draw(FIRST)
        window.press("Space")
        window.see("Mark up", "CheckBox")
        window.press("Shift+M")
        window.see("Marks: 0 marks")
        window.press("B")
        window.drag("Marks: 0 marks", (0.4, 0.3), (0.5, 0.4), (0.6, 0.6))
        window.click("Use as instruction")
        window.see("Continues version 1")
        window.until(person.way, "what is sent along")
        window.fill("Prompt", MARKED)
        person.order(brings=1)
        window.leave()

    first, marked = wire.exchanges
    turn = marked.turns[-1]
    assert shape(turn) == ("user", "picture", "text", "text")
    told, words = texts(turn)
    assert "picture 1 is a copy of the picture to change, with marks drawn on it" in told
    assert "None of the marks may be in the result." in told
    assert words == MARKED
    (copy,), clean = pictures(turn), pictures(spoken(first.answer))[-1]
    lines = alike(copy, MAGENTA)
    assert 300 < lines.sum() < 20_000, "no box"
    assert not alike(clean, MAGENTA).any()

    kept = kept_versions(home)
    assert_kept(kept[1], first)
    assert_kept(kept[2], marked)
    assert [mark["kind"] for mark in kept[2].told["recipe"]["markup"]["marks"]] == ["box"]
    assert not alike(kept[2].path.read_bytes(), MAGENTA).any()
    rows, columns = np.nonzero(lines)
    inside = np.s_[rows.min() : rows.max(), columns.min() : columns.max()]
    changes = np.abs(pixels(kept[2].path.read_bytes()) - pixels(clean)).mean(axis=2)
    assert changes[inside].mean() > 3 * np.delete(changes, np.s_[rows.min() : rows.max()], axis=0).mean()


def alike(data: bytes, colour: tuple[int, int, int]) -> NDArray[np.bool_]:
    """Where the picture is nearly of this colour."""
    return np.abs(pixels(data) - np.asarray(colour, np.int16)).max(axis=2) < 40
