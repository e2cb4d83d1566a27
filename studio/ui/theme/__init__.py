"""Tokens, palette, style sheet, icons and fonts."""

from studio.ui.theme.theme import Theme, ThemePreference
from studio.ui.theme.tokens import Colours, Sizes, Tokens, read_tokens

__all__ = ["Colours", "Sizes", "Theme", "ThemePreference", "Tokens", "read_tokens"]
