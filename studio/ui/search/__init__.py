"""Finding: the field and what it offers, the filters and the order over the gallery."""

from studio.ui.search.chips import FilterRow, QuickChips
from studio.ui.search.field import GallerySearch
from studio.ui.search.sort_button import SortButton

__all__ = ["FilterRow", "GallerySearch", "QuickChips", "SortButton"]
