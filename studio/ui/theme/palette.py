"""Tokens into the Qt palette, for everything the style sheet leaves to Fusion."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from studio.ui.theme.tokens import Colours

Role = QPalette.ColorRole


def palette(colours: "Colours") -> QPalette:
    result = QPalette()
    for role, colour in _active(colours).items():
        result.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return result


def _active(colours: "Colours") -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: colours.background,
        Role.WindowText: colours.text,
        Role.Base: colours.background,
        Role.AlternateBase: colours.panel,
        Role.Text: colours.text,
        Role.PlaceholderText: colours.faint,
        Role.Button: colours.raised,
        Role.ButtonText: colours.text,
        Role.BrightText: colours.bad,
        Role.ToolTipBase: colours.raised,
        Role.ToolTipText: colours.text,
        Role.Highlight: colours.selection,
        Role.HighlightedText: colours.text,
        Role.Accent: colours.accent,
        Role.Link: colours.info,
        Role.LinkVisited: colours.info,
        Role.Light: colours.hover,
        Role.Midlight: colours.raised,
        Role.Mid: colours.line,
        Role.Dark: colours.line,
        Role.Shadow: colours.background,
    }
