"""The pictures that were sent for a version, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from studio.domain.recipe import Sending
from studio.domain.sent import SentAs
from studio.viewmodels.wording import bytes_words, translate, type_words

if TYPE_CHECKING:
    from studio.domain.recipe import Recipe
    from studio.domain.sent import SentPicture
    from studio.domain.version import Version


def sends_pictures(version: Version) -> bool:
    """Whether pictures must have been sent for it."""
    recipe = version.recipe
    made_here = version.is_imported or recipe.composite is not None
    return not made_here and bool(recipe.references or recipe.parent)


def sent_hint(recipe: Recipe, pictures: tuple[SentPicture, ...]) -> str:
    """How it was sent, and how much: "Conversation · 3 pictures · 2.4 MB"."""
    parts = [_way(recipe.sending)] if recipe.parent else []
    if pictures:
        one = translate("sent", "1 picture")
        many = translate("sent", "{count} pictures").format(count=len(pictures))
        parts += [one if len(pictures) == 1 else many, bytes_words(sum(picture.size for picture in pictures))]
    return " · ".join(parts)


def _way(sending: Sending) -> str:
    match sending:
        case Sending.CONVERSATION:
            return translate("sent", "Conversation")
        case Sending.AFRESH:
            return translate("sent", "Picture afresh")
    assert_never(sending)


def sent_caption(picture: SentPicture) -> str:
    """What it was sent for, in a word; a reference by its name."""
    match picture.sent_as:
        case SentAs.REFERENCE:
            return f"@{picture.handle}" if picture.handle else translate("sent", "Reference")
        case SentAs.PARENT:
            return translate("sent", "To change")
        case SentAs.MARKUP:
            return translate("sent", "Marks")
        case SentAs.TURN:
            return translate("sent", "Earlier")
    assert_never(picture.sent_as)


def sent_facts(picture: SentPicture) -> str:
    """Exactly what left the machine: pixels, type, size, and the beginning of its SHA-256."""
    size = f"{picture.width} × {picture.height} · {type_words(picture.mime)} · {bytes_words(picture.size)}"
    return f"{size} · SHA-256 {picture.sha256[:12]}…"
