"""Draft of a dashboard: figures, a curve and bars."""

from random import Random

from PIL import Image, ImageDraw

from studio.demo.canvas import gradient
from studio.demo.interface import BLACK, NAMES, WHITE, Box, Skin, panel, skin_of, write
from studio.demo.palette import Mood, Palette, brightness, mix


def dashboard(size: tuple[int, int], palette: Palette, moods: tuple[Mood, ...], rng: Random) -> Image.Image:
    """Figures, a curve and bars, with a bar at the side where there is room."""
    width, height = size
    skin = skin_of(palette, moods)
    picture = Image.new("RGB", size, mix(skin.surface, skin.accent, 0.06))
    unit = min(width, height)
    gap = unit * 0.03
    left = gap
    if width > height:
        left += _sidebar(picture, unit, skin, rng)
    write(picture, (left, unit * 0.14), "Overview", unit * 0.05, skin.ink, "lm")
    columns = 4 if width > height * 1.2 else 2
    top = unit * 0.205
    wide = (width - left - gap * columns) / columns
    for number in range(4):
        x = left + (number % columns) * (wide + gap)
        y = top + (number // columns) * unit * 0.19
        _figure(picture, (x, y, x + wide, y + unit * 0.16), skin, rng)
    top += unit * 0.19 * (4 // columns)
    split = width - gap if width < height else left + (width - left) * 0.64
    middle = height - gap if width >= height else top + (height - top) * 0.55
    _curve(picture, (left, top, split - (0 if width < height else gap), middle), skin, palette, rng)
    bars = (
        (split, top, width - gap, height - gap)
        if width >= height
        else (left, middle + gap, split, height - gap)
    )
    _bars(picture, bars, skin, rng)
    return picture


def _sidebar(picture: Image.Image, unit: float, skin: Skin, rng: Random) -> float:
    wide = unit * 0.27
    dark = mix(skin.ink, skin.accent, 0.12) if brightness(skin.surface) > 120 else skin.surface
    light = WHITE if brightness(dark) < 140 else BLACK
    panel(picture, (0, 0, wide, picture.height), 0, dark)
    write(picture, (wide * 0.16, unit * 0.16), rng.choice(NAMES), unit * 0.034, light, "lm")
    for row in range(6):
        y = unit * (0.27 + 0.075 * row)
        if row == 1:
            panel(
                picture,
                (wide * 0.08, y - unit * 0.027, wide * 0.92, y + unit * 0.027),
                unit * 0.014,
                skin.accent,
            )
        tone = skin.on_accent if row == 1 else mix(dark, light, 0.55)
        panel(
            picture,
            (wide * 0.16, y - unit * 0.011, wide * 0.16 + unit * 0.022, y + unit * 0.011),
            unit * 0.005,
            tone,
        )
        long = wide * rng.uniform(0.28, 0.45)
        panel(
            picture, (wide * 0.34, y - unit * 0.006, wide * 0.34 + long, y + unit * 0.006), unit * 0.006, tone
        )
    return wide


def _figure(picture: Image.Image, box: Box, skin: Skin, rng: Random) -> None:
    left, top, right, bottom = box
    tall = bottom - top
    panel(picture, box, tall * 0.12, skin.raised if brightness(skin.surface) < 120 else WHITE)
    label = rng.choice(("Visitors", "Orders", "Revenue", "Signups", "Sessions", "Returns"))
    write(picture, (left + tall * 0.18, top + tall * 0.26), label, tall * 0.16, skin.faint, "lm")
    write(
        picture,
        (left + tall * 0.18, top + tall * 0.62),
        f"{rng.randint(1, 48)},{rng.randint(100, 999)}",
        tall * 0.32,
        skin.ink,
        "lm",
    )
    if right - left > tall * 1.6:
        write(
            picture,
            (right - tall * 0.16, top + tall * 0.26),
            f"+{rng.randint(2, 19)}%",
            tall * 0.15,
            skin.accent,
            "rm",
        )


def _curve(picture: Image.Image, box: Box, skin: Skin, palette: Palette, rng: Random) -> None:
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    panel(picture, box, min(wide, tall) * 0.04, skin.raised if brightness(skin.surface) < 120 else WHITE)
    pen = ImageDraw.Draw(picture)
    for row in range(1, 5):
        y = top + tall * (0.12 + 0.17 * row)
        pen.line((left + wide * 0.05, y, right - wide * 0.05, y), fill=mix(skin.surface, skin.faint, 0.25))
    level, points = 0.65, list[tuple[float, float]]()
    for step in range(13):
        level = min(0.8, max(0.18, level + rng.uniform(-0.16, 0.11)))
        points.append((wide * (0.05 + 0.9 * step / 12), tall * (0.08 + level)))
    mask = Image.new("L", (round(wide), round(tall)))
    ImageDraw.Draw(mask).polygon(
        [(points[0][0], tall * 0.94), *points, (points[-1][0], tall * 0.94)], fill=110
    )
    fade = gradient(mask.size, ((0, skin.accent), (1, mix(palette.horizon, skin.surface, 0.7))))
    picture.paste(fade, (round(left), round(top)), mask)
    line = Image.new("L", (round(wide) * 2, round(tall) * 2))
    thick = max(2, round(min(wide, tall) * 0.016))
    ImageDraw.Draw(line).line([(x * 2, y * 2) for x, y in points], fill=255, width=thick, joint="curve")
    picture.paste(skin.accent, (round(left), round(top)), line.reduce(2))


def _bars(picture: Image.Image, box: Box, skin: Skin, rng: Random) -> None:
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    panel(picture, box, min(wide, tall) * 0.05, skin.raised if brightness(skin.surface) < 120 else WHITE)
    count = 7
    strong = rng.randrange(count)
    for number in range(count):
        x = left + wide * (0.1 + 0.8 * number / count)
        high = tall * rng.uniform(0.2, 0.72)
        tone = skin.accent if number == strong else mix(skin.accent, skin.surface, 0.62)
        panel(
            picture, (x, bottom - tall * 0.1 - high, x + wide * 0.07, bottom - tall * 0.1), wide * 0.02, tone
        )
