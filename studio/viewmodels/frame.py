"""The picture that the viewer shows, on the screen of a device."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.crop import Cut, Lock, LockKind
from studio.domain.device_body import body_of, focus_after
from studio.domain.export_sizes import Focus, part_of_ratio
from studio.domain.geometry import PixelSize
from studio.settings.devices import devices
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from studio.domain.device_body import Body
    from studio.domain.devices import Device
    from studio.viewmodels.crop import CropViewModel
    from studio.viewmodels.viewer import ViewerViewModel

MIDDLE, NOTHING = Focus(), PixelSize(1, 1)


@dataclass(frozen=True, slots=True)
class FrameState:
    """`id` is the version's, empty while none is shown; `focus` stays in sight where the picture `fills` the
    screen. `lies` while a phone or tablet does. `is_light` is its body; `shows_safe` marks what the system
    leaves to a program.
    """

    device: Device
    id: str = ""
    picture: PixelSize = NOTHING
    focus: Focus = MIDDLE
    lies: bool = False
    fills: bool = True
    is_light: bool = False
    shows_safe: bool = False

    @property
    def seen(self) -> Device:
        """The device as it is held."""
        return self.device.turned() if self.is_turned else self.device

    @property
    def is_turned(self) -> bool:
        """Whether it is held the other way round than its numbers say."""
        return self.lies and self.device.kind.can_turn

    @property
    def body(self) -> Body:
        """What is drawn around its screen, as it is held."""
        body = body_of(self.device)
        return body.turned() if self.is_turned else body

    @property
    def cut(self) -> Cut:
        """The crop that gives this screen its pixels."""
        screen = self.seen.pixels
        lock = Lock(LockKind.SCREEN, screen.width, screen.height, self.device.name)
        return Cut(part_of_ratio(self.picture, screen, self.focus), lock)


class FrameViewModel(QObject):
    """Owns FrameState. What is chosen holds for every picture, but for where each lies on the screen.
    `scale_asked` carries how many of the screen's pixels are to take one point of this computer's screen.
    """

    state_changed = Signal()
    scale_asked = Signal(int)

    def __init__(self, *, viewer: ViewerViewModel, crop: CropViewModel) -> None:
        super().__init__()
        self._viewer = viewer
        self._crop = crop
        self._state: FrameState | None = None
        self._kept: dict[str, Focus] = {}
        viewer.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)

    @property
    def state(self) -> FrameState:
        """The state now. The devices are read when it is first asked for."""
        if self._state is None:
            self._state = FrameState(devices()[0])
        return self._state

    def choose(self, device: Device) -> None:
        """Show it on this one."""
        self._change(replace(self.state, device=device))

    def next_device(self) -> None:
        """Show it on the one after this, and after the last on the first."""
        every = devices()
        self.choose(every[(every.index(self.state.device) + 1) % len(every)])

    def turn(self) -> None:
        """Hold it upright or lying."""
        self._change(replace(self.state, lies=not self.state.lies))

    def fill(self, *, fills: bool) -> None:
        """Fill the screen, or show all of the picture."""
        self._change(replace(self.state, fills=fills))

    def lighten(self, *, is_light: bool) -> None:
        """A light body, or a dark one."""
        self._change(replace(self.state, is_light=is_light))

    def show_safe(self, *, shows: bool) -> None:
        """Mark what the system leaves to a program, or don't."""
        self._change(replace(self.state, shows_safe=shows))

    def drag(self, dx: float, dy: float) -> None:
        """Move the picture by so many of the screen's pixels, where it fills the screen."""
        state = self.state
        if state.fills and state.id:
            focus = focus_after(state.focus, state.picture, state.seen.pixels, dx, dy)
            self._kept[state.id] = focus
            self._change(replace(state, focus=focus))

    def show_at(self, scale: int) -> None:
        """Show so many of the screen's pixels for each point of this computer's."""
        self.scale_asked.emit(scale)

    def crop(self) -> None:
        """Crop the picture to the screen's exact size."""
        if self.state.id:
            self._crop.open_with(self.state.cut)

    def _follow(self) -> None:
        version = self._viewer.state.version
        if version is None or self._viewer.look.state.mode is not ViewerMode.FRAME:
            return
        known = self._viewer.picture or version
        focus = self._kept.get(version.id) or self._crop.focus_of(version.id) or MIDDLE
        size = PixelSize(known.width, known.height)
        self._change(replace(self.state, id=version.id, picture=size, focus=focus))

    def _change(self, state: FrameState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
