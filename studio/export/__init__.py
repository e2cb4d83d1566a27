"""Pictures leave the library: copies in other formats and places. Pillow does the converting."""
