"""Contact sheets: every picture once, in order, whole on its page, never over another or over words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.geometry import PixelSize
from studio.domain.money import Money
from studio.domain.recipe import DEMO_GATEWAY, Recipe
from studio.domain.sheet import Page, Paper, Place, SheetEntry, SheetStyle, pages
from studio.domain.sheet_words import sheet_entry
from studio.domain.version import IMPORT_GATEWAY
from tests.domain import making

entries = st.lists(
    st.builds(
        SheetEntry,
        size=st.builds(PixelSize, st.integers(1, 20_000), st.integers(1, 20_000)),
        name=st.sampled_from(["", "Spring · v3"]),
        caption=st.sampled_from(["", "A red fox"]),
        facts=st.sampled_from(["", "1376 × 768"]),
        price=st.sampled_from(["", "¥0.25"]),
    ),
    max_size=40,
)
styles = st.builds(
    SheetStyle,
    title=st.sampled_from(["", "Spring"]),
    paper=st.sampled_from(Paper),
    columns=st.integers(-1, 10),
    captions=st.booleans(),
    prices=st.booleans(),
)


def boxes(page: Page) -> list[Place]:
    """Of pictures and lines; of letters an em above and below the base."""
    lines = [Place(line.left, line.top, line.width, line.size) for line in page.lines if not line.from_right]
    return [*(placed.place for placed in page.pictures), *lines]


def overlap(one: Place, other: Place) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0.01 and down > 0.01


@given(entries, styles)
def test_every_picture_stands_once_and_nothing_covers_it(shown: list[SheetEntry], style: SheetStyle) -> None:
    made = pages(shown, style)
    width, height = style.paper.size
    assert [placed.entry for page in made for placed in page.pictures] == list(range(len(shown)))
    for page in made:
        for at, box in enumerate(boxes(page)):
            assert box.left >= 30
            assert box.left + box.width <= width - 30
            assert box.top >= 30
            assert box.top + box.height <= height - 20
            assert not any(overlap(box, other) for other in boxes(page)[:at])
        for placed in page.pictures:
            size = shown[placed.entry].size
            assert placed.place.width / placed.place.height == pytest.approx(size.width / size.height)


def test_no_page_but_the_only_one_is_empty() -> None:
    assert [len(page.pictures) for page in pages([], SheetStyle())] == [0]
    many = [SheetEntry(PixelSize(100, 100), "fox")] * 100
    made = pages(many, SheetStyle(columns=4))
    assert all(page.pictures for page in made)
    assert [page.lines[-0].text for page in made] == [
        f"{number} / {len(made)}" for number in range(1, len(made) + 1)
    ]
    tops = [placed.place.top for page in made[:1] for placed in page.pictures]
    assert all(one <= other for one, other in pairwise(tops))


def test_prices_are_there_only_where_they_are_wanted() -> None:
    shown = [SheetEntry(PixelSize(10, 10), "Spring · v3", "A red fox", "10 × 10", "¥0.25")]

    def said(style: SheetStyle) -> str:
        return " | ".join(line.text for page in pages(shown, style) for line in page.lines)

    assert said(SheetStyle()) == "1 / 1 | Spring · v3 | A red fox | 10 × 10"
    assert said(SheetStyle(title="Spring", prices=True)).endswith("A red fox | 10 × 10 · ¥0.25")
    assert said(SheetStyle(captions=False, prices=True)) == "1 / 1"


def test_a_version_is_told_in_short() -> None:
    version = replace(making.version("fox", minutes=2), price=Money.parse("0.25"))
    entry = sheet_entry(replace(version, recipe=Recipe("A red\n fox " * 100)))
    assert entry.name == f"{version.project} · v3"
    assert entry.caption.startswith("A red fox A red")
    assert entry.caption.endswith("…")
    assert len(entry.caption) <= 300
    assert entry.price == "¥0.25"


@pytest.mark.parametrize("gateway", [IMPORT_GATEWAY, DEMO_GATEWAY])
def test_what_cost_nothing_has_no_price(gateway: str) -> None:
    assert sheet_entry(replace(making.version("fox"), gateway=gateway)).price == ""
