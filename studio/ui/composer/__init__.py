"""The left side of the window: what to make, and the button that spends."""

from studio.ui.composer.panel import ComposerPanel

__all__ = ["ComposerPanel"]
