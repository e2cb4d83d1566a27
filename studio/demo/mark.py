"""The mark of every sample picture, so that none ever passes for a paid result."""

import math

from PIL import Image, ImageDraw, ImageStat

from studio.demo.canvas import Size, faded, font, scaled

_READABLE = 70
"""Of 255, by which the letters are brighter than their plate."""


def mark_box(size: Size) -> tuple[int, int, int, int]:
    """Where the DEMO mark stands: a corner that the gallery's own labels leave free."""
    width, height = size
    tall = max(13.0, min(0.042 * math.sqrt(width * height), 0.16 * min(width, height)))
    margin = round(tall * 0.55)
    return margin, margin, margin + round(tall * 2.9), margin + round(tall)


def mark(picture: Image.Image) -> None:
    """Writes DEMO into the picture itself."""
    left, top, right, bottom = mark_box(picture.size)
    wide, tall = right - left, bottom - top
    picture.paste((12, 12, 16), (left, top), faded(_plate(wide, tall), 150 / 255))
    picture.paste((255, 255, 255), (left, top), _letters(wide, tall))


def mark_of(picture: Image.Image) -> Image.Image | None:
    """The mark as it stands on the picture, None where none can be read."""
    mark = picture.crop(mark_box(picture.size))
    letters = _letters(*mark.size)
    lines = letters.point([255 * (value > 120) for value in range(256)])
    ground = letters.point([255 * (value == 0) for value in range(256)])
    within = (0, round(mark.height * 0.2), mark.width, round(mark.height * 0.8))
    grey = mark.convert("L").crop(within)
    bright, dark = (ImageStat.Stat(grey, mask.crop(within)).mean[0] for mask in (lines, ground))
    return mark if bright > dark + _READABLE else None


def keep_mark(picture: Image.Image, mark: Image.Image) -> None:
    """Puts it back where it was, of whatever size it was: what is drawn over and over would grow darker."""
    box = mark_box(picture.size)
    size = box[2] - box[0], box[3] - box[1]
    picture.paste(scaled(mark, size), box, _plate(*size))


def _plate(wide: int, tall: int) -> Image.Image:
    plate = Image.new("L", (wide * 2, tall * 2))
    ImageDraw.Draw(plate).rounded_rectangle((0, 0, wide * 2 - 1, tall * 2 - 1), radius=tall * 0.55, fill=255)
    return plate.reduce(2)


def _letters(wide: int, tall: int) -> Image.Image:
    letters = Image.new("L", (wide, tall))
    spaced = "D E M O" if tall > 22 else "DEMO"
    ImageDraw.Draw(letters).text((wide / 2, tall / 2), spaced, fill=240, font=font(tall * 0.62), anchor="mm")
    return letters
