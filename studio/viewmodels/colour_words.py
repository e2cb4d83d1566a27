"""What is said of a palette's colours, their contrast, and the files that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.palette_contrast import Grade, grade
from studio.viewmodels.wording import share_words, translate

if TYPE_CHECKING:
    from studio.domain.palette_swatches import Swatch
    from studio.export.palette_files import PaletteFormat
    from studio.viewmodels.colours import ColoursState

_TEXTS = frozenset({"css", "tokens", "tailwind", "gpl", "figma"})


def format_words(format_: PaletteFormat) -> str:
    """As a list of formats offers it."""
    return {
        "css": translate("colours", "CSS variables"),
        "tokens": translate("colours", "Design tokens (JSON)"),
        "tailwind": translate("colours", "Tailwind theme"),
        "ase": translate("colours", "Adobe swatches (ASE)"),
        "gpl": translate("colours", "GIMP palette (GPL)"),
        "figma": translate("colours", "Figma variables (JSON)"),
    }[format_.value]


def is_text(format_: PaletteFormat) -> bool:
    """Whether it can be copied as words."""
    return format_.value in _TEXTS


def name_words(swatch: Swatch) -> str:
    """Its name as the window writes it: "Dark slate blue"."""
    return swatch.name[:1].upper() + swatch.name[1:]


def swatch_words(swatch: Swatch) -> str:
    """All of it, for a screen reader: pressed, it is copied."""
    words = translate("colours", "{name}, {hex}, {share} of the picture")
    return words.format(name=name_words(swatch), hex=swatch.hex, share=share_words(swatch.share))


def ratio_words(ratio: float) -> str:
    """A contrast: "4.6", cut, never rounded up to a grade it hasn't."""
    return f"{int(ratio * 10) / 10:.1f}"


def short_ratio(ratio: float) -> str:
    """The same where there is little room: "13"."""
    return str(int(ratio)) if ratio >= 10 else ratio_words(ratio)


def pair_words(text: Swatch, ground: Swatch, ratio: float) -> str:
    """What the contrast of two colours is enough for."""
    words = translate("colours", "{text} on {ground}: {ratio} to 1, {enough}")
    return words.format(
        text=name_words(text), ground=name_words(ground), ratio=ratio_words(ratio), enough=grade_words(ratio)
    )


def grade_words(ratio: float) -> str:
    """What a contrast is enough for, in words."""
    return {
        Grade.ANY_TEXT_WELL: translate("colours", "AAA: any text"),
        Grade.ANY_TEXT: translate("colours", "AA: any text"),
        Grade.LARGE_TEXT: translate("colours", "AA for large text only"),
        Grade.NO_TEXT: translate("colours", "not enough for text"),
    }[grade(ratio)]


def state_words(state: ColoursState) -> str:
    """What stands beside the slider: that it works, or why there are fewer colours than were asked for."""
    if state.problem or not state.swatches:
        return "" if state.problem else translate("colours", "Looking for colours…")
    if state.is_fresh and len(state.swatches) < state.wanted:
        return translate("colours", "The picture has no more that can be told apart")
    return ""
