"""What the model is told beside the prompt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from studio.domain.geometry import PixelSize
from studio.domain.instruction import instruction
from studio.domain.marks import Mark, MarkKind, Markup, Patch, PatchKind, Region
from studio.domain.recipe import Recipe
from studio.domain.reference import Reference
from studio.domain.sent import SentAs, SentPicture

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

SIZE = PixelSize(1000, 500)
WIREFRAME = Reference("a" * 64, "image/png", 8, 8, 80, "Wireframe.png", "wireframe")
LOGO = Reference("b" * 64, "image/png", 8, 8, 80, "logo.png", "logo-2")
PLAIN = Reference("c" * 64, "image/png", 8, 8, 80, "x.png")
MARKED = Reference("d" * 64, "image/png", 8, 8, 80)


def shown(sent_as: SentAs, reference: Reference = PLAIN) -> SentPicture:
    return SentPicture(sent_as, reference.sha256, "image/png", 8, 8, 80, of="x", handle=reference.handle)


PARENT, MARKS = shown(SentAs.PARENT), shown(SentAs.MARKUP)


def references(*given: Reference) -> list[SentPicture]:
    return [shown(SentAs.REFERENCE, reference) for reference in given]


def box(left: float, top: float, right: float, bottom: float, *, erases: bool = False) -> Patch:
    return Patch(PatchKind.BOX, ((left, top), (right, bottom)), erases=erases)


def test_a_prompt_that_names_nothing_stands_alone() -> None:
    recipe = Recipe("Warmer, like dawn@example.org", references=(WIREFRAME, LOGO), parent="v")
    assert instruction(recipe, [*references(WIREFRAME, LOGO), PARENT], size=SIZE) == ""


def test_names_are_explained_with_every_picture_of_the_turn(snapshot: SnapshotAssertion) -> None:
    recipe = Recipe("Lay @wireframe out with ＠logo-2 in the corner", references=(WIREFRAME, PLAIN, LOGO))
    assert instruction(recipe, references(WIREFRAME, PLAIN, LOGO), size=None) == snapshot
    continued = replace(recipe, parent="v")
    assert instruction(continued, [*references(WIREFRAME, PLAIN, LOGO), PARENT], size=SIZE) == snapshot


def test_marks_are_explained(snapshot: SnapshotAssertion) -> None:
    marks = (
        Mark(MarkKind.ARROW, ((0.1, 0.1), (0.2, 0.2))),
        Mark(MarkKind.BOX, ((0.1, 0.1), (0.2, 0.2)), colour="#00E5FF"),
        Mark(MarkKind.TEXT, ((0.5, 0.5),), text=" make this\n bigger "),
        Mark(MarkKind.TEXT, ((0.5, 0.5),), text="  "),
    )
    recipe = Recipe("", parent="v", markup=Markup(marks, MARKED), references=(PLAIN,))
    afresh = instruction(recipe, [*references(PLAIN), PARENT, MARKS], size=SIZE)
    assert afresh == snapshot
    in_conversation = instruction(recipe, [*references(PLAIN), MARKS], size=SIZE)
    assert in_conversation == snapshot
    drawn = Mark(MarkKind.FREEHAND, ((0.1, 0.1), (0.2, 0.2)), colour="#123456")
    freehand = replace(recipe, markup=Markup((drawn,), MARKED), references=())
    assert instruction(freehand, [PARENT, MARKS], size=SIZE) == snapshot


def test_a_region_is_told_by_its_boxes(snapshot: SnapshotAssertion) -> None:
    brush = Patch(PatchKind.STROKE, ((0.5, 0.5), (0.6, 0.5)), radius=0.02)
    region = Region((box(0.8, 0.9, 0.7, 0.75), brush, box(0, 0, 1, 1, erases=True)))
    recipe = Recipe("Red", parent="v", region=region)
    assert instruction(recipe, [PARENT], size=SIZE) == snapshot
    in_conversation = instruction(recipe, [], size=SIZE)
    assert "Change your last picture only here" in in_conversation


def test_boxes_that_meet_are_one_and_very_many_are_told_as_one() -> None:
    meeting = Region((box(0.1, 0.1, 0.2, 0.2), box(0.3, 0.3, 0.4, 0.4), box(0.15, 0.15, 0.35, 0.35)))
    told = instruction(Recipe("x", parent="v", region=meeting), [PARENT], size=SIZE)
    assert told.count("from 10% to 40% of the width") == 1
    assert "; and" not in told
    dots = Region(tuple(box(at / 10, 0.5, at / 10 + 0.01, 0.51) for at in range(9)))
    told = instruction(Recipe("x", parent="v", region=dots), [PARENT], size=SIZE)
    assert "from 0% to 81% of the width" in told
    assert "; and" not in told


def test_a_region_with_nothing_in_it_says_nothing() -> None:
    erased = Region((box(0, 0, 1, 1, erases=True), Patch(PatchKind.BOX, ())))
    assert instruction(Recipe("x", parent="v", region=erased), [PARENT], size=SIZE) == ""


places = st.tuples(*[st.floats(-2, 3, allow_nan=False)] * 2)
patches = st.builds(
    Patch,
    st.sampled_from(PatchKind),
    st.lists(places, min_size=1, max_size=5).map(tuple),
    radius=st.floats(0, 0.5),
    erases=st.booleans(),
)


@given(st.lists(patches, max_size=20))
def test_any_region_is_told_in_one_short_paragraph(drawn: list[Patch]) -> None:
    told = instruction(Recipe("x", parent="v", region=Region(tuple(drawn))), [PARENT], size=SIZE)
    assert bool(told) is any(not patch.erases for patch in drawn)
    assert len(told) < 1200
    assert "\n" not in told
