"""A version as a tile, a list or a tree says it in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studio.domain.flags import Flag, Label
from studio.viewmodels.wording import clock_time, first_words, prompt_words, translate

if TYPE_CHECKING:
    from studio.domain.version import Version


class TileState(NamedTuple):
    """One tile of the gallery; a tuple, as it is compared in every frame.

    `version` is None while it is being read; `holds` is how many versions a closed stack holds; `opened` when
    it is the first of an opened one; `problem` says what is wrong with its file, empty for nothing.
    """

    id: str
    look: int
    version: Version | None = None
    holds: int = 1
    opened: bool = False
    problem: str = ""


def title_words(version: Version, limit: int) -> str:
    """The beginning of the prompt; without one, what the file of an imported picture was called."""
    if version.is_imported and not version.recipe.prompt.strip():
        return first_words(version.words, limit)
    return prompt_words(version.recipe, limit)


def version_name(version: Version) -> str:
    """For screen readers: prompt, size, state, and what was said of it."""
    made = (title_words(version, 80), str(version.delivered), *_judged(version))
    return ", ".join((*made, translate("tile", "saved"), *remarks(version)))


def _judged(version: Version) -> tuple[str, ...]:
    judgement = version.judgement
    words: list[str] = []
    if judgement.rating:
        words.append(translate("tile", "rated {count} of 5").format(count=judgement.rating))
    if judgement.flag is not Flag.NONE:
        picked = judgement.flag is Flag.PICK
        words.append(translate("tile", "picked") if picked else translate("tile", "rejected"))
    if judgement.label is not Label.NONE:
        words.append(label_words(judgement.label))
    return tuple(words)


def label_words(label: Label) -> str:
    """A colour label as it is said: "red label"."""
    match label:
        case Label.NONE:
            return ""
        case Label.RED:
            return translate("tile", "red label")
        case Label.YELLOW:
            return translate("tile", "yellow label")
        case Label.GREEN:
            return translate("tile", "green label")
        case Label.BLUE:
            return translate("tile", "blue label")
        case Label.PURPLE:
            return translate("tile", "purple label")


def remarks(version: Version) -> tuple[str, ...]:
    """What isn't as asked."""
    found: list[str] = []
    if version.matches_size is False:
        found.append(delivered_words(version))
    if version.arrived_after_cancel:
        found.append(translate("tile", "arrived after cancel"))
    return tuple(found)


def price_words(version: Version) -> str:
    """Size step and price: "2K · ¥0.25"; of what was made elsewhere, or put together, only that."""
    if version.is_imported:
        return translate("tile", "Imported")
    if version.is_put_together:
        return translate("tile", "Put together")
    return f"{version.recipe.resolution} · {version.price}"


def delivered_words(version: Version) -> str:
    """What came where something else was asked for: "paid 4K, got 1K", or its pixels."""
    # Not at the top: pictures stand there before what is said of them.
    from studio.domain.geometry import delivered_resolution

    asked, got = version.recipe.resolution, delivered_resolution(version.delivered)
    if got is asked:
        return translate("tile", "got {size}").format(size=version.delivered)
    paid, free = translate("tile", "paid {asked}, got {got}"), translate("tile", "asked {asked}, got {got}")
    return (paid if version.price else free).format(asked=asked.value, got=got.value)


def branch_title(version: Version, position: int, *, is_first: bool, named: bool = True) -> str:
    """A line of the tree: "1 · First draft", "3 · “move the form left”"; where the branch that begins with it
    has a name, and `named`, "6 · Night · “a thin moon”".
    """
    if version.purged:
        return translate("tile", "{number} · Deleted").format(number=position)
    if is_first:
        words = translate("tile", "First draft")
    else:
        words = translate("tile", "“{prompt}”").format(prompt=title_words(version, 60))
    name = version.branch.name if named else ""
    return " · ".join(part for part in (str(position), name, words) if part)


def branch_line(version: Version) -> str:
    """The second line in the tree: "2K · ¥0.25 · 10:46"."""
    return f"{price_words(version)} · {clock_time(version.created)}"
