"""PNG files: with all colours or a palette, small or quick to write, with texts in them.

Sources: PNG, W3C, section 11.3; XMP part 3, section 1.1.5.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, cast

from studio.domain.export import PALETTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyvips

    from studio.domain.export import Embedded, Encoding

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD_END = len(_SIGNATURE) + 25
"""Where the first chunk ends, IHDR, which always has 13 bytes."""

_XMP = "XML:com.adobe.xmp"
_USUAL, _HARDEST = 6, 9


def png(image: pyvips.Image, encoding: Encoding, embedded: Embedded) -> bytes:
    """The file's bytes; raises pyvips.Error.

    Optimised, it is the smallest of what libvips has several ways for: oxipng's are 5 to 9 % smaller still,
    but nobody looks after its Python package.
    """
    from pyvips.enums import ForeignKeep, ForeignPngFilter

    if encoding.colours is not None:
        made = _of_palette(image, encoding.colours, hardest=encoding.optimised)
    elif encoding.optimised:
        made = min(_candidates(image), key=len)
    else:
        made = image.pngsave_buffer(keep=ForeignKeep.ICC, compression=_USUAL, filter=ForeignPngFilter.ALL)
    return with_chunks(made, b"".join(_chunks(embedded)))


def with_chunks(data: bytes, chunks: bytes) -> bytes:
    """The file with more chunks, which stand before its pixels."""
    view = memoryview(data)
    return b"".join((view[:_HEAD_END], chunks, view[_HEAD_END:])) if chunks else data


def chunk(name: bytes, data: bytes) -> bytes:
    """A whole one: its length, name, data and sum."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


def chunks_of(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and data of each chunk of a file that is whole."""
    at = len(_SIGNATURE)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


def _chunks(embedded: Embedded) -> Iterator[bytes]:
    if embedded.xmp:
        yield chunk(b"iTXt", _international(_XMP, embedded.xmp))
    if embedded.exif:
        yield chunk(b"eXIf", embedded.exif)
    for keyword, text in embedded.texts:
        try:
            yield chunk(b"tEXt", f"{keyword}\0{text}".encode("latin-1"))
        except UnicodeEncodeError:
            yield chunk(b"iTXt", _international(keyword, text.encode()))


def _international(keyword: str, text: bytes) -> bytes:
    """Not compressed, in no language that is told."""
    return keyword.encode("latin-1") + b"\0\0\0\0\0" + text


def _candidates(image: pyvips.Image) -> Iterator[bytes]:
    from pyvips.enums import ForeignKeep, ForeignPngFilter

    held = image.copy_memory()
    # Drawings of few colours become smallest with the first, photographs with one of the others.
    for filter_ in (ForeignPngFilter.NONE, ForeignPngFilter.SUB, ForeignPngFilter.ALL):
        yield held.pngsave_buffer(keep=ForeignKeep.ICC, compression=_HARDEST, filter=filter_)
    if _has_few_colours(held):
        reduced = _of_palette(held, PALETTES[0], hardest=True)
        if _looks_like(reduced, held):
            yield reduced


def _of_palette(image: pyvips.Image, colours: int, *, hardest: bool) -> bytes:
    from pyvips.enums import ForeignKeep, ForeignPngFilter

    return image.pngsave_buffer(
        keep=ForeignKeep.ICC,
        palette=True,
        bitdepth=(colours - 1).bit_length(),
        Q=100,
        effort=10 if hardest else 7,
        compression=_HARDEST if hardest else _USUAL,
        filter=ForeignPngFilter.NONE,
    )


def _has_few_colours(image: pyvips.Image) -> bool:
    """Whether a palette may hold them all: the rows are gone through until there are too many."""
    import numpy as np

    pixels = np.frombuffer(image.write_to_memory(), np.uint8).reshape(image.height, image.width, image.bands)
    weights = np.array([1 << 8 * band for band in range(image.bands)], np.uint32)
    found: set[int] = set()
    for row in pixels:
        found.update(cast("list[int]", np.unique(row @ weights).tolist()))
        if len(found) > PALETTES[0]:
            return False
    return True


def _looks_like(data: bytes, image: pyvips.Image) -> bool:
    """Whether the file has the very same pixels."""
    import pyvips

    made = pyvips.Image.new_from_buffer(data, "")
    return made.bands == image.bands and cast(float, (made - image).abs().max()) == 0
