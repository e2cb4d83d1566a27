"""The references in the composer: how they come, what they are called, and in which order they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.handles import clean_handle, free_handle, renamed, with_handles
from studio.domain.recipe import MOST_REFERENCES
from studio.viewmodels.composer_draft import ComposerDraft
from studio.viewmodels.reference_pictures import ReferencePictures
from studio.viewmodels.reference_shelf import ReferenceShelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.reference import Reference
    from studio.domain.version import Version
    from studio.library.draft import Draft
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.own_evidence import OwnEvidence
    from studio.viewmodels.reference_pictures import Picture
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


class ComposerReferences(ComposerDraft):
    """The part of a ComposerViewModel that deals with references."""

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
        self.shelf = ReferenceShelf(bridge=bridge, tasks=tasks, parent=self)
        self._pictures = ReferencePictures(bridge=bridge, tasks=tasks, parent=self)
        self._pictures.added.connect(self.add_reference)
        self._pictures.refused.connect(self._say)
        self._pictures.changed.connect(self._follow_pictures)

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Send these files along."""
        self.add_pictures(paths)

    def add_pictures(self, pictures: tuple[Picture | Version, ...]) -> None:
        """Send these along: files, encoded bytes, images, or versions. What is too many is left out, and
        said.
        """
        room = max(MOST_REFERENCES - len(self._recipe.references) - len(self._pictures.names), 0)
        if len(pictures) > room:
            over = len(pictures) - room
            one = translate("composer", "At most {most} references can be sent; 1 was left out.")
            many = translate("composer", "At most {most} references can be sent; {count} were left out.")
            self._say((one if over == 1 else many).format(most=MOST_REFERENCES, count=over))
        if pictures[:room]:
            self._pictures.add(pictures[:room])

    def add_version_as_reference(self, version: Version) -> None:
        """Send this version's picture along."""
        self.add_pictures((version,))

    def add_versions(self, ids: tuple[str, ...]) -> None:
        """Send the pictures of these versions along."""

        async def read() -> None:
            versions = await self._bridge.ask(lambda studio: studio.library.versions_of(ids))
            self.add_pictures(versions)

        if self._bridge.is_open:
            self._tasks.start(read)

    def add_reference(self, reference: Reference) -> None:
        """Send one along that the library has kept; its name is made unlike the others'."""
        known = self._recipe.references
        if any(kept.sha256 == reference.sha256 for kept in known):
            self._say(translate("composer", "{name} is a reference already.").format(name=reference.name))
        elif len(known) < MOST_REFERENCES:
            self._put_references(with_handles((*known, reference)))

    def remove_reference(self, sha256: str) -> None:
        """Don't send this one along."""
        self._put_references(tuple(kept for kept in self._recipe.references if kept.sha256 != sha256))

    def move_reference(self, sha256: str, to: int) -> None:
        """Have it stand at this place, 0 for the first; the others keep their order."""
        moved = [kept for kept in self._recipe.references if kept.sha256 == sha256]
        others = [kept for kept in self._recipe.references if kept.sha256 != sha256]
        at = min(max(to, 0), len(others))
        self._put_references((*others[:at], *moved, *others[at:]))

    def rename_reference(self, sha256: str, handle: str) -> None:
        """Call it so, also where the prompt names it. What can't be in a name is left out of it, and a name
        that another has gets a number.
        """
        references = self._recipe.references
        handles = [kept.handle for kept in references]
        wanted = clean_handle(handle)
        old = next((kept.handle for kept in references if kept.sha256 == sha256), "")
        if not wanted or wanted == old:
            return
        new = free_handle(wanted, [other for other in handles if other != old])
        prompt = renamed(self._recipe.prompt, old, new, handles) if old else self._recipe.prompt
        called = tuple(replace(kept, handle=new) if kept.sha256 == sha256 else kept for kept in references)
        self._change_recipe(replace(self._recipe, prompt=prompt, references=called))

    def _put_references(self, references: tuple[Reference, ...]) -> None:
        self._change_recipe(replace(self._recipe, references=references))

    def _follow_pictures(self) -> None:
        self._show(replace(self._now, adding=self._pictures.names))
