"""The gallery: every version, newest first, and the jobs that will be versions."""

from studio.ui.gallery.panel import GalleryPanel

__all__ = ["GalleryPanel"]
