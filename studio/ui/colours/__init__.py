"""The palette of a version."""
