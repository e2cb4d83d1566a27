"""The turns that a version came of; for one of the time before it was kept, what must have been sent."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.errors import UnknownVersion
from studio.domain.sent import Sent, SentAs, SentPicture
from studio.gateway.turns import user_turn
from studio.library.turns import KeptTurns, read_turns

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.library.reader import LibraryReader


def is_answer(version: Version) -> bool:
    """Whether the model made it: it was neither imported nor put together here."""
    return not version.is_imported and version.recipe.composite is None


async def kept_turns(library: LibraryReader, version: Version) -> KeptTurns | None:
    """None where its sidecar is gone or can't be read; `sent` is None where nothing was, or nobody knows."""
    try:
        kept = await asyncio.to_thread(read_turns, library.layout, version)
    except OSError:
        return None
    if kept is None or kept.sent is not None or not is_answer(version):
        return kept
    return replace(kept, sent=await _sent_before(library, version))


async def _sent_before(library: LibraryReader, version: Version) -> Sent | None:
    """The references as they were kept, the parent's file, the prompt: nothing else was ever sent then."""
    recipe = version.recipe
    pictures = [
        SentPicture(
            *(SentAs.REFERENCE, one.sha256, one.mime, one.width, one.height, one.size),
            of=one.sha256,
        )
        for one in recipe.references
    ]
    if recipe.parent is not None:
        try:
            parent = await library.version(recipe.parent)
        except UnknownVersion:
            return None
        pictures.append(picture_of(parent, SentAs.PARENT))
    return Sent(user_turn([one.mime for one in pictures], (recipe.prompt,)), tuple(pictures))


def picture_of(version: Version, sent_as: SentAs) -> SentPicture:
    """The version's file, byte for byte."""
    return SentPicture(
        *(sent_as, version.sha256, version.mime, version.width, version.height, version.size),
        of=version.id,
    )
