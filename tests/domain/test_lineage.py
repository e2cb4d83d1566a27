"""A version's past, and what it comes to in one instruction."""

from dataclasses import replace

import pytest

from studio.domain.lineage import conversation_group, edit_depth, lineage, merged_instruction
from studio.domain.recipe import Sending
from studio.domain.version import Version
from tests.domain.making import version


def by_id(*versions: Version) -> dict[str, Version]:
    return {one.id: one for one in versions}


def test_the_past_is_told_from_the_root() -> None:
    versions = by_id(
        version("left", parent="warmer"),
        version("first"),
        version("warmer", parent="first"),
        version("another", parent="first"),
    )
    assert [one.id for one in lineage(versions, "left")] == ["first", "warmer", "left"]
    assert edit_depth(versions, "left") == 2
    assert edit_depth(versions, "first") == 0


def test_a_past_begins_where_a_parent_is_missing() -> None:
    versions = by_id(version("b", parent="lost"), version("c", parent="b"))
    assert [one.id for one in lineage(versions, "c")] == ["b", "c"]
    assert not lineage(versions, "lost")
    assert edit_depth(versions, "lost") == 0


def test_a_past_that_goes_round_in_a_circle_ends() -> None:
    versions = by_id(
        version("a", parent="c", minutes=2),
        version("b", parent="a", minutes=1),
        version("c", parent="b", minutes=3),
        version("below", parent="c", minutes=4),
    )
    assert [one.id for one in lineage(versions, "below")] == ["b", "c", "below"]
    assert [one.id for one in lineage(versions, "a")] == ["b", "c", "a"]
    assert [one.id for one in lineage(versions, "b")] == ["b"]


def turn(name: str, group: str, *, talks: bool = True) -> Version:
    made = version(name)
    sending = Sending.CONVERSATION if talks else Sending.AFRESH
    return replace(made, group=group, recipe=replace(made.recipe, sending=sending))


def test_a_conversation_has_the_group_of_its_turns_if_they_have_one() -> None:
    first, second = turn("first", "A", talks=False), turn("second", "A")
    assert conversation_group((first, second)) == "A"
    assert conversation_group((first, second, turn("third", "B"))) == ""
    # What went before a picture that was sent afresh is none of it.
    assert conversation_group((turn("old", "B"), first, second)) == "A"
    assert conversation_group(()) == ""


@pytest.mark.parametrize(
    ("prompts", "merged"),
    [
        ((), ""),
        (("  Make the sky red. ", "\n"), "Make the sky red."),
        (("Make the sky red", "把船去掉"), "1. Make the sky red\n2. 把船去掉"),
        (("Red:\n\n - sky\n - sea", "No boat"), "1. Red:\n   - sky\n   - sea\n2. No boat"),
    ],
)
def test_all_changes_become_one_instruction(prompts: tuple[str, ...], merged: str) -> None:
    assert merged_instruction(prompts) == merged
