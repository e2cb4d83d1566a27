"""The view-models of one window, wired to each other and to the bridge."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from studio.library.draft import write_draft
from studio.library.drawings import read_drawing, write_drawing
from studio.settings.catalog import load_model
from studio.settings.settings import unread_settings
from studio.viewmodels.actions import Actions
from studio.viewmodels.balance import BalanceKeeper
from studio.viewmodels.code_copying import CodeCopying
from studio.viewmodels.compare import CompareViewModel
from studio.viewmodels.composer import ComposerViewModel
from studio.viewmodels.compositing import CompositingViewModel
from studio.viewmodels.copying import CopyingViewModel
from studio.viewmodels.counts import Counts
from studio.viewmodels.crop import CropViewModel
from studio.viewmodels.crop_copying import CropCopying
from studio.viewmodels.details import DetailsViewModel
from studio.viewmodels.difference import DifferenceViewModel
from studio.viewmodels.dragging import DraggedFiles
from studio.viewmodels.drawings import Drawings
from studio.viewmodels.exporting import ExportingViewModel
from studio.viewmodels.first_run import ConnectViewModel
from studio.viewmodels.frame import FrameViewModel
from studio.viewmodels.full_pictures import FullPictures
from studio.viewmodels.guides import GuidesViewModel
from studio.viewmodels.importing import ImportViewModel
from studio.viewmodels.jobs import JobsViewModel
from studio.viewmodels.judging import JudgingViewModel
from studio.viewmodels.leaving import LeavingViewModel
from studio.viewmodels.ledger import LedgerViewModel
from studio.viewmodels.linking import LinkingViewModel
from studio.viewmodels.markup import MarkupViewModel
from studio.viewmodels.missing import MissingViewModel
from studio.viewmodels.notices import Notices
from studio.viewmodels.outgoing import OutgoingViewModel
from studio.viewmodels.own_evidence import OwnEvidence
from studio.viewmodels.projects import ProjectsViewModel
from studio.viewmodels.region import RegionViewModel
from studio.viewmodels.saving import SavingViewModel
from studio.viewmodels.search import SearchViewModel
from studio.viewmodels.session import SessionViewModel
from studio.viewmodels.settling import SettlingViewModel
from studio.viewmodels.suggestions import SuggestionsViewModel
from studio.viewmodels.tags import TagsViewModel
from studio.viewmodels.teaching import TeachingViewModel
from studio.viewmodels.tree_page import TreePageViewModel
from studio.viewmodels.viewer import ViewerViewModel
from studio.viewmodels.waiting import WaitingViewModel

if TYPE_CHECKING:
    from studio.app.front import Front
    from studio.app.shelf import Shelf
    from studio.domain.job import Job

_CARDS_REST_MS = 60
"""Too short to be seen, long enough for the window to do other things while replies arrive."""


class ViewModels:
    """Everything between the engine and the widgets. Reads the catalog; loads nothing heavy."""

    def __init__(self, front: Front, shelf: Shelf, *, gateway_of_this_run: str | None) -> None:
        self.folder = front.library
        self.folders = front.folders
        self.bridge = shelf.bridge
        self.tasks = shelf.tasks
        self.thumbnails = shelf.thumbnails
        self.versions = shelf.versions
        self.listing = shelf.listing
        self.gallery = shelf.gallery
        self.desk = shelf.desk
        self.notices = Notices()
        self.session = SessionViewModel(
            settings=front.settings,
            catalog=load_model(front.folders),
            folders=front.folders,
            bridge=self.bridge,
            gateway_of_this_run=gateway_of_this_run,
        )
        self.evidence = OwnEvidence(
            session=self.session, bridge=self.bridge, tasks=self.tasks, now=lambda: datetime.now(UTC)
        )
        self.composer = ComposerViewModel(
            session=self.session,
            evidence=self.evidence,
            bridge=self.bridge,
            tasks=self.tasks,
            draft=front.draft,
            save_draft=lambda draft: write_draft(self.folder, draft),
        )
        self.settling = SettlingViewModel(bridge=self.bridge, tasks=self.tasks, notices=self.notices)
        self.jobs = JobsViewModel(
            bridge=self.bridge,
            session=self.session,
            settling=self.settling,
            tasks=self.tasks,
            monotonic=time.monotonic,
            rest_ms=_CARDS_REST_MS,
        )
        self.gallery.show_jobs(self.jobs)
        self.details = DetailsViewModel(bridge=self.bridge, tasks=self.tasks, jobs=self.jobs)
        self.tree_page = TreePageViewModel(self.details)
        self.saving = SavingViewModel(
            folder=self.folder, bridge=self.bridge, tasks=self.tasks, notices=self.notices
        )
        self.judging = JudgingViewModel(
            bridge=self.bridge, session=self.session, tasks=self.tasks, notices=self.notices
        )
        self.actions = Actions(session=self.session, tasks=self.tasks)
        self.tags = TagsViewModel(bridge=self.bridge, tasks=self.tasks, judging=self.judging)
        self._make_finding()
        self._make_exchange()
        self.pictures = FullPictures(folder=self.folder)
        self.viewer = ViewerViewModel(
            bridge=self.bridge,
            tasks=self.tasks,
            versions=self.versions,
            pictures=self.pictures,
            judging=self.judging,
            random=Random(),
        )
        self.compare = CompareViewModel(
            viewer=self.viewer,
            versions=self.versions,
            pictures=self.pictures,
            judging=self.judging,
            tasks=self.tasks,
            notices=self.notices,
        )
        self.difference = DifferenceViewModel(tasks=self.tasks)
        self._make_drawing()
        self.connect = ConnectViewModel(session=self.session, tasks=self.tasks, notices=self.notices)
        self.leaving = LeavingViewModel(jobs=self.jobs, exporting=self.exporting)
        self.tasks.failed.connect(self.notices.report)
        self.tasks.crashed.connect(self.notices.report_bug)
        self.jobs.edit_requested.connect(self._edit)

    def _make_drawing(self) -> None:
        """What is drawn on the picture that is looked at, and kept with it."""
        self.drawings = Drawings(
            tasks=self.tasks,
            read=lambda version_id: read_drawing(self.folder, version_id),
            write=lambda version_id, drawing: write_drawing(self.folder, version_id, drawing),
        )
        self.versions.gone.connect(self.drawings.drop)
        self.markup = MarkupViewModel(
            viewer=self.viewer,
            drawings=self.drawings,
            composer=self.composer,
            bridge=self.bridge,
            tasks=self.tasks,
        )
        self.region = RegionViewModel(
            viewer=self.viewer, drawings=self.drawings, composer=self.composer, tasks=self.tasks
        )

        self.guides = GuidesViewModel(viewer=self.viewer)
        copying = CropCopying(folder=self.folder, tasks=self.tasks, notices=self.notices)
        self.crop = CropViewModel(viewer=self.viewer, copying=copying)
        self.frame = FrameViewModel(viewer=self.viewer, crop=self.crop)

    def _make_finding(self) -> None:
        """What the gallery is asked for: by words, by place, by order."""
        bridge, tasks = self.bridge, self.tasks
        counts = Counts(bridge=bridge, tasks=tasks)
        started = datetime.now().astimezone()
        self.search = SearchViewModel(
            bridge=bridge, tasks=tasks, counts=counts, session_term=f"after:{started:%Y-%m-%dT%H:%M:%S}"
        )
        self.projects = ProjectsViewModel(
            bridge=bridge, tasks=tasks, session=self.session, search=self.search, judging=self.judging
        )
        self.suggestions = SuggestionsViewModel(
            bridge=bridge,
            tasks=tasks,
            session=self.session,
            search=self.search,
            projects=self.projects,
            today=date.today,
        )
        self.teaching = TeachingViewModel(bridge=bridge, tasks=tasks, search=self.search)
        self.search.query_changed.connect(lambda: self.gallery.set_query(self.search.query))

    def _make_exchange(self) -> None:
        """What comes in from elsewhere, goes out again, or is told; and what is missing of it."""
        bridge, tasks, notices = self.bridge, self.tasks, self.notices
        self.waiting = WaitingViewModel()
        self.missing = MissingViewModel(bridge=bridge, tasks=tasks, notices=notices, waiting=self.waiting)
        self.outgoing = OutgoingViewModel(
            folder=self.folder,
            bridge=bridge,
            tasks=tasks,
            notices=notices,
            missing=self.missing,
            waiting=self.waiting,
        )
        self.importing = ImportViewModel(
            bridge=bridge,
            tasks=tasks,
            notices=notices,
            project=lambda: self.projects.state.current,
            undo=self.judging.undo,
        )
        self.exporting = ExportingViewModel(bridge=bridge, tasks=tasks, notices=notices, session=self.session)
        self.copying = CopyingViewModel(outgoing=self.outgoing, notices=notices, waiting=self.waiting)
        self.dragged = DraggedFiles(
            library=self.folder,
            folders=self.folders,
            session=self.session,
            exporting=self.exporting,
            outgoing=self.outgoing,
            missing=self.missing,
            tasks=tasks,
        )
        self.linking = LinkingViewModel(
            bridge=bridge,
            tasks=tasks,
            notices=notices,
            details=self.details,
            folders=self.folders,
            home=Path.home(),
        )
        self.linking.state_changed.connect(lambda: self.tree_page.show_linked(self.linking.state.names))
        self.ledger = LedgerViewModel(bridge=bridge, tasks=tasks, notices=notices, today=date.today)
        self.compositing = CompositingViewModel(bridge=bridge, tasks=tasks, notices=notices)
        self.code = CodeCopying(
            session=self.session, composer=self.composer, bridge=bridge, tasks=tasks, notices=notices
        )
        self.balance = BalanceKeeper(
            session=self.session,
            composer=self.composer,
            bridge=bridge,
            tasks=tasks,
            now=lambda: datetime.now(UTC),
        )
        self.outgoing.references_requested.connect(self.composer.add_pictures)
        self.missing.import_requested.connect(self._import_one)

    def _import_one(self, path: Path) -> None:
        self.importing.bring_in((path,))

    def _edit(self, job: Job) -> None:
        self.composer.use_recipe(job.order.recipe, group=job.order.group)

    def continue_from(self, version_id: str) -> None:
        """Make this version the parent of the next order."""

        async def find() -> None:
            version = await self.bridge.ask(lambda studio: studio.library.version(version_id))
            self.composer.continue_from(version)

        self.tasks.start(find)

    async def choose_newest(self) -> None:
        """Show the details of the newest version, if there is one, with its tree."""
        for version in await self.bridge.ask(lambda studio: studio.library.versions(limit=1)):
            self.details.choose(version)
            await self.details.read_tree()

    async def begin(self) -> None:
        """The engine is open: fill what shows the library."""
        await self.gallery.begin()
        await self.jobs.begin()
        await self.session.begin()
        await self.search.begin()
        await self.projects.begin()
        await self.dragged.clear()
        if (unread := unread_settings(self.folders)) is not None:
            self.notices.report_unread_settings(unread)

    async def end(self) -> None:
        """The person leaves: keep the draft, end what runs, save what arrives."""
        await self.composer.finish()
        await self.drawings.finish()
        await self.desk.keep()
        await self.tasks.end()
        await self.dragged.clear()
        await self.bridge.close()
        self.thumbnails.end()
        self.pictures.end()
