"""What the composer starts from: nothing, a version that is continued, or what made another one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.errors import UnknownVersion
from studio.domain.lineage import conversation_group, lineage, merged_instruction
from studio.domain.recipe import Recipe, Sending
from studio.library.draft import Draft
from studio.viewmodels.composer_draft import named
from studio.viewmodels.composer_goals import choosable
from studio.viewmodels.composer_references import ComposerReferences
from studio.viewmodels.composer_sending import Past
from studio.viewmodels.composer_state import Continued

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.marks import Markup, Region
    from studio.domain.version import Version
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.own_evidence import OwnEvidence
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


class ComposerContinuing(ComposerReferences):
    """The part of a ComposerViewModel that knows what is continued, and how."""

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
        super().__init__(
            session=session,
            evidence=evidence,
            bridge=bridge,
            tasks=tasks,
            draft=draft,
            save_draft=save_draft,
        )
        bridge.opened.connect(self._recall_continued)

    def continue_from(self, version: Version) -> None:
        """Continue a version: it is sent along with the change that is written next, in the usual way.

        What stood in the composer is kept aside, and comes back with `start_afresh`.
        """
        self._continue(version, prompt="")

    def start_afresh(self) -> None:
        """Continue nothing; what stood here before comes back."""
        draft = self._now.draft
        alone = replace(draft.recipe, parent=None, sending=Sending.AFRESH, markup=None, region=None)
        self._now = replace(self._now, continued=None, past=None)
        self._change_draft(replace(draft, recipe=named(draft.aside or alone), aside=None))

    def choose_sending(self, sending: Sending) -> None:
        """Send the conversation along, or the picture afresh."""
        self._change_recipe(replace(self._recipe, sending=sending))

    def redo_from_original(self, text: str, root: Version) -> None:
        """Continue the original with all changes in one instruction, to be edited before it is sent."""
        self._continue(root, prompt=text)

    def redo(self) -> None:
        """The same with what led to the version that is continued, and what is written now."""
        past = self._now.past
        if past is not None and self._recipe.parent is not None:
            text = merged_instruction((*past.changes, self._recipe.prompt))
            self.redo_from_original(text, past.root)

    # What is drawn on the version

    def take_markup(self, version: Version, markup: Markup | None) -> None:
        """Send these marks on the version as instruction; None takes them back."""
        if self._continues(version, begin=markup is not None):
            self._change_recipe(replace(self._recipe, markup=markup))

    def take_region(self, version: Version, region: Region | None) -> None:
        """Let only this part of the version change; None lets all of it."""
        if self._continues(version, begin=region is not None):
            self._change_recipe(replace(self._recipe, region=region))

    def remove_markup(self) -> None:
        """Send no marks."""
        self._change_recipe(replace(self._recipe, markup=None))

    def remove_region(self) -> None:
        """All of the picture may change."""
        self._change_recipe(replace(self._recipe, region=None))

    def _continues(self, version: Version, *, begin: bool) -> bool:
        if begin and self._recipe.parent != version.id:
            self.continue_from(version)
        return self._recipe.parent == version.id

    # What made another version

    def use_prompt(self, version: Version) -> None:
        """Write what was written for this version."""
        self.edit_prompt(version.recipe.prompt)

    def use_settings(self, version: Version) -> None:
        """Choose what was chosen for this version, and its group where the catalog still has it."""
        made_by, draft = version.recipe, self._now.draft
        recipe = replace(
            draft.recipe,
            aspect=made_by.aspect,
            resolution=made_by.resolution,
            thinking=made_by.thinking,
            longest_edge=made_by.longest_edge,
        )
        if self._session.state.model.group(version.group) is not None:
            draft = replace(draft, group=version.group, goal=None)
        self._change_draft(replace(draft, recipe=recipe))

    def use_references(self, version: Version) -> None:
        """Send along what was sent along for this version."""
        self._put_references(named(version.recipe).references)

    def use_recipe(self, recipe: Recipe, group: str) -> None:
        """Compose with all that made a version or a job."""
        continued = Continued(recipe.parent) if recipe.parent else None
        self._now = replace(self._now, continued=continued, past=None)
        recipe = replace(named(recipe), composite=None, parent_job=None)
        self._change_draft(Draft(recipe=recipe, group=group, count=self._now.draft.count))
        self._recall_continued()

    # Learning what is continued

    def _continue(self, version: Version, *, prompt: str) -> None:
        made_by = version.recipe
        draft = self._now.draft
        recipe = Recipe(
            prompt=prompt,
            aspect=made_by.aspect,
            resolution=made_by.resolution,
            thinking=draft.recipe.thinking,
            parent=version.id,
            longest_edge=draft.recipe.longest_edge,
        )
        aside = draft.aside if draft.recipe.parent else draft.recipe
        self._now = replace(self._now, continued=_continued(version), past=None)
        self._change_draft(replace(draft, recipe=recipe, aside=aside))
        if self._bridge.is_open:
            self._tasks.start(lambda: self._learn_past(version, choose=True))

    def _recall_continued(self) -> None:
        continued = self._now.continued
        if continued is not None and self._now.past is None and self._bridge.is_open:
            self._tasks.start(lambda: self._recall(continued.version))

    async def _recall(self, id_: str) -> None:
        try:
            version = await self._bridge.ask(lambda studio: studio.library.version(id_))
        except UnknownVersion:
            self._go_on_without(id_)
            return
        if self._recipe.parent == id_:
            self._show(replace(self._now, continued=_continued(version)))
            await self._learn_past(version, choose=False)

    def _go_on_without(self, id_: str) -> None:
        """What was continued is gone; the words stay."""
        if self._recipe.parent == id_:
            self._now = replace(self._now, continued=None, past=None)
            alone = replace(self._recipe, parent=None, sending=Sending.AFRESH, markup=None, region=None)
            self._change_recipe(alone)
            self._say(translate("composer", "The version this continued is no longer in the library."))

    async def _learn_past(self, version: Version, *, choose: bool) -> None:
        """With `choose` it is continued in the usual way, unless another one was chosen meanwhile; with a
        goal in the conversation's own group, where it can be.
        """
        draft, session = self._now.draft, self._session.state
        choices = choosable(session, draft.recipe.resolution) if draft.goal else frozenset[str]()

        async def ask(studio: Studio) -> Past:
            tree = await studio.library.tree(version.id)
            chain = lineage({one.id: one for one in tree}, version.id) or (version,)
            talks_with = conversation_group(chain)
            group = talks_with if talks_with in choices else draft.group
            ways = await studio.ways(version.id, group=group)
            return Past(chain[0], tuple(one.recipe.prompt for one in chain[1:]), ways, talks_with)

        try:
            past = await self._bridge.ask(ask)
        except UnknownVersion:
            self._go_on_without(version.id)
            return
        if self._recipe.parent != version.id:
            return
        self._show(replace(self._now, past=past))
        if choose and self._recipe.sending is Sending.AFRESH and past.ways.conversation:
            self.choose_sending(past.ways.usual)


def _continued(version: Version) -> Continued:
    return Continued(version.id, version.number, " ".join(version.recipe.prompt.split()))
