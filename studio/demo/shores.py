"""Landscapes without mountains: desert and sea."""

import math
from random import Random

from PIL import Image, ImageDraw

from studio.demo.canvas import Point, gradient, scaled, silhouette, smooth, wander
from studio.demo.landscape import View, ridges, sky
from studio.demo.palette import Mood, Palette, brightness, mix


def desert(view: View, palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """Dunes with a lit side and a shaded one."""
    picture = sky(view, palette, moods, rng)
    width, height = view.size
    for ridge in ridges(view, rng, steep=0.085):
        line = wander(rng, width, ridge.wavelength * 2.0, 4, smooth, octaves=2)
        outline = [(x * 4.0, ridge.base - value * ridge.swing) for x, value in enumerate(line)]
        lit = mix(
            mix(palette.horizon, palette.far, 0.35 + 0.6 * ridge.share), palette.near, 0.3 * ridge.share**2
        )
        top = max(0.0, min(y for _, y in outline) / height)
        face = gradient(view.size, ((top, lit), (min(1.0, top + 0.3), mix(lit, palette.far, 0.4))))
        shade = mix(lit, palette.near, 0.3 + 0.25 * ridge.share)
        dark = gradient(view.size, ((top, shade), (min(1.0, top + 0.34), mix(lit, palette.far, 0.4))))
        dune = silhouette(view.size, outline)
        picture.paste(face, (0, 0), dune)
        lee = Image.new("L", view.size)
        lee.paste(
            _lee(view.size, outline, reach=ridge.swing * 3.2, rightward=view.sun[0] < width / 2), (0, 0), dune
        )
        picture.paste(dark, (0, 0), lee)
    return picture


def _lee(size: tuple[int, int], crest: list[Point], *, reach: float, rightward: bool) -> Image.Image:
    """The sides away from the light: from every summit an edge winds down toward the viewer."""
    mask = Image.new("L", (size[0] * 2, size[1] * 2))
    pen = ImageDraw.Draw(mask)
    line = crest if rightward else crest[::-1]
    start = 0
    for index in range(1, len(line)):
        falling = line[index][1] >= line[index - 1][1]
        if falling and index < len(line) - 1:
            continue
        if index - start > 6:
            stretch = line[start:index]
            (px, py), (vx, vy) = stretch[0], stretch[-1]
            tip = (vx + (vx - px) * 0.3, vy + reach * 0.1)
            edge = [_edge((px, py), tip, reach, step / 24) for step in range(25)]
            pen.polygon([(x * 2, y * 2) for x, y in [*stretch, *reversed(edge)]], fill=255)
        start = index
    return mask.reduce(2)


def _edge(summit: Point, tip: Point, reach: float, share: float) -> Point:
    """From the summit steeply down, then out in a long curve that ends in a point."""
    belly = share**0.8 * (1 - share) ** 1.1 * 2.1
    lean = -0.14 * math.sin(math.pi * min(1.0, share * 2.2)) if share < 1 / 2.2 else 0.0
    wide = tip[0] - summit[0]
    return summit[0] + wide * (share + lean), summit[1] + (tip[1] - summit[1]) * share + reach * belly * 0.5


def sea(view: View, palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """A horizon, far islands, and the light on the water."""
    picture = sky(view, palette, moods, rng)
    width, height = view.size
    level = round(view.horizon + view.unit * 0.05)
    for share in (0.25, 0.6):
        swing = view.unit * rng.uniform(0.07, 0.13) * (1.2 - share)
        line = wander(rng, width, view.unit * rng.uniform(0.6, 1.1), 3, smooth)
        outline = [(x * 3.0, level + swing * 0.2 - max(-0.3, value) * swing) for x, value in enumerate(line)]
        tone = mix(mix(palette.horizon, palette.far, 0.35 + share * 0.6), palette.near, share * 0.3)
        picture.paste(tone, (0, 0), silhouette(view.size, outline))
    surface = mix(palette.horizon, palette.far, 0.35)
    water = gradient((width, height - level), ((0, surface), (0.3, palette.far), (1, palette.near)))
    picture.paste(water, (0, level))
    _waves(picture, level, view, palette, rng)
    _glitter(picture, level, view, palette, rng)
    if rng.random() < 0.6:
        _sail(picture, level, view, palette, rng)
    return picture


def _waves(picture: Image.Image, level: int, view: View, palette: Palette, rng: Random) -> None:
    """Long flat strokes, larger toward the viewer: dark troughs, and crests in the sky's colour."""
    width, height = view.size
    for tone, strength in ((palette.near, 90), (mix(palette.horizon, palette.far, 0.3), 70)):
        mask = Image.new("L", (max(2, width // 3), height))
        pen = ImageDraw.Draw(mask)
        for _ in range(round(170 * max(1.0, width / height * 0.7))):
            share = rng.random() ** 1.5
            x, y = rng.uniform(-0.05, 1.05) * width, level + 2 + (height - level) * share
            long, thin = (
                view.unit * (0.012 + 0.1 * share * rng.random()),
                view.unit * (0.0008 + 0.0055 * share),
            )
            pen.ellipse(((x - long) / 3, y - thin, (x + long) / 3, y + thin), fill=rng.randint(20, strength))
        picture.paste(tone, (0, 0), scaled(mask, view.size))


def _glitter(picture: Image.Image, level: int, view: View, palette: Palette, rng: Random) -> None:
    """Strokes of light under the sun, wider and looser toward the viewer."""
    mask = Image.new("L", picture.size)
    pen = ImageDraw.Draw(mask)
    deep = min(picture.height - level, view.unit * 0.9)
    for _ in range(190):
        share = rng.random() ** 1.4
        y = level + 2 + deep * share
        spread = view.sun_radius * (0.7 + 2.2 * share)
        x = view.sun[0] + rng.gauss(0, 0.45) * spread
        long, thin = (
            view.unit * rng.uniform(0.008, 0.03) * (0.5 + share),
            view.unit * 0.0014 * (0.7 + 2 * share),
        )
        pen.ellipse(
            (x - long, y - thin, x + long, y + thin), fill=round(rng.uniform(90, 235) * (1 - 0.6 * share))
        )
    picture.paste(palette.disk, (0, 0), mask)


def _sail(picture: Image.Image, level: int, view: View, palette: Palette, rng: Random) -> None:
    pen = ImageDraw.Draw(picture)
    x = view.size[0] - view.sun[0] + view.unit * rng.uniform(-0.05, 0.05)
    tall = view.unit * rng.uniform(0.06, 0.1)
    y = level + tall * 0.45
    light = brightness(palette.horizon) > brightness(palette.near)
    cloth = mix(palette.disk, palette.horizon, 0.2 if light else 0.5)
    shapes: tuple[tuple[tuple[Point, ...], tuple[int, int, int]], ...] = (
        (((0, -1), (0, -0.12), (0.5, -0.12)), cloth),
        (((-0.06, -0.9), (-0.06, -0.12), (-0.36, -0.12)), mix(cloth, palette.far, 0.25)),
        (((-0.42, -0.07), (0.52, -0.07), (0.36, 0.06), (-0.3, 0.06)), palette.near),
    )
    for corners, fill in shapes:
        pen.polygon([(x + dx * tall, y + dy * tall) for dx, dy in corners], fill=fill)
