"""The gallery: every version, newest first, and the jobs that will be versions.

It loads nothing by itself: where a tile stands is known before there is a widget.
"""
