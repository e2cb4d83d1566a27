"""Files outside that follow a tree: those of what details show, and what is said when one is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.link import format_of
from studio.domain.words import describe
from studio.viewmodels.link_state import LinkRow, LinkStep, link_rows, linked_names, step_of, step_words
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.domain.export import Preset
    from studio.domain.link import Link, LinkStanding
    from studio.domain.version import Version
    from studio.engine.studio import Studio
    from studio.settings import Folders
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.details import DetailsViewModel
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """One way to write a linked file; without a preset as its ending says."""

    label: str
    suffix: str
    preset: Preset | None = None


@dataclass(frozen=True, slots=True)
class LinkingState:
    """`rows` are the linked files of the tree that details show, `names` those of all trees, by the version
    that is in them.
    """

    rows: tuple[LinkRow, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict[str, str])


class LinkingViewModel(QObject):
    """`show_requested` carries the path of a file that is to be shown where it lies."""

    state_changed = Signal()
    show_requested = Signal(object)

    def __init__(
        self,
        *,
        bridge: Bridge,
        tasks: Tasks,
        notices: Notices,
        details: DetailsViewModel,
        folders: Folders,
        home: Path,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._details = details
        self._folders = folders
        self._home = home
        self._standings: dict[Path, LinkStanding] = {}
        self._state = LinkingState()
        bridge.happened.connect(self._hear)
        bridge.opened.connect(self._begin)
        details.state_changed.connect(self._show)

    @property
    def state(self) -> LinkingState:
        """The state now."""
        return self._state

    def can_use(self, version_id: str) -> bool:
        """Whether this version is of the tree that details show, and a linked file of it holds another."""
        return version_id in self._tree() and any(
            standing.link.version in self._tree() and standing.link.version != version_id
            for standing in self._standings.values()
        )

    def _tree(self) -> set[str]:
        details = self._details.state
        ids = {branch.version.id for branch in details.branches}
        return ids | ({details.version.id} if details.version else set())

    # Linking

    async def choices(self, version: Version) -> tuple[LinkChoice, ...]:
        """Common formats, the version's own first, then the presets that make one file of one size."""
        import asyncio

        own = Path(version.path).suffix.removeprefix(".")
        plain = [LinkChoice(label, suffix) for label, suffix in _PLAIN]
        plain.sort(key=lambda choice: choice.suffix != own)
        return (*plain, *await asyncio.to_thread(_single_presets, self._folders, own))

    def link(self, version: Version, target: Path, choice: LinkChoice) -> None:
        """Have the file follow this version's tree; whoever chose it allowed that it is written over."""

        async def link() -> None:
            from studio.domain.link import form_for

            # A typed ending that names another format counts more than the list of formats.
            fits = format_of(target) is not None and target.suffix.lower() == f".{choice.suffix}"
            form = form_for(target, choice.preset if fits else None)
            await self._bridge.ask(
                lambda studio: studio.linking.link(version.id, target, form, may_overwrite=True)
            )
            words = translate("links", "{name} follows which version is picked.")
            self._say(words.replace("{name}", target.name), target)

        self._tasks.start(link)

    def unlink(self, target: Path) -> None:
        """Have it follow nothing any more; the file stays."""

        async def unlink() -> None:
            was = await self._bridge.ask(lambda studio: studio.linking.unlink(target))
            words = translate("links", "{name} isn't linked any more. The file stays as it is.")
            undo = Action(translate("links", "Undo"), lambda: self._restore(was))
            self._notices.post(Notice(words.replace("{name}", target.name), Kind.OK, (undo,)))

        self._tasks.start(unlink)

    def _restore(self, link: Link) -> None:
        self._tasks.start(lambda: self._bridge.ask(lambda studio: studio.linking.restore(link)))

    def take(self, row: LinkRow) -> None:
        """Do what is offered for this file."""
        version = self._details.state.version
        if row.step is LinkStep.USE and version is not None:
            self.use(version.id, row.target)
        else:
            self._update(row.target, row.step)

    def use(self, version_id: str, target: Path | None = None) -> None:
        """Put this version into a linked file of its tree, or into all of them."""
        self._tasks.start(
            lambda: self._bridge.ask(lambda studio: studio.linking.use(version_id, target=target))
        )

    def show(self, target: Path) -> None:
        """Show it in the system's file manager."""
        self.show_requested.emit(target)

    def _update(self, target: Path, step: LinkStep) -> None:
        may_overwrite = step in {LinkStep.OVERWRITE, LinkStep.ANEW}
        self._tasks.start(
            lambda: self._bridge.ask(
                lambda studio: studio.linking.update(target, may_overwrite=may_overwrite)
            )
        )

    # Following

    def _begin(self) -> None:
        async def tell(studio: Studio) -> None:
            # As an event: an answer could be overtaken by one, and then be older.
            studio.linking.tell()

        self._tasks.start(lambda: self._bridge.ask(tell))

    def _hear(self, event: object) -> None:
        from studio.engine.events import LinksChanged

        if isinstance(event, LinksChanged):
            self._take(event.standings)

    def _take(self, standings: tuple[LinkStanding, ...]) -> None:
        before, self._standings = self._standings, {one.link.target: one for one in standings}
        self._show()
        for standing in standings:
            known = before.get(standing.link.target)
            if standing.problem is not None:
                if known is None or type(known.problem) is not type(standing.problem):
                    self._tell_problem(standing)
            elif known is not None and known.link.written != standing.link.written and known.link.written:
                self._tell_written(standing)

    def _show(self) -> None:
        details, standings = self._details.state, tuple(self._standings.values())
        rows: tuple[LinkRow, ...] = ()
        if details.version is not None:
            rows = link_rows(standings, self._tree(), details.version.id, home=self._home)
        state = LinkingState(rows, linked_names(standings))
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    # Telling

    def _tell_written(self, standing: LinkStanding) -> None:
        target = standing.link.target
        words = translate("links", "{name} holds {version} now.").replace("{version}", standing.label)
        self._say(words.replace("{name}", target.name), target)

    def _say(self, words: str, target: Path) -> None:
        show = Action(translate("links", "Show in file manager"), lambda: self.show(target))
        self._notices.post(Notice(words, Kind.OK, (show,)))

    def _tell_problem(self, standing: LinkStanding) -> None:
        target, problem = standing.link.target, standing.problem
        if problem is None:
            return
        step = step_of(problem)
        self._notices.post(
            Notice(
                describe(problem, translate).what,
                Kind.WARNING,
                (
                    Action(step_words(step), lambda: self._update(target, step)),
                    Action(translate("links", "Unlink"), lambda: self.unlink(target)),
                ),
                lasts=True,
            )
        )


_PLAIN = (("PNG", "png"), ("JPEG", "jpg"), ("WebP", "webp"), ("AVIF", "avif"))


def _single_presets(folders: Folders, own: str) -> tuple[LinkChoice, ...]:
    """For a thread: reads their files. `own` is the ending of the version's file."""
    from studio.domain.export import Layout
    from studio.domain.preset_words import preset_name
    from studio.settings.presets import own_presets, shipped_presets

    return tuple(
        LinkChoice(preset_name(preset.name, translate), preset.encoding.format.ending or own, preset)
        for preset in (*shipped_presets(), *own_presets(folders))
        if len(preset.sizes) <= 1 and not preset.also and preset.layout is Layout.FLAT
    )
