"""Arithmetic on pixels: masks, alignment, compositing. Without Qt, in numpy and libvips."""
