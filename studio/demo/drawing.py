"""Sample pictures: deterministic by prompt and seed, at the exact size asked, marked DEMO.

A picture is composed at no more than two megapixels and brought to its size at the end, with fresh grain: in
a thread of the window's process a stroke must not hold the interpreter lock for long.
"""

import hashlib
import math
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from random import Random

from PIL import Image, ImageOps

from studio.demo.canvas import grain, scaled, veil
from studio.demo.city import skyline
from studio.demo.edit import Wish, drifted, edit
from studio.demo.landscape import looking, mountains
from studio.demo.mark import keep_mark, mark, mark_of
from studio.demo.palette import Mood, Palette, hits, moods_of, palette_for
from studio.demo.said import Box
from studio.demo.screens import screen
from studio.demo.shores import desert, sea
from studio.demo.weather import rain, snowfall
from studio.domain.geometry import PixelSize

COMPOSED_PIXELS = 1_800_000
LARGEST_INPUT_PIXELS = 200_000_000
GRAIN = 5
GRAIN_OF_EDITS = 2
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


class Form(StrEnum):
    """The formats the demo delivers."""

    PNG = "image/png"
    JPEG = "image/jpeg"


class Motif(StrEnum):
    """What a picture shows; earlier members win when the prompt names several."""

    SCREEN = "screen"
    CITY = "city"
    SEA = "sea"
    DESERT = "desert"
    MOUNTAINS = "mountains"


MOTIF_WORDS: dict[Motif, str] = {
    Motif.SCREEN: (
        "login signin signup screen screens app ui ux interface dashboard form mobile website landing "
        "登录 登陆 注册 界面 应用 仪表 看板 网页 表单 手机"
    ),
    Motif.CITY: "city cities skyline town street urban building buildings tower towers 城市 都市 街 楼 建筑",
    Motif.SEA: "sea ocean beach coast wave waves lake harbour harbor island boat ship 海 洋 湖 岛 浪 船",
    Motif.DESERT: "desert dune dunes sand canyon 沙漠 沙丘 戈壁",
    Motif.MOUNTAINS: "mountain mountains peak peaks hill hills valley alps forest woods trees 山 峰 谷 森林",
}


@dataclass(frozen=True, slots=True)
class Sketch:
    """One picture to draw. `take` tells apart the pictures of one prompt.

    Sources are encoded pictures, of which the last is changed: in these places alone, or where the copy of it
    that is `marked` says so; anywhere without either.
    """

    prompt: str
    size: PixelSize
    take: int
    sources: tuple[bytes, ...] = ()
    places: tuple[Box, ...] = ()
    marked: bytes | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """An encoded picture."""

    form: Form
    data: bytes
    size: PixelSize


class UnreadablePicture(Exception):
    """A picture that came with the request can't be decoded."""


def digest(prompt: str) -> int:
    """The prompt as a number, the same in every process."""
    return int.from_bytes(hashlib.sha256(prompt.encode("utf-8", "surrogatepass")).digest()[:8])


def form_of(prompt: str) -> Form:
    """PNG for some prompts and JPEG for others, as the real model does."""
    return Form.PNG if digest(prompt) % 5 < 2 else Form.JPEG


def draw(sketch: Sketch) -> Drawn:
    """Draws and encodes; UnreadablePicture when a source is broken."""
    picture = marked(sketch)
    form = form_of(sketch.prompt)
    out = BytesIO()
    if form is Form.PNG:
        picture.save(out, "PNG", compress_level=1)
    else:
        picture.save(out, "JPEG", quality=90)
    return Drawn(form=form, data=out.getvalue(), size=sketch.size)


def marked(sketch: Sketch) -> Image.Image:
    """The finished picture with its DEMO mark, which an edit has from what it changes."""
    picture, old = _finished(sketch)
    if old:
        keep_mark(picture, old)
    else:
        mark(picture)
    return picture


def unmarked(sketch: Sketch) -> Image.Image:
    """The finished picture but for the mark."""
    return _finished(sketch)[0]


def _finished(sketch: Sketch) -> tuple[Image.Image, Image.Image | None]:
    """And the mark of what was changed, if it had one."""
    rng = Random(digest(sketch.prompt) + sketch.take)
    size = (sketch.size.width, sketch.size.height)
    scale = min(1.0, math.sqrt(COMPOSED_PIXELS / (size[0] * size[1])))
    small = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    if not sketch.sources:
        picture = _at_size(compose(small, sketch.prompt, rng), size)
        grain(picture, rng, GRAIN)
        return picture, None
    *others, last = (_opened(source, small) for source in sketch.sources)
    last = ImageOps.fit(last, small, Image.Resampling.BICUBIC)
    wish = Wish(
        sketch.prompt,
        places=sketch.places,
        marked=_opened(sketch.marked, small) if sketch.marked else None,
        points=sketch.points,
    )
    picture = drifted(_at_size(edit(last, tuple(others), wish, rng), size), rng)
    grain(picture, rng, GRAIN_OF_EDITS)
    return picture, mark_of(last)


def _at_size(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture if picture.size == size else scaled(picture, size)


def compose(size: tuple[int, int], prompt: str, rng: Random) -> Image.Image:
    """A new picture for the prompt's words, of the generator's choice where they say nothing."""
    moods = moods_of(prompt)
    palette = palette_for(moods, rng)
    motif = motif_of(prompt)
    if motif is Motif.SCREEN:
        return screen(size, palette, moods, prompt, rng)
    view = looking(size, rng)
    match motif:
        case Motif.CITY:
            picture = skyline(view, palette, moods, rng)
        case Motif.SEA:
            picture = sea(view, palette, moods, rng)
        case Motif.DESERT:
            picture = desert(view, palette, moods, rng)
        case Motif.MOUNTAINS:
            picture = mountains(view, palette, moods, rng)
    _weather(picture, moods, palette, view.unit, rng)
    return picture


def _weather(
    picture: Image.Image, moods: tuple[Mood, ...], palette: Palette, unit: float, rng: Random
) -> None:
    if Mood.STORM in moods:
        rain(picture, unit, rng)
    if Mood.WINTER in moods:
        snowfall(picture, unit, rng)
    if Mood.FOG in moods:
        veil(picture, palette.horizon, ((0, 0.0), (0.4, 0.1), (0.62, 0.5), (0.8, 0.2), (1, 0.0)))


def motif_of(prompt: str) -> Motif:
    """The motif the words name, else one by the prompt's digest: the same for every take of a prompt."""
    named = next((motif for motif in Motif if hits(prompt, MOTIF_WORDS[motif])), None)
    usual = (
        Motif.MOUNTAINS,
        Motif.SEA,
        Motif.MOUNTAINS,
        Motif.CITY,
        Motif.MOUNTAINS,
        Motif.DESERT,
        Motif.SEA,
    )
    return named or usual[digest(prompt) // 7 % len(usual)]


def size_of(source: bytes) -> tuple[int, int]:
    """Width and height from the header alone; UnreadablePicture when there is none."""
    try:
        with Image.open(BytesIO(source)) as picture:
            return picture.size
    except _BROKEN as error:
        raise UnreadablePicture from error


def _opened(source: bytes, wanted: tuple[int, int]) -> Image.Image:
    """Decoded to RGB, no larger than about twice what is wanted."""
    try:
        with Image.open(BytesIO(source)) as picture:
            if picture.width * picture.height > LARGEST_INPUT_PIXELS:
                raise UnreadablePicture
            picture.draft("RGB", wanted)
            _make_room(picture)
            picture.load()
            factor = min(picture.width // wanted[0], picture.height // wanted[1])
            smaller = picture.reduce(factor) if factor > 1 else picture
            return _flat(smaller)
    except _BROKEN as error:
        raise UnreadablePicture from error


def _make_room(picture: Image.Image) -> None:
    """Memory for the pixels, taken by a stroke that lets go of the interpreter lock.

    Left to itself `load` clears the memory first and holds the lock meanwhile: 30 ms at 4096 x 4096.
    """
    if picture.mode in ("RGB", "RGBA", "L"):
        speck = Image.new(picture.mode, (1, 1))
        picture.im = scaled(speck, picture.size, Image.Resampling.NEAREST).im


def _flat(picture: Image.Image) -> Image.Image:
    """On white where it is transparent."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGB", layer.size, (255, 255, 255))
    ground.paste(layer, (0, 0), layer)
    return ground
