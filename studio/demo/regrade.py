"""Changes a picture that came with the prompt, so that the change can be seen and the picture recognised."""

from random import Random

from PIL import Image

from studio.demo.canvas import crescent, curved, disk, glow, scaled, veil
from studio.demo.palette import Colour, Mood, Palette, brightness, hits, mix, moods_of, palette_for
from studio.demo.weather import rain, snowfall, storm_clouds

DARK_MOODS = frozenset((Mood.NIGHT, Mood.STORM))


def regrade(picture: Image.Image, others: tuple[Image.Image, ...], words: str, rng: Random) -> Image.Image:
    """The picture coloured anew, by the words or by the other pictures; everything stays in its place."""
    moods = moods_of(words)
    ramp = _borrowed(others[-1]) if others and not moods else palette_for(moods, rng).ramp()
    strength = 0.62 if moods else rng.uniform(0.34, 0.5)
    changed = Image.blend(picture, _toned(picture, ramp), strength)
    if DARK_MOODS & set(moods):
        changed = curved(changed, [round(255 * (v / 255) ** 1.25 * 0.82) for v in range(256)] * 3)
    _weather(changed, moods, palette_for(moods, rng), words, rng)
    return changed


def _toned(picture: Image.Image, ramp: tuple[Colour, ...]) -> Image.Image:
    """Each brightness of the picture in the ramp's colour for it."""
    last = len(ramp) - 1
    table: list[Colour] = []
    for value in range(256):
        place = value / 255 * last
        step = min(int(place), last - 1)
        table.append(mix(ramp[step], ramp[step + 1], place - step))
    grey = picture.convert("L")
    return Image.merge("RGB", [curved(grey, [entry[band] for entry in table]) for band in range(3)])


def _borrowed(other: Image.Image) -> tuple[Colour, ...]:
    """Five colours of another picture, dark to light."""
    small = scaled(other, (48, 48)).quantize(5)
    flat = small.getpalette() or []
    colours: list[Colour] = [(flat[i], flat[i + 1], flat[i + 2]) for i in range(0, min(15, len(flat)), 3)]
    return tuple(sorted([(8, 8, 12), *colours, (250, 250, 246)], key=brightness))


def _weather(
    picture: Image.Image, moods: tuple[Mood, ...], palette: Palette, prompt: str, rng: Random
) -> None:
    width, height = picture.size
    unit = min(width, height)
    place = (width * rng.uniform(0.55, 0.82), height * rng.uniform(0.14, 0.26))
    if Mood.STORM in moods:
        storm_clouds(picture, (width / 2, height * 0.42), unit, palette, rng)
        rain(picture, unit, rng)
    elif Mood.NIGHT in moods:
        glow(picture, place, unit * 0.4, palette.disk, 0.5)
        crescent(picture, place, unit * 0.075, palette.disk)
    elif {Mood.DAWN, Mood.DUSK, Mood.DAY, Mood.WARM} & set(moods):
        glow(picture, place, unit * 0.9, mix(palette.disk, palette.horizon, 0.4), 0.6)
        if hits(prompt, "sunrise sunset 日出 日落"):
            disk(picture, place, unit * 0.085, palette.disk)
    if Mood.WINTER in moods:
        snowfall(picture, unit, rng)
    if Mood.FOG in moods or hits(prompt, "soft softer calm calmer 柔 柔和 朦胧"):
        veil(picture, palette.horizon, ((0, 0.1), (0.4, 0.2), (0.72, 0.5), (1, 0.3)))
    if not moods:
        veil(picture, palette.near, ((0, 0.3), (0.25, 0.0), (0.7, 0.0), (1, 0.45)))
