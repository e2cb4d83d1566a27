"""What the viewer says: of a picture that can't be shown, of how it was judged, of how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from studio.domain.flags import Flag
from studio.domain.judgement import MOST_RATING
from studio.viewmodels.full_picture import Trouble
from studio.viewmodels.judging_actions import label_words
from studio.viewmodels.viewer_state import Background
from studio.viewmodels.wording import first_words, translate

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.viewmodels.viewer_state import ViewerState

_MOST_TAGS = 60


def trouble_words(trouble: Trouble, name: str) -> tuple[str, str]:
    """What happened to the file of this name, and what can be done."""
    match trouble:
        case Trouble.MISSING:
            what = translate("viewer", "The picture's file isn't there")
            then = translate(
                "viewer", "{name} was moved or deleted outside Proofroom. Only its thumbnail is left here."
            )
        case Trouble.UNREADABLE:
            what = translate("viewer", "The picture's file can't be read")
            then = translate(
                "viewer", "{name} is there, but the disk or its permissions keep Proofroom from reading it."
            )
        case Trouble.DAMAGED:
            what = translate("viewer", "The picture's file is damaged")
            then = translate("viewer", "{name} was cut off or overwritten. Only its thumbnail is left here.")
        case Trouble.TOO_LARGE:
            what = translate("viewer", "The picture is too large to show")
            then = translate("viewer", "{name} has more pixels than fit in memory.")
        case _:
            assert_never(trouble)
    return what, then.format(name=name)


def can_be_located(trouble: Trouble) -> bool:
    """Whether another file could take its place."""
    return trouble in {Trouble.MISSING, Trouble.DAMAGED}


def judgement_words(version: Version) -> tuple[str, ...]:
    """How it was judged, in short: stars, flag, label, tags. Empty for what was never judged."""
    judged = version.judgement
    stars = "★" * judged.rating + "☆" * (MOST_RATING - judged.rating) if judged.rating else ""
    flag = {
        Flag.NONE: "",
        Flag.PICK: translate("viewer", "Picked"),
        Flag.REJECT: translate("viewer", "Rejected"),
    }[judged.flag]
    label = label_words(judged.label) if judged.label else ""
    tags = first_words(", ".join(judged.tags), _MOST_TAGS)
    trashed = translate("viewer", "In the trash") if version.trashed else ""
    return tuple(words for words in (stars, flag, label, tags, trashed) if words)


def background_words(background: Background) -> str:
    """The background as a menu offers it."""
    return {
        Background.WINDOW: translate("viewer", "As the window"),
        Background.BLACK: translate("viewer", "Black"),
        Background.GREY: translate("viewer", "Grey"),
        Background.WHITE: translate("viewer", "White"),
        Background.CHECKERBOARD: translate("viewer", "Checkerboard"),
    }[background]


def percent_words(scale: float) -> str:
    """The scale as people say it: "100%"."""
    percent = scale * 100
    return f"{percent:.0f}%" if percent >= 10 else f"{percent:.1f}%"


def state_words(state: ViewerState) -> str:
    """What is there of the picture, for whoever doesn't see it."""
    if state.trouble is not None:
        return trouble_words(state.trouble, "")[0]
    if state.is_sharp:
        return translate("viewer", "sharp")
    return translate("viewer", "loading")


def position_words(state: ViewerState) -> str:
    """Which of how many: "3 of 128"."""
    if not state.position:
        return ""
    return translate("viewer", "{position} of {count}").format(
        position=f"{state.position:,}", count=f"{state.count:,}"
    )
