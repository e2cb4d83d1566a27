"""How pictures are shown in the viewer, whichever they are."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from studio.viewmodels.viewer_state import Background, LookState, ViewerMode, ZoomStep


class ViewerLook(QObject):
    """`zoom_asked` carries a ZoomStep for whoever shows the picture, `colour_copied` a colour, "#rrggbb"."""

    state_changed = Signal()
    zoom_asked = Signal(object)
    colour_copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = LookState()

    @property
    def state(self) -> LookState:
        """The state now."""
        return self._state

    def set_mode(self, mode: ViewerMode) -> None:
        """Do this with the picture; what only goes with looking ends."""
        looks = mode is ViewerMode.LOOK
        state = replace(self._state, mode=mode)
        self._change(state if looks else replace(state, plays=False, picks_colour=False, turned=0))

    def zoom(self, step: ZoomStep) -> None:
        """Ask whoever shows the picture for this."""
        self.zoom_asked.emit(step)

    def turn(self) -> None:
        """Turn what is shown to the right; the file stays as it is."""
        self._change(replace(self._state, turned=(self._state.turned + 1) % 4, mode=ViewerMode.LOOK))

    def stand_upright(self) -> None:
        """Another picture isn't turned."""
        self._change(replace(self._state, turned=0))

    def set_background(self, background: Background) -> None:
        """Lay this behind the picture."""
        self._change(replace(self._state, background=background))

    def next_background(self) -> None:
        """Lay the next of them behind it."""
        every = tuple(Background)
        self.set_background(every[(every.index(self._state.background) + 1) % len(every)])

    def show_info(self, *, shows: bool) -> None:
        """Lay what is known of the picture over it, or take it away."""
        self._change(replace(self._state, shows_info=shows))

    def pick_colour(self, *, picks: bool) -> None:
        """Tell the colour under the cursor; a click copies it."""
        mode = ViewerMode.LOOK if picks else self._state.mode
        self._change(replace(self._state, picks_colour=picks, mode=mode))

    def copy_colour(self, colour: str) -> None:
        """Put it on the clipboard, as "#rrggbb"."""
        QGuiApplication.clipboard().setText(colour)
        self.colour_copied.emit(colour)

    def stand_alone(self, *, alone: bool) -> None:
        """Nothing but the picture on the screen."""
        self._change(replace(self._state, is_alone=alone, plays=self._state.plays and alone))

    def show_window(self, *, shows: bool) -> None:
        """Show the picture in a window of its own too, or no longer."""
        self._change(replace(self._state, has_window=shows))

    def play(self, *, plays: bool) -> None:
        """Go on from picture to picture by itself, alone on the screen."""
        mode = ViewerMode.LOOK if plays else self._state.mode
        self._change(replace(self._state, plays=plays, is_alone=self._state.is_alone or plays, mode=mode))

    def set_interval(self, seconds: int) -> None:
        """Let each picture of a slideshow stand so long."""
        self._change(replace(self._state, interval=seconds))

    def set_random(self, *, is_random: bool) -> None:
        """Show them in no order."""
        self._change(replace(self._state, is_random=is_random))

    def step_back(self) -> bool:
        """One step out of what was gone into; False where there is none to take."""
        state = self._state
        if state.mode is not ViewerMode.LOOK:
            self.set_mode(ViewerMode.LOOK)
        elif state.plays:
            self.play(plays=False)
        elif state.picks_colour:
            self.pick_colour(picks=False)
        elif state.is_alone:
            self.stand_alone(alone=False)
        else:
            return False
        return True

    def leave(self) -> None:
        """The viewer closes: what only holds while it is open is over."""
        left = replace(self._state, plays=False, is_alone=False, picks_colour=False, mode=ViewerMode.LOOK)
        self._change(left)

    def _change(self, state: LookState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
