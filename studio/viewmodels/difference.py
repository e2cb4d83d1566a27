"""The difference of two pictures that are compared: of all of it, and sharp where it is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.viewmodels.full_picture import FullPicture
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.marks import Region
    from studio.domain.version import Version
    from studio.viewmodels.difference_image import Made, Wish
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class DifferenceState:
    """`whole` is all of it, coarse where it is large; `part` what was looked at last, sharp, and `part_of`
    names it. `share` is how much changed of what wasn't meant to, None until it is known; `has_region` when
    something was meant to.
    """

    whole: FullPicture | None = None
    part: Made | None = None
    part_of: object = None
    share: float | None = None
    has_region: bool = False


class DifferenceViewModel(QObject):
    """Works on one wish at a time in a thread; of several that came meanwhile the last counts."""

    state_changed = Signal()

    def __init__(self, *, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._state = DifferenceState()
        self._wanted: tuple[Wish | None, tuple[object, Wish] | None] = (None, None)
        self._round = 0
        self._works = False

    @property
    def state(self) -> DifferenceState:
        """The state now."""
        return self._state

    def compare(self, wish: Wish) -> None:
        """Look for the difference of these two; the image is to hold all of both."""
        self._round += 1
        self._wanted = (wish, None)
        self._change(DifferenceState(has_region=wish.region is not None))
        self._start()

    def look_at(self, part: object, wish: Wish) -> None:
        """Make what is looked at sharp; `part` names it."""
        self._wanted = (self._wanted[0], (part, wish))
        self._start()

    def forget(self) -> None:
        """Nothing is compared any more."""
        self._round += 1
        self._wanted = (None, None)
        self._change(DifferenceState())

    def _start(self) -> None:
        if not self._works:
            self._works = True
            self._tasks.start(self._work)

    async def _work(self) -> None:
        import asyncio  # asyncio is not loaded before the first paint

        from studio.viewmodels.difference_image import make

        try:
            while (whole := self._wanted[0]) or self._wanted[1]:
                part, began = self._wanted[1], self._round
                # All of it first: that tells how much it is.
                self._wanted = (None, part) if whole else (None, None)
                wish = whole or (part[1] if part else None)
                if wish is None:
                    continue
                made = await asyncio.to_thread(make, wish)
                if began == self._round:
                    self._take(made, whole=whole, part_of=part[0] if part else None)
        finally:
            self._works = False

    def _take(self, made: Made, *, whole: Wish | None, part_of: object) -> None:
        if whole is None:
            self._change(replace(self._state, part=made, part_of=part_of))
            return
        image = made.image
        picture = FullPicture(image.width(), image.height(), (image,), has_alpha=True, memory=made.memory)
        self._change(replace(self._state, whole=picture, share=made.share))

    def _change(self, state: DifferenceState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


def region_between(before: Version, after: Version) -> Region | None:
    """Where the later of two was meant to differ, if it was made from the earlier."""
    return after.recipe.region if after.recipe.parent == before.id else None


def share_words(state: DifferenceState) -> str:
    """How much changed: "2.1 % changed outside the region"."""
    if state.share is None:
        return translate("compare", "Looking for differences…")
    if state.share == 0:
        return (
            translate("compare", "Nothing changed outside the region")
            if state.has_region
            else translate("compare", "Nothing changed")
        )
    percent = state.share * 100
    number = translate("compare", "less than 0.1") if percent < 0.05 else f"{percent:.1f}"
    words = (
        translate("compare", "{percent} % changed outside the region")
        if state.has_region
        else translate("compare", "{percent} % changed")
    )
    return words.format(percent=number)
