"""Strokes that every sample picture is made of.

Pictures are drawn inside the window's process, so strokes at full size use only those Pillow operations that
let go of the interpreter lock (paste, point, resize, convert); others work on pieces of a megapixel or two.
"""

import math
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFont

from studio.demo.palette import Colour, mix

Point: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[int, int]

GRAIN_TILE = 384


def gradient(size: Size, stops: Sequence[tuple[float, Colour]]) -> Image.Image:
    """From top to bottom; stops are (height 0 to 1, colour), in order."""
    rows = 256
    strip = Image.new("RGB", (1, rows))
    for row in range(rows):
        strip.putpixel((0, row), _at(stops, row / (rows - 1)))
    return scaled(strip, size)


def _at(stops: Sequence[tuple[float, Colour]], height: float) -> Colour:
    before, after = stops[0], stops[-1]
    for stop in stops:
        if stop[0] <= height:
            before = stop
        else:
            after = stop
            break
    span = after[0] - before[0]
    share = (height - before[0]) / span if span > 0 else 1.0
    red, green, blue = (
        round(a + (b - a) * min(1.0, max(0.0, share))) for a, b in zip(before[1], after[1], strict=True)
    )
    return red, green, blue


def scaled(picture: Image.Image, size: Size, how: Image.Resampling = Image.Resampling.BICUBIC) -> Image.Image:
    """The picture at another size, smooth unless said otherwise."""
    return picture.resize(size, how)


def curved(picture: Image.Image, table: Sequence[float]) -> Image.Image:
    """Every byte of the picture looked up in a table of 256 entries per band."""
    return picture.point(list(table))


def faded(mask: Image.Image, strength: float) -> Image.Image:
    """The mask at `strength` (0 to 1) of itself."""
    return curved(mask, [value * strength for value in range(256)])


def glow(picture: Image.Image, centre: Point, radius: float, colour: Colour, strength: float) -> None:
    """A soft light that fades to nothing at `radius` pixels; `strength` 0 to 1."""
    side = max(2, round(radius * 2))
    curve = [round(255 * strength * max(0.0, 1 - distance / 128) ** 2.2) for distance in range(256)]
    # radial_gradient reaches 255 in the corners, about 180 at the middle of an edge
    light = curved(Image.radial_gradient("L"), [curve[min(255, round(d * 0.72))] for d in range(256)])
    mask = scaled(light, (side, side))
    picture.paste(colour, (round(centre[0] - side / 2), round(centre[1] - side / 2)), mask)


def disk(picture: Image.Image, centre: Point, radius: float, colour: Colour) -> None:
    """A round spot with a soft rim."""
    side = max(4, round(radius * 2))
    mask = Image.new("L", (side * 2, side * 2))
    ImageDraw.Draw(mask).ellipse((2, 2, side * 2 - 3, side * 2 - 3), fill=255)
    corner = (round(centre[0] - side / 2), round(centre[1] - side / 2))
    picture.paste(colour, corner, mask.reduce(2))


def crescent(picture: Image.Image, centre: Point, radius: float, colour: Colour) -> None:
    """A moon with a bite taken out of it."""
    side = max(4, round(radius * 2))
    mask = Image.new("L", (side * 2, side * 2))
    pen = ImageDraw.Draw(mask)
    pen.ellipse((2, 2, side * 2 - 3, side * 2 - 3), fill=255)
    pen.ellipse((side * 0.62, -side * 0.3, side * 2.5, side * 1.58), fill=0)
    corner = (round(centre[0] - side / 2), round(centre[1] - side / 2))
    picture.paste(colour, corner, mask.reduce(2))


def silhouette(size: Size, outline: Sequence[Point]) -> Image.Image:
    """What lies under the outline (left to right, in pixels), as a mask with smooth edges."""
    width, height = size
    mask = Image.new("L", (width * 2, height * 2))
    doubled = [(x * 2, y * 2) for x, y in outline]
    ImageDraw.Draw(mask).polygon([(0, height * 2), *doubled, (width * 2, height * 2)], fill=255)
    return mask.reduce(2)


def wander(
    rng: Random,
    length: float,
    wavelength: float,
    step: float,
    shape: Callable[[float], float],
    *,
    octaves: int = 9,
) -> list[float]:
    """A fractal line of about -1 to 1, one value per `step` pixels; `shape` bends every wave."""
    count = math.ceil(length / step) + 2
    values = [0.0] * count
    weight, total = 1.0, 0.0
    for _ in range(octaves):
        if wavelength <= step * 2:
            break
        knots = [rng.uniform(-1, 1) for _knot in range(math.ceil(count * step / wavelength) + 3)]
        for index in range(count):
            place = index * step / wavelength
            knot = int(place)
            part = place - knot
            eased = part * part * (3 - 2 * part)
            values[index] += weight * shape(knots[knot] + (knots[knot + 1] - knots[knot]) * eased)
        total += weight
        weight *= 0.46
        wavelength *= 0.47
    return [value / max(total, 0.001) * 1.6 for value in values]


def sharp(value: float) -> float:
    """Bends a wave into peaks."""
    return 1 - 2 * abs(value) ** 0.85


def smooth(value: float) -> float:
    """Leaves a wave as it is."""
    return value


def grain(picture: Image.Image, rng: Random, amount: int) -> None:
    """Fine noise of at most about `amount` steps of 255, laid in tiles."""
    noise = rng.randbytes(GRAIN_TILE * GRAIN_TILE)
    tile = Image.frombytes("L", (GRAIN_TILE, GRAIN_TILE), noise)
    lighter = curved(tile, [round(max(0, v - 128) / 127 * amount) for v in range(256)])
    darker = curved(tile, [round(max(0, 127 - v) / 127 * amount) for v in range(256)])
    width, height = picture.size
    for top in range(0, height, GRAIN_TILE):
        for left in range(0, width, GRAIN_TILE):
            box = (0, 0, min(GRAIN_TILE, width - left), min(GRAIN_TILE, height - top))
            picture.paste((255, 255, 255), (left, top), lighter.crop(box))
            picture.paste((0, 0, 0), (left, top), darker.crop(box))


def veil(picture: Image.Image, colour: Colour, stops: Sequence[tuple[float, float]]) -> None:
    """A colour laid over the picture; stops are (height 0 to 1, strength 0 to 1)."""
    greys = [(at, mix((0, 0, 0), (255, 255, 255), strength)) for at, strength in stops]
    picture.paste(colour, (0, 0), gradient(picture.size, greys).convert("L"))


def font(pixels: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The face that comes with Pillow (Latin letters only): no font of the system is needed."""
    return ImageFont.load_default(size=max(6.0, pixels))
