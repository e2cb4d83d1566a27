"""Which groups the composer's order moves on to when its own fails, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.fallback import steps
from studio.domain.next_group import Step
from studio.domain.recipe import may_move_on
from studio.viewmodels.groups_figures import short_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.money import Money
    from studio.domain.recipe import Estimate
    from studio.library.draft import Draft
    from studio.viewmodels.session import SessionState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FallbackLines:
    """`steps` are the groups that the order moves on to, none where that is switched off: `moves_on` says
    whether it is on, and is None where there is nothing to switch. `words` are empty where nothing is said;
    `spoken` are the same with whole names.
    """

    steps: tuple[Step, ...] = ()
    moves_on: bool | None = None
    words: str = ""
    spoken: str = ""


def fallback_lines(draft: Draft, session: SessionState, *, moves_on: bool) -> FallbackLines:
    """What it says under the group; nothing as long as only one group could ever be asked."""
    settings, model = session.settings, session.model
    names = [group.name for group in model.groups]
    with_key = frozenset(name for name in names if session.has_key(name) or not session.keys_known)
    if session.is_demo or (not settings.fallback and len(with_key) < 2):
        return FallbackLines()
    if not may_move_on(draft.recipe, settings.gateway):
        return _said(translate("composer", "A conversation stays with its group."))
    found = steps(
        settings.fallback if settings.moves_on else (),
        first=draft.group,
        model=model,
        resolution=draft.recipe.resolution,
        with_key=with_key,
        ceiling=settings.ceiling,
    )
    if not found:
        return _said(translate("composer", "If it fails, no other group is asked."))
    if not moves_on:
        return _said(translate("composer", "If it fails, no other group is asked."), moves_on=False)
    short = short_names(tuple(names))
    spoken = _sentence((step.group, step.price) for step in found)
    words = _sentence((short[step.group], step.price) for step in found)
    return FallbackLines(found, moves_on=True, words=words, spoken=spoken)


def _said(words: str, *, moves_on: bool | None = None) -> FallbackLines:
    return FallbackLines(moves_on=moves_on, words=words, spoken=words)


def _sentence(groups: Iterable[tuple[str, Money]]) -> str:
    """ "If it fails: 官KEY-4.5折 ¥0.32, then 官KEY-正价 ¥0.71"."""
    named = translate("composer", ", then ").join(f"{name} {price}" for name, price in groups)
    return translate("composer", "If it fails: {groups}").format(groups=named)


def most_of(guess: Estimate | None, fallback: FallbackLines) -> Money | None:
    """What the order costs at most, wherever it goes; None where that isn't known."""
    if guess is None:
        return None
    return max((guess.unit_price, *(step.price for step in fallback.steps))) * guess.count
