"""One picture saved under another name, as it is or in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import UnreadableFile
from studio.domain.export import Encoding, Format, Profile
from studio.domain.export_sizes import SizeRule, resolve
from studio.domain.pictures import HEAD_BYTES, sniff
from studio.export.write import pieces_of, write_over

if TYPE_CHECKING:
    from pathlib import Path

_QUALITIES = {Format.JPEG: 92, Format.WEBP: 90}
_MIMES = {Format.PNG: "image/png", Format.JPEG: "image/jpeg", Format.WEBP: "image/webp"}


def save_as(source: Path, target: Path, format_: Format) -> Path:
    """Write `source` to `target`, whole or not at all, and give `target` back; for a thread.

    A picture that already is of the wanted format is copied byte for byte. JPEG has no transparency: it gets
    a white ground. Raises UnreadableFile, NotAPicture and PictureTooLarge for the source, FileUnwritable for
    the target, NotEncoded and TooLongForFormat for what the format can't hold.
    """
    write_over(target, pieces_of(source) if _is_of(source, format_) else [_converted(source, format_)])
    return target


def _is_of(source: Path, format_: Format) -> bool:
    try:
        with source.open("rb") as file:
            mime = sniff(file.read(HEAD_BYTES))
    except OSError as error:
        raise UnreadableFile(source.name) from error
    return format_ is Format.ORIGINAL or mime == _MIMES.get(format_)


def _converted(source: Path, format_: Format) -> bytes:
    from studio.export.decoding import decoded
    from studio.export.encode import encoded

    picture = decoded(source, Profile.KEEP)
    encoding = Encoding(format_, quality=_QUALITIES.get(format_, 90), profile=Profile.KEEP)
    return encoded(picture, resolve(SizeRule(), picture.size), encoding)
