"""The tokens keep what ui.md promises: words can be read, and the greys are neutral."""

from pathlib import Path

import pytest

from studio.ui.theme import Tokens, read_tokens

THEMES = Path(__file__).parents[3] / "resources" / "themes"
GROUNDS = ("background", "panel", "raised")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=[True, False], ids=["dark", "light"])
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return read_tokens(THEMES, dark=request.param)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["muted", "ok", "warning", "bad", "info"])
def test_labels_and_states_can_be_read(tokens: Tokens, words: str, ground: str) -> None:
    assert contrast(getattr(tokens.colours, words), getattr(tokens.colours, ground)) >= 4.5


@pytest.mark.parametrize("ground", [*GROUNDS, "hover", "selection"])
def test_text_stands_out(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.colours.text, getattr(tokens.colours, ground)) >= 7


@pytest.mark.parametrize("ground", ["accent", "accent_hover", "accent_pressed"])
def test_the_price_on_the_button_stands_out(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.colours.on_accent, getattr(tokens.colours, ground)) >= 7


@pytest.mark.parametrize("grey", ["background", "panel", "raised", "hover", "line", "text", "muted", "faint"])
def test_greys_are_neutral(tokens: Tokens, grey: str) -> None:
    """A tint would falsify the pictures: no channel stands out by more than a breath."""
    colour = getattr(tokens.colours, grey)
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    assert max(channels) - min(channels) <= 10


def test_both_themes_agree_on_what_yellow_is() -> None:
    dark, light = (read_tokens(THEMES, dark=dark) for dark in (True, False))
    assert (dark.dark, light.dark) == (True, False)
    assert dark.colours.accent == light.colours.accent == "#ffcf33"
    assert dark.sizes == light.sizes
