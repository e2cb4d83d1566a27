"""A skyline, layer behind layer, with lit windows."""

from random import Random

from PIL import Image, ImageDraw

from studio.demo.canvas import gradient, scaled
from studio.demo.landscape import View, sky
from studio.demo.palette import Colour, Mood, Palette, brightness, mix


def skyline(view: View, palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """Towers over water that mirrors them."""
    picture = sky(view, palette, moods, rng)
    width, height = view.size
    shore = round(min(height * 0.84, view.horizon + view.unit * 0.34))
    lit = Mood.NIGHT in moods or brightness(palette.horizon) < 170
    for share in (0.0, 0.4, 0.75, 1.0):
        _block(picture, view, palette, shore, share, rng, lit=lit)
    _mirror(picture, shore, palette, rng)
    _shoreline(picture, (width, shore), palette, view)
    return picture


def _block(
    picture: Image.Image, view: View, palette: Palette, shore: int, share: float, rng: Random, *, lit: bool
) -> None:
    """One row of towers; share 0 is the farthest row."""
    air = mix(palette.horizon, palette.far, 0.3)
    body = mix(mix(air, palette.far, 0.2 + 0.8 * share), palette.near, share**1.5 * 0.92)
    tallest = view.unit * (0.62 - 0.3 * share)
    shade = gradient(
        picture.size,
        (
            (max(0.0, (shore - tallest) / picture.height), body),
            (shore / picture.height, mix(body, air, 0.45 * (1 - share * 0.8))),
        ),
    )
    mask = Image.new("L", picture.size)
    pen = ImageDraw.Draw(mask)
    windows = ImageDraw.Draw(shade)
    glass = mix(palette.disk, (255, 205, 120), 0.5) if lit else mix(body, palette.horizon, 0.3)
    x = -view.unit * 0.05
    while x < picture.width:
        wide = view.unit * rng.uniform(0.035, 0.09) * (0.8 + 0.5 * share)
        tall = tallest * rng.betavariate(2.2, 2.6) + view.unit * 0.05
        _tower(pen, x, shore, wide, tall, rng)
        if share > 0.3:
            _windows(windows, (x, shore - tall, wide, tall), body, glass, rng, lit=lit, near=share)
        x += wide * rng.uniform(0.92, 1.5)
    picture.paste(shade, (0, 0), mask)


def _tower(pen: ImageDraw.ImageDraw, x: float, shore: int, wide: float, tall: float, rng: Random) -> None:
    top = shore - tall
    pen.rectangle((x, top, x + wide, shore), fill=255)
    match rng.randrange(6):
        case 0:
            pen.rectangle((x + wide * 0.2, top - wide * 0.35, x + wide * 0.8, top), fill=255)
        case 1:
            pen.polygon(((x, top), (x + wide / 2, top - wide * 0.55), (x + wide, top)), fill=255)
        case 2:
            pen.rectangle((x + wide * 0.2, top - wide * 0.3, x + wide * 0.8, top), fill=255)
            pen.line(
                (x + wide / 2, top, x + wide / 2, top - wide * 1.4),
                fill=255,
                width=max(1, round(wide * 0.05)),
            )
        case 3:
            pen.polygon(((x, top), (x + wide, top - wide * 0.6), (x + wide, top)), fill=255)
        case _:
            pass


def _windows(
    pen: ImageDraw.ImageDraw,
    box: tuple[float, float, float, float],
    body: Colour,
    glass: Colour,
    rng: Random,
    *,
    lit: bool,
    near: float,
) -> None:
    left, top, wide, tall = box
    columns = max(2, round(wide / (8 + 5 * near)))
    cell = wide / columns
    for row in range(1, int(tall / (cell * 1.3))):
        for column in range(columns):
            if rng.random() > (0.34 if lit else 0.7):
                continue
            x, y = left + (column + 0.28) * cell, top + row * cell * 1.3
            pen.rectangle(
                (x, y, x + cell * 0.42, y + cell * 0.6), fill=mix(body, glass, rng.uniform(0.35, 0.95))
            )


def _mirror(picture: Image.Image, shore: int, palette: Palette, rng: Random) -> None:
    """The town upside down in the water, rippled row by row."""
    width, height = picture.size
    deep = height - shore
    source = picture.crop((0, max(0, shore - deep), width, shore)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    source = scaled(source, (width, deep))
    tint = gradient(source.size, ((0, mix(palette.far, palette.near, 0.3)), (1, palette.near)))
    fade = gradient(source.size, ((0, (70, 70, 70)), (1, (190, 190, 190)))).convert("L")
    source.paste(tint, (0, 0), fade)
    row = 0
    while row < deep:
        thick = 1 + round(5 * row / max(1, deep)) + rng.randrange(2)
        shift = round(rng.gauss(0, 1) * (1 + 9 * row / max(1, deep)))
        strip = source.crop((0, row, width, min(deep, row + thick)))
        picture.paste(strip, (0, shore + row))
        picture.paste(strip, (shift, shore + row))
        row += thick


def _shoreline(picture: Image.Image, at: tuple[int, int], palette: Palette, view: View) -> None:
    width, shore = at
    thick = max(1, round(view.unit * 0.006))
    ImageDraw.Draw(picture).rectangle(
        (0, shore - thick, width, shore + thick), fill=mix(palette.near, palette.far, 0.1)
    )
