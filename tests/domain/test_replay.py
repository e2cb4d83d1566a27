"""Edits made once more: of another picture, or at another size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studio.domain.errors import NothingToReplay
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.marks import Composite, Mark, MarkKind, Markup, Patch, PatchKind, Region
from studio.domain.recipe import Recipe, Sending
from studio.domain.reference import Reference
from studio.domain.replay import Ground, replayed
from studio.domain.version import IMPORT_GATEWAY, Version
from tests.domain.making import version

MOOD = Reference("aa", "image/png", 64, 64, 100, "mood.png", "mood")
DRAWN = Markup((Mark(MarkKind.BOX, ((0.1, 0.1), (0.5, 0.5))),), replace(MOOD, sha256="bb", handle=""))
SKY = Region((Patch(PatchKind.BOX, ((0, 0), (1, 0.3))),))


def made(name: str, recipe: Recipe, *, gateway: str = "https://bananarouter.com") -> Version:
    return replace(version(name), recipe=recipe, gateway=gateway)


ROOT = made("root", Recipe("a lighthouse", aspect=AspectRatio.R16_9))
WARMER = made(
    "warmer",
    Recipe(
        "warmer, like @mood",
        references=(MOOD,),
        parent="root",
        sending=Sending.CONVERSATION,
        resolution=Resolution.TWO_K,
    ),
)
FOG = made("fog", Recipe("more fog", parent="warmer", sending=Sending.CONVERSATION))


def again(
    *versions: Version, on: Ground | None = None, resolution: Resolution | None = None
) -> list[tuple[str, Recipe]]:
    by_id = {one.id: one for one in versions}
    found = replayed(by_id, versions[-1].id, on=on, resolution=resolution)
    return [(change.of, change.recipe) for change in found]


def test_at_another_size_what_was_made_of_words_is_made_anew_and_each_edit_after_it() -> None:
    assert again(ROOT, WARMER, FOG, resolution=Resolution.FOUR_K) == [
        ("root", replace(ROOT.recipe, resolution=Resolution.FOUR_K)),
        ("warmer", replace(WARMER.recipe, resolution=Resolution.FOUR_K, parent=None)),
        ("fog", replace(FOG.recipe, resolution=Resolution.FOUR_K, parent=None)),
    ]


def test_on_another_version_only_the_edits_are_made_and_each_begins_afresh() -> None:
    assert again(ROOT, WARMER, FOG, on="boat") == [
        ("warmer", replace(WARMER.recipe, parent="boat", sending=Sending.AFRESH)),
        ("fog", replace(FOG.recipe, parent=None, sending=Sending.AFRESH)),
    ]


def test_on_the_picture_that_it_began_with_it_is_the_same_conversation() -> None:
    assert again(ROOT, WARMER, FOG, on="root", resolution=Resolution.TWO_K) == [
        ("warmer", WARMER.recipe),
        ("fog", replace(FOG.recipe, parent=None, resolution=Resolution.TWO_K)),
    ]


def test_a_picture_that_was_given_goes_along_with_the_first_edit() -> None:
    boat = replace(MOOD, sha256="cc", handle="boat")
    (_, first), (_, second) = again(ROOT, WARMER, FOG, on=boat)
    assert (first.parent, first.references) == (None, (boat, MOOD))
    assert second.references == ()
    # Its name is taken by one that the words speak of.
    (_, first), _ = again(ROOT, WARMER, FOG, on=replace(boat, handle="mood"))
    assert [reference.handle for reference in first.references] == ["", "mood"]


def test_what_began_as_a_file_begins_with_it_again() -> None:
    file = made("root", Recipe(""), gateway=IMPORT_GATEWAY)
    assert [(of, recipe.parent) for of, recipe in again(file, WARMER, FOG)] == [
        ("warmer", "root"),
        ("fog", None),
    ]


def test_an_edit_whose_picture_is_lost_is_made_again_on_another() -> None:
    assert [of for of, _ in again(WARMER, FOG, on="boat")] == ["warmer", "fog"]
    # Without another there is only what it became.
    assert [(of, recipe.parent) for of, recipe in again(WARMER, FOG)] == [("fog", "warmer")]


def test_marks_stay_on_the_picture_that_they_were_drawn_on() -> None:
    marked = replace(WARMER, recipe=replace(WARMER.recipe, markup=DRAWN))
    versions = {one.id: one for one in (ROOT, marked, FOG)}
    there, after = replayed(versions, "fog", on="root", resolution=None)
    assert (there.recipe.markup, there.leaves_marks, after.leaves_marks) == (DRAWN, False, False)
    for ground in ("boat", MOOD, None):
        change = next(
            one for one in replayed(versions, "fog", on=ground, resolution=None) if one.of == "warmer"
        )
        assert (change.recipe.markup, change.leaves_marks) == (None, True)


def test_what_was_put_together_here_is_asked_for_again() -> None:
    answer = made("answer", Recipe("a red sky", parent="warmer", region=SKY))
    composite = made("composite", Recipe("", parent="warmer", composite=Composite("answer", 0, 0, 1, 1)))
    last = replace(FOG, recipe=replace(FOG.recipe, parent="composite"))
    changes = again(ROOT, WARMER, answer, composite, last, on="boat")
    assert [(of, recipe.region) for of, recipe in changes] == [
        ("warmer", None),
        ("answer", SKY),
        ("fog", None),
    ]
    # Only a version has a region: there is nothing to put the answer together with.
    change, _ = replayed(
        {one.id: one for one in (WARMER, answer, last, composite)}, "fog", on=MOOD, resolution=None
    )[1:]
    assert change.recipe.region == SKY
    protected = replace(answer, recipe=replace(answer.recipe, parent="root"))
    (change,) = replayed({"root": ROOT, "answer": protected}, "answer", on=MOOD, resolution=None)
    assert (change.recipe.region, change.leaves_marks) == (None, True)


@pytest.mark.parametrize(
    ("versions", "on"),
    [
        ((ROOT,), "boat"),
        ((made("root", Recipe(""), gateway=IMPORT_GATEWAY),), None),
        ((ROOT, made("drawn", Recipe(" ", parent="root", markup=DRAWN))), "boat"),
    ],
)
def test_where_nothing_was_said_there_is_nothing_to_replay(
    versions: tuple[Version, ...], on: str | None
) -> None:
    with pytest.raises(NothingToReplay):
        again(*versions, on=on)
