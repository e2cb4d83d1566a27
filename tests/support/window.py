"""A window's surroundings without the window: its loop, its engine in a thread, a library in a folder."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import qasync
from PySide6.QtCore import QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication

from studio.domain.catalog import Model
from studio.domain.model_page import read_model_page
from studio.engine.compose import compose
from studio.engine.thread import EngineThread
from studio.keychain import Keychain
from studio.library.draft import Draft
from studio.settings import Folders, Settings
from studio.viewmodels.bridge import Bridge
from studio.viewmodels.composer import ComposerViewModel
from studio.viewmodels.notices import Notice, Notices
from studio.viewmodels.own_evidence import OwnEvidence
from studio.viewmodels.session import SessionViewModel
from studio.viewmodels.tasks import Tasks

Answer = TypeVar("Answer")
DEADLINE_SECONDS = 20.0
STORY_SECONDS = 180.0
PAGE = Path(__file__).parent.parent / "data" / "model-page.txt"


def page_model() -> Model:
    """The catalog as the gateway's own page says it."""
    return read_model_page(PAGE.read_text(encoding="utf-8"), read_on=date(2026, 11, 20))


async def until(condition: Callable[[], object]) -> None:
    """Return as soon as the condition holds."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while not condition():  # noqa: ASYNC110 - what is waited for may be anything
            await asyncio.sleep(0.005)


async def by_hand(act: Callable[[], object]) -> None:
    """Click and type from Qt's own loop, as real mice and keys do.

    QTest handles events while it clicks, and a coroutine that handles events loses its loop.
    """
    done = asyncio.get_running_loop().create_future()

    def run() -> None:
        try:
            act()
        finally:
            done.set_result(None)

    QTimer.singleShot(0, run)
    await done


class _Timers(qasync._SimpleTimer):  # pyright: ignore[reportPrivateUsage]  # nothing else wakes tasks
    """Wakes no task while another one is at work.

    A coroutine that handles events (QTest does, while it clicks) would step into the next task; asyncio
    forbids that, and the next task then never wakes again.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._loop = loop

    def timerEvent(self, event: QTimerEvent) -> None:
        """A timer goes on until its callback was called, so this one comes again."""
        if asyncio.current_task(self._loop) is None:
            super().timerEvent(event)  # pyright: ignore[reportUnknownMemberType]  # untyped


def run_in_window(application: QApplication, story: Coroutine[Any, Any, Answer]) -> Answer:
    """Run a story on the loop that the real window uses."""
    # A dialog of a test is often the only window: the loop must outlive it.
    application.setQuitOnLastWindowClosed(False)
    loop = cast(Any, qasync.QEventLoop(application))
    loop._timer = _Timers(loop)
    try:
        # Where nothing happens any more, no signal reaches Python, and so no time limit of a test.
        return loop.run_until_complete(asyncio.wait_for(story, STORY_SECONDS))
    finally:
        loop.close()


@dataclass(slots=True)
class Surroundings:
    """What the window's parts are made with; `drafts` is every draft that was written."""

    folder: Path
    session: SessionViewModel
    bridge: Bridge
    tasks: Tasks
    notices: Notices
    evidence: OwnEvidence
    catalog: Model
    keychain: Keychain
    folders: Folders
    drafts: list[Draft] = field(default_factory=list[Draft])
    composers: list[ComposerViewModel] = field(default_factory=list[ComposerViewModel])
    said: list[Notice] = field(default_factory=list[Notice])

    def composer(self, draft: Draft | None = None) -> ComposerViewModel:
        made = ComposerViewModel(
            session=self.session,
            evidence=self.evidence,
            bridge=self.bridge,
            tasks=self.tasks,
            draft=draft,
            save_draft=self.drafts.append,
        )
        self.composers.append(made)
        return made

    @asynccontextmanager
    async def engine(self) -> AsyncGenerator[None]:
        """The engine, open and known to the session. What a click started has ended when it is left."""
        crashes: list[str] = []
        self.tasks.crashed.connect(crashes.append)
        self.tasks.begin(asyncio.get_running_loop())
        settings = self.session.state.settings
        make = EngineThread(
            lambda: compose(
                folder=self.folder,
                settings=settings,
                model=self.catalog,
                keychain=self.keychain,
                folders=self.folders,
            )
        )
        await self.bridge.open(make)
        await self.session.begin()
        try:
            yield
        finally:
            for composer in self.composers:
                await composer.finish()
            await self.tasks.end()
            await self.bridge.close()
        assert not crashes, crashes[0]


def surroundings(
    folder: Path,
    *,
    settings: Settings | None = None,
    catalog: Model | None = None,
    keychain: Keychain | None = None,
) -> Surroundings:
    """Everything in `folder`; no keychain unless one is given but that of the session."""
    folders = Folders(folder / "config", folder / "state", folder / "pictures")
    bridge, tasks, model = Bridge(), Tasks(), catalog or page_model()
    session = SessionViewModel(settings=settings or Settings(), catalog=model, folders=folders, bridge=bridge)
    made = Surroundings(
        folder=folder / "library",
        session=session,
        bridge=bridge,
        tasks=tasks,
        notices=Notices(),
        evidence=OwnEvidence(session=session, bridge=bridge, tasks=tasks, now=lambda: datetime.now(UTC)),
        catalog=model,
        keychain=keychain or Keychain(),
        folders=folders,
    )
    made.notices.posted.connect(made.said.append)
    return made
