"""Pictures of all sorts as people give them, and their way into a library."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

import pillow_heif
from PIL import Image, ImageChops, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from studio.library.references import prepare, write_reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.reference import Reference
    from studio.library.layout import LibraryFolder

SECRET = b"Home, 48.8583 N 2.2945 E"
"""What must not leave the machine."""

LEFT, RIGHT = (200, 60, 30), (30, 80, 160)
"""The colours of the halves of `drawn`."""


def give(place: LibraryFolder, data: bytes, name: str = "fox.png") -> Reference:
    """Add it to the library's references."""
    prepared = prepare(data, name=name)
    write_reference(place, prepared)
    return prepared.reference


def drawn(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """Two halves, with a white corner at the top left so that it can be told how it was turned."""
    picture = Image.new("RGB", size, LEFT)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((size[0] // 2, 0, *size), fill=RIGHT)
    draw.rectangle((0, 0, size[0] // 8, size[1] // 8), fill="white")
    return picture.convert(mode)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The picture's file of this type."""
    file = io.BytesIO()
    if kind == "HEIF":
        # Its types stop at its own edge.
        write = cast("Callable[..., None]", getattr(pillow_heif.from_pillow(picture), "save"))  # noqa: B009
        write(file, quality=90, **options)
    else:
        picture.save(file, kind, **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    """Decoded as far as Pillow likes."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def colour_at(picture: Image.Image, place: tuple[int, int]) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity of a pixel."""
    return cast("tuple[int, int, int, int]", picture.convert("RGBA").getpixel(place))


def looks_like(one: Image.Image, other: Image.Image, *, within: int) -> bool:
    """Whether no channel of any pixel is further off than this."""
    difference = ImageChops.difference(one.convert("RGBA"), other.convert("RGBA"))
    return one.size == other.size and max(difference.tobytes()) <= within


def exif(orientation: int = 1) -> bytes:
    """With a place, a camera and an orientation."""
    held = Image.Exif()
    held[0x0112] = orientation
    held[0x010F] = SECRET.decode()
    place = held.get_ifd(0x8825)
    place[0x001B] = SECRET
    return held.tobytes()


def exchanging_profile() -> bytes:
    """One in which red and blue are exchanged."""
    profile = bytearray(srgb_profile())
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(profile)


def srgb_profile() -> bytes:
    """The one that says what everybody assumes."""
    make = cast("Callable[[str], ImageCms.ImageCmsProfile]", vars(ImageCms)["createProfile"])
    return ImageCms.ImageCmsProfile(make("sRGB")).tobytes()


def secretive(kind: str) -> bytes:
    """With a place in all that the type has to hold one."""
    words = SECRET.decode()
    if kind == "PNG":
        told = PngInfo()
        told.add_text("Comment", words)
        told.add_text("Author", words, zip=True)
        told.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{words}</x:xmpmeta>")
        told.add(b"caBX", SECRET)
        return saved(drawn(), kind, exif=exif(), pnginfo=told) + SECRET
    if kind == "JPEG":
        data = saved(
            drawn(), kind, exif=exif(), comment=words, xmp=SECRET, progressive=True, restart_marker_rows=1
        )
        printing = b"\xff\xed" + (2 + len(SECRET)).to_bytes(2, "big") + SECRET
        # A telephone hangs a film on behind the end.
        return data[:2] + printing + data[2:] + b"ftypmp42" + SECRET
    more = {"xmp": SECRET} if kind in {"WEBP", "AVIF"} else {}
    data = saved(drawn(), kind, exif=exif(), **more)
    return data + SECRET if kind == "WEBP" else data
