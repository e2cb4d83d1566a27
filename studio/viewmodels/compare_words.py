"""What is said of pictures that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.full_picture import FullPicture
from studio.viewmodels.viewer_words import judgement_words, percent_words, trouble_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.viewmodels.full_picture import Trouble

SEPARATOR = " · "


def tag_remarks(version: Version, *, found: FullPicture | Trouble | None, scale: float | None) -> str:
    """What stands over the picture after its title: " · 50% · Picked"; `scale` None leaves that out."""
    trouble = () if found is None or isinstance(found, FullPicture) else (trouble_words(found, "")[0],)
    size = () if scale is None else (percent_words(scale),)
    return "".join(f"{SEPARATOR}{words}" for words in (*size, *trouble, *judgement_words(version)))


def pane_name(
    version: Version,
    title: str,
    *,
    found: FullPicture | Trouble | None,
    scale: float,
    is_current: bool,
) -> str:
    """The same for whoever doesn't see it."""
    if found is None:
        state = translate("viewer", "loading")
    elif isinstance(found, FullPicture):
        state = translate("viewer", "sharp")
    else:
        state = trouble_words(found, "")[0]
    words = (title, str(version.delivered), percent_words(scale), state, *judgement_words(version))
    return ", ".join((translate("compare", "current"), *words) if is_current else words)


def keep_words(title: str) -> tuple[str, str]:
    """What a button says that keeps this one: short, and whole."""
    number = title.partition(SEPARATOR)[0]
    short = translate("compare", "Keep {number}").format(number=number)
    return short, translate("compare", "Keep {picture}, reject the rest").format(picture=title)
