"""What leaves the library, and how: formats, sizes, layouts and what goes inside, together a preset.

A preset is a value: the window, the command line and files speak of the same one. Names come from its
template (`export_names`), sizes from its rules (`export_sizes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.domain.export_sizes import SizeRule


class Format(StrEnum):
    """The types of file that an export writes; ORIGINAL is the bytes as they came."""

    ORIGINAL = "original"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    AVIF = "avif"
    TIFF = "tiff"
    PDF = "pdf"
    ICO = "ico"
    ICNS = "icns"

    @property
    def ending(self) -> str:
        """Of the file's name, with no dot; empty for ORIGINAL, which keeps its own."""
        return {Format.ORIGINAL: "", Format.JPEG: "jpg", Format.TIFF: "tif"}.get(self, self.value)

    @property
    def label(self) -> str:
        """As people write it; a word only for ORIGINAL."""
        return {Format.ORIGINAL: "Original", Format.WEBP: "WebP"}.get(self, self.value.upper())

    @property
    def has_quality(self) -> bool:
        """Whether it can lose something to become smaller."""
        return self in {Format.JPEG, Format.WEBP, Format.AVIF, Format.PDF}

    @property
    def can_be_lossless(self) -> bool:
        """Whether it has both ways, and must be told."""
        return self in {Format.WEBP, Format.AVIF, Format.PDF}

    @property
    def keeps_transparency(self) -> bool:
        """What doesn't gets a white ground."""
        return self not in {Format.JPEG, Format.PDF}

    @property
    def takes_metadata(self) -> bool:
        """Whether there is a place in it for XMP."""
        return self not in {Format.ICO, Format.ICNS}

    @property
    def takes_texts(self) -> bool:
        """Whether there is a place in it for texts under a keyword."""
        return self is Format.PNG

    @property
    def longest_edge(self) -> int | None:
        """In pixels; icons are made smaller to it, others can't be written with a longer one."""
        return _LONGEST_EDGES.get(self)

    @property
    def is_icon(self) -> bool:
        """Whether one file holds several sizes, all of them squares."""
        return self in {Format.ICO, Format.ICNS}


_LONGEST_EDGES = {
    Format.JPEG: 65_500,
    Format.WEBP: 16_383,
    Format.AVIF: 16_384,
    Format.PDF: 65_500,
    Format.ICO: 256,
    Format.ICNS: 1024,
}


class Profile(StrEnum):
    """What becomes of a picture's colour profile."""

    CONVERT = "convert"
    """Its colours become sRGB, and the file says so."""

    KEEP = "keep"
    """It stays in the file, with the colours as they are. A picture without one is said to be sRGB."""


PALETTES = (256, 16, 4, 2)
"""How many colours a palette may have: what eight, four, two bits and one bit of a pixel tell apart."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How pixels become a file. What a format has no place for is ignored.

    `quality` is 1 to 100; `colours`, one of PALETTES, reduces a PNG to so many, None keeps all; `optimised`
    spends time on a smaller file with the same pixels; `opaque` puts white under what can be seen through.
    """

    format: Format = Format.PNG
    quality: int = 85
    lossless: bool = False
    colours: int | None = None
    optimised: bool = False
    opaque: bool = False
    profile: Profile = Profile.CONVERT

    def is_usable(self) -> bool:
        """Whether its numbers are in their ranges."""
        return 1 <= self.quality <= 100 and (self.colours is None or self.colours in PALETTES)


class Layout(StrEnum):
    """How an export's files lie in the chosen folder, and what is written beside them."""

    FLAT = "flat"
    ANDROID = "android"
    """Each size in the folder of its density."""

    IOS = "ios"
    """An `.imageset` for each picture, with its Contents.json."""

    WEB = "web"
    """The sizes of a `srcset`, with the HTML that shows them."""

    FAVICON = "favicon"
    """A folder for each picture: favicon.ico, the PNGs, a web manifest and the HTML for a page's head."""

    SOCIAL = "social"
    STORE = "store"

    @property
    def has_own_folder(self) -> bool:
        """Whether each picture's files lie in a folder of their own, which is numbered in their stead."""
        return self in {Layout.IOS, Layout.FAVICON}

    @property
    def takes_further_formats(self) -> bool:
        """Whether a size may lie there in several formats."""
        return self not in {Layout.IOS, Layout.ANDROID, Layout.FAVICON}

    def takes(self, format_: Format) -> bool:
        """Whether who reads the layout reads this format."""
        return self not in _TAKEN or format_ in _TAKEN[self]


_TAKEN = {
    Layout.ANDROID: {Format.PNG, Format.JPEG, Format.WEBP},
    Layout.IOS: {Format.PNG, Format.JPEG, Format.PDF},
    Layout.WEB: {Format.PNG, Format.JPEG, Format.WEBP, Format.AVIF},
    Layout.FAVICON: {Format.PNG},
    Layout.STORE: {Format.PNG, Format.JPEG},
}


@dataclass(frozen=True, slots=True)
class Inside:
    """What goes into the files beside the picture, and beside them.

    `strip` leaves no metadata of any kind, in an original's bytes too; else originals stay as they are.
    """

    recipe: bool = True
    marker: bool = True
    sidecar: bool = False
    strip: bool = False
    credit: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Embedded:
    """What an encoder writes into a file beside its pixels and their profile.

    `xmp` is a packet of UTF-8, `exif` a TIFF structure without "Exif\\0\\0" before it, `texts` a PNG's
    keywords (Latin-1, 1 to 79 characters) with their texts. A format without a place for one leaves it out.
    """

    xmp: bytes = b""
    exif: bytes = b""
    texts: tuple[tuple[str, str], ...] = ()


NOTHING = Embedded()


@dataclass(frozen=True, slots=True)
class Preset:
    """One way to export. Every size is written in `encoding`, and in the formats of `also` at its quality."""

    name: str
    encoding: Encoding = Encoding()
    sizes: tuple[SizeRule, ...] = (SizeRule(),)
    layout: Layout = Layout.FLAT
    template: str = "{project}-{version}{scale}"
    inside: Inside = Inside()
    contact_sheet: bool = False
    also: tuple[Format, ...] = ()
