"""Changes a picture as the words say: where they say, and the rest stays, but for a pixel or two."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from PIL import Image, ImageDraw, ImageOps

from studio.demo.canvas import Point, crescent, disk, glow
from studio.demo.palette import MOOD_WORDS, PALETTES, Colour, Mood, hits, mix, moods_of, without
from studio.demo.places import in_pixels, marked_places, mask_of, middle
from studio.demo.regrade import regrade
from studio.demo.said import Box

MOST_DRIFT = 3.0
"""Pixels by which an answer is larger than what it answers."""


class Thing(StrEnum):
    """What can be put into a picture."""

    MOON = "moon"
    SUN = "sun"
    BALLOON = "balloon"
    BOAT = "boat"
    HOUSE = "house"
    TREE = "tree"


THING_WORDS: dict[Thing, str] = {
    Thing.MOON: "moon moons crescent 月 月亮",
    Thing.SUN: "sun suns 太阳",
    Thing.BALLOON: "balloon balloons ball 气球 球",
    Thing.BOAT: "boat boats ship sail sailboat 船 帆",
    Thing.HOUSE: "house houses hut cabin home 房 屋",
    Thing.TREE: "tree trees fir pine 树",
}

_USUAL_PLACES: dict[Thing, Box] = {
    Thing.MOON: (0.62, 0.1, 0.82, 0.3),
    Thing.SUN: (0.2, 0.1, 0.4, 0.3),
    Thing.BALLOON: (0.4, 0.14, 0.62, 0.36),
    Thing.BOAT: (0.24, 0.62, 0.46, 0.84),
    Thing.HOUSE: (0.56, 0.6, 0.78, 0.82),
    Thing.TREE: (0.08, 0.55, 0.32, 0.85),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be changed, and where; `marked` is the picture with marks, of any size."""

    words: str
    places: tuple[Box, ...] = ()
    marked: Image.Image | None = None
    points: bool = False


def edit(picture: Image.Image, others: tuple[Image.Image, ...], wish: Wish, rng: Random) -> Image.Image:
    """The picture with what the words name changed or added; the other pictures lend their colours."""
    places, size = wish.places, picture.size
    if not places and wish.marked is not None:
        marked = ImageOps.fit(wish.marked, size, Image.Resampling.BICUBIC)
        places = marked_places(picture, marked, points=wish.points)
    things = tuple(thing for thing in Thing if hits(wish.words, THING_WORDS[thing]))
    rest, changed = _for_the_picture(wish.words, things), picture.copy()
    if moods_of(rest) or not things:
        changed = regrade(picture, others, rest, rng)
    for thing in things:
        for place in places or (_USUAL_PLACES[thing],):
            _put(changed, thing, in_pixels(place, size), _paint(thing, wish.words, rng))
    if places:
        changed = Image.composite(changed, picture, mask_of(places, size))
    return changed


def drifted(picture: Image.Image, rng: Random) -> Image.Image:
    """As the real model does: what stays is a pixel or two away from where it was, and a little larger."""
    width, height = picture.size
    across = min(rng.uniform(1, MOST_DRIFT), width / 8)
    down = min(across * height / width, height / 8)
    left, top = rng.uniform(0, across), rng.uniform(0, down)
    box = (left, top, width - across + left, height - down + top)
    return picture.resize(picture.size, Image.Resampling.BICUBIC, box=box)


def _for_the_picture(words: str, things: tuple[Thing, ...]) -> str:
    """Less what is said of things: "a red moon here" asks neither for a night nor for red hills."""
    if not things:
        return words
    of_things = *(THING_WORDS[thing] for thing in things), *(MOOD_WORDS[mood] for mood in _COLOURS)
    return without(words, *of_things)


def _paint(thing: Thing, words: str, rng: Random) -> Colour:
    named = next((mood for mood in moods_of(words) if mood in _COLOURS), None)
    usual = rng.choice(_PAINTS)
    if named is not None:
        return PALETTES[named].accent
    return (58, 106, 74) if thing is Thing.TREE else usual


def _put(picture: Image.Image, thing: Thing, box: Box, paint: Colour) -> None:
    """Into the middle of the box, as large as it has room for."""
    at, size = middle(box), 0.35 * min(box[2] - box[0], box[3] - box[1])
    match thing:
        case Thing.MOON:
            glow(picture, at, size * 1.5, PALETTES[Mood.NIGHT].disk, 0.35)
            crescent(picture, at, size, PALETTES[Mood.NIGHT].disk)
        case Thing.SUN:
            glow(picture, at, size * 1.5, PALETTES[Mood.GOLD].horizon, 0.7)
            disk(picture, at, size * 0.8, PALETTES[Mood.GOLD].disk)
        case _:
            colours = paint, (64, 44, 36)
            _draw(picture, [(corners, colours[which]) for corners, which in _SHAPES[thing]], at, size)


_COLOURS = (Mood.RED, Mood.BLUE, Mood.GREEN, Mood.PURPLE, Mood.PINK, Mood.GOLD, Mood.TEAL, Mood.MONO)
_PAINTS: tuple[Colour, ...] = ((196, 58, 48), (222, 140, 40), (44, 122, 120), (92, 70, 150))
_Corners = tuple[Point, ...]
_ROUND = ((-0.7, -1.0), (0.7, 0.5))
_SHAPES: dict[Thing, tuple[tuple[_Corners, int], ...]] = {
    Thing.BALLOON: (
        (((-0.28, 0.3), (0.28, 0.3), (0.14, 0.75), (-0.14, 0.75)), 1),
        (_ROUND, 0),
        (((-0.16, 0.72), (0.16, 0.72), (0.14, 1.0), (-0.14, 1.0)), 1),
    ),
    Thing.BOAT: (
        (((0.02, -1.0), (0.02, 0.4), (0.75, 0.4)), 0),
        (((-0.08, -0.8), (-0.08, 0.4), (-0.6, 0.4)), 0),
        (((-0.9, 0.5), (0.95, 0.5), (0.6, 0.9), (-0.6, 0.9)), 1),
    ),
    Thing.HOUSE: (
        (((-0.7, -0.1), (0.7, -0.1), (0.7, 0.9), (-0.7, 0.9)), 0),
        (((-0.95, -0.05), (0.0, -0.95), (0.95, -0.05)), 1),
        (((-0.16, 0.3), (0.16, 0.3), (0.16, 0.9), (-0.16, 0.9)), 1),
    ),
    Thing.TREE: (
        (((-0.1, 0.5), (0.1, 0.5), (0.1, 1.0), (-0.1, 1.0)), 1),
        (((-0.6, 0.6), (0.0, -0.3), (0.6, 0.6)), 0),
        (((-0.45, 0.0), (0.0, -1.0), (0.45, 0.0)), 0),
    ),
}
"""Corners in sizes from the middle, and which of two colours; two corners are around something round."""


def _draw(picture: Image.Image, shapes: list[tuple[_Corners, Colour]], at: Point, size: float) -> None:
    """Drawn twice as large on a piece of its own, which makes the edges smooth."""
    side = max(4, round(size * 2.2))
    for corners, colour in shapes:
        mask = Image.new("L", (side * 2, side * 2))
        pen = ImageDraw.Draw(mask)
        points = [(side + x * size * 2, side + y * size * 2) for x, y in corners]
        if corners is _ROUND:
            pen.ellipse((*points[0], *points[1]), fill=255)
        else:
            pen.polygon(points, fill=255)
        corner = (round(at[0] - side / 2), round(at[1] - side / 2))
        picture.paste(mix(colour, (255, 255, 255), 0.08), corner, mask.reduce(2))
