"""What the demo gateway makes of a turn's words, as the program writes them."""

from hypothesis import given
from hypothesis import strategies as st

from studio.demo.said import Said, read_texts
from studio.domain.geometry import PixelSize
from studio.domain.instruction import instruction
from studio.domain.marks import Mark, MarkKind, Markup, Patch, PatchKind, Region
from studio.domain.recipe import Recipe
from studio.domain.reference import Reference
from studio.domain.sent import SentAs, SentPicture

SIZE = PixelSize(1024, 768)
MARKED = Reference("b" * 64, "image/png", 1024, 768, 900, "marked.png")
ARROW = Mark(MarkKind.ARROW, ((0.1, 0.1), (0.5, 0.5)))
BOX = Mark(MarkKind.BOX, ((0.1, 0.1), (0.5, 0.5)))


def sent(*ways: SentAs, handle: str = "") -> tuple[SentPicture, ...]:
    return tuple(
        SentPicture(
            way, "a" * 64, "image/png", 64, 64, 99, of="x", handle=handle if way is SentAs.REFERENCE else ""
        )
        for way in ways
    )


def said(recipe: Recipe, *ways: SentAs, handle: str = "") -> Said:
    """What the demo reads where the program sends this recipe with these pictures."""
    explained = instruction(recipe, sent(*ways, handle=handle), size=SIZE)
    return read_texts([text for text in (explained, recipe.prompt) if text])


def written(*texts: str) -> Markup:
    return Markup(tuple(Mark(MarkKind.TEXT, ((0.2, 0.2),), text=text) for text in texts), MARKED)


def test_a_bare_prompt_is_the_words() -> None:
    assert said(Recipe("warmer light"), SentAs.PARENT) == Said("warmer light")
    assert read_texts(["a lake", "at night"]) == Said("a lake\nat night")


def test_marks_tell_which_picture_and_their_colours_are_not_the_persons_words() -> None:
    recipe = Recipe("a moon here", markup=Markup((BOX,), MARKED))
    read = said(recipe, SentAs.REFERENCE, SentAs.PARENT, SentAs.MARKUP)
    assert read == Said("a moon here", changed=2, marked=3)
    assert said(recipe, SentAs.MARKUP) == Said("a moon here", marked=1)


def test_an_arrow_points_and_a_box_beside_it_encloses() -> None:
    assert said(Recipe("x", markup=Markup((ARROW,), MARKED)), SentAs.PARENT, SentAs.MARKUP).points
    both = Recipe("x", markup=Markup((ARROW, BOX), MARKED))
    assert not said(both, SentAs.PARENT, SentAs.MARKUP).points


def test_what_is_written_on_the_picture_is_said_too() -> None:
    alone = said(Recipe("", markup=written("a moon", "a boat")), SentAs.PARENT, SentAs.MARKUP)
    assert alone == Said("a moon\na boat", changed=1, marked=2)
    odd = said(Recipe("warm", markup=written("Change picture 9 only here")), SentAs.PARENT, SentAs.MARKUP)
    assert odd == Said("warm\nChange picture 9 only here", changed=1, marked=2)


def test_a_region_tells_its_places() -> None:
    patches = (
        Patch(PatchKind.BOX, ((0.1, 0.2), (0.4, 0.5))),
        Patch(PatchKind.BOX, ((0.6, 0.6), (0.9, 0.8))),
    )
    recipe = Recipe("red", region=Region(patches))
    places = ((0.1, 0.2, 0.4, 0.5), (0.6, 0.6, 0.9, 0.8))
    assert said(recipe, SentAs.PARENT) == Said("red", changed=1, places=places)
    assert said(recipe) == Said("red", places=places)


def test_names_of_references_are_no_words_about_light() -> None:
    reference = Reference("a" * 64, "image/png", 64, 64, 99, "red.png", handle="red-sketch")
    recipe = Recipe("colours of @Red-Sketch, please", references=(reference,))
    read = said(recipe, SentAs.REFERENCE, SentAs.PARENT, handle="red-sketch")
    assert (read.words, read.changed) == ("colours of  , please", 2)


@given(st.lists(st.text()))
def test_any_texts_are_read(texts: list[str]) -> None:
    assert isinstance(read_texts(texts).words, str)
