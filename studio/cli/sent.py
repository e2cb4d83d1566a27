"""What leaves the machine with a call, and what has left it, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.sent import SentAs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.recipe import Recipe
    from studio.domain.sent import RequestWeight, SentPicture


def sent_in_words(recipe: Recipe, weight: RequestWeight) -> str:
    """What will be sent: "2 images, 3.4 MB, after 2 turns of the conversation"."""
    count = len(weight.pictures)
    parts = [f"{count} {'image' if count == 1 else 'images'}", megabytes(weight.size)]
    if weight.turns:
        # As in the window, what the person said and the answer to it are one to a person.
        turns = (weight.turns + 1) // 2
        parts.append(f"after {turns} {'turn' if turns == 1 else 'turns'} of the conversation")
    elif recipe.parent:
        parts.append("the picture afresh")
    words = f"Sends {', '.join(parts)}."
    if weight.shrunk:
        names = {reference.sha256: reference.name for reference in recipe.references}
        shrunk = ", ".join(names.get(of, "the picture to continue") for of in weight.shrunk)
        words += f" Made smaller so that all fits: {shrunk}."
    return words


def megabytes(size: int) -> str:
    """Never 0: what is sent weighs something."""
    return f"{max(size / 1_000_000, 0.1):.1f} MB"


def sent_rows(pictures: Iterable[SentPicture]) -> Iterable[tuple[str, str]]:
    """A line for each picture that was sent, for people."""
    names = {
        SentAs.REFERENCE: "reference",
        SentAs.PARENT: "picture to change",
        SentAs.MARKUP: "with marks",
        SentAs.TURN: "earlier turn",
    }
    for one in pictures:
        called = f" @{one.handle}" if one.handle else ""
        size = f"{one.width} × {one.height} px, {one.mime}, {one.size:,} bytes"
        yield f"Sent, {names[one.sent_as]}{called}", f"{size}, SHA-256 {one.sha256}"


def sent_object(picture: SentPicture) -> dict[str, object]:
    """One picture that was sent; `of` is a reference's SHA-256 or a version's id."""
    return {
        "sent_as": picture.sent_as.value,
        "name": picture.handle,
        "sha256": picture.sha256,
        "mime": picture.mime,
        "width": picture.width,
        "height": picture.height,
        "bytes": picture.size,
        "of": picture.of,
    }
