"""Landscapes in layers of mist: mountains, bare or wooded, under a sky."""

import math
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from studio.demo.canvas import Point, crescent, disk, faded, glow, gradient, sharp, silhouette, smooth, wander
from studio.demo.palette import Mood, Palette, mix
from studio.demo.weather import storm_clouds, streaks


@dataclass(frozen=True, slots=True)
class View:
    """Where things stand in a landscape of this size, in pixels."""

    size: tuple[int, int]
    horizon: float
    sun: Point
    sun_radius: float

    @property
    def unit(self) -> float:
        """A length that looks the same in every aspect ratio."""
        width, height = self.size
        return min(width, height, 0.62 * math.sqrt(width * height) + 0.2 * min(width, height))


def looking(size: tuple[int, int], rng: Random) -> View:
    width, height = size
    unit = min(size)
    radius = unit * rng.choice((0.06, 0.075, 0.095, 0.13, 0.17))
    horizon = height * rng.uniform(0.46, 0.58)
    side = rng.choice((rng.uniform(0.22, 0.42), rng.uniform(0.58, 0.78)))
    above = rng.uniform(0.25, 0.95) * (min(horizon, unit * 0.6) - radius)
    return View(size=size, horizon=horizon, sun=(width * side, horizon - above), sun_radius=radius)


def sky(view: View, palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """The sky with its sun or moon; stars at night, cloud in a storm."""
    height = view.size[1]
    level = min(1.0, view.horizon / height * 1.08)
    half = mix(palette.top, palette.horizon, 0.52)
    picture = gradient(view.size, ((0, palette.top), (level * 0.55, half), (level, palette.horizon)))
    if Mood.NIGHT in moods:
        _stars(picture, view, rng)
    if Mood.STORM in moods:
        storm_clouds(picture, (view.sun[0], view.horizon), view.unit, palette, rng)
        return picture
    warm = mix(palette.disk, palette.horizon, 0.35)
    glow(picture, view.sun, max(view.unit * 0.75, view.sun_radius * 5), warm, 0.6)
    glow(picture, view.sun, view.sun_radius * 2.4, palette.disk, 0.75)
    if Mood.NIGHT in moods and view.sun_radius < view.unit * 0.12:
        crescent(picture, view.sun, view.sun_radius, palette.disk)
        return picture
    disk(picture, view.sun, view.sun_radius, palette.disk)
    if rng.random() < 0.55:
        streaks(picture, view.horizon, view.unit, mix(palette.horizon, palette.disk, 0.6), rng)
    return picture


def _stars(picture: Image.Image, view: View, rng: Random) -> None:
    width, _ = view.size
    pen = ImageDraw.Draw(picture)
    for _ in range(round(90 * max(1.0, max(view.size) / min(view.size) * 0.6))):
        x, y = rng.uniform(0, width), view.horizon * rng.random() ** 1.3
        size = view.unit * rng.choice((0.0008, 0.0012, 0.0018, 0.0026))
        shade = mix((150, 160, 200), (255, 252, 240), rng.random())
        pen.ellipse((x - size, y - size, x + size, y + size), fill=shade)


@dataclass(frozen=True, slots=True)
class Ridge:
    """One layer of land: share 0 is the farthest, 1 the nearest."""

    share: float
    base: float
    swing: float
    wavelength: float


def ridges(view: View, rng: Random, *, steep: float) -> list[Ridge]:
    """Five or six layers from the horizon to the lower edge; `steep` is their swing in units."""
    height = view.size[1]
    count = rng.randint(5, 6)
    start, end = view.horizon + view.unit * 0.03, height * 0.93
    layers: list[Ridge] = []
    for index in range(count):
        share = index / (count - 1)
        layers.append(
            Ridge(
                share=share,
                base=start + (end - start) * share**1.15,
                swing=view.unit * steep * (1.0 - 0.35 * share) * rng.uniform(0.8, 1.2),
                wavelength=view.unit * rng.uniform(0.34, 0.6) * (0.8 + 0.7 * share),
            )
        )
    return layers


def mountains(view: View, palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """Ridges that stand one behind the other, each sinking into mist at its foot."""
    picture = sky(view, palette, moods, rng)
    wooded = Mood.FOREST in moods
    layers = ridges(view, rng, steep=0.1 if wooded else rng.uniform(0.13, 0.19))
    shape = smooth if wooded else rng.choice((sharp, sharp, smooth))
    for number, ridge in enumerate(layers):
        line = wander(rng, view.size[0], ridge.wavelength, 3, shape)
        outline = [(x * 3.0, ridge.base - value * ridge.swing) for x, value in enumerate(line)]
        if wooded and number >= 1:
            outline = _conifers(outline, view.unit * (0.018 + 0.062 * ridge.share**1.4), rng)
        _lay(picture, palette, ridge, outline, until=layers[min(number + 1, len(layers) - 1)].base)
        if shape is sharp and Mood.WINTER in moods and number < len(layers) - 1:
            _snow(picture, outline, palette, ridge)
    if Mood.NIGHT not in moods and Mood.STORM not in moods and rng.random() < 0.4:
        _birds(picture, view, palette, rng)
    return picture


def _lay(picture: Image.Image, palette: Palette, ridge: Ridge, outline: list[Point], *, until: float) -> None:
    """Paints one ridge: its colour at the crest, mist below, in the air's colour the farther it is."""
    height = picture.height
    air = mix(palette.horizon, palette.far, 0.25)
    body = mix(mix(air, palette.far, min(1.0, 0.45 + ridge.share * 1.6)), palette.near, ridge.share**1.25)
    mist = mix(body, air, 0.62 * (1 - ridge.share) + 0.08)
    crest = max(0.0, min(y for _, y in outline) / height)
    foot = min(1.0, (until + ridge.swing * 0.6) / height)
    stops = (
        (0.0, body),
        (crest, mix(body, palette.horizon, 0.06)),
        (max(crest + 0.02, foot), mist),
        (1.0, mist),
    )
    picture.paste(gradient(picture.size, stops), (0, 0), silhouette(picture.size, outline))


def _conifers(ground: list[Point], tall: float, rng: Random) -> list[Point]:
    """Trees along a line of ground, each a spire of three steps."""
    outline: list[Point] = []
    place, last = 0.0, ground[-1][0]
    step = ground[1][0] - ground[0][0]
    while place < last:
        x, y = ground[min(int(place / step), len(ground) - 1)]
        high, wide = tall * rng.uniform(0.45, 1.15), tall * rng.uniform(0.16, 0.24)
        for level, (reach, notch) in enumerate(((1.0, 0.5), (0.68, 0.32), (0.36, 0.0))):
            outline += [
                (x - wide * reach, y - high * level * 0.3),
                (x - wide * notch, y - high * (level + 1) * 0.3),
            ]
        outline.append((x, y - high))
        for level, (reach, notch) in reversed(tuple(enumerate(((1.0, 0.5), (0.68, 0.32), (0.36, 0.0))))):
            outline += [
                (x + wide * notch, y - high * (level + 1) * 0.3),
                (x + wide * reach, y - high * level * 0.3),
            ]
        place += wide * rng.uniform(0.7, 2.2)
    return outline


def _snow(picture: Image.Image, outline: list[Point], palette: Palette, ridge: Ridge) -> None:
    """White that lies on the crests and runs out downhill."""
    cap = silhouette(picture.size, outline)
    teeth = ridge.wavelength * 0.07
    lower = silhouette(
        picture.size,
        [(x, y + (ridge.base - y) * (0.42 + 0.2 * math.sin(x / teeth)) + teeth * 0.2) for x, y in outline],
    )
    cap.paste(0, (0, 0), lower)
    tone = mix(palette.disk, palette.far, 0.15 + 0.25 * ridge.share)
    picture.paste(tone, (0, 0), faded(cap, 0.85))


def _birds(picture: Image.Image, view: View, palette: Palette, rng: Random) -> None:
    pen = ImageDraw.Draw(picture)
    x, y = view.sun[0] + view.unit * rng.uniform(0.1, 0.3), view.horizon * rng.uniform(0.4, 0.7)
    width = max(1, round(view.unit * 0.003))
    for _ in range(rng.randint(3, 5)):
        span = view.unit * rng.uniform(0.011, 0.019)
        wings = [(x - span, y - span * 0.5), (x - span * 0.4, y - span * 0.55), (x, y)]
        wings += [(x + span * 0.4, y - span * 0.55), (x + span, y - span * 0.5)]
        pen.line(wings, fill=palette.near, width=width, joint="curve")
        x, y = x + view.unit * rng.uniform(0.03, 0.07), y + view.unit * rng.uniform(-0.035, 0.03)
