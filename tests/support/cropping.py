"""Crops, device frames and guides over a viewer."""

from dataclasses import dataclass

from studio.viewmodels.crop import CropViewModel
from studio.viewmodels.crop_actions import crop_actions
from studio.viewmodels.crop_copying import CropCopying
from studio.viewmodels.frame import FrameViewModel
from studio.viewmodels.frame_actions import frame_actions
from studio.viewmodels.guide_actions import guide_actions
from studio.viewmodels.guides import GuidesViewModel
from studio.viewmodels.viewer_state import ViewerMode
from tests.support.viewing import Viewing, pictures_in


@dataclass(slots=True)
class CroppingOn:
    """`made` is the viewer with its library."""

    made: Viewing
    crop: CropViewModel
    frame: FrameViewModel
    guides: GuidesViewModel

    def open(self, mode: ViewerMode, *, width: int = 1600, height: int = 1200, count: int = 2) -> list[str]:
        """Look at the first of so many pictures, and go into this mode; gives their ids."""
        ids = self.made.hold(pictures_in(self.made.shown, count, width=width, height=height))
        self.made.viewer.open(ids, ids[0])
        self.made.viewer.look.set_mode(mode)
        return ids


def cropping_on(made: Viewing) -> CroppingOn:
    around, viewer = made.shown.around, made.viewer
    copying = CropCopying(folder=around.folder, tasks=around.tasks, notices=around.notices)
    crop = CropViewModel(viewer=viewer, copying=copying)
    frame = FrameViewModel(viewer=viewer, crop=crop)
    guides = GuidesViewModel(viewer=viewer)
    made.actions.add(crop_actions(viewer, crop))
    made.actions.add(frame_actions(viewer, frame))
    made.actions.add(guide_actions(viewer, guides, change=lambda: None))
    return CroppingOn(made, crop, frame, guides)
