"""Where a picture is meant to change: boxes that are told, or the marks that were drawn on its copy."""

from collections.abc import Iterator

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from studio.demo.canvas import Point, curved, scaled
from studio.demo.said import Box

_SEARCHED = 128
"""Pixels of the longer side on which marks are looked for."""
_STANDS_OUT = 40
"""Of 255: a mark does, what coding a picture anew leaves doesn't."""
_SPECK = 4
"""Pixels of that search below which nothing is a mark."""


def marked_places(clean: Image.Image, marked: Image.Image, *, points: bool) -> tuple[Box, ...]:
    """What each mark encloses; with `points` what is around its thickest place, the head of an arrow."""
    scale = _SEARCHED / max(clean.size)
    size = max(1, round(clean.width * scale)), max(1, round(clean.height * scale))
    first, second = scaled(clean, size), scaled(marked, size)
    bands = ImageChops.difference(first, second).split()
    drawn = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    lit = curved(drawn, [255 * (value > _STANDS_OUT) for value in range(256)])
    # Letters of a word, and dashes of a line, belong together.
    return tuple(_pointed_at(mark) if points else _around(mark) for mark in _apart(_swollen(lit)))


def _swollen(mask: Image.Image) -> Image.Image:
    return mask.filter(ImageFilter.MaxFilter(5))


def _apart(mask: Image.Image) -> Iterator[Image.Image]:
    """Every mark alone, from the top on."""
    while box := mask.getbbox():
        row = mask.crop((0, box[1], mask.width, box[1] + 1))
        first = (row.getbbox() or box)[0]
        rest = mask.copy()
        ImageDraw.floodfill(rest, (first, box[1]), 0)
        mark = ImageChops.difference(mask, rest)
        if _extent(mark) > _SPECK:
            yield mark
        mask = rest


def _extent(mark: Image.Image) -> int:
    left, top, right, bottom = mark.getbbox() or (0, 0, 0, 0)
    return max(right - left, bottom - top)


def _around(mark: Image.Image) -> Box:
    left, top, right, bottom = mark.getbbox() or (0, 0, *mark.size)
    return left / mark.width, top / mark.height, right / mark.width, bottom / mark.height


def _pointed_at(mark: Image.Image) -> Box:
    blurred = mark.filter(ImageFilter.BoxBlur(3))
    most = blurred.getextrema()[1]
    left, top, right, bottom = _around(curved(blurred, [255 * (value == most) for value in range(256)]))
    x, y = (left + right) / 2, (top + bottom) / 2
    across, down = 0.13 * max(mark.size) / mark.width, 0.13 * max(mark.size) / mark.height
    return max(0.0, x - across), max(0.0, y - down), min(1.0, x + across), min(1.0, y + down)


def mask_of(places: tuple[Box, ...], size: tuple[int, int]) -> Image.Image:
    """255 in the places, falling off softly just inside of them, 0 elsewhere."""
    scale = min(1.0, 512 / max(size))
    small = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    mask, soft = Image.new("L", small), round(max(small) * 0.012)
    pen = ImageDraw.Draw(mask)
    for place in places:
        left, top, right, bottom = in_pixels(place, small)
        pen.rounded_rectangle(
            (left + soft, top + soft, max(left + soft, right - soft), max(top + soft, bottom - soft)),
            radius=soft * 2,
            fill=255,
        )
    return scaled(mask.filter(ImageFilter.GaussianBlur(soft / 2)), size)


def in_pixels(place: Box, size: tuple[int, int]) -> Box:
    """On a picture of this size."""
    left, top, right, bottom = place
    return left * size[0], top * size[1], right * size[0], bottom * size[1]


def middle(place: Box) -> Point:
    """Of a box, in its own measure."""
    return (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
