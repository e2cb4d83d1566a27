"""What stands on the edges of a drawn tree."""

from dataclasses import replace

from studio.domain.geometry import Resolution
from studio.domain.prompt_difference import Piece, PieceKind
from studio.domain.recipe import Recipe
from studio.domain.version import Version
from studio.viewmodels.tree_words import change_pieces, shortened
from tests.domain.making import version

LONG = "Login screen for a weather app, dusk palette, large legible type, generous margins all around"


def saying(prompt: str) -> Version:
    return replace(version("a"), recipe=Recipe(prompt))


def marked(pieces: tuple[Piece, ...]) -> str:
    """Removed words in [brackets], added ones in {braces}."""
    signs = {PieceKind.KEPT: "{}", PieceKind.REMOVED: "[{}]", PieceKind.ADDED: "{{{}}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)


def test_a_prompt_that_was_changed_says_which_words() -> None:
    pieces = change_pieces(saying(LONG), saying(LONG.replace("dusk", "night")))
    assert marked(pieces) == (
        "Login screen for a weather app,[ dusk]{ night} palette, large legible type, generous margins "
        "all around"
    )
    assert marked(shortened(pieces)) == "… a weather app,[ dusk]{ night} palette, large legible …"


def test_an_instruction_stands_as_it_is() -> None:
    pieces = change_pieces(saying(LONG), saying("move the form left"))
    assert marked(pieces) == marked(shortened(pieces)) == "move the form left"


def test_the_same_prompt_once_more_is_said() -> None:
    assert marked(change_pieces(saying(LONG), saying(LONG))) == "Same prompt"
    assert marked(change_pieces(saying(""), saying(""))) == "No prompt"
    large = replace(saying(LONG), recipe=Recipe(LONG, resolution=Resolution.FOUR_K))
    assert marked(change_pieces(saying(LONG), large)) == "Same prompt · 4K"


def test_without_a_parent_that_is_known_the_prompt_stands_alone() -> None:
    assert marked(change_pieces(None, saying("warmer light"))) == "warmer light"


def test_words_between_two_changes_are_left_out_in_their_middle() -> None:
    after = LONG.replace("Login", "Welcome").replace("margins", "spacing")
    assert marked(shortened(change_pieces(saying(LONG), saying(after)))) == (
        "[Login]{Welcome} screen for a … legible type, generous[ margins]{ spacing} all around"
    )


def test_characters_are_words_where_words_are_not_set_apart() -> None:
    pieces = change_pieces(saying("把标题换成山间天气其余不变"), saying("把标题换成高山天气其余不变"))
    assert "标题" in marked(pieces)
    assert PieceKind.ADDED in {piece.kind for piece in pieces}
