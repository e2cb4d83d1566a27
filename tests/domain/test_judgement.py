"""A change says what to make of a version, whatever it was before."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.deed import Deed, DeedKind, kind_of
from studio.domain.flags import Flag, Label
from studio.domain.judgement import Change, Judgement, Standing, clean_name, clean_tag
from studio.domain.words import as_it_is, describe_deed
from tests.domain.making import NOON

TAGS = st.lists(st.text(max_size=8), max_size=4).map(tuple)
CHANGES = st.builds(
    Change,
    rating=st.none() | st.integers(-3, 9),
    flag=st.none() | st.sampled_from(Flag),
    label=st.none() | st.sampled_from(Label),
    project=st.none() | st.sampled_from(["Sketches", "Foxes"]),
    trash=st.none() | st.booleans(),
    add_tags=TAGS,
    remove_tags=TAGS,
    branch_name=st.none() | st.text(max_size=8),
    branch_hidden=st.none() | st.booleans(),
    branch_archived=st.none() | st.booleans(),
)
START = Standing("Sketches")


@given(st.lists(CHANGES, max_size=4), CHANGES)
def test_a_change_made_twice_is_the_same_as_once(before: list[Change], change: Change) -> None:
    standing = START
    for one in before:
        standing = one.applied(standing, now=NOON)
    once = change.applied(standing, now=NOON)
    assert change.applied(once, now=NOON + timedelta(days=1)) == once
    assert 0 <= once.judgement.rating <= 5
    folded = [tag.casefold() for tag in once.judgement.tags]
    assert folded == sorted(set(folded))
    assert all(tag == clean_tag(tag) != "" for tag in once.judgement.tags)


@given(CHANGES)
def test_what_a_change_doesnt_speak_of_stays(change: Change) -> None:
    standing = Standing("Owls", Judgement(3, Flag.PICK, Label.BLUE, ("fox",)), NOON)
    changed = change.applied(standing, now=NOON + timedelta(days=1))
    spoken = {name: getattr(change, name) is not None for name in ("rating", "flag", "label")}
    for name, speaks in spoken.items():
        if not speaks:
            assert getattr(changed.judgement, name) == getattr(standing.judgement, name)
    for name in ("name", "hidden", "archived"):
        if getattr(change, f"branch_{name}") is None:
            assert getattr(changed.branch, name) == getattr(standing.branch, name)
    assert changed.project == (change.project or "Owls")
    assert changed.trashed == (None if change.trash is False else NOON)


def test_tags_are_kept_as_typed_and_known_whatever_the_case() -> None:
    standing = Change(add_tags=("  night\nsky ", "Fox", "a,b")).applied(START, now=NOON)
    assert standing.judgement.tags == ("a b", "Fox", "night sky")
    again = Change(add_tags=("FOX",), remove_tags=("Night Sky",)).applied(standing, now=NOON)
    assert again.judgement.tags == ("a b", "Fox")
    assert Change(add_tags=("", " , ")).applied(again, now=NOON) == again


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
        ("a\x00b\tc\x9fd", "a b c d"),
        ("half \ud83d of a pair", "half of a pair"),
        ("x" * 5000, "x" * 60),
        ("x" * 58 + "👩\u200d🎨", "x" * 58 + "👩"),
        ("שלום 你好", "שלום 你好"),
        ("\u200d", ""),
    ],
)
def test_names_are_tidied_up(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (Change(rating=0), DeedKind.RATE, "Rated 12 pictures"),
        (Change(flag=Flag.NONE), DeedKind.FLAG, "Flagged 12 pictures"),
        (Change(label=Label.RED), DeedKind.LABEL, "Labelled 12 pictures"),
        (Change(add_tags=("a",)), DeedKind.TAG, "Tagged 12 pictures"),
        (Change(project="Foxes", rating=3), DeedKind.MOVE, "Moved 12 pictures to Foxes"),
        (Change(trash=True, project="Foxes"), DeedKind.TRASH, "Moved 12 pictures to the trash"),
        (Change(trash=False), DeedKind.RESTORE, "Restored 12 pictures"),
        (Change(branch_name="Warm"), DeedKind.BRANCH_NAME, "Named a branch Warm"),
        (Change(branch_name=""), DeedKind.BRANCH_NAME, "Took a branch's name away"),
        (Change(branch_hidden=True), DeedKind.BRANCH_HIDE, "Hid 12 branches"),
        (
            Change(branch_archived=False, branch_hidden=True),
            DeedKind.BRANCH_UNARCHIVE,
            "Brought 12 branches back",
        ),
    ],
)
def test_a_change_is_called_by_the_weightiest_of_what_it_does(
    change: Change, kind: DeedKind, words: str
) -> None:
    assert kind_of(change) is kind
    assert describe_deed(Deed(kind, 12, change.project or change.branch_name or ""), as_it_is) == words


def test_every_deed_has_words_of_its_own_for_one_and_for_many() -> None:
    said = {describe_deed(Deed(kind, 1, "{count}"), as_it_is) for kind in DeedKind}
    assert len(said) == len(DeedKind)
    many = {describe_deed(replace(Deed(kind), count=3), as_it_is) for kind in DeedKind}
    assert not any("{" in words for words in many)
    assert sum("3 pictures" in words for words in many) == 8
