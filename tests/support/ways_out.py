"""The view-models of the ways out beside the export dialog, over a library with two foxes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from studio.viewmodels.copying import CopyingViewModel
from studio.viewmodels.details import DetailsViewModel
from studio.viewmodels.dragging import DraggedFiles
from studio.viewmodels.exporting import ExportingViewModel
from studio.viewmodels.jobs import JobsViewModel
from studio.viewmodels.linking import LinkingViewModel
from studio.viewmodels.settling import SettlingViewModel

if TYPE_CHECKING:
    from tests.viewmodels.test_missing import Desk


class WaysOut:
    """What a window makes of them."""

    def __init__(self, desk: Desk) -> None:
        around = desk.around
        bridge, tasks, notices = around.bridge, around.tasks, around.notices
        self.exporting = ExportingViewModel(
            bridge=bridge, tasks=tasks, notices=notices, session=around.session
        )
        self.copying = CopyingViewModel(outgoing=desk.outgoing, notices=notices, waiting=desk.waiting)
        self.dragged = DraggedFiles(
            library=around.folder,
            folders=around.folders,
            session=around.session,
            exporting=self.exporting,
            outgoing=desk.outgoing,
            missing=desk.missing,
            tasks=tasks,
        )
        settling = SettlingViewModel(bridge=bridge, tasks=tasks, notices=notices)
        jobs = JobsViewModel(
            bridge=bridge, session=around.session, settling=settling, tasks=tasks, monotonic=time.monotonic
        )
        self.details = DetailsViewModel(bridge=bridge, tasks=tasks, jobs=jobs)
        self.linking = LinkingViewModel(
            bridge=bridge,
            tasks=tasks,
            notices=notices,
            details=self.details,
            folders=around.folders,
            home=around.folder.parent,
        )
