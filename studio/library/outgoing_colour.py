"""Colours as everybody reads them who knows of no profiles: sRGB, eight bits a channel."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

_MODES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK"}
"""Pillow's name of the colours that a profile is for (ICC.1, section 7.2.6)."""

_AS_GOOD_AS_SAME = 2
"""Levels of 255 that a profile may move a colour by and still be taken for sRGB."""


def is_srgb(picture: Image) -> bool:
    """Whether its colours are what their numbers say, whatever profile it carries; reads no pixels."""
    if picture.mode not in {"1", "L", "LA", "P", "PA", "RGB", "RGBA"}:
        return False
    profile = _profile(picture)
    if profile is None:
        return True
    return _moves_nothing(profile, "L" if picture.mode in {"1", "L", "LA"} else "RGB")


def in_srgb(picture: Image) -> Image:
    """The picture in mode L, LA, RGB or RGBA, with nothing but its pixels. Raises ValueError, OSError."""
    profile = _profile(picture)
    coloured, alpha = _apart(_shallow(picture))
    if profile is not None and not _moves_nothing(profile, coloured.mode):
        coloured = _converted(coloured, profile)
    if coloured.mode == "CMYK":
        coloured = _as_printed(coloured)
    plain = coloured if coloured.mode in {"L", "RGB"} else coloured.convert("RGB")
    if alpha is not None:
        plain = plain.copy()
        plain.putalpha(alpha)
    plain.info = {}
    return plain


def _profile(picture: Image) -> bytes | None:
    held = picture.info.get("icc_profile")
    return held if isinstance(held, bytes) and held else None


def _apart(picture: Image) -> tuple[Image, Image | None]:
    """Colours and transparency."""
    if picture.has_transparency_data:
        whole = picture.convert("LA" if picture.mode in {"1", "L", "LA", "La"} else "RGBA")
        return whole.convert("L" if whole.mode == "LA" else "RGB"), whole.getchannel("A")
    if picture.mode in {"P", "1"}:
        return picture.convert("RGB" if picture.mode == "P" else "L"), None
    return picture, None


def _shallow(picture: Image) -> Image:
    """Eight bits a channel of what has one channel of more."""
    if picture.mode == "F":
        highest = picture.getextrema()[1]
        scale = 255 / (highest if isinstance(highest, float) and highest > 1 else 1)
        return picture.point(lambda level: level * scale + 0.5).convert("L")
    if picture.mode == "I" or picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda level: level * (1 / 257) + 0.5).convert("L")
    return picture


def _converted(picture: Image, profile: bytes) -> Image:
    """Through its profile; as it is where that is damaged or meant for other colours."""
    from PIL import ImageCms

    wanted = _MODES.get(profile[16:20])
    if wanted == "RGB" and picture.mode != "CMYK":
        picture = picture.convert("RGB")
    if wanted != picture.mode:
        return picture
    # Pillow's types leave the profile that it makes untold.
    make = cast("Callable[[str], ImageCms.ImageCmsProfile]", vars(ImageCms)["createProfile"])
    try:
        made = ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            make("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return picture
    return made or picture


def _moves_nothing(profile: bytes, mode: str) -> bool:
    """Whether colours look the same without the profile: tried on some of them all over the place."""
    from PIL import Image, ImageChops

    levels = bytes(range(0, 256, 51))
    if mode == "L":
        sample = Image.frombytes("L", (6, 1), levels)
    elif mode == "RGB":
        every = bytes(level for r in levels for g in levels for b in levels for level in (r, g, b))
        sample = Image.frombytes("RGB", (36, 6), every)
    else:
        return False
    difference = ImageChops.difference(sample.convert("RGB"), _converted(sample, profile).convert("RGB"))
    return max(difference.tobytes()) <= _AS_GOOD_AS_SAME


def _as_printed(picture: Image) -> Image:
    """CMYK that doesn't say for which ink and paper, through the profile that libvips brings for that."""
    import pyvips
    from PIL import Image

    logging.getLogger("pyvips").setLevel(logging.CRITICAL)
    ink = pyvips.Image.new_from_memory(picture.tobytes(), picture.width, picture.height, 4, "uchar")
    seen = ink.copy(interpretation="cmyk").icc_transform("srgb", input_profile="cmyk")
    return Image.frombytes("RGB", picture.size, seen.write_to_memory())
