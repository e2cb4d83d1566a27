"""A file of an export in memory, and how many bytes it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import PictureTooLarge
from studio.domain.export import NOTHING, Embedded, Encoding, Format
from studio.domain.export_errors import NotEncoded, TooLongForFormat
from studio.domain.export_report import Note
from studio.domain.geometry import PixelSize
from studio.export.decoding import LIMIT, MOST_PIXELS, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.export_sizes import Plan


def encoded(picture: Picture, plan: Plan, encoding: Encoding, embedded: Embedded = NOTHING) -> bytes:
    """The file's bytes, for a thread; in any format but ORIGINAL.

    Raises TooLongForFormat, PictureTooLarge, NotEncoded.
    """
    import pyvips

    from studio.export.encoders import encoded_image
    from studio.export.icons import icon
    from studio.export.render import rendered

    _check(picture, plan.size, encoding.format)
    white = _gets_white_ground(encoding)
    try:
        match encoding.format:
            case Format.ICO | Format.ICNS as format_:
                return icon(picture.image, plan, format_, white=white)
            case _:
                deep = encoding.format is Format.TIFF
                image = rendered(picture.image, plan, white=white, deep=deep)
                return encoded_image(image, encoding, embedded)
    except pyvips.Error as error:
        raise NotEncoded(picture.name, _first_line(error)) from error


def size_of(
    picture: Picture,
    plan: Plan,
    encoding: Encoding,
    embedded: Embedded = NOTHING,
    *,
    cancelled: Callable[[], bool],
) -> int | None:
    """How many bytes the file will have, by making it; None when nobody wants to know any more.

    `cancelled` is asked before and after: an encoder that has begun can't be stopped. Raises as `encoded`.
    """
    if cancelled():
        return None
    size = len(encoded(picture, plan, encoding, embedded))
    return None if cancelled() else size


def size_in(plan: Plan, format_: Format) -> PixelSize:
    """The pixels of the file: an icon is a square, and the largest of several."""
    from studio.export.icons import edges

    match format_:
        case Format.ICO | Format.ICNS:
            return PixelSize(edges(plan, format_)[-1], edges(plan, format_)[-1])
        case _:
            return plan.size


def notes_of(picture: Picture, plan: Plan, encoding: Encoding) -> frozenset[Note]:
    """What such a file doesn't hold of its picture."""
    notes = set(picture.notes)
    if encoding.format is Format.TIFF:
        notes.discard(Note.EIGHT_BITS)
    if picture.image.hasalpha() and _gets_white_ground(encoding):
        notes.add(Note.WHITE_GROUND)
    if plan.upscales and not encoding.format.is_icon:
        notes.add(Note.UPSCALED)
    return frozenset(notes)


def _gets_white_ground(encoding: Encoding) -> bool:
    return encoding.opaque or not encoding.format.keeps_transparency


def _check(picture: Picture, size: PixelSize, format_: Format) -> None:
    if format_.is_icon:
        return
    longest = format_.longest_edge
    if longest is not None and max(size.width, size.height) > longest:
        raise TooLongForFormat(picture.name, format_.label, longest)
    if size.pixels > MOST_PIXELS:
        raise PictureTooLarge(picture.name, LIMIT)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1].strip() if str(error).strip() else ""
