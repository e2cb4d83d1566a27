"""Which whole pictures the viewer wants: the one that is shown, then those beside it or ahead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.full_picture import FullPicture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studio.domain.version import Version
    from studio.viewmodels.full_picture import Trouble
    from studio.viewmodels.full_pictures import FullPictures


class ViewerPictures:
    """`beside` are versions that are seen beside what is shown: while there are any, nothing is read ahead.

    `ahead` gives those that may be looked at next, the likeliest first.
    """

    def __init__(self, pictures: FullPictures, *, ahead: Callable[[], Iterable[Version]]) -> None:
        self._pictures = pictures
        self._ahead = ahead
        self.are_wanted = False
        self.beside: tuple[Version, ...] = ()

    def found(self, version: Version) -> FullPicture | Trouble | None:
        """The picture, why there is none, or None while it isn't there."""
        return self._pictures.get(version)

    def whole(self, version: Version) -> FullPicture | None:
        """The picture, when it is there."""
        found = self.found(version)
        return found if isinstance(found, FullPicture) else None

    def look_at(self, version: Version) -> None:
        """Bring the picture of this one, then those of the others."""
        self.are_wanted = True
        if self.beside:
            self._pictures.look_at_all((version, *(one for one in self.beside if one.id != version.id)))
        else:
            self._pictures.look_at(version, tuple(self._ahead()))

    def forget(self, version: Version) -> None:
        """Its file changed, or was found."""
        self._pictures.forget(version)

    def rest(self) -> None:
        """Nothing is looked at: the memory is given back."""
        if self.are_wanted:
            self.are_wanted = False
            self._pictures.rest()
