"""Asks the engine what a recipe would send, soon after it has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.domain.errors import StudioError
from studio.domain.recipe import Recipe
from studio.domain.sent import WhyNot

if TYPE_CHECKING:
    from studio.domain.sent import RequestWeight
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks

REST_MS = 120


class Weighing(QObject):
    """`weight` is that of the recipe that is followed, None until it is known; `missing` are the SHA-256 of
    its references whose files are gone. What is written in the prompt weighs next to nothing, so it isn't
    weighed again for that.
    """

    changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tasks = tasks
        self._recipe: Recipe | None = None
        self._group = ""
        self.weight: RequestWeight | None = None
        self.missing: frozenset[str] = frozenset()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)
        bridge.opened.connect(self.weigh_again)
        bridge.happened.connect(self._hear)

    def follow(self, recipe: Recipe, group: str) -> None:
        """This is what would be sent from now on."""
        wordless = replace(recipe, prompt="")
        if self._recipe is not None and (wordless, group) == (replace(self._recipe, prompt=""), self._group):
            self._recipe = recipe
            return
        self._recipe, self._group = recipe, group
        self.weight, self.missing = None, frozenset()
        self.weigh_again()

    def weigh_again(self) -> None:
        """Files may have come or gone."""
        if self._bridge.is_open and self._recipe and (self._recipe.references or self._recipe.parent):
            self._rest.start()

    def _hear(self, event: object) -> None:
        from studio.engine.events import FilesFound

        if isinstance(event, FilesFound):
            self.weigh_again()

    def _ask(self) -> None:
        if self._bridge.is_open:
            self._tasks.start(self._weigh)

    async def _weigh(self) -> None:
        recipe, group = self._recipe, self._group
        if recipe is None:
            return
        try:
            weight = await self._bridge.ask(lambda studio: studio.weigh(recipe, group=group))
            missing = await self._missing_of(recipe, weight)
        except StudioError:
            return  # what keeps it from being weighed is said when it is to be sent
        still = self._recipe is not None and replace(self._recipe, prompt="") == replace(recipe, prompt="")
        if still and group == self._group and (weight, missing) != (self.weight, self.missing):
            self.weight, self.missing = weight, missing
            self.changed.emit()

    async def _missing_of(self, recipe: Recipe, weight: RequestWeight) -> frozenset[str]:
        """Those that can't be sent alone either."""
        if weight.why_not is not WhyNot.REFERENCE_MISSING:
            return frozenset()
        group, gone = self._group, set[str]()
        for reference in recipe.references:
            alone = Recipe("", references=(reference,))
            found = await self._bridge.ask(lambda studio, alone=alone: studio.weigh(alone, group=group))
            if found.why_not is WhyNot.REFERENCE_MISSING:
                gone.add(reference.sha256)
        return frozenset(gone)
