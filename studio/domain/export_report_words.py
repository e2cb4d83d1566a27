"""The words for what became of the files of an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.export_report import Note, Skip
from studio.domain.outcome_words import as_it_is

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate


def describe_note(note: Note, translate: Translate = as_it_is) -> str:
    """What a file doesn't hold of its picture, or adds to it."""
    words = {
        Note.FIRST_FRAME: translate("export", "Holds the first frame only."),
        Note.EIGHT_BITS: translate("export", "Has 8 bits a channel, the picture 16."),
        Note.WHITE_GROUND: translate("export", "Is white where the picture can be seen through."),
        Note.UPSCALED: translate("export", "Is larger than the picture, so it looks soft."),
    }
    return words[note]


def describe_skip(why: Skip, translate: Translate = as_it_is) -> str:
    """Why a file was left out."""
    words = {
        Skip.WOULD_UPSCALE: translate("export", "Left out: it would be larger than the picture."),
        Skip.CANCELLED: translate("export", "Left out: cancelled."),
    }
    return words[why]


def credentials_words(translate: Translate = as_it_is) -> str:
    """Of a picture whose content credentials can't come along."""
    return translate(
        "export", "Its content credentials stay with the original: they hold for its bytes only."
    )
