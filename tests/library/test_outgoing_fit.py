"""What doesn't fit into one request is made smaller: the largest first, no more than needed, and told."""

from __future__ import annotations

import random
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from studio.domain.geometry import PixelSize
from studio.domain.sent import SentAs
from studio.library.layout import LibraryFolder
from studio.library.outgoing import REFERENCE_LEAST, Outgoing, fit, outgoing_reference
from studio.library.outgoing_fit import Step, encoded_size, level, next_steps
from studio.library.outgoing_writing import within
from tests.library.given import drawn, give, opened, saved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from studio.domain.reference import Reference

SIZES = st.lists(st.integers(1, 40_000_000), min_size=1, max_size=16)
ROOM = st.integers(-1_000_000, 60_000_000)


@given(sizes=SIZES, room=ROOM)
def test_only_the_largest_give_way_and_no_more_than_needed(sizes: list[int], room: int) -> None:
    most = level(sizes, room)
    if most is None:
        assert sum(sizes) <= room
        return
    assert sum(sizes) > room
    lowered = [min(size, most) for size in sizes]
    assert sum(lowered) <= max(room, 0)
    # One more byte for each that gave way would be too much.
    assert sum(min(size, most + 1) for size in sizes) > max(room, 0)


@given(sizes=SIZES, room=ROOM, chance=st.randoms(use_true_random=False))
def test_step_by_step_all_fit_or_nothing_is_left_to_give(
    sizes: list[int], room: int, chance: random.Random
) -> None:
    """Against pictures that shrink as they like, but never grow with fewer pixels."""
    edges = [chance.randint(1, 16_384) for _ in sizes]
    steps = [Step(edge, least=chance.choice([512, edge])) for edge in edges]
    left = list(sizes)
    for _ in range(16_384):
        wanted = next_steps(left, steps, room)
        if not wanted:
            break
        for at, step in wanted.items():
            assert steps[at].edge > step.edge >= step.least or (step.recoded and not steps[at].recoded)
            share = (step.edge / steps[at].edge) ** chance.choice([1.0, 2.0])
            left[at] = max(1, int(left[at] * share * chance.uniform(0.5, 1.0)))
            steps[at] = step
    assert sum(left) <= room or all(step.recoded and step.edge <= step.least for step in steps)


@given(size=st.integers(0, 1_000_000))
def test_base64_takes_four_letters_for_three_bytes(size: int) -> None:
    assert encoded_size(size) == len(b64encode(bytes(size)))


@given(
    width=st.integers(1, 16_384),
    height=st.integers(1, 16_384),
    edge=st.none() | st.integers(1, 20_000),
)
def test_a_longest_edge_keeps_proportions(width: int, height: int, edge: int | None) -> None:
    made = within(PixelSize(width, height), edge)
    longest = max(width, height)
    assert max(made.width, made.height) == (longest if edge is None else min(longest, edge))
    share = max(made.width, made.height) / longest
    assert abs(made.width - width * share) <= max(0.5, 1 - width * share)
    assert abs(made.height - height * share) <= max(0.5, 1 - height * share)


@pytest.fixture
def place(tmp_path: Path) -> LibraryFolder:
    """Of a library without anything."""
    return LibraryFolder(tmp_path)


def noise(edge: int, seed: int) -> Image.Image:
    """What takes the most bytes."""
    data = random.Random(seed).randbytes(edge * edge // 4 * 3)
    return Image.frombytes("RGB", (edge // 2, edge // 2), data).resize((edge, edge * 3 // 4))


def weight(pictures: Sequence[Outgoing]) -> int:
    """In base64."""
    return sum(encoded_size(len(one.read())) for one in pictures)


def gallery(place: LibraryFolder) -> list[Reference]:
    """A small drawing, and photographs as PNG and JPEG."""
    return [
        give(place, saved(drawn((300, 200)), "PNG"), "logo"),
        give(place, saved(noise(1600, 1), "PNG"), "harbour"),
        give(place, saved(noise(1200, 2), "JPEG", quality=95), "fox"),
        give(place, saved(noise(900, 3), "PNG"), "snow"),
    ]


def test_what_fits_leaves_as_it_was_wanted(place: LibraryFolder) -> None:
    given_ = gallery(place)
    wanted = [outgoing_reference(place, one, longest_edge=800) for one in given_]
    fitted = fit(place, given_, longest_edge=800, room=weight(wanted))
    assert (list(fitted.pictures), fitted.shrunk) == (wanted, ())


@pytest.mark.parametrize("share", [0.99, 0.5, 0.15])
def test_what_doesnt_fit_is_made_smaller_and_told(place: LibraryFolder, share: float) -> None:
    given_ = gallery(place)
    wanted = [outgoing_reference(place, one, longest_edge=None) for one in given_]
    room = int(weight(wanted) * share)
    fitted = fit(place, given_, longest_edge=None, room=room)
    assert weight(fitted.pictures) <= room
    assert weight(fitted.pictures) > room * 0.6 or share == 0.99
    assert [one.picture.of for one in fitted.pictures] == [one.sha256 for one in given_]
    assert set(fitted.shrunk) == {
        one.picture.of for one, was in zip(fitted.pictures, wanted, strict=True) if one != was
    }
    assert given_[0].sha256 not in fitted.shrunk
    assert given_[1].sha256 in fitted.shrunk
    for one in fitted.pictures:
        assert opened(one.read()).size == (one.picture.width, one.picture.height)


def test_with_no_room_at_all_references_stay_large_enough_to_be_seen(place: LibraryFolder) -> None:
    given_ = gallery(place)
    fitted = fit(place, given_, longest_edge=None, room=-1)
    assert [max(one.picture.width, one.picture.height) for one in fitted.pictures] == [
        300,
        *([REFERENCE_LEAST] * 3),
    ]


def test_a_drawing_is_not_made_larger_by_coding_it_as_a_photograph(place: LibraryFolder) -> None:
    given_ = [give(place, saved(drawn((2400, 1600)), "PNG"))]
    fitted = fit(place, given_, longest_edge=None, room=-1)
    (made,) = fitted.pictures
    assert made.picture.mime == "image/png"
    assert made.picture.size <= given_[0].size


def test_the_parent_gives_way_last(place: LibraryFolder) -> None:
    given_ = gallery(place)
    parent = give(place, saved(noise(2560, 4), "PNG"))
    shown = outgoing_reference(place, parent, longest_edge=None, sent_as=SentAs.MARKUP)
    least = weight(fit(place, given_, longest_edge=None, room=-1).pictures)
    room = least + weight([shown]) // 2
    fitted = fit(place, given_, longest_edge=None, room=room, shown=(shown,))
    assert weight([*fitted.pictures, *fitted.shown]) <= room
    assert (fitted.shown[0].picture.width, fitted.shown[0].picture.sent_as) == (2560, SentAs.MARKUP)
    assert (fitted.shown[0].picture.mime, fitted.shrunk[-1]) == ("image/jpeg", parent.sha256)
    none = fit(place, given_, longest_edge=None, room=-1, shown=(shown,))
    assert none.shown[0].picture.width == 2048


@settings(max_examples=6, deadline=None)
@given(room=st.integers(20_000, 3_000_000))
def test_whatever_the_room_it_is_kept_where_it_can_be(
    tmp_path_factory: pytest.TempPathFactory, room: int
) -> None:
    place = LibraryFolder(tmp_path_factory.getbasetemp() / "fitted")
    given_ = gallery(place)
    fitted = fit(place, given_, longest_edge=768, room=room)
    smallest = all(max(one.picture.width, one.picture.height) <= REFERENCE_LEAST for one in fitted.pictures)
    assert weight(fitted.pictures) <= room or smallest
