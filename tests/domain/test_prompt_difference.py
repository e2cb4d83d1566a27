"""What changed from one prompt to the next."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.prompt_difference import PieceKind, differences

KEPT, REMOVED, ADDED = PieceKind

words = st.sampled_from(
    ("a", "red", "boat", "at", "dawn", "海", "边", ",", "@sea-2", " ", "  ", "\n", "👩‍🚀")
)
prompts = st.lists(words).map("".join) | st.lists(words).map(" ".join) | st.text()


@given(prompts, prompts)
def test_nothing_is_lost_and_nothing_invented(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not REMOVED) == after


@given(prompts, prompts)
def test_each_piece_says_something_new(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert all(piece.text for piece in pieces)
    pairs = {(piece.kind, next_.kind) for piece, next_ in pairwise(pieces)}
    assert pairs <= {(KEPT, REMOVED), (KEPT, ADDED), (REMOVED, ADDED), (REMOVED, KEPT), (ADDED, KEPT)}


@given(prompts)
def test_the_same_prompt_is_kept_whole(prompt: str) -> None:
    assert [(piece.kind, piece.text) for piece in differences(prompt, prompt)] == [(KEPT, prompt)] * bool(
        prompt
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "a red boat at dawn",
            "a blue boat at dawn",
            [(KEPT, "a"), (REMOVED, " red"), (ADDED, " blue"), (KEPT, " boat at dawn")],
        ),
        ("a red boat", "red boat", [(REMOVED, "a "), (KEPT, "red boat")]),
        ("海边的灯塔", "海边的红灯塔", [(KEPT, "海边的"), (ADDED, "红"), (KEPT, "灯塔")]),
        ("don't move", "don’t move", [(REMOVED, "don't"), (ADDED, "don’t"), (KEPT, " move")]),
        ("as @sea-1", "as @sea-2", [(KEPT, "as"), (REMOVED, " @sea-1"), (ADDED, " @sea-2")]),
        ("one\ntwo", "one two", [(KEPT, "one"), (REMOVED, "\n"), (ADDED, " "), (KEPT, "two")]),
        ("", "new", [(ADDED, "new")]),
    ],
)
def test_it_goes_by_words_and_by_characters_where_there_are_none(
    before: str, after: str, expected: list[tuple[PieceKind, str]]
) -> None:
    assert [(piece.kind, piece.text) for piece in differences(before, after)] == expected


def test_very_long_prompts_that_have_nothing_in_common() -> None:
    began = perf_counter()
    pieces = differences("the sea and the sky, " * 1000, "a red and a blue boat, " * 1000)
    assert perf_counter() - began < 5
    assert pieces
