"""The command palette over the window."""

from studio.ui.palette.palette import Palette

__all__ = ["Palette"]
