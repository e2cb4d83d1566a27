"""A picture decoded once, for every size that is made of it: upright, RGB, with nothing but its pixels."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from studio.domain.errors import FileUnwritable, NotAPicture, PictureTooLarge, UnreadableFile
from studio.domain.export import Profile
from studio.domain.export_report import Note
from studio.domain.geometry import PixelSize
from studio.domain.pictures import EXTENSIONS, HEAD_BYTES, sniff

if TYPE_CHECKING:
    import pyvips

MOST_PIXELS = 250_000_000
"""Of a picture that comes in or goes out: what is encoded must fit into memory."""

LIMIT = f"{MOST_PIXELS // 1_000_000} MP"

PROFILE = "icc-profile-data"
_IN_MEMORY = 100_000_000
"""Bytes of pixels; more lies in a temporary file."""

_DOTS_PER_MM = 72 / 25.4
_AS_GOOD_AS_SAME = 2
"""Levels of 255 that a profile may move a colour by and still be taken for sRGB."""

_RGB_PROFILE = b"RGB "
"""At byte 16 (ICC.1, section 7.2.6)."""

_ANIMATED_PNG = b"acTL"
_EARLY = 65_536
"""Bytes. An animated PNG says so before its first pixels."""


class Picture:
    """`image` has three channels, or four with transparency, of 8 or 16 bits, and carries a profile."""

    def __init__(self, name: str, image: pyvips.Image, notes: frozenset[Note]) -> None:
        self.name = name
        self.image = image
        self.notes = notes

    @property
    def size(self) -> PixelSize:
        """As it is seen: upright."""
        return PixelSize(self.image.width, self.image.height)


def decoded(path: Path, profile: Profile = Profile.CONVERT) -> Picture:
    """For a thread; raises UnreadableFile, NotAPicture, PictureTooLarge.

    With CONVERT its colours are sRGB. KEEP leaves those alone that have a profile for RGB; others, such as
    those of print, become sRGB all the same.
    """
    import pyvips

    pyvips.cache_set_max(0)
    # What it warns of while a picture breaks off, line after line, is raised as an error in the end.
    logging.getLogger("pyvips").setLevel(logging.CRITICAL)
    notes = _notes(path)
    try:
        opened = pyvips.Image.new_from_file(str(path), fail_on="error")
        if opened.width * opened.height > MOST_PIXELS:
            raise PictureTooLarge(path.name, LIMIT)
        image = _held(_without_opaque_alpha(_coloured(opened.autorot(), profile)))
    except pyvips.Error as error:
        raise _damaged_or_no_room(path) from error
    if image.format == "ushort":
        notes |= {Note.EIGHT_BITS}
    return Picture(path.name, image, notes)


def _notes(path: Path) -> frozenset[Note]:
    """Raises UnreadableFile, and NotAPicture for what no version is: libvips would open much else."""
    try:
        with path.open("rb") as file:
            head = file.read(_EARLY)
    except OSError as error:
        raise UnreadableFile(path.name) from error
    mime = sniff(head[:HEAD_BYTES])
    if mime not in EXTENSIONS:
        raise NotAPicture(path.name)
    moves = _ANIMATED_PNG in head if mime == "image/png" else mime == "image/webp" and b"ANIM" in head[:64]
    return frozenset({Note.FIRST_FRAME} if moves else ())


def _coloured(image: pyvips.Image, profile: Profile) -> pyvips.Image:
    """In three channels and what is transparent, with the profile they are meant in."""
    embedded = _profile_of(image)
    if image.interpretation == "cmyk":
        seen = image.icc_transform("srgb", embedded=True, input_profile="cmyk")
        return _plain(seen, _srgb())
    if image.bands < 3 or embedded is None:
        return _plain(_of_three(image), _srgb())
    if embedded[16:20] != _RGB_PROFILE or moves_nothing(embedded):
        return _plain(image, _srgb())
    if profile is Profile.KEEP:
        return _plain(image, embedded)
    return _plain(_in_srgb(image), _srgb())


def _in_srgb(image: pyvips.Image) -> pyvips.Image:
    return image.icc_transform(
        "srgb",
        embedded=True,
        input_profile="srgb",
        intent="relative",
        black_point_compensation=True,
        depth=16 if image.format == "ushort" else 8,
    )


def moves_nothing(profile: bytes) -> bool:
    """Whether colours look the same without the profile: tried on some of them all over the place."""
    import pyvips

    levels = range(0, 256, 51)
    every = bytes(level for r in levels for g in levels for b in levels for level in (r, g, b))
    sample = pyvips.Image.new_from_memory(every, 36, 6, 3, "uchar").copy(interpretation="srgb")
    try:
        converted = _in_srgb(_plain(sample, profile))
    except pyvips.Error:
        return True
    return cast(float, (converted - sample).abs().max()) <= _AS_GOOD_AS_SAME


def _of_three(image: pyvips.Image) -> pyvips.Image:
    """A grey picture has one number for each pixel, and its profile is none of colours."""
    if image.bands >= 3:
        return image
    grey = image.copy()
    return grey[0].bandjoin([grey[0], *grey.bandsplit()])


def _plain(image: pyvips.Image, profile: bytes) -> pyvips.Image:
    """Nothing beside the pixels but the profile, at 72 dots an inch; what isn't 8 or 16 bits becomes 8."""
    import pyvips

    bits = image if image.format in {"uchar", "ushort"} else image.cast("uchar")
    plain = bits.copy(
        interpretation="rgb16" if bits.format == "ushort" else "srgb", xres=_DOTS_PER_MM, yres=_DOTS_PER_MM
    )
    for field in plain.get_fields():
        # Those of the picture itself, such as its width, stay.
        plain.remove(field)
    plain.set_type(pyvips.GValue.blob_type, PROFILE, cast(Any, profile))
    return plain


def _without_opaque_alpha(image: pyvips.Image) -> pyvips.Image:
    if not image.hasalpha():
        return image
    held = _held(image)
    full = 65_535 if held.format == "ushort" else 255
    return held[:3] if cast(float, held[held.bands - 1].min()) == full else held


def _held(image: pyvips.Image) -> pyvips.Image:
    """Its pixels computed, once."""
    import pyvips

    depth = 2 if image.format == "ushort" else 1
    if image.width * image.height * image.bands * depth <= _IN_MEMORY:
        return image.copy_memory()
    aside = pyvips.Image.new_temp_file("%s.v")
    image.write(aside)
    return aside


def _damaged_or_no_room(path: Path) -> NotAPicture | FileUnwritable:
    aside = Path(tempfile.gettempdir())
    try:
        free = shutil.disk_usage(aside).free
    except OSError:
        free = 0
    # Only a disk that is full has less.
    return NotAPicture(path.name) if free > 1 << 20 else FileUnwritable(aside, "No space left on device")


def _profile_of(image: pyvips.Image) -> bytes | None:
    return cast(bytes, image.get(PROFILE)) if image.get_typeof(PROFILE) else None


def _srgb() -> bytes:
    import pyvips

    return pyvips.Image.profile_load("srgb")
