"""The view-models of one window, wired to each other and to the bridge."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.library.draft import read_draft, write_draft
from studio.settings import Folders, load_model, load_settings
from studio.viewmodels.bridge import Bridge
from studio.viewmodels.composer import ComposerViewModel
from studio.viewmodels.details import DetailsViewModel
from studio.viewmodels.first_run import ConnectViewModel
from studio.viewmodels.gallery import GalleryModel
from studio.viewmodels.jobs import JobsViewModel
from studio.viewmodels.leaving import LeavingViewModel
from studio.viewmodels.notices import Notices
from studio.viewmodels.saving import SavingViewModel
from studio.viewmodels.session import SessionViewModel
from studio.viewmodels.tasks import Tasks
from studio.viewmodels.thumbnails import Thumbnails

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Job
    from studio.domain.keys import Secret


@dataclass(frozen=True, slots=True)
class WindowWishes:
    """How the window is opened: None means as it is set. `gateway` and the key hold for this run alone.

    With `picture` the window is drawn to that PNG once its gallery is filled, and closed again.
    """

    library: Path | None = None
    gateway: str | None = None
    environment_key: Secret | None = None
    picture: Path | None = None


class ViewModels:
    """Everything between the engine and the widgets. Reads settings, catalog and draft; loads nothing heavy."""

    def __init__(self, *, wishes: WindowWishes, folders: Folders) -> None:
        settings = load_settings(folders)
        self.folder = wishes.library or settings.library or folders.library
        self.bridge = Bridge()
        self.tasks = Tasks()
        self.notices = Notices()
        self.session = SessionViewModel(
            settings=settings,
            catalog=load_model(folders),
            folders=folders,
            bridge=self.bridge,
            gateway_of_this_run=wishes.gateway,
        )
        self.thumbnails = Thumbnails(folder=self.folder, bridge=self.bridge, tasks=self.tasks)
        self.composer = ComposerViewModel(
            session=self.session,
            bridge=self.bridge,
            tasks=self.tasks,
            draft=read_draft(self.folder),
            save_draft=lambda draft: write_draft(self.folder, draft),
        )
        self.jobs = JobsViewModel(
            bridge=self.bridge, session=self.session, tasks=self.tasks, monotonic=time.monotonic
        )
        self.gallery = GalleryModel(bridge=self.bridge, tasks=self.tasks, jobs=self.jobs)
        self.details = DetailsViewModel(bridge=self.bridge, tasks=self.tasks, jobs=self.jobs)
        self.saving = SavingViewModel(
            folder=self.folder, bridge=self.bridge, tasks=self.tasks, notices=self.notices
        )
        self.connect = ConnectViewModel(session=self.session, tasks=self.tasks, notices=self.notices)
        self.leaving = LeavingViewModel(jobs=self.jobs)
        self.tasks.failed.connect(self.notices.report)
        self.tasks.crashed.connect(self.notices.report_bug)
        self.jobs.edit_requested.connect(self._edit)

    def _edit(self, job: Job) -> None:
        self.composer.use_recipe(job.order.recipe, group=job.order.group)

    def continue_from(self, version_id: str) -> None:
        """Make this version the parent of the next order."""

        async def find() -> None:
            version = await self.bridge.ask(lambda studio: studio.library.version(version_id))
            self.composer.continue_from(version)

        self.tasks.start(find)

    async def begin(self) -> None:
        """The engine is open: fill what shows the library."""
        await self.gallery.begin()
        await self.jobs.begin()
        await self.session.begin()

    async def end(self) -> None:
        """The person leaves: keep the draft, end what runs, save what arrives."""
        await self.composer.finish()
        await self.tasks.end()
        await self.bridge.close()
        self.thumbnails.end()
