"""Pictures such as people edit, and what a model makes of them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

import pyvips
from PIL import Image, ImageDraw

from studio.demo.drawing import Sketch, unmarked
from studio.domain.geometry import PixelSize
from studio.domain.marks import Patch, PatchKind, Region

PHOTOGRAPH, SCREEN = "harbour with boats at dusk", "dashboard with charts"
BOX = (0.3, 0.35, 0.6, 0.7)


@lru_cache(maxsize=8)
def scene(prompt: str, width: int, height: int) -> Image.Image:
    """The same each time."""
    return unmarked(Sketch(prompt, PixelSize(width, height), 0))


def boxed(box: tuple[float, float, float, float] = BOX, *, feather: float = 0.01) -> Region:
    """A region of one box: left, top, right, bottom."""
    left, top, right, bottom = box
    return Region((Patch(PatchKind.BOX, ((left, top), (right, bottom))),), feather)


def repainted(picture: Image.Image, box: tuple[float, float, float, float] = BOX) -> Image.Image:
    """Something else inside the box."""
    painted = picture.convert("RGB")
    width, height = painted.size
    inside = [round(part * side) for part, side in zip(box, (width, height) * 2, strict=True)]
    patch = Image.new("RGB", (inside[2] - inside[0], inside[3] - inside[1]), (40, 160, 90))
    draw, chance = ImageDraw.Draw(patch), Random(5)
    for _ in range(40):
        x, y, radius = chance.uniform(0, patch.width), chance.uniform(0, patch.height), chance.uniform(3, 40)
        colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    painted.paste(patch, (inside[0], inside[1]))
    return painted


@dataclass(frozen=True, slots=True)
class Moved:
    """A place (x, y) of the moved picture is (scale * x + dx, scale * y + dy) of what it was made of."""

    dx: float
    dy: float
    scale: float

    def made_of(self, picture: Image.Image, size: tuple[int, int]) -> Image.Image:
        """As a model gives it back: moved and scaled, a little of another colour, and compressed."""
        image = pyvips.Image.new_from_memory(picture.tobytes(), *picture.size, 3, "uchar")
        image = image.copy(interpretation="srgb")
        share = 1 / self.scale
        if share < 0.7:
            image, share = image.shrink(2, 2), share * 2
        moved = image.affine(
            [share, 0, 0, share],
            oarea=[0, 0, *size],
            odx=-self.dx / self.scale + (share - 1) / 2,
            ody=-self.dy / self.scale + (share - 1) / 2,
            interpolate=pyvips.Interpolate.new("bicubic"),
            extend="copy",
        )
        data = (moved * [1.03, 0.98, 1.0] + [2, -3, 4]).cast("uchar").jpegsave_buffer(Q=85)
        return pyvips_to_pillow(pyvips.Image.new_from_buffer(data, ""))


def pyvips_to_pillow(image: pyvips.Image) -> Image.Image:
    """Of three bands of eight bits."""
    return Image.frombytes("RGB", (image.width, image.height), image.write_to_memory())


def saved(picture: Image.Image, path: Path) -> Path:
    """By its ending; PNG quickly."""
    picture.save(path, compress_level=1)
    return path
