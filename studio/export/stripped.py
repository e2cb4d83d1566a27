"""An original with nothing in it but its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from studio.domain.bare_files import bare
from studio.domain.errors import UnreadableFile
from studio.domain.export import Encoding, Format
from studio.domain.export_sizes import SizeRule, resolve
from studio.domain.pictures import HEAD_BYTES, sniff
from studio.export.decoding import PROFILE, decoded, moves_nothing
from studio.export.encode import encoded, notes_of

if TYPE_CHECKING:
    from pathlib import Path

    import pyvips

    from studio.domain.export_report import Note

_AGAIN = {
    "image/png": Encoding(Format.PNG),
    "image/jpeg": Encoding(Format.JPEG, quality=95),
    "image/webp": Encoding(Format.WEBP, quality=95),
}


def stripped(path: Path) -> tuple[bytes, frozenset[Note]]:
    """For a thread: its very pixels as they came, where they can be seen right without being told how.

    A picture that lies on its side, moves, or has colours of its own is encoded again in its format. Raises
    as `decoded` and `encoded`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name) from error
    mime = sniff(data[:HEAD_BYTES]) or ""
    if _is_plain(data):
        try:
            return bare(data, mime), frozenset()
        except ValueError:
            pass  # damaged, or of another type: decoding says which
    picture = decoded(path)
    plan, encoding = resolve(SizeRule(), picture.size), _AGAIN[mime]
    return encoded(picture, plan, encoding), notes_of(picture, plan, encoding)


def _is_plain(data: bytes) -> bool:
    """Reads its head only."""
    import pyvips

    try:
        image = pyvips.Image.new_from_buffer(data, "")
    except pyvips.Error:
        return False
    moves = b"acTL" in data[:65_536] or _number(image, "n-pages") > 1
    return not moves and _number(image, "orientation") == 1 and _is_srgb(image)


def _number(image: pyvips.Image, field: str) -> int:
    return cast(int, image.get(field)) if image.get_typeof(field) else 1


def _is_srgb(image: pyvips.Image) -> bool:
    if image.interpretation not in {"srgb", "rgb", "b-w", "rgb16", "grey16"}:
        return False
    return not image.get_typeof(PROFILE) or (
        image.bands >= 3 and moves_nothing(cast(bytes, image.get(PROFILE)))
    )
