"""A linked file's wishes: a pick is followed, and taking picks back leads back the same way."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.export import Encoding, Format, Preset
from studio.domain.export_errors import NoFormatForName
from studio.domain.link import MOST_EARLIER, Link, LinkForm, Picks, form_for

TREE = frozenset({"a", "b", "c"})
LINK = Link(Path("/app/hero.png"), "a")


def picked(*ids: str) -> Picks:
    return Picks(frozenset(ids), frozenset())


def dropped(*ids: str) -> Picks:
    return Picks(frozenset(), frozenset(ids))


def test_a_pick_of_its_tree_is_followed_and_one_of_another_is_not() -> None:
    assert picked("b").followed_by(LINK, TREE).version == "b"
    assert picked("z").followed_by(LINK, TREE) == LINK


def test_several_picked_at_once_say_nothing() -> None:
    assert picked("b", "c").followed_by(LINK, TREE) == LINK


def test_a_pick_that_is_taken_back_leads_back() -> None:
    there = picked("b").followed_by(LINK, TREE)
    assert dropped("b").followed_by(there, TREE) == LINK
    assert dropped("c").followed_by(there, TREE) == there, "that one isn't in the file"


def test_to_and_fro_is_taken_back_step_by_step() -> None:
    there = picked("b").followed_by(LINK, TREE)
    again = picked("a").followed_by(there, TREE)
    assert again.version == "a"
    assert dropped("a").followed_by(again, TREE) == there


def test_what_was_linked_first_stays_when_nothing_came_before_it() -> None:
    assert dropped("a").followed_by(LINK, TREE) == LINK


def test_keeping_one_and_taking_it_back_leads_back_to_the_pick_before() -> None:
    first = picked("b").followed_by(LINK, TREE)
    second = picked("c").followed_by(first, TREE)
    back = Picks(frozenset({"b"}), frozenset({"c"})).followed_by(second, TREE)
    assert back == first


@given(st.lists(st.sampled_from("abc"), max_size=2 * MOST_EARLIER))
def test_picks_that_are_taken_back_one_by_one_lead_back_to_where_they_began(wishes: list[str]) -> None:
    ways = [LINK]
    for wish in wishes:
        if wish != ways[-1].version:
            ways.append(picked(wish).followed_by(ways[-1], TREE))
    link = ways[-1]
    for before in list(reversed(ways[:-1]))[:MOST_EARLIER]:
        link = dropped(link.version).followed_by(link, TREE)
        assert link.version == before.version
    assert len(ways[-1].earlier) <= MOST_EARLIER


def test_the_ending_says_the_format() -> None:
    assert form_for(Path("hero.JPEG")).encoding.format is Format.JPEG
    for name in ("hero", "hero.txt"):
        with pytest.raises(NoFormatForName):
            form_for(Path(name))


def test_a_preset_says_all_but_must_agree_with_the_ending() -> None:
    preset = Preset("Small", Encoding(Format.WEBP, quality=40))
    assert form_for(Path("hero.webp"), preset) == LinkForm(preset.encoding, preset.sizes[0], preset.inside)
    with pytest.raises(NoFormatForName):
        form_for(Path("hero.png"), preset)
    original = Preset("As it came", Encoding(Format.ORIGINAL))
    assert form_for(Path("hero.png"), original).encoding.format is Format.ORIGINAL
