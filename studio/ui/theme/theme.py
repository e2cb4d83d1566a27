"""The theme in use: resolves System, Light and Dark, and dresses the application."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from studio.ui.theme.fonts import interface_font
from studio.ui.theme.palette import palette
from studio.ui.theme.stylesheet import style_sheet
from studio.ui.theme.tokens import Tokens, read_tokens

if TYPE_CHECKING:
    from pathlib import Path

    from studio.ui.theme.icons import Icons


class ThemePreference(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Tokens, icons and fonts of the moment. Widgets that paint take it, and repaint on `changed`."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        resources: "Path",
        *,
        preference: ThemePreference = ThemePreference.SYSTEM,
    ) -> None:
        """`resources` is the folder that holds `themes/` and `icons/`; the application is dressed at once.

        The style sheet lies over Fusion, with which the application is made.
        """
        super().__init__()
        self._application = application
        self._resources = resources
        self._preference = preference
        self._system_font = QFont(application.font())
        self._ask_for_scheme()
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def preference(self) -> ThemePreference:
        return self._preference

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def icons(self) -> "Icons":
        from studio.ui.theme.icons import Icons  # the first paint does without

        if self._icons is None:
            self._icons = Icons(self._resources / "icons", self._tokens.colours)
        return self._icons

    @property
    def reduced_motion(self) -> bool:
        """Whether the platform asks for no animations (its widget animations are off)."""
        from PySide6.QtWidgets import QStyle  # the first paint does without

        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._application.style().styleHint(duration) == 0

    @property
    def motion_ms(self) -> int:
        """How long a movement may take, in milliseconds; 0 for none."""
        return 0 if self.reduced_motion else 120

    def colour(self, role: str) -> QColor:
        """The colour with this name among the fields of Colours."""
        return QColor(getattr(self._tokens.colours, role))

    def font(self, *, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface font at `size` px."""
        font = QFont(self._font)
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    def set_preference(self, preference: ThemePreference) -> None:
        if preference is self._preference:
            return
        self._preference = preference
        self._ask_for_scheme()
        self._redress()

    def _ask_for_scheme(self) -> None:
        """Tell the platform too, so that title bars and file dialogs follow."""
        hints = self._application.styleHints()
        match self._preference:
            case ThemePreference.SYSTEM:
                hints.unsetColorScheme()
            case ThemePreference.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case ThemePreference.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)

    def _is_dark(self) -> bool:
        """Dark where the system doesn't say."""
        if self._preference is ThemePreference.SYSTEM:
            return self._application.styleHints().colorScheme() != Qt.ColorScheme.Light
        return self._preference is ThemePreference.DARK

    def _follow_system(self) -> None:
        if self._preference is ThemePreference.SYSTEM:
            self._redress()

    def _redress(self) -> None:
        if self._is_dark() == self._tokens.dark:
            return
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        themes = self._resources / "themes"
        self._tokens = read_tokens(themes, dark=self._is_dark())
        self._icons: Icons | None = None
        self._font = interface_font(self._system_font, self._tokens.sizes.text)
        self._application.setFont(self._font)
        self._application.setPalette(palette(self._tokens.colours))
        self._application.setStyleSheet(style_sheet(themes / "proofroom.qss", self._tokens))
