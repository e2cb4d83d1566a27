"""Linked files: a file outside the library that holds one version of a tree, and follows which one is picked.

A link stands for the tree in which its version stands: trees have no name of their own that would outlive a
rebuilt index.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.errors import StudioError
from studio.domain.export import Encoding, Format, Inside
from studio.domain.export_errors import NoFormatForName
from studio.domain.export_sizes import SizeRule

if TYPE_CHECKING:
    from collections.abc import Set

    from studio.domain.export import Preset

MOST_EARLIER = 50
"""Versions that a link goes back to, one after the other, when picks are taken back."""

_ENCODING, _WHOLE, _INSIDE = Encoding(), SizeRule(), Inside(recipe=False)
_ENDINGS = {"jpeg": Format.JPEG, "tiff": Format.TIFF} | {
    format_.ending: format_ for format_ in Format if format_.ending
}


@dataclass(frozen=True, slots=True)
class LinkForm:
    """How a version becomes the linked file. ORIGINAL bytes are copied where they are of the file's type.

    As with other files of apps, the recipe stays out of it unless a preset says otherwise.
    """

    encoding: Encoding = _ENCODING
    size: SizeRule = _WHOLE
    inside: Inside = _INSIDE

    def is_usable(self) -> bool:
        """Whether its numbers are in their ranges."""
        return self.encoding.is_usable() and self.size.is_usable()


@dataclass(frozen=True, slots=True)
class Link:
    """`target` is absolute, and nothing but this one file is ever written for it.

    It is to hold `version`, and holds `written`, empty before the first time. `hashes` are SHA-256 of what
    may lie there by our own hand: what was written last, and what was about to be when the machine stopped.
    `earlier` are versions it was to hold before, the last at the end.
    """

    target: Path
    version: str
    form: LinkForm = LinkForm()
    written: str = ""
    hashes: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()

    @property
    def is_behind(self) -> bool:
        """Whether the file holds another version than it is to hold."""
        return self.version != self.written

    def wishing(self, version: str) -> Link:
        """The same, to hold this version from now on."""
        if version == self.version:
            return self
        return replace(self, version=version, earlier=(*self.earlier, self.version)[-MOST_EARLIER:])

    def taking_back(self) -> Link:
        """The same, to hold again what it held before; unchanged where there was nothing before."""
        if not self.earlier:
            return self
        return replace(self, version=self.earlier[-1], earlier=self.earlier[:-1])


@dataclass(frozen=True, slots=True)
class Picks:
    """What was picked, and what isn't picked any more, by one deed."""

    picked: frozenset[str]
    dropped: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.picked or self.dropped)

    def followed_by(self, link: Link, tree: Set[str]) -> Link:
        """What becomes of the link of this tree. Several of it that were picked at once say nothing."""
        picked = self.picked & tree
        if link.version in self.dropped and picked <= set(link.earlier[-1:]):
            return link.taking_back()
        return link.wishing(next(iter(picked))) if len(picked) == 1 else link


@dataclass(frozen=True, slots=True)
class LinkStanding:
    """A link, and what keeps its file from being what it should; `label` names the version in the file, such
    as "v3", empty where there is none.
    """

    link: Link
    label: str = ""
    problem: StudioError | None = None


def form_for(target: Path, preset: Preset | None = None) -> LinkForm:
    """As the preset says, in its first size, else as the file's ending does.

    Raises NoFormatForName where the ending isn't that of a picture, or not the preset's.
    """
    ending = target.suffix.lower().removeprefix(".")
    format_ = _ENDINGS.get(ending)
    if format_ is None:
        raise NoFormatForName(target.name)
    if preset is None:
        return LinkForm(Encoding(format_))
    if preset.encoding.format is not Format.ORIGINAL and preset.encoding.format is not format_:
        raise NoFormatForName(target.name, preset.encoding.format.ending)
    size = preset.sizes[0] if preset.sizes else _WHOLE
    return LinkForm(preset.encoding, size, preset.inside)


def format_of(target: Path) -> Format | None:
    """What a file of this name is, by its ending."""
    return _ENDINGS.get(target.suffix.lower().removeprefix("."))
