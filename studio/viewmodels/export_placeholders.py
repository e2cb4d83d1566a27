"""What can be inserted into a template of names, and what it becomes for the first picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.domain.export_choice import named_of
from studio.domain.export_names import Placeholder, file_name
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.viewmodels.export_state import ExportState


@dataclass(frozen=True, slots=True)
class PlaceholderOffer:
    """`written` as it stands in the template, `meaning` in words, with what it is now where that is known."""

    written: str
    meaning: str


def placeholder_offers(state: ExportState) -> tuple[PlaceholderOffer, ...]:
    """All of them, in the order in which they are mostly used."""
    return tuple(
        PlaceholderOffer(f"{{{one.value}}}", _meaning(state, one, words))
        for one, words in _meanings().items()
    )


def _meanings() -> dict[Placeholder, str]:
    return {
        Placeholder.PROJECT: translate("export", "project"),
        Placeholder.VERSION: translate("export", "version"),
        Placeholder.SLUG: translate("export", "first words of the prompt"),
        Placeholder.SCALE: translate("export", "size, such as @2x"),
        Placeholder.WIDTH: translate("export", "width in pixels"),
        Placeholder.HEIGHT: translate("export", "height in pixels"),
        Placeholder.DATE: translate("export", "day it was made"),
        Placeholder.NUMBER: translate("export", "number in this export"),
        Placeholder.GROUP: translate("export", "group"),
    }


def _meaning(state: ExportState, placeholder: Placeholder, words: str) -> str:
    if state.first is None or placeholder is Placeholder.SCALE:
        return words
    named = replace(named_of(state.first, of=max(1, state.count)), scale="")
    value = str(file_name(f"{{{placeholder.value}}}", named, ""))
    return f"{words} · {value}"
