"""Which groups the composer's order moves on to when its own fails, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.fallback import Step, steps
from studio.domain.recipe import may_move_on

if TYPE_CHECKING:
    from studio.domain.money import Money
    from studio.domain.recipe import Estimate
    from studio.library.draft import Draft
    from studio.viewmodels.session import SessionState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FallbackLines:
    """`steps` are the groups that the order moves on to, none where that is switched off: `moves_on` says
    whether it is on, and is None where there is nothing to switch. `words` are empty where nothing is said.
    """

    steps: tuple[Step, ...] = ()
    moves_on: bool | None = None
    words: str = ""


def fallback_lines(draft: Draft, session: SessionState, *, moves_on: bool) -> FallbackLines:
    """What it says under the group; nothing as long as only one group could ever be asked."""
    settings, model = session.settings, session.model
    with_key = frozenset(group.name for group in model.groups if session.has_key(group.name))
    if session.is_demo or (not settings.fallback and len(with_key) < 2):
        return FallbackLines()
    if not may_move_on(draft.recipe, settings.gateway):
        return FallbackLines(words=translate("composer", "A conversation stays with its group."))
    found = steps(
        settings.fallback if settings.moves_on else (),
        first=draft.group,
        model=model,
        resolution=draft.recipe.resolution,
        with_key=with_key,
        ceiling=settings.ceiling,
    )
    if not found:
        return FallbackLines(words=translate("composer", "If it fails, no other group is asked."))
    if not moves_on:
        return FallbackLines(moves_on=False, words=translate("composer", "No other group is asked."))
    return FallbackLines(found, moves_on=True, words=_names(found))


def _names(found: tuple[Step, ...]) -> str:
    """ "官KEY-4.5折 ¥0.32, then 官KEY-正价 ¥0.71"."""
    return translate("composer", ", then ").join(f"{step.group} {step.price}" for step in found)


def most_of(guess: Estimate | None, fallback: FallbackLines) -> Money | None:
    """What the order costs at most, wherever it goes; None where that isn't known."""
    if guess is None:
        return None
    return max((guess.unit_price, *(step.price for step in fallback.steps))) * guess.count
