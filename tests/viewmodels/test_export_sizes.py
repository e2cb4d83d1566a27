"""Sizes as rows and as a form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.export_sizes import Box, Focus, SizeKind, SizeRule, resolve
from studio.domain.geometry import PixelSize
from studio.viewmodels.export_draft import another
from studio.viewmodels.export_sizes import (
    SizeForm,
    form_of,
    form_problem,
    kind_meaning,
    kind_words,
    rule_of,
    size_name,
    size_rows,
    turned,
)

SOURCE = PixelSize(2752, 1536)
pixels = st.integers(1, 60_000)
factors = st.sampled_from((0.5, 1.0, 1.5, 2.0, 3.0))


@st.composite
def drawn(draw: st.DrawFn) -> SizeRule:
    """Any rule of any kind, with the numbers that its kind uses."""
    kind, scale, whole = draw(st.sampled_from(SizeKind)), draw(factors), draw(factors)
    width, height = draw(pixels), draw(pixels)
    if kind is SizeKind.CROP:
        return SizeRule(kind, scale=scale, whole=whole, box=Box(3, 4, width, height))
    is_wide = kind not in {SizeKind.SCALE, SizeKind.HEIGHT}
    is_high = kind not in {SizeKind.SCALE, SizeKind.WIDTH}
    focus = Focus(draw(st.sampled_from((0.0, 0.25, 1.0))), 0.5)
    return SizeRule(kind, width * is_wide, height * is_high, scale=scale, whole=whole, focus=focus)


rules = drawn().filter(SizeRule.is_usable)


@given(rules)
def test_what_a_form_shows_says_the_same_rule_again(rule: SizeRule) -> None:
    assert rule_of(form_of(rule)) == rule
    assert form_problem(form_of(rule)) == ""


@given(rules, st.sampled_from(SizeKind))
def test_another_kind_of_size_can_always_be_used_and_comes_close(rule: SizeRule, kind: SizeKind) -> None:
    before, after = resolve(rule, SOURCE).size, resolve(turned(rule, kind, SOURCE), SOURCE).size
    assert turned(rule, kind, SOURCE).is_usable() or max(before.width, before.height) > 65_500
    if kind is SizeKind.FILL:
        assert before == after


def test_rows_say_pixels_kind_and_what_is_larger() -> None:
    third = SizeRule(scale=1, whole=3)
    wide = SizeRule(SizeKind.WIDTH, 4000, suffix="-4000w")
    density = SizeRule(scale=1.5, whole=4, folder="drawable-hdpi")
    rows = size_rows((third, wide, density, SizeRule()), SOURCE)
    assert [(row.name, row.pixels, row.kind, row.is_larger) for row in rows] == [
        ("@1x", "917 × 512", "scale", False),
        ("4000w", "4000 × 2233", "width", True),
        ("drawable-hdpi", "1032 × 576", "scale", False),
        ("@1x", "2752 × 1536", "as it is", False),
    ]
    assert rows[1].words == "4000w, 4000 × 2233, width, larger than the picture"
    assert size_rows((third,), None)[0].words == "@1x, scale"


def test_every_kind_has_its_words() -> None:
    assert len({kind_words(kind) for kind in SizeKind}) == len(SizeKind)
    assert all(kind_meaning(kind) for kind in SizeKind)


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (SizeForm(SizeKind.FIT, "1024", ""), "Type whole numbers from 1 to 65,500."),
        (SizeForm(SizeKind.FIT, "1024", "12.5"), "Type whole numbers from 1 to 65,500."),
        (SizeForm(SizeKind.WIDTH, "99999999999999"), "Type whole numbers from 1 to 65,500."),
        (SizeForm(SizeKind.SCALE, scale="0"), "Type numbers above 0, at most 64."),
        (SizeForm(SizeKind.SCALE, scale="two"), "Type numbers above 0, at most 64."),
        (SizeForm(SizeKind.SCALE, scale="nan"), "Type numbers above 0, at most 64."),
        (SizeForm(SizeKind.SCALE, suffix="/x"), "This ending can't stand in a file's name."),
        (SizeForm(SizeKind.SCALE, folder="a/../b"), "This can't be the name of a folder."),
        (SizeForm(SizeKind.SCALE, folder="a//b"), "This can't be the name of a folder."),
    ],
)
def test_what_makes_no_sense_says_why(form: SizeForm, problem: str) -> None:
    assert rule_of(form) is None
    assert form_problem(form) == problem


def test_numbers_may_be_written_as_people_do() -> None:
    assert rule_of(SizeForm(SizeKind.SCALE, scale=" 1,5 ", folder="/res/")) == SizeRule(
        scale=1.5, folder="res"
    )


def test_one_more_size_is_the_next_scale_or_a_frame_that_isnt_there_yet() -> None:
    two = (SizeRule(scale=1, whole=2), SizeRule(scale=2, whole=2, suffix="@2x"))
    assert another(two) == SizeRule(scale=3, whole=2, suffix="@3x")
    one = another((SizeRule(),))
    assert one == SizeRule(SizeKind.FIT, 1024, 1024, suffix="-1024")
    assert another((SizeRule(), one)).width == 1536
    assert size_name(replace(one, suffix="", folder="a/b")) == "b"
