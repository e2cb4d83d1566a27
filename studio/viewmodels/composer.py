"""The composer: the draft, what the person does to it, and the one way to spend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.catalog import DEMO_GROUP
from studio.domain.errors import StudioError, UnknownVersion
from studio.domain.recipe import MOST_REFERENCES, Recipe
from studio.domain.words import describe
from studio.library.draft import Draft
from studio.viewmodels.choices import usual_group
from studio.viewmodels.composer_state import ComposerState, Continued, Situation, derive
from studio.viewmodels.draft_keeper import DraftKeeper
from studio.viewmodels.reference_pictures import ReferencePictures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.geometry import AspectRatio, Resolution
    from studio.domain.recipe import ThinkingLevel
    from studio.domain.reference import Reference
    from studio.domain.version import Version
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.reference_pictures import Picture
    from studio.viewmodels.session import SessionState, SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


class ComposerViewModel(QObject):
    """Owns ComposerState. Nothing here waits for the engine: until it is open, the state says so.

    `placed` carries the jobs of an order that is durable.
    """

    state_changed = Signal()
    placed = Signal(object)

    def __init__(
        self,
        *,
        session: SessionViewModel,
        bridge: Bridge,
        tasks: Tasks,
        draft: Draft | None,
        save_draft: Callable[[Draft], None],
    ) -> None:
        """`draft` is what the last end left; `save_draft` is called in threads and may raise StudioError."""
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._tasks = tasks
        self._keeper = DraftKeeper(tasks=tasks, save=save_draft, parent=self)
        self._pictures = ReferencePictures(bridge=bridge, tasks=tasks, parent=self)
        self._was_demo = session.state.is_demo
        self._paid_group = ""
        first = _first_draft(draft, session.state)
        parent = first.recipe.parent
        self._now = Situation(first, continued=Continued(parent) if parent else None)
        self._state = derive(self._now, session.state)
        session.state_changed.connect(self._follow_session)
        bridge.opened.connect(self._recall_continued)
        self._keeper.failed.connect(self._say_why)
        self._pictures.added.connect(self._take_reference)
        self._pictures.refused.connect(self._say)
        self._pictures.changed.connect(self._follow_pictures)

    @property
    def state(self) -> ComposerState:
        """The state now."""
        return self._state

    # What the person writes and chooses

    def edit_prompt(self, prompt: str) -> None:
        """The words in the editor."""
        self._change_recipe(replace(self._recipe, prompt=prompt))

    def choose_aspect(self, aspect: AspectRatio | None) -> None:
        """None leaves the ratio to the model."""
        self._change_recipe(replace(self._recipe, aspect=aspect))

    def choose_resolution(self, resolution: Resolution) -> None:
        """The price step."""
        self._change_recipe(replace(self._recipe, resolution=resolution))

    def choose_thinking(self, thinking: ThinkingLevel) -> None:
        """How long the model thinks."""
        self._change_recipe(replace(self._recipe, thinking=thinking))

    def choose_group(self, name: str) -> None:
        """Choosing a group chooses its key and its prices."""
        self._change_draft(replace(self._now.draft, group=name))

    def set_count(self, count: int) -> None:
        """How many results an order wants, 1 to 16."""
        self._change_draft(replace(self._now.draft, count=count))

    # References

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Send these files along."""
        self.add_pictures(paths)

    def add_pictures(self, pictures: tuple[Picture, ...]) -> None:
        """Send these along: files, encoded bytes, or images. What is too many is left out, and said."""
        room = max(MOST_REFERENCES - len(self._recipe.references) - len(self._pictures.names), 0)
        if len(pictures) > room:
            over = len(pictures) - room
            one = translate("composer", "At most {most} references can be sent; 1 was left out.")
            many = translate("composer", "At most {most} references can be sent; {count} were left out.")
            self._say((one if over == 1 else many).format(most=MOST_REFERENCES, count=over))
        if pictures[:room]:
            self._pictures.add(pictures[:room])

    def remove_reference(self, sha256: str) -> None:
        """Don't send this one along."""
        left = tuple(kept for kept in self._recipe.references if kept.sha256 != sha256)
        self._change_recipe(replace(self._recipe, references=left))

    # What it starts from

    def continue_from(self, version: Version) -> None:
        """Continue a version: its picture is sent along with the change that is written next.

        What stood in the composer is kept aside, and comes back with `start_afresh`.
        """
        made_by = version.recipe
        draft = self._now.draft
        recipe = Recipe(
            prompt="",
            aspect=made_by.aspect,
            resolution=made_by.resolution,
            thinking=draft.recipe.thinking,
            parent=version.id,
        )
        aside = draft.aside if draft.recipe.parent else draft.recipe
        self._now = replace(self._now, continued=_continued(version))
        self._change_draft(replace(draft, recipe=recipe, aside=aside))

    def start_afresh(self) -> None:
        """Continue nothing; what stood here before comes back."""
        draft = self._now.draft
        recipe = draft.aside or replace(draft.recipe, parent=None)
        self._now = replace(self._now, continued=None)
        self._change_draft(replace(draft, recipe=recipe, aside=None))

    def use_recipe(self, recipe: Recipe, group: str) -> None:
        """Compose with all that made a version or a job."""
        continued = Continued(recipe.parent) if recipe.parent else None
        self._now = replace(self._now, continued=continued)
        self._change_draft(Draft(recipe=recipe, group=group, count=self._now.draft.count))
        self._recall_continued()

    # Spending

    def submit(self) -> None:
        """Order what the button says; above the person's limit it asks first."""
        state = self._state
        if state.hindrance or state.placing or state.price is None or state.asks:
            return
        total = state.price * state.count
        if total > self._session.state.settings.ask_above:
            self._show(replace(self._now, asked=total))
        else:
            self._place()

    def confirm(self) -> None:
        """Spend the amount it asked about."""
        if self._state.asks and not self._state.hindrance and not self._state.placing:
            self._place()

    def not_now(self) -> None:
        """Don't spend it."""
        self._show(replace(self._now, asked=None))

    def dismiss_trouble(self) -> None:
        """What it said has been read."""
        self._show(replace(self._now, trouble=""))

    async def finish(self) -> None:
        """Keep what isn't on disk yet; the window is about to close."""
        await self._keeper.finish()

    def _place(self) -> None:
        state, recipe, group = self._state, self._recipe, self._now.draft.group
        price, project = state.price, self._session.state.settings.project
        if price is None:
            return
        self._keeper.keep_now()
        self._show(replace(self._now, placing=True, asked=None, trouble=""))

        async def place() -> None:
            from studio.engine.studio import OrderRequest  # the engine loads late

            request = OrderRequest(
                recipe=recipe, group=group, count=state.count, price=price, project=project
            )
            try:
                jobs = await self._bridge.ask(lambda studio: studio.place(request))
            except StudioError as error:
                self._say(str(describe(error, translate)))
            else:
                self.placed.emit(jobs)
            finally:
                self._show(replace(self._now, placing=False))

        self._tasks.start(place)

    # Keeping the state

    @property
    def _recipe(self) -> Recipe:
        return self._now.draft.recipe

    def _change_recipe(self, recipe: Recipe) -> None:
        self._change_draft(replace(self._now.draft, recipe=recipe))

    def _change_draft(self, draft: Draft) -> None:
        if draft != self._now.draft:
            self._keeper.change(draft)
        self._show(replace(self._now, draft=draft, asked=None))

    def _show(self, now: Situation) -> None:
        self._now = now
        state = derive(now, self._session.state)
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _say(self, words: str) -> None:
        self._show(replace(self._now, trouble=words))

    def _say_why(self, error: StudioError) -> None:
        words = translate("composer", "What you write here can't be kept: {why}")
        self._say(words.format(why=describe(error, translate).what))

    def _take_reference(self, reference: Reference) -> None:
        known = self._recipe.references
        if any(kept.sha256 == reference.sha256 for kept in known):
            self._say(translate("composer", "{name} is a reference already.").format(name=reference.name))
        elif len(known) < MOST_REFERENCES:
            self._change_recipe(replace(self._recipe, references=(*known, reference)))

    def _follow_pictures(self) -> None:
        self._show(replace(self._now, adding=self._pictures.names))

    def _follow_session(self) -> None:
        """Prices, keys and sums have changed. Only on the way into and out of the demo the group follows."""
        session, draft = self._session.state, self._now.draft
        if session.is_demo == self._was_demo:
            self._show(self._now)
            return
        self._was_demo = session.is_demo
        if session.is_demo:
            self._paid_group = draft.group
            self.choose_group(DEMO_GROUP)
        elif draft.group == DEMO_GROUP:
            self.choose_group(self._paid_group or usual_group(session))
        else:
            self._show(self._now)

    def _recall_continued(self) -> None:
        continued = self._now.continued
        if continued is not None and continued.number is None and self._bridge.is_open:
            self._tasks.start(lambda: self._recall(continued.version))

    async def _recall(self, id_: str) -> None:
        try:
            version = await self._bridge.ask(lambda studio: studio.library.version(id_))
        except UnknownVersion:
            self._now = replace(self._now, continued=None)
            self._change_recipe(replace(self._recipe, parent=None))
            self._say(translate("composer", "The version this continued is no longer in the library."))
            return
        if self._recipe.parent == id_:
            self._show(replace(self._now, continued=_continued(version)))


def _first_draft(draft: Draft | None, session: SessionState) -> Draft:
    if draft is None:
        return Draft(recipe=Recipe(prompt=""), group=usual_group(session), count=1)
    if draft.group == DEMO_GROUP and not session.is_demo:
        return replace(draft, group=usual_group(session))
    return draft


def _continued(version: Version) -> Continued:
    return Continued(version.id, version.number, " ".join(version.recipe.prompt.split()))
