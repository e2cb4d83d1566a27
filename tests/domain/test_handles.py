"""What references are called in the prompt: how names are made, kept apart, and found again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.handles import (
    MOST_LETTERS,
    being_named,
    clean_handle,
    free_handle,
    mentions,
    renamed,
    with_handles,
)
from studio.domain.reference import Reference


def reference(name: str, handle: str = "") -> Reference:
    return Reference(name, "image/png", 4, 3, 70, name, handle)


def found(prompt: str, *handles: str) -> list[tuple[str, str, bool]]:
    return [(prompt[one.start : one.end], one.handle, one.known) for one in mentions(prompt, handles)]


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Wireframe.png", "wireframe"),
        ("IMG_2034 (1).HEIC", "img_2034-1"),
        ("线框图.png", "线框图"),
        ("Écran d’accueil.webp", "écran-d-accueil"),
        ("....png", "picture"),
        ("", "picture"),
        ("a very long name of a picture that nobody would ever write.png", "a-very-long-name-of-a-picture"),
    ],
)
def test_a_name_is_made_of_the_files(name: str, handle: str) -> None:
    assert with_handles((reference(name),))[0].handle == handle


def test_two_references_of_one_name_are_told_apart() -> None:
    both = with_handles((reference("wireframe.png"), reference("wireframe.jpg"), reference("Wireframe.webp")))
    assert [one.handle for one in both] == ["wireframe", "wireframe-2", "wireframe-3"]


def test_a_name_that_was_given_stays() -> None:
    kept = with_handles((reference("a.png", "layout"), reference("layout.png")))
    assert [one.handle for one in kept] == ["layout", "layout-2"]


def test_names_are_found_where_they_are_written() -> None:
    prompt = "layout like @wireframe, colours of @Photo-2. Mail me@photo.example"
    assert found(prompt, "wireframe", "photo", "photo-2") == [
        ("@wireframe", "wireframe", True),
        ("@Photo-2", "photo-2", True),
    ]


def test_the_longer_name_is_meant_and_no_part_of_a_word() -> None:
    assert found("@wireframe-2", "wireframe") == [("@wireframe-2", "wireframe-2", False)]
    assert found("@wireframes", "wireframe") == [("@wireframes", "wireframes", False)]
    assert found("@wireframe-2", "wireframe", "wireframe-2") == [("@wireframe-2", "wireframe-2", True)]


def test_chinese_goes_on_without_a_space() -> None:
    assert found("像@线框图那样的布局", "线框图") == [("@线框图", "线框图", True)]
    assert found("像＠wireframe那样", "wireframe") == [("＠wireframe", "wireframe", True)]
    assert found("像@照片那样", "线框图") == [("@照片那样", "照片那样", False)]


def test_a_sign_alone_names_nothing() -> None:
    assert found("at @ noon, @, @-", "wireframe") == []


def test_renaming_changes_the_prompt_too() -> None:
    prompt = "@wireframe and @wireframe-2, 像@wireframe那样"
    changed = renamed(prompt, "wireframe", "layout", ("wireframe", "wireframe-2"))
    assert changed == "@layout and @wireframe-2, 像@layout那样"


def test_a_new_name_is_kept_apart_from_what_follows() -> None:
    assert renamed("像@线abc", "线", "photo", ("线",)) == "像@photo abc"
    assert renamed("像@线，abc", "线", "photo", ("线",)) == "像@photo，abc"


PIECES = st.lists(
    st.sampled_from(["@photo", "@线框图", "@wire", "那样", " and ", "-like", "x", ", ", "🦊"]), max_size=8
)
NAMES = ("photo", "线框图", "wire")


@given(PIECES, st.sampled_from(NAMES), st.sampled_from(["layout", "草图", "photo-2", "a1"]))
def test_renaming_loses_no_mention(pieces: list[str], old: str, new: str) -> None:
    prompt = "".join(pieces)
    before = [one.handle for one in mentions(prompt, NAMES) if one.known]
    changed = renamed(prompt, old, new, NAMES)
    then = [new if name == old else name for name in NAMES]
    after = [one.handle for one in mentions(changed, then) if one.known]
    # One that stood right behind another may only now be read as one: others may join, none may go.
    rest = iter(after)
    assert all((new if name == old else name) in rest for name in before)


@pytest.mark.parametrize(
    ("before", "named"),
    [("like @", ""), ("like @wi", "wi"), ("＠线", "线"), ("like @wi ", None), ("me@wi", None), ("", None)],
)
def test_what_is_being_named_stands_before_the_cursor(before: str, named: str | None) -> None:
    assert being_named(f"{before} and more", len(before)) == named


def test_a_letter_that_grows_when_it_is_small_moves_nothing() -> None:
    assert found("@İx and @photo", "photo") == [("@İx", "İx", False), ("@photo", "photo", True)]


@given(st.text())
def test_a_handle_is_clean_once_and_for_all(text: str) -> None:
    handle = clean_handle(text)
    assert clean_handle(handle) == handle
    assert len(handle) <= MOST_LETTERS


@given(st.lists(st.text(max_size=40), max_size=14))
def test_handles_of_a_recipe_differ_and_can_be_mentioned(names: list[str]) -> None:
    handles = [one.handle for one in with_handles(reference(name) for name in names)]
    assert len(set(handles)) == len(handles)
    for handle in handles:
        assert found(f"like @{handle}.", *handles) == [(f"@{handle}", handle, True)]


@given(st.text(max_size=20), st.text(max_size=20))
def test_free_handles_are_free(wanted: str, other: str) -> None:
    taken = {clean_handle(wanted), clean_handle(other)}
    assert free_handle(wanted, taken) not in taken


@given(st.text(alphabet="@＠ab-_ 线.é", max_size=30))
def test_mentions_stand_in_order_and_apart(prompt: str) -> None:
    stands = mentions(prompt, ("a", "ab", "线", "a-b"))
    for before, after in pairwise(stands):
        assert before.end <= after.start
    assert all(
        prompt[one.start] in "@＠" and prompt[one.start + 1 : one.end].lower() == one.handle for one in stands
    )
