"""The published sizes, typed anew from the published table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.geometry import (
    LARGEST_PICTURE,
    AspectRatio,
    PixelSize,
    Resolution,
    delivered_resolution,
    published_size,
    size_matches,
)

TABLE = """
1:1 512x512 1024x1024 2048x2048 4096x4096
1:4 256x1024 512x2048 1024x4096 2048x8192
1:8 192x1536 384x3072 768x6144 1536x12288
2:3 424x632 848x1264 1696x2528 3392x5056
3:2 632x424 1264x848 2528x1696 5056x3392
3:4 448x600 896x1200 1792x2400 3584x4800
4:1 1024x256 2048x512 4096x1024 8192x2048
4:3 600x448 1200x896 2400x1792 4800x3584
4:5 464x576 928x1152 1856x2304 3712x4608
5:4 576x464 1152x928 2304x1856 4608x3712
8:1 1536x192 3072x384 6144x768 12288x1536
9:16 384x688 768x1376 1536x2752 3072x5504
16:9 688x384 1376x768 2752x1536 5504x3072
21:9 792x168 1584x672 3168x1344 6336x2688
"""
ROWS = [row.split() for row in TABLE.strip().splitlines()]
CELLS = [
    (row[0], label, row[column + 1])
    for row in ROWS
    for column, label in enumerate(["0.5K", "1K", "2K", "4K"])
]


@pytest.mark.parametrize(("ratio", "label", "pixels"), CELLS)
def test_every_published_size(ratio: str, label: str, pixels: str) -> None:
    size = published_size(AspectRatio(ratio), Resolution(label))
    assert f"{size.width}x{size.height}" == pixels


def test_there_are_fourteen_ratios_and_four_sizes() -> None:
    assert len(AspectRatio) == 14 == len(ROWS)
    assert [resolution.wire for resolution in Resolution] == ["512", "1K", "2K", "4K"]
    assert [resolution.output_tokens for resolution in Resolution] == [747, 1120, 1680, 2520]
    assert LARGEST_PICTURE.pixels == 18_874_368


@given(
    st.sampled_from(AspectRatio), st.sampled_from(Resolution), st.integers(1, 20_000), st.integers(1, 20_000)
)
def test_only_the_published_pixels_match(
    ratio: AspectRatio, resolution: Resolution, width: int, height: int
) -> None:
    size = published_size(ratio, resolution)
    assert size_matches(size, ratio, resolution)
    printed_wrong = (ratio, resolution) == (AspectRatio.R21_9, Resolution.HALF_K)
    expected = PixelSize(width, height) == size or (printed_wrong and (width, height) == (792, 336))
    assert size_matches(PixelSize(width, height), ratio, resolution) == expected


def test_the_misprint_of_21_9_counts_as_right_either_way() -> None:
    for height in (168, 336):
        assert size_matches(PixelSize(792, height), AspectRatio.R21_9, Resolution.HALF_K)
    assert not size_matches(PixelSize(792, 335), AspectRatio.R21_9, Resolution.HALF_K)


@given(st.sampled_from(AspectRatio), st.sampled_from(Resolution))
def test_published_pixels_are_worth_their_own_price_step(ratio: AspectRatio, resolution: Resolution) -> None:
    size = published_size(ratio, resolution)
    assert delivered_resolution(size) is resolution
    assert delivered_resolution(PixelSize(size.height, size.width)) is resolution


@given(st.sampled_from(Resolution), st.integers(1, 20_000), st.integers(1, 20_000))
def test_without_a_ratio_only_the_price_step_is_compared(
    resolution: Resolution, width: int, height: int
) -> None:
    size = PixelSize(width, height)
    matches = size_matches(size, None, resolution)
    assert matches is (None if delivered_resolution(size) is resolution else False)
    larger = PixelSize(2 * width, 2 * height)
    steps = list(Resolution)
    assert steps.index(delivered_resolution(larger)) >= steps.index(delivered_resolution(size))


@given(st.sampled_from(AspectRatio), st.sampled_from(Resolution))
def test_a_size_has_about_its_ratio(ratio: AspectRatio, resolution: Resolution) -> None:
    size = published_size(ratio, resolution)
    if (ratio, resolution) != (AspectRatio.R21_9, Resolution.HALF_K):
        assert size.width / size.height == pytest.approx(ratio.width / ratio.height, rel=0.03)
    assert str(size) == f"{size.width} × {size.height}"
