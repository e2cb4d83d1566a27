"""Details: the recipe, the charge and the past of what is chosen."""

from studio.ui.details.panel import DetailsPanel

__all__ = ["DetailsPanel"]
