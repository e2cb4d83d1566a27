"""What is drawn on, over a viewer: kept drawings, marks, regions, and the composer they go to."""

from dataclasses import dataclass

from studio.library.drawings import read_drawing, write_drawing
from studio.viewmodels.composer import ComposerViewModel
from studio.viewmodels.drawing_actions import drawing_actions
from studio.viewmodels.drawings import Drawings
from studio.viewmodels.markup import MarkupViewModel
from studio.viewmodels.region import RegionViewModel
from tests.support.viewing import Viewing


@dataclass(slots=True)
class DrawingOn:
    """`made` is the viewer with its library."""

    made: Viewing
    composer: ComposerViewModel
    drawings: Drawings
    markup: MarkupViewModel
    region: RegionViewModel


def drawing_on(made: Viewing) -> DrawingOn:
    around = made.shown.around
    composer = around.composer()
    drawings = Drawings(
        tasks=around.tasks,
        read=lambda version_id: read_drawing(around.folder, version_id),
        write=lambda version_id, drawing: write_drawing(around.folder, version_id, drawing),
    )
    viewer, bridge, tasks = made.viewer, around.bridge, around.tasks
    markup = MarkupViewModel(viewer=viewer, drawings=drawings, composer=composer, bridge=bridge, tasks=tasks)
    region = RegionViewModel(viewer=viewer, drawings=drawings, composer=composer, tasks=tasks)
    made.actions.add(drawing_actions(viewer, markup, region))
    return DrawingOn(made, composer, drawings, markup, region)
