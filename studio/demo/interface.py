"""What drafts of screens are made of: colours taken from a palette, round panels, words."""

from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image, ImageDraw

from studio.demo.canvas import font, scaled
from studio.demo.palette import Colour, Mood, Palette, brightness, mix

Box: TypeAlias = tuple[float, float, float, float]

NAMES = ("Northwind", "Alder", "Lumen", "Tideline", "Kestrel", "Halcyon")
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (10, 10, 14)


@dataclass(frozen=True, slots=True)
class Skin:
    """The colours of an interface, taken from a palette."""

    surface: Colour
    raised: Colour
    ink: Colour
    faint: Colour
    accent: Colour
    on_accent: Colour


def skin_of(palette: Palette, moods: tuple[Mood, ...]) -> Skin:
    dark = Mood.NIGHT in moods or Mood.STORM in moods
    surface = mix(palette.near, BLACK, 0.35) if dark else mix(palette.disk, WHITE, 0.72)
    ink = mix(palette.disk, WHITE, 0.5) if dark else mix(palette.near, BLACK, 0.35)
    accent = palette.accent if dark else mix(palette.accent, palette.near, 0.12)
    return Skin(
        surface=surface,
        raised=mix(surface, ink, 0.08),
        ink=ink,
        faint=mix(surface, ink, 0.5),
        accent=accent,
        on_accent=BLACK if brightness(accent) > 150 else WHITE,
    )


def panel(picture: Image.Image, box: Box, radius: float, colour: Colour, strength: float = 1.0) -> None:
    """A rectangle with round corners, smooth, `strength` 0 to 1."""
    left, top, right, bottom = (round(edge) for edge in box)
    wide, tall = max(2, right - left), max(2, bottom - top)
    mask = Image.new("L", (wide * 2, tall * 2))
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, wide * 2 - 1, tall * 2 - 1), radius=radius * 2, fill=round(255 * strength)
    )
    picture.paste(colour, (left, top), mask.reduce(2))


def shadow(picture: Image.Image, box: Box, reach: float, strength: float) -> None:
    """A soft shadow below a panel: drawn small and spread, which blurs it."""
    left, top, right, bottom = box
    step = max(2, round(reach))
    wide, tall = round((right - left + 4 * reach) / step), round((bottom - top + 4 * reach) / step)
    mask = Image.new("L", (max(6, wide), max(6, tall)))
    edge = reach * 2 / step
    ImageDraw.Draw(mask).rounded_rectangle(
        (edge, edge, mask.width - edge, mask.height - edge), radius=2, fill=round(255 * strength)
    )
    at = (round(left - 2 * reach), round(top - reach * 1.3))
    picture.paste(BLACK, at, scaled(mask, (mask.width * step, mask.height * step)))


def write(
    picture: Image.Image, at: tuple[float, float], words: str, pixels: float, colour: Colour, anchor: str
) -> None:
    ImageDraw.Draw(picture).text(at, words, fill=colour, font=font(pixels), anchor=anchor)
