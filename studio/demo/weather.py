"""Cloud, rain and lightning."""

from random import Random

from PIL import Image, ImageDraw

from studio.demo.canvas import Point, faded, glow, gradient, scaled, silhouette, wander
from studio.demo.palette import Colour, Palette, mix


def storm_clouds(picture: Image.Image, light: Point, unit: float, palette: Palette, rng: Random) -> None:
    """Heavy cloud from above, and light breaking in at the horizon, where `light` stands."""
    width, height = picture.size
    horizon = light[1]
    glow(picture, light, unit * 0.9, palette.disk, 0.6)
    dark = mix(palette.top, palette.near, 0.45)
    for layer in range(4):
        base = horizon * (0.78 - 0.2 * layer)
        line = wander(rng, width, unit * (0.8 - 0.12 * layer), 4, _billow)
        outline = [(x * 4.0, height - (base + value * unit * 0.09)) for x, value in enumerate(line)]
        mask = silhouette(picture.size, outline).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        tone = mix(mix(palette.top, palette.horizon, 0.35), dark, layer / 3)
        shade = gradient(picture.size, ((0, dark), (max(0.02, base / height), tone)))
        picture.paste(shade, (0, 0), faded(mask, 0.62))
    if rng.random() < 0.7:
        _lightning(picture, (light[0] + rng.uniform(-0.3, 0.3) * unit, horizon * 0.3), horizon, unit, rng)


def _billow(value: float) -> float:
    return abs(value) * 2 - 1


def _lightning(picture: Image.Image, start: Point, ground: float, unit: float, rng: Random) -> None:
    points = [start]
    while points[-1][1] < ground:
        x, y = points[-1]
        points.append((x + rng.uniform(-0.035, 0.04) * unit, y + rng.uniform(0.02, 0.05) * unit))
    glow(picture, start, unit * 0.5, (235, 240, 255), 0.35)
    mask = Image.new("L", (picture.width * 2, picture.height * 2))
    pen = ImageDraw.Draw(mask)
    pen.line([(x * 2, y * 2) for x, y in points], fill=255, width=max(2, round(unit * 0.009)), joint="curve")
    fork = len(points) // 2
    x, y = points[fork]
    branch = [(x * 2, y * 2)]
    for _ in range(3):
        x, y = x + rng.uniform(0.02, 0.06) * unit, y + rng.uniform(0.02, 0.05) * unit
        branch.append((x * 2, y * 2))
    pen.line(branch, fill=190, width=max(1, round(unit * 0.005)), joint="curve")
    picture.paste((245, 247, 255), (0, 0), mask.reduce(2))


def rain(picture: Image.Image, unit: float, rng: Random) -> None:
    """Slanted strokes, finer the farther they are."""
    width, height = picture.size
    mask = Image.new("L", picture.size)
    pen = ImageDraw.Draw(mask)
    for _ in range(round(260 * max(1.0, max(width, height) / min(width, height) * 0.6))):
        x, y, near = rng.uniform(-0.05, 1.05) * width, rng.uniform(-0.05, 1) * height, rng.random()
        long = unit * (0.02 + 0.05 * near)
        pen.line(
            (x, y, x - long * 0.28, y + long),
            fill=round(30 + 70 * near),
            width=1 + round(unit * 0.0015 * near),
        )
    picture.paste((228, 236, 240), (0, 0), mask)


def snowfall(picture: Image.Image, unit: float, rng: Random) -> None:
    """Soft flakes, few of them large."""
    width, height = picture.size
    mask = Image.new("L", picture.size)
    pen = ImageDraw.Draw(mask)
    for _ in range(round(220 * max(1.0, max(width, height) / min(width, height) * 0.6))):
        x, y, size = (
            rng.uniform(0, width),
            rng.uniform(0, height),
            unit * 0.0012 + unit * 0.0045 * rng.random() ** 4,
        )
        pen.ellipse((x - size, y - size, x + size, y + size), fill=rng.randint(120, 230))
    picture.paste((255, 255, 255), (0, 0), mask)


def streaks(picture: Image.Image, horizon: float, unit: float, tone: Colour, rng: Random) -> None:
    """Thin cloud in drawn-out banks; drawn narrow and spread sideways, which softens the ends."""
    width, height = picture.size
    small = Image.new("L", (max(2, width // 6), height))
    pen = ImageDraw.Draw(small)
    for _ in range(rng.randint(3, 6)):
        x, y = rng.uniform(-0.05, 1) * small.width, rng.uniform(0.1, 0.88) * horizon
        for _strand in range(rng.randint(2, 5)):
            long, thin = rng.uniform(0.12, 0.5) * unit / 6, unit * rng.uniform(0.002, 0.009)
            left, top = x + rng.uniform(-0.3, 0.3) * unit / 6, y + rng.uniform(-0.014, 0.014) * unit
            pen.ellipse((left - long, top - thin, left + long, top + thin), fill=rng.randint(50, 115))
    soft = scaled(small, (small.width, max(2, height // 3)))
    picture.paste(tone, (0, 0), scaled(soft, picture.size))
