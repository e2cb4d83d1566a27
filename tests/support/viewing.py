"""A viewer over a library in a folder, with pictures whose files are there."""

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from studio.domain.version import Version
from studio.viewmodels.actions import Actions
from studio.viewmodels.full_pictures import FullPictures
from studio.viewmodels.judging import JudgingViewModel
from studio.viewmodels.slideshow import Slideshow
from studio.viewmodels.viewer import ViewerViewModel
from studio.viewmodels.viewer_actions import viewer_actions
from tests.support.gallery import Shelf, numbered, write_versions

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (40, 60, 190)
SECOND_MS = 1


@dataclass(slots=True)
class Viewing:
    """`second_ms` of the slideshow is a millisecond."""

    shown: Shelf
    judging: JudgingViewModel
    pictures: FullPictures
    viewer: ViewerViewModel
    slideshow: Slideshow
    actions: Actions

    def hold(self, versions: Iterable[Version]) -> list[str]:
        """Let these be known, as those are that the gallery shows; gives their ids."""
        known = list(versions)
        self.shown.versions.hold(known)
        return [version.id for version in known]

    def end(self) -> None:
        self.pictures.end()


def viewing(shown: Shelf, *, slow_ms: int = 1000) -> Viewing:
    # What an earlier test left must not be found by the threads that read: timers die where they live.
    gc.collect()
    around = shown.around
    bridge, tasks, session = around.bridge, around.tasks, around.session
    judging = JudgingViewModel(bridge=bridge, session=session, tasks=tasks, notices=around.notices)
    pictures = FullPictures(folder=around.folder)
    viewer = ViewerViewModel(
        bridge=bridge,
        tasks=tasks,
        versions=shown.versions,
        pictures=pictures,
        judging=judging,
        random=Random(7),
        slow_ms=slow_ms,
    )
    actions = Actions(session=session, tasks=tasks)
    actions.add(viewer_actions(viewer))
    slideshow = Slideshow(viewer, viewer.look, second_ms=SECOND_MS)
    return Viewing(shown, judging, pictures, viewer, slideshow, actions)


def draw(width: int, height: int, *colours: tuple[int, int, int], mode: str = "RGB") -> Image.Image:
    """Four quarters in these colours, from the top left on, line by line; fewer colours begin again."""
    image = Image.new(mode, (width, height))
    pen = ImageDraw.Draw(image)
    for number in range(4):
        left, top = (number % 2) * width // 2, (number // 2) * height // 2
        pen.rectangle((left, top, left + width // 2, top + height // 2), fill=colours[number % len(colours)])
    return image


def save(folder: Path, version: Version, image: Image.Image, kind: str = "PNG") -> Version:
    """Write the picture's file, and give the version that it is then."""
    path = folder / version.path
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, kind)
    return replace(version, width=image.width, height=image.height, size=path.stat().st_size)


def pictures_in(
    shown: Shelf,
    count: int,
    *,
    width: int = 640,
    height: int = 480,
    colours: Sequence[tuple[int, int, int]] = (),
) -> list[Version]:
    """So many versions with files, known to the library's index, each continuing none."""
    folder = shown.around.folder
    made = [
        save(folder, numbered(number), draw(width, height, *(colours or (RED, GREEN, BLUE))))
        for number in range(1, count + 1)
    ]
    write_versions(folder, made)
    return made
