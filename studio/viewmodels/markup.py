"""Marks on a picture that tell what to change: drawn, kept with the version, handed to the composer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from studio.domain.marks import Mark, MarkKind, Markup, Place
from studio.viewmodels.drawn_on import DrawnOn
from studio.viewmodels.markup_state import (
    MarkTool,
    MarkupState,
    Use,
    adding,
    changing,
    choosing,
    clearing,
    colouring,
    deleting,
    moved,
    next_thickness,
    redoing,
    thickening,
    undoing,
    with_tool,
)
from studio.viewmodels.steps import Steps
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from studio.domain.reference import Reference
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.drawings import Drawings
    from studio.viewmodels.full_picture import FullPicture
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.viewer import ViewerViewModel

translate = QCoreApplication.translate


class MarkupViewModel(QObject):
    """Owns MarkupState. `used` when the composer has got the marks: it is time to write what they mean."""

    state_changed = Signal()
    used = Signal()

    def __init__(
        self,
        *,
        viewer: ViewerViewModel,
        drawings: Drawings,
        composer: ComposerViewModel,
        bridge: Bridge,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._composer = composer
        self._bridge = bridge
        self._tasks = tasks
        self._state = MarkupState()
        self._steps: dict[str, Steps[tuple[Mark, ...]]] = {}
        self._early: list[Mark] = []
        self._preparing = ""
        self.drawn_on = DrawnOn(ViewerMode.MARK_UP, viewer=viewer, drawings=drawings)
        self.drawn_on.changed.connect(self._follow)
        composer.state_changed.connect(self._follow_composer)

    @property
    def state(self) -> MarkupState:
        """The state now."""
        return self._state

    @property
    def families(self) -> tuple[str, ...]:
        """The fonts of letters on pictures: those of the window."""
        return tuple(QGuiApplication.font().families())

    # Drawing

    def choose_tool(self, tool: MarkTool) -> None:
        """Draw with this."""
        self._change(with_tool(self._state, tool))

    def choose(self, number: int | None) -> None:
        """Select a mark."""
        self._change(choosing(self._state, number))

    def choose_next(self, by: int) -> bool:
        """Select the mark after the one that is, or before it; False behind the last one."""
        state = self._state
        if by > 0:
            number = 0 if state.chosen is None else state.chosen + 1
        else:
            number = len(state.marks) - 1 if state.chosen is None else state.chosen - 1
        self.choose(number)
        return self._state.chosen is not None

    def add(self, mark: Mark) -> None:
        """Draw this, as soon as it is known what was drawn before."""
        if self._state.ready:
            self._change(adding(self._state, mark))
        else:
            self._early.append(mark)

    def write(self, text: str, place: Place) -> None:
        """Write this there; nothing where there are no words."""
        words = text.strip()
        if words:
            size = self._state.size_of(MarkKind.TEXT)
            self.add(Mark(MarkKind.TEXT, (place,), self._state.colour, size, words))

    def rewrite(self, text: str) -> None:
        """Let the selected mark say this; with no words left it goes."""
        words, mark = text.strip(), self._state.mark
        if mark is not None:
            self._change(changing(self._state, replace(mark, text=words)) if words else deleting(self._state))

    def change(self, mark: Mark) -> None:
        """Let the selected mark be this one."""
        self._change(changing(self._state, mark))

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected mark by these fractions of the picture; nudges in a row are one step."""
        if mark := self._state.mark:
            self._change(changing(self._state, moved(mark, dx, dy), same="nudge"))

    def delete(self) -> None:
        """Take the selected mark away."""
        self._change(deleting(self._state))

    def clear(self) -> None:
        """Take all away."""
        self._change(clearing(self._state))

    def choose_colour(self, colour: str) -> None:
        """Of the selected mark, and of the next."""
        self._change(colouring(self._state, colour))

    def choose_thickness(self, thickness: float) -> None:
        """Of the selected mark, and of the next."""
        self._change(thickening(self._state, thickness))

    def thicken(self, by: int) -> None:
        """So many steps thicker, or thinner."""
        self.choose_thickness(next_thickness(self._state.thickness, by))

    def undo(self) -> None:
        """Take the last step back."""
        self._change(undoing(self._state))

    def redo(self) -> None:
        """Do it once more."""
        self._change(redoing(self._state))

    # As an instruction

    def use(self) -> None:
        """Have the composer continue this version with these marks."""
        version, picture, marks = self.drawn_on.version, self.drawn_on.picture, self._state.marks
        if version is None or picture is None or not marks or self._preparing:
            return
        families = self.families

        async def prepare() -> None:
            try:
                reference = await self._paint(picture, marks, families)
                self._composer.take_markup(version, Markup(marks, reference))
                self.used.emit()
            finally:
                self._preparing = ""
                self._follow_composer()

        self._preparing = version.id
        self._follow_composer()
        self._tasks.start(prepare)

    def stop_using(self) -> None:
        """Continue the version without them; they stay as they are."""
        if self.drawn_on.version is not None:
            self._composer.take_markup(self.drawn_on.version, None)
            self._follow_composer()

    async def _paint(
        self, picture: FullPicture, marks: tuple[Mark, ...], families: tuple[str, ...]
    ) -> Reference:
        import asyncio  # not loaded before the first paint

        from studio.library.references import MOST_BYTES
        from studio.viewmodels.marked_picture import jpeg_of, marked_picture

        def make() -> bytes:
            return jpeg_of(marked_picture(picture, marks, families), most_bytes=MOST_BYTES)

        data = await asyncio.to_thread(make)
        name = translate("markup", "Marked picture")
        return await self._bridge.ask(lambda studio: studio.library.add_reference_bytes(data, name=name))

    # Following

    def _follow(self) -> None:
        """Another version is drawn on, or more is known of it."""
        version, drawing = self.drawn_on.version, self.drawn_on.drawing
        if version is None:
            return
        state = self._state
        if version.id != state.id:
            if state.ready:
                self._steps[state.id] = state.steps
            self._early = []
            state = replace(state, id=version.id, ready=False, steps=Steps(()), chosen=None)
        if not state.ready and drawing is not None:
            known = self._steps.get(version.id)
            state = replace(state, ready=True, steps=known or Steps(drawing.marks))
        can_use, is_unreadable = self.drawn_on.picture is not None, self.drawn_on.is_unreadable
        self._show(replace(state, can_use=can_use, is_unreadable=is_unreadable))
        while state.ready and self._early:
            self.add(self._early.pop(0))

    def _follow_composer(self) -> None:
        self._show(self._state)

    def _change(self, state: MarkupState) -> None:
        if state.marks != self._state.marks:
            self.drawn_on.keep_marks(state.marks)
        self._show(state)

    def _show(self, state: MarkupState) -> None:
        state = replace(state, use=self._use(state))
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _use(self, state: MarkupState) -> Use:
        if self._preparing and self._preparing == state.id:
            return Use.PREPARING
        recipe = self._composer.recipe
        if not state.id or recipe.parent != state.id or recipe.markup is None:
            return Use.NOT_USED
        return Use.USED if recipe.markup.marks == state.marks else Use.OUTDATED
