"""The draft in the composer: what the person writes and chooses, kept on disk, and the state made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.catalog import DEMO_GROUP
from studio.domain.handles import with_handles
from studio.domain.recipe import Recipe
from studio.domain.words import describe
from studio.library.draft import Draft
from studio.viewmodels.choices import usual_group
from studio.viewmodels.composer_goals import routed
from studio.viewmodels.composer_state import ComposerState, Continued, Situation, derive
from studio.viewmodels.composer_weighing import Weighing
from studio.viewmodels.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.errors import StudioError
    from studio.domain.geometry import AspectRatio, Resolution
    from studio.domain.goal import Goal
    from studio.domain.recipe import ThinkingLevel
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.own_evidence import OwnEvidence
    from studio.viewmodels.session import SessionState, SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


class ComposerDraft(QObject):
    """The part of a ComposerViewModel that owns its state. Nothing here waits for the engine."""

    state_changed = Signal()

    def __init__(
        self,
        *,
        session: SessionViewModel,
        evidence: OwnEvidence,
        bridge: Bridge,
        tasks: Tasks,
        draft: Draft | None,
        save_draft: Callable[[Draft], None],
    ) -> None:
        """`draft` is what the last end left; `save_draft` is called in threads and may raise StudioError."""
        super().__init__()
        self._session = session
        self._evidence = evidence
        self._bridge = bridge
        self._tasks = tasks
        self._keeper = DraftKeeper(tasks=tasks, save=save_draft, parent=self)
        self._weighing = Weighing(bridge=bridge, tasks=tasks, parent=self)
        self._was_demo = session.state.is_demo
        self._paid_group = ""
        first = _first_draft(draft, session.state)
        parent = first.recipe.parent
        self._now = self._aimed(Situation(first, continued=Continued(parent) if parent else None))
        self._weighing.follow(first.recipe, first.group)
        self._state = derive(self._now, session.state)
        session.state_changed.connect(self._follow_session)
        evidence.changed.connect(lambda: self._show(self._now))
        self._keeper.failed.connect(self._say_why)
        self._weighing.changed.connect(lambda: self._show(self._now))

    @property
    def state(self) -> ComposerState:
        """The state now."""
        return self._state

    @property
    def recipe(self) -> Recipe:
        """What would be ordered now."""
        return self._now.draft.recipe

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

    def choose_longest_edge(self, edge: int | None) -> None:
        """Send pictures with no side longer than so many pixels, None as large as they are."""
        self._change_recipe(replace(self._recipe, longest_edge=edge))

    def choose_group(self, name: str) -> None:
        """Choosing a group, by hand, chooses its key and its prices."""
        self._change_draft(replace(self._now.draft, group=name, goal=None))

    def choose_goal(self, goal: Goal) -> None:
        """Have the group chosen by this from now on; nothing is sent by that."""
        self._change_draft(replace(self._now.draft, goal=goal))

    def set_moving_on(self, *, on: bool) -> None:
        """Whether orders move on to other groups where their own fails, as the settings say; until the end of
        this session.
        """
        self._show(replace(self._now, moves_on=on))

    def set_count(self, count: int) -> None:
        """How many results an order wants, 1 to 16."""
        self._change_draft(replace(self._now.draft, count=count))

    def dismiss_trouble(self) -> None:
        """What it said has been read."""
        self._show(replace(self._now, trouble=""))

    def weigh_again(self) -> None:
        """Files that are sent along may have come or gone."""
        self._weighing.weigh_again()

    async def finish(self) -> None:
        """Keep what isn't on disk yet; the window is about to close."""
        await self._keeper.finish()

    # Keeping the state

    @property
    def _recipe(self) -> Recipe:
        return self._now.draft.recipe

    def _change_recipe(self, recipe: Recipe) -> None:
        self._change_draft(replace(self._now.draft, recipe=recipe))

    def _change_draft(self, draft: Draft) -> None:
        self._show(replace(self._now, draft=draft, asked=None))

    def _show(self, now: Situation) -> None:
        now = self._aimed(now)
        if now.draft != self._now.draft:
            self._keeper.change(now.draft)
        self._weighing.follow(now.draft.recipe, now.draft.group)
        self._now = replace(now, weight=self._weighing.weight, missing=self._weighing.missing)
        state = derive(self._now, self._session.state)
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _aimed(self, now: Situation) -> Situation:
        """With a goal the group is what it chooses now; a question about another group is taken back."""
        draft, own = now.draft, self._evidence.held
        if draft.goal is None:
            return replace(now, own=own, routed=None)
        found = routed(draft, draft.goal, past=now.past, session=self._session.state, own=own)
        asked = now.asked if found.group == draft.group else None
        return replace(now, draft=replace(draft, group=found.group), own=own, routed=found, asked=asked)

    def _say(self, words: str) -> None:
        self._show(replace(self._now, trouble=words))

    def _say_why(self, error: StudioError) -> None:
        words = translate("composer", "What you write here can't be kept: {why}")
        self._say(words.format(why=describe(error, translate).what))

    def _follow_session(self) -> None:
        """Prices, keys and sums have changed. Only on the way into and out of the demo the group follows."""
        session, draft = self._session.state, self._now.draft
        if session.is_demo == self._was_demo:
            self._show(self._now)
            return
        self._was_demo = session.is_demo
        if session.is_demo:
            self._paid_group = draft.group
            self._change_draft(replace(draft, group=DEMO_GROUP))
        elif draft.group == DEMO_GROUP:
            self._change_draft(replace(draft, group=self._paid_group or usual_group(session)))
        else:
            self._show(self._now)


def named(recipe: Recipe) -> Recipe:
    """The same with a name for each of its references: those of older orders have none."""
    return replace(recipe, references=with_handles(recipe.references))


def _first_draft(draft: Draft | None, session: SessionState) -> Draft:
    if draft is None:
        return Draft(recipe=Recipe(prompt=""), group=usual_group(session), count=1)
    draft = replace(draft, recipe=named(draft.recipe))
    if draft.group == DEMO_GROUP and not session.is_demo:
        return replace(draft, group=usual_group(session))
    return draft
