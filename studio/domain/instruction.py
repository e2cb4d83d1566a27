"""What a request says beside the prompt, to the model, in English: which picture is which, what marks mean,
and where alone it may change something.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from studio.domain.handles import mentions
from studio.domain.marks import MarkKind, PatchKind
from studio.domain.sent import SentAs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from studio.domain.geometry import PixelSize
    from studio.domain.marks import Markup, Patch, Region
    from studio.domain.recipe import Recipe
    from studio.domain.sent import SentPicture

_COLOURS = {
    "#ff2bd6": "magenta",
    "#00e5ff": "cyan",
    "#39ff14": "bright green",
    "#ffffff": "white",
    "#000000": "black",
}
_MOST_PLACES = 6
"""More boxes than these are told as the one around them all."""


@dataclass(frozen=True, slots=True)
class _Box:
    """In fractions of the picture's width and height."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        apart = self.right < other.left or other.right < self.left
        return not (apart or self.bottom < other.top or other.bottom < self.top)

    def around(self, other: _Box) -> _Box:
        return _Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def instruction(recipe: Recipe, pictures: Sequence[SentPicture], *, size: PixelSize | None) -> str:
    """One paragraph, empty where the prompt explains itself.

    `pictures` are those of the turn, in its order; `size` is the parent's, in pixels.
    """
    said: list[str] = []
    if recipe.markup is not None or _names_pictures(recipe):
        said.extend(_listed(pictures))
    if recipe.markup is not None:
        said.extend(_markup(recipe.markup, pictures, has_words=bool(recipe.prompt.strip())))
    if recipe.region is not None and size is not None:
        said.extend(_region(recipe.region, pictures, size))
    return " ".join(said)


def _names_pictures(recipe: Recipe) -> bool:
    handles = {reference.handle for reference in recipe.references if reference.handle}
    return any(mention.known for mention in mentions(recipe.prompt, handles))


def _listed(pictures: Sequence[SentPicture]) -> Iterable[str]:
    if pictures:
        named = "; ".join(f"picture {at} is {_called(one)}" for at, one in enumerate(pictures, start=1))
        yield f"The pictures of this message, in order: {named}."


def _called(picture: SentPicture) -> str:
    match picture.sent_as:
        case SentAs.PARENT:
            return "the picture to change"
        case SentAs.MARKUP:
            return "a copy of the picture to change, with marks drawn on it"
        case _:
            return f"@{picture.handle}" if picture.handle else "a reference"


def _to_change(pictures: Sequence[SentPicture]) -> str:
    found = [at for at, one in enumerate(pictures, start=1) if one.sent_as is SentAs.PARENT]
    return f"picture {found[0]}" if found else "your last picture"


def _markup(markup: Markup, pictures: Sequence[SentPicture], *, has_words: bool) -> Iterable[str]:
    marked = [at for at, one in enumerate(pictures, start=1) if one.sent_as is SentAs.MARKUP]
    if not marked:
        return
    colours = dict.fromkeys(_COLOURS.get(mark.colour.lower(), mark.colour) for mark in markup.marks)
    drawn = f" in {' and '.join(colours)}" if colours else ""
    yield f"The marks on picture {marked[0]}, drawn{drawn}, are instructions."
    kinds = {mark.kind for mark in markup.marks}
    if MarkKind.ARROW in kinds:
        yield "An arrow points at what is meant."
    if kinds & {MarkKind.BOX, MarkKind.FREEHAND}:
        yield "A box, or a line drawn around something, encloses what is meant; other lines show a shape."
    if written := [mark.text for mark in markup.marks if mark.kind is MarkKind.TEXT and mark.text.strip()]:
        quoted = "; ".join(f"“{' '.join(text.split())}”" for text in written)
        yield f"Words say what to do at their place: {quoted}."
    orders = "them and the words that follow" if has_words else "them"
    yield (
        f"Carry {orders} out on {_to_change(pictures)}, which is clean, and change nothing else. "
        "None of the marks may be in the result."
    )


def _region(region: Region, pictures: Sequence[SentPicture], size: PixelSize) -> Iterable[str]:
    boxes = _boxes(region, size)
    if not boxes:
        return
    places = "; and ".join(_worded(box) for box in boxes)
    yield (
        f"Change {_to_change(pictures)} only here: {places}. Everything outside stays exactly as it is: "
        "the same framing, the same places, the same colours, every detail."
    )


def _worded(box: _Box) -> str:
    across = f"from {_percent(box.left, floor)} to {_percent(box.right, ceil)} of the width"
    down = f"from {_percent(box.top, floor)} to {_percent(box.bottom, ceil)} of the height"
    return f"{across}, counted from the left, and {down}, counted from the top"


def _percent(fraction: float, whole: Callable[[float], int]) -> str:
    """Never less than the region; a millionth is no reason for more."""
    return f"{min(max(whole(round(fraction * 100, 4)), 0), 100)}%"


def _boxes(region: Region, size: PixelSize) -> list[_Box]:
    """Around what may change, those that meet as one, from the top left on."""
    apart: list[_Box] = []
    for patch in region.patches:
        if patch.erases or not patch.places:
            continue
        box = _around(patch, size)
        while met := next((other for other in apart if other.meets(box)), None):
            apart.remove(met)
            box = box.around(met)
        apart.append(box)
    if len(apart) > _MOST_PLACES:
        whole = apart[0]
        for box in apart[1:]:
            whole = whole.around(box)
        return [whole]
    return sorted(apart, key=lambda box: (box.top, box.left))


def _around(patch: Patch, size: PixelSize) -> _Box:
    """A brush is as wide as a fraction of the picture's longer side."""
    radius = patch.radius * max(size.width, size.height) if patch.kind is PatchKind.STROKE else 0.0
    beside, above = radius / size.width, radius / size.height
    across, down = [x for x, _ in patch.places], [y for _, y in patch.places]
    return _Box(min(across) - beside, min(down) - above, max(across) + beside, max(down) + above)
