"""One picture saved under another name, as it is or in another format."""

from __future__ import annotations

import os
import shutil
from enum import StrEnum
from typing import TYPE_CHECKING

from PIL import Image

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.pictures import HEAD_BYTES, sniff

if TYPE_CHECKING:
    from pathlib import Path

_JPEG_QUALITY = 92
_WEBP_QUALITY = 90


class SaveFormat(StrEnum):
    """What can be saved; ORIGINAL is the bytes as they came."""

    ORIGINAL = "original"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"


_MIMES = {SaveFormat.PNG: "image/png", SaveFormat.JPEG: "image/jpeg", SaveFormat.WEBP: "image/webp"}


def save_as(source: Path, target: Path, format_: SaveFormat) -> Path:
    """Write `source` to `target`, whole or not at all, and give `target` back; for a thread.

    A picture that already is of the wanted format is copied byte for byte. JPEG has no transparency: it gets
    a white ground. Raises UnreadableFile for the source and FileUnwritable for the target.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if _is_of(source, format_):
            _copy(source, part)
        else:
            _convert(source, part, format_)
        _put(part, target)
    finally:
        part.unlink(missing_ok=True)
    return target


def _is_of(source: Path, format_: SaveFormat) -> bool:
    try:
        with source.open("rb") as file:
            mime = sniff(file.read(HEAD_BYTES))
    except OSError as error:
        raise UnreadableFile(source.name) from error
    return format_ is SaveFormat.ORIGINAL or mime == _MIMES[format_]


def _copy(source: Path, part: Path) -> None:
    try:
        file = source.open("rb")
    except OSError as error:
        raise UnreadableFile(source.name) from error
    with file:
        try:
            with part.open("wb") as out:
                shutil.copyfileobj(file, out, 1 << 20)
        except OSError as error:
            raise FileUnwritable(part.parent, error.strerror or "") from error


def _convert(source: Path, part: Path, format_: SaveFormat) -> None:
    try:
        with Image.open(source) as picture:
            picture.load()
            image = _on_white(picture) if format_ is SaveFormat.JPEG else picture.copy()
            profile = picture.info.get("icc_profile")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableFile(source.name) from error
    try:
        with part.open("wb") as out:
            match format_:
                case SaveFormat.JPEG:
                    image.save(out, "JPEG", quality=_JPEG_QUALITY, subsampling=0, icc_profile=profile)
                case SaveFormat.WEBP:
                    image.save(out, "WEBP", quality=_WEBP_QUALITY, icc_profile=profile)
                case SaveFormat.PNG | SaveFormat.ORIGINAL:
                    image.save(out, "PNG", icc_profile=profile)
    except OSError as error:
        raise FileUnwritable(part.parent, error.strerror or "") from error


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, "white")
    see_through = picture.convert("RGBA")
    ground.paste(see_through, mask=see_through.getchannel("A"))
    return ground


def _put(part: Path, target: Path) -> None:
    try:
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise FileUnwritable(target.parent, error.strerror or "") from error
