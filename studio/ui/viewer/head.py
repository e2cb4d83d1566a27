"""The line over the picture: back, how large, which of how many, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from studio.ui.actions import add_to_menu
from studio.ui.kit import Button, ButtonKind, Chip, IconButton, Words
from studio.ui.viewer.mode_chip import ModeChip
from studio.viewmodels.compare_actions import COMPARE_MENU
from studio.viewmodels.compare_state import COMPARING
from studio.viewmodels.guide_actions import GRID, GUIDED, GUIDES, RULERS
from studio.viewmodels.viewer_actions import ALONE, INFO, PICKER, PLAY, TURN, WINDOW
from studio.viewmodels.viewer_state import INTERVALS, Background, ViewerMode, ZoomStep
from studio.viewmodels.viewer_words import background_words, percent_words, position_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme
    from studio.ui.viewer.canvas import Canvas
    from studio.ui.viewer.modes import ModePage
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.viewer import ViewerViewModel


class Yielding(Protocol):
    """Makes room, or takes it back."""

    def __call__(self, *, gives_way: bool) -> None: ...


class ViewerHead(QWidget):
    """`export_pressed` and `copy_pressed` for the picture that is shown."""

    copy_pressed = Signal()
    export_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        viewer: ViewerViewModel,
        canvas: Canvas,
        actions: Actions,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._viewer = viewer
        self._zoomed: Canvas | ModePage = canvas
        self._modes: dict[ViewerMode, ModeChip] = {}
        self._actions = actions
        self._back_words = self.tr("Gallery")
        self.back = Button(theme, self._back_words, kind=ButtonKind.QUIET, icon="arrow-left")
        self.back.setAccessibleName(self.tr("Back to the gallery"))
        self.fit = Chip(self.tr("Fit"))
        self.whole = Chip(self.tr("100%"))
        self._percent = Words(role="caption")
        # It changes with every notch of the wheel, and nothing else should move for it.
        self._percent.setMinimumWidth(44)
        self._position = Words(role="caption")
        self.info = IconButton(theme, "info", name=self.tr("Info"))
        self.alone = IconButton(theme, "maximize", name=self.tr("Full screen"))
        self.more = IconButton(theme, "ellipsis", name=self.tr("More"))
        self.copy = Button(theme, self.tr("Copy"), hint=self.tr("Copy picture"))
        self.export = Button(theme, self.tr("Export…"))
        self.info.setCheckable(True)
        self._yielding = self._make_yielding()
        self._stood: object = None
        self._lay_out()
        self._listen()
        self._follow()

    def lead_back_to(self, *, tree: bool, ledger: bool) -> None:
        """Say where the way back leads: to the tree, to the ledger, or to the gallery."""
        words, name = self.tr("Gallery"), self.tr("Back to the gallery")
        if tree:
            words, name = self.tr("Tree"), self.tr("Back to the tree")
        elif ledger:
            words, name = self.tr("Ledger"), self.tr("Back to the ledger")
        self._back_words = words
        self.back.setAccessibleName(name)
        self.back.setText(self._back_words if self.back.text() else "")

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 16, 7)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.fit)
        row.addWidget(self.whole)
        row.addWidget(self._percent)
        row.addStretch(1)
        row.addWidget(self._position)
        row.addSpacing(4)
        for button in (self.info, self.alone, self.more):
            row.addWidget(button)
        for button in (
            self.back,
            self.fit,
            self.whole,
            self.info,
            self.alone,
            self.more,
            self.copy,
            self.export,
        ):
            # A click leaves the arrow keys to the picture.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addSpacing(4)
        row.addWidget(self.copy)
        row.addWidget(self.export)

    def _listen(self) -> None:
        viewer = self._viewer
        self.back.clicked.connect(viewer.close)
        self.fit.clicked.connect(lambda: self._zoom(ZoomStep.FIT))
        self.whole.clicked.connect(lambda: self._zoom(ZoomStep.WHOLE))
        self.info.clicked.connect(lambda: viewer.look.show_info(shows=self.info.isChecked()))
        self.alone.clicked.connect(lambda: viewer.stand_alone(alone=True))
        self.more.clicked.connect(self._open_menu)
        self.copy.clicked.connect(self.copy_pressed)
        self.export.clicked.connect(self.export_pressed)
        self._zoomed.view_changed.connect(self._follow)
        viewer.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """However wide it is: what doesn't fit gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps what nothing else offers."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What stands elsewhere too gives way, one after the other, until the rest has room."""
        # By its width: another number of the same digits changes nothing.
        position = self._position.sizeHint().width()
        shown = (self._viewer.state.can_compare, len(self._modes), self._back_words)
        stands = (self.width(), position, *shown)
        if stands == self._stood:
            return
        self._stood = stands
        for step in self._yielding:
            step(gives_way=False)
        for step in self._yielding:
            if self._row.sizeHint().width() <= self.width():
                break
            step(gives_way=True)
        self._row.activate()

    def _make_yielding(self) -> tuple[Yielding, ...]:
        def hides(widget: QWidget) -> Yielding:
            def hide(*, gives_way: bool) -> None:
                widget.setVisible(not gives_way)

            return hide

        def narrows_chips(*, gives_way: bool) -> None:
            for chip in self._modes.values():
                chip.set_narrow(is_narrow=gives_way)

        def narrows_back(*, gives_way: bool) -> None:
            self.back.setText("" if gives_way else self._back_words)

        seen_first = (self._percent, self.alone, self.info, self._position)
        last = (hides(self.copy), narrows_back, hides(self.export), hides(self.whole))
        return (*map(hides, seen_first), narrows_chips, *last)

    def take_mode(self, mode: ViewerMode, words: str, icon: str) -> None:
        """Offer this mode, after those that are offered already; a press while it is on leads out of it."""
        chip = ModeChip(self._theme, words, icon)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look = self._viewer.look
        chip.clicked.connect(lambda: look.set_mode(mode if chip.isChecked() else ViewerMode.LOOK))
        self._row.insertWidget(self._row.indexOf(self._percent), chip)
        self._modes[mode] = chip
        self._follow()

    @property
    def chips(self) -> tuple[ModeChip, ...]:
        """Those of the modes."""
        return tuple(self._modes.values())

    def show_zoom_of(self, zoomed: Canvas | ModePage) -> None:
        """Say and choose the size of what stands there now."""
        self._zoomed.view_changed.disconnect(self._follow)
        self._zoomed = zoomed
        zoomed.view_changed.connect(self._follow)
        self._follow()

    def _zoom(self, step: ZoomStep) -> None:
        self._zoomed.take_step(step)
        # A chip that is pressed again stays as it is.
        self._follow()

    def _follow(self) -> None:
        view, state, mode = self._zoomed.view, self._viewer.state, self._viewer.look.state.mode
        self.fit.setChecked(view is not None and view.fits)
        self.whole.setChecked(view is not None and view.scale == 1.0)
        for chip in (self.fit, self.whole):
            chip.setEnabled(view is not None)
        self._percent.set_words(percent_words(view.scale) if view else "")
        for offered, chip in self._modes.items():
            chip.setChecked(offered is mode)
            chip.setVisible(offered not in COMPARING or state.can_compare)
        self._position.set_words(position_words(state))
        self.info.setChecked(self._viewer.look.state.shows_info)
        self.info.setEnabled(mode is ViewerMode.LOOK)
        for button in (self.copy, self.export):
            button.setEnabled(state.version is not None and state.trouble is None)
        self._fit()

    # The menu

    def _open_menu(self) -> None:
        menu = self.menu()
        below = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 4))
        menu.popup(below - QPoint(menu.sizeHint().width(), 0))

    def menu(self) -> QMenu:
        """What is needed less often."""
        menu = QMenu(self)
        compares = self._viewer.look.state.mode in COMPARING
        for action_id in COMPARE_MENU if compares else (INFO, PICKER, TURN):
            add_to_menu(menu, self._theme, self._actions, action_id)
        self._add_backgrounds(menu.addMenu(self._theme.icons.icon("contrast"), self.tr("Background")))
        if self._viewer.look.state.mode in GUIDED:
            for action_id in (GRID, RULERS, GUIDES):
                add_to_menu(menu, self._theme, self._actions, action_id)
        menu.addSeparator()
        for action_id in (PLAY, ALONE, WINDOW):
            add_to_menu(menu, self._theme, self._actions, action_id)
        self._add_slideshow(menu.addMenu(self._theme.icons.icon("clock"), self.tr("Slideshow")))
        return menu

    def _add_backgrounds(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for background in Background:
            action = menu.addAction(background_words(background))
            action.setCheckable(True)
            action.setChecked(self._viewer.look.state.background is background)
            action.triggered.connect(lambda *, chosen=background: self._viewer.look.set_background(chosen))
            group.addAction(action)

    def _add_slideshow(self, menu: QMenu) -> None:
        group, look = QActionGroup(menu), self._viewer.look
        for seconds in INTERVALS:
            action = menu.addAction(self.tr("{count} seconds").format(count=seconds))
            action.setCheckable(True)
            action.setChecked(look.state.interval == seconds)
            action.triggered.connect(lambda *, chosen=seconds: look.set_interval(chosen))
            group.addAction(action)
        menu.addSeparator()
        random = menu.addAction(self.tr("In random order"))
        random.setCheckable(True)
        random.setChecked(look.state.is_random)
        random.triggered.connect(lambda: look.set_random(is_random=not look.state.is_random))
