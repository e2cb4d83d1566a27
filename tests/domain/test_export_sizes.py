"""What sizes an export makes: the arithmetic, by example and as laws."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.export_layouts import scales
from studio.domain.export_sizes import (
    MOST_EDGE,
    Box,
    Focus,
    Plan,
    SizeKind,
    SizeRule,
    part_of_ratio,
    resolve,
)
from studio.domain.geometry import PixelSize

TWO_K = PixelSize(2752, 1536)
BANNER = PixelSize(12_288, 1536)

sources = st.builds(PixelSize, st.integers(1, 16_384), st.integers(1, 16_384))
edges = st.integers(1, 8192)
parts = st.floats(0, 1)
boxes = st.builds(Box, st.integers(0, 20_000), st.integers(0, 20_000), edges, edges)
rules = st.builds(
    SizeRule,
    kind=st.sampled_from(SizeKind),
    width=edges,
    height=edges,
    scale=st.sampled_from((0.5, 1.0, 1.5, 2.0, 3.0, 4.0)),
    whole=st.sampled_from((1.0, 3.0, 4.0)),
    focus=st.builds(Focus, parts, parts),
    box=boxes,
)
KEEP_RATIO = (SizeKind.SCALE, SizeKind.WIDTH, SizeKind.HEIGHT, SizeKind.FIT, SizeKind.WITHIN)


def test_three_scales_of_a_picture_are_those_of_the_dialog() -> None:
    assert [str(resolve(rule, TWO_K).size) for rule in scales(1, 2, 3)] == [
        "917 × 512",
        "1835 × 1024",
        "2752 × 1536",
    ]


@pytest.mark.parametrize(
    ("rule", "size"),
    [
        (SizeRule(SizeKind.WIDTH, width=390, scale=3), PixelSize(1170, 653)),
        (SizeRule(SizeKind.HEIGHT, height=512), PixelSize(917, 512)),
        (SizeRule(SizeKind.FIT, 256, 256), PixelSize(256, 143)),
        (SizeRule(SizeKind.FIT, 5504, 5504), PixelSize(5504, 3072)),
        (SizeRule(SizeKind.WITHIN, 5504, 5504), TWO_K),
        (SizeRule(SizeKind.WITHIN, 1376, 9999), PixelSize(1376, 768)),
        (SizeRule(SizeKind.FILL, 1200, 630), PixelSize(1200, 630)),
        (SizeRule(SizeKind.RATIO, 1, 1), PixelSize(1536, 1536)),
        (SizeRule(SizeKind.CROP, box=Box(100, 50, 640, 480)), PixelSize(640, 480)),
    ],
)
def test_each_kind_comes_to_its_size(rule: SizeRule, size: PixelSize) -> None:
    assert resolve(rule, TWO_K).size == size


def test_a_banner_fits_into_an_icon() -> None:
    assert resolve(SizeRule(SizeKind.FIT, 256, 256), BANNER).size == PixelSize(256, 32)


def test_a_frame_is_filled_round_the_focus() -> None:
    left = part_of_ratio(TWO_K, PixelSize(1, 1), Focus(0, 0.5))
    right = part_of_ratio(TWO_K, PixelSize(1, 1), Focus(1, 0.5))
    middle = part_of_ratio(TWO_K, PixelSize(1, 1), Focus())
    assert (left, right, middle) == (
        Box(0, 0, 1536, 1536),
        Box(2752 - 1536, 0, 1536, 1536),
        Box(608, 0, 1536, 1536),
    )


def test_a_crop_beyond_the_edge_ends_at_the_edge() -> None:
    plan = resolve(SizeRule(SizeKind.CROP, box=Box(2700, 1500, 640, 480)), TWO_K)
    assert plan == Plan(Box(2700, 1500, 52, 36), PixelSize(52, 36))


def test_more_pixels_than_there_are_is_said() -> None:
    assert resolve(SizeRule(SizeKind.WIDTH, width=2753), TWO_K).upscales
    assert resolve(SizeRule(SizeKind.FILL, 100, 1537), TWO_K).upscales
    assert not resolve(SizeRule(SizeKind.WIDTH, width=2752), TWO_K).upscales
    assert not any(resolve(rule, TWO_K).upscales for rule in scales(1, 1.5, 2, 3, 4))


@given(rules, sources)
def test_never_empty_and_never_outside(rule: SizeRule, source: PixelSize) -> None:
    plan = resolve(rule, source)
    box = plan.box
    assert min(box.width, box.height, plan.size.width, plan.size.height) >= 1
    assert box.left >= 0
    assert box.top >= 0
    assert box.left + box.width <= source.width
    assert box.top + box.height <= source.height


@given(rules.filter(lambda rule: rule.kind in KEEP_RATIO), sources)
def test_the_ratio_is_kept_within_a_pixel(rule: SizeRule, source: PixelSize) -> None:
    plan = resolve(rule, source)
    assert plan.box.size == source
    wanted_height = plan.size.width * source.height / source.width
    wanted_width = plan.size.height * source.width / source.height
    assert abs(plan.size.height - wanted_height) <= 1 or abs(plan.size.width - wanted_width) <= 1


@given(rules, sources)
def test_what_fits_goes_into_its_frame_and_touches_it(rule: SizeRule, source: PixelSize) -> None:
    rule = replace(rule, kind=SizeKind.FIT, scale=1)
    size = resolve(rule, source).size
    assert size.width <= rule.width
    assert size.height <= rule.height
    assert size.width == rule.width or size.height == rule.height


@given(rules, sources)
def test_what_stays_within_never_upscales(rule: SizeRule, source: PixelSize) -> None:
    assert not resolve(replace(rule, kind=SizeKind.WITHIN), source).upscales


@given(rules, sources)
def test_what_fills_has_the_frames_size_and_very_nearly_its_ratio(rule: SizeRule, source: PixelSize) -> None:
    rule = replace(rule, kind=SizeKind.FILL, scale=1, box=None)
    plan = resolve(rule, source)
    assert plan.size == PixelSize(rule.width, rule.height)
    box, frame = plan.box, plan.size
    assert box.width == source.width or box.height == source.height
    by_height = abs(box.width - box.height * frame.width / frame.height) <= 1
    by_width = abs(box.height - box.width * frame.height / frame.width) <= 1
    assert by_height or by_width


@given(rules, sources, parts, parts)
def test_the_focus_is_in_the_picture_that_is_left(
    rule: SizeRule, source: PixelSize, x: float, y: float
) -> None:
    box = part_of_ratio(source, PixelSize(rule.width, rule.height), Focus(x, y))
    assert box.left - 1 <= x * source.width <= box.left + box.width + 1
    assert box.top - 1 <= y * source.height <= box.top + box.height + 1


@given(rules)
def test_rules_with_sane_numbers_are_usable(rule: SizeRule) -> None:
    assert rule.is_usable()


@pytest.mark.parametrize(
    "rule",
    [
        SizeRule(scale=0),
        SizeRule(whole=-1),
        SizeRule(scale=float("nan")),
        SizeRule(SizeKind.WIDTH),
        SizeRule(SizeKind.HEIGHT, width=100),
        SizeRule(SizeKind.FILL, width=100),
        SizeRule(SizeKind.CROP),
        SizeRule(SizeKind.WIDTH, width=MOST_EDGE, scale=2),
        SizeRule(SizeKind.FIT, -5, 5),
    ],
)
def test_rules_that_lead_nowhere_are_not(rule: SizeRule) -> None:
    assert not rule.is_usable()
