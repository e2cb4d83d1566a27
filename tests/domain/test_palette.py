"""The palette: what looks alike is one colour, a small accent is kept, names and contrasts are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.oklab import Rgb, apart, name_of, rgb_of, to_lab, to_rgb
from studio.domain.palette_clusters import MainColour, main_colours
from studio.domain.palette_contrast import BLACK, WHITE, Grade, contrast, grade, text_on
from studio.domain.palette_names import colour_name, colour_names
from studio.domain.palette_swatches import contrasts, swatches

rgbs = st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
counted = st.lists(st.tuples(rgbs, st.integers(0, 10_000)), max_size=30)
NAVY, CREAM, RED = (32, 48, 80), (244, 232, 216), (224, 32, 32)


@given(rgbs)
def test_a_colour_is_the_same_after_oklab_and_after_its_name(rgb: Rgb) -> None:
    assert to_rgb(to_lab(rgb)) == rgb
    assert rgb_of(name_of(rgb)) == rgb


@given(counted, st.integers(1, 12))
def test_no_more_come_than_are_asked_for_and_they_make_up_the_whole(
    colours: list[tuple[Rgb, int]], most: int
) -> None:
    found = main_colours(colours, most)
    assert len(found) <= most
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)
    if any(count for _, count in colours):
        assert sum(one.share for one in found) == pytest.approx(1)
    else:
        assert not found


@given(counted)
def test_no_two_are_hardly_told_apart(colours: list[tuple[Rgb, int]]) -> None:
    labs = [to_lab(one.rgb) for one in main_colours(colours, 12)]
    for at, one in enumerate(labs):
        assert all(apart(one, other) > 0.018**2 for other in labs[:at])


def test_a_small_accent_is_kept_and_noise_is_not() -> None:
    noise = [((NAVY[0] + step, NAVY[1], NAVY[2] + step), 1000) for step in range(6)]
    found = main_colours([*noise, (CREAM, 9000), (RED, 40)], 5)
    assert len(found) == 3
    assert found[0].rgb == CREAM
    assert found[2].rgb == RED


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # As webaim.org's contrast checker says.
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#336699", "#f4e8d8", 4.93)],
)
def test_contrasts_are_those_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(rgb_of(one), rgb_of(other)) == pytest.approx(ratio, abs=0.1)
    assert contrast(rgb_of(one), rgb_of(other)) == contrast(rgb_of(other), rgb_of(one))


def test_a_contrast_has_a_grade() -> None:
    assert [grade(ratio) for ratio in (1, 2.99, 3, 4.49, 4.5, 6.99, 7, 21)] == [
        *(Grade.NO_TEXT, Grade.NO_TEXT, Grade.LARGE_TEXT, Grade.LARGE_TEXT),
        *(Grade.ANY_TEXT, Grade.ANY_TEXT, Grade.ANY_TEXT_WELL, Grade.ANY_TEXT_WELL),
    ]


@given(rgbs)
def test_black_or_white_can_be_read_on_everything(ground: Rgb) -> None:
    assert contrast(text_on(ground), ground) >= 4.5


def test_colours_are_called_what_people_call_them() -> None:
    called = {
        "#ff0000": "red",
        "#4682b4": "steel blue",
        "#fefefe": "white",
        "#0b0b12": "black",
        "#e02020": "crimson",
    }
    assert {code: colour_name(rgb_of(code)) for code in called} == called


@given(st.lists(rgbs, max_size=12))
def test_no_two_have_one_name(colours: list[Rgb]) -> None:
    names = colour_names(colours)
    assert len(set(names)) == len(colours)


def test_a_palette_knows_its_contrasts() -> None:
    palette = swatches([MainColour(BLACK, 0.5), MainColour(WHITE, 0.3), MainColour(RED, 0.2)])
    table = contrasts(palette)
    assert [row[index] for index, row in enumerate(table)] == [1, 1, 1]
    assert table[0][1] == pytest.approx(21)
    assert (palette[2].hex, round(palette[2].on_white, 1)) == ("#e02020", 4.8)
