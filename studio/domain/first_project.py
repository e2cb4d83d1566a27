"""What the first project is called. Alone: the settings are read before the first paint."""

FIRST_PROJECT = "Sketches"
"""The project that pictures go to until the person makes others."""
