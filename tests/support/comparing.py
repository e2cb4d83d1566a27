"""Pictures of one tree held against each other."""

from dataclasses import dataclass, replace

from studio.domain.judgement import Standing
from studio.domain.version import Version
from studio.engine.events import VersionsChanged
from studio.viewmodels.compare import CompareViewModel
from tests.domain.making import NOON
from tests.support.gallery import numbered, write_versions
from tests.support.viewing import BLUE, GREEN, RED, Viewing, draw, save

FLICKER_MS = 5


@dataclass(slots=True)
class Comparing:
    """`ids` are those of `family`: a root, and others that continue one another."""

    viewing: Viewing
    compare: CompareViewModel
    ids: list[str]
    versions: list[Version]

    def open(self, at: int = -1) -> None:
        self.viewing.viewer.open(self.ids, self.ids[at])

    def trash(self, at: int) -> None:
        """As if the person had thrown it away."""
        version = self.versions[at]
        standing = Standing(version.project, version.judgement, NOON)
        self.viewing.shown.around.bridge.happened.emit(VersionsChanged(((version.id, standing),)))


def comparing(view: Viewing, versions: list[Version]) -> Comparing:
    shown = view.shown
    compare = CompareViewModel(
        viewer=view.viewer,
        versions=shown.versions,
        pictures=view.pictures,
        judging=view.judging,
        tasks=shown.around.tasks,
        notices=shown.around.notices,
        flicker_ms=FLICKER_MS,
    )
    return Comparing(view, compare, view.hold(versions), versions)


def family(view: Viewing, *sizes: tuple[int, int]) -> list[Version]:
    """Versions with files of these sizes; each continues the one before it."""
    folder, made = view.shown.around.folder, list[Version]()
    for number, (width, height) in enumerate(sizes, 1):
        parent = made[-1].id if made else None
        version = replace(numbered(number, parent=parent), number=number)
        colours = (RED, GREEN, BLUE)[number % 3 :] + (RED, GREEN, BLUE)[: number % 3]
        made.append(save(folder, version, draw(width, height, *colours)))
    write_versions(folder, made)
    return made
