"""Cropping what the viewer shows."""
