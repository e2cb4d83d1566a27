"""Rulers, guides and the grid over a picture."""
