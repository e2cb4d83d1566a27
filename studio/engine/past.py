"""The conversation that led to a version: its turns as they were sent and as they came, root first."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.errors import NotAPicture, NotSendable, PictureTooLarge, UnknownVersion
from studio.domain.recipe import Sending
from studio.domain.sent import MOST_REQUEST_BYTES, SentAs, SentPicture, WhyNot
from studio.domain.version import Version
from studio.engine.kept_turns import is_answer, kept_turns, picture_of
from studio.gateway.request import Pieces, turn_pieces
from studio.gateway.turns import sendable
from studio.library.images import inspect
from studio.library.layout import LibraryFolder
from studio.library.outgoing import version_as_it_came

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.sent import Sent
    from studio.library.reader import LibraryReader
    from studio.library.turns import KeptTurns


@dataclass(frozen=True, slots=True)
class Past:
    """Two turns for each of the versions; `pictures` are theirs in order.

    `signed` unless a picture of the model's has no signature: then the model will refuse them.
    """

    versions: tuple[Version, ...] = ()
    turns: tuple[Pieces, ...] = ()
    pictures: tuple[SentPicture, ...] = ()
    signed: bool = True


async def read_past(library: LibraryReader, parent: Version) -> Past:
    """Everything that goes before a turn which continues this version.

    Raises NotSendable, and VersionGone where the file of the version itself is gone.
    """
    # That it is gone keeps the picture from being sent afresh as well.
    await asyncio.to_thread(version_as_it_came, library.layout, parent)
    versions = await _conversation(library, parent)
    kept = [await kept_turns(library, version) for version in versions]
    shown = {picture.of for one in kept if one and one.sent for picture in one.sent.pictures}
    sources = {version.id: version for version in await library.versions_of(tuple(shown))}
    reading = _Reading(library.layout, sources)
    return await asyncio.to_thread(reading.past, versions, kept)


async def _conversation(library: LibraryReader, parent: Version) -> tuple[Version, ...]:
    """Back to the one whose turn stood first: it was sent without others before it."""
    found: dict[str, Version] = {}
    size, version = 0, parent
    while True:
        if version.id in found:
            raise NotSendable(WhyNot.TURN_MISSING)
        if not is_answer(version):
            raise NotSendable(WhyNot.MADE_ELSEWHERE)
        found[version.id] = version
        size += version.size
        if size > MOST_REQUEST_BYTES:
            raise NotSendable(WhyNot.CONVERSATION_TOO_LARGE)
        before = version.recipe.parent
        if version.recipe.sending is not Sending.CONVERSATION or before is None:
            return tuple(reversed(found.values()))
        try:
            version = await library.version(before)
        except UnknownVersion as error:
            raise NotSendable(WhyNot.TURN_MISSING) from error


@dataclass(frozen=True, slots=True)
class _Reading:
    """Blocking. `sources` are the versions of which pictures were sent, by id."""

    place: LibraryFolder
    sources: Mapping[str, Version]

    def past(self, versions: Sequence[Version], kept: Sequence[KeptTurns | None]) -> Past:
        past = Past()
        for version, turns in zip(versions, kept, strict=True):
            past = self._with(past, version, turns)
        return past

    def _with(self, past: Past, version: Version, kept: KeptTurns | None) -> Past:
        if kept is None or kept.sent is None:
            raise NotSendable(WhyNot.TURN_MISSING)
        asked, answered = sendable(kept.sent.turn), sendable(kept.model)
        if asked is None or answered is None or kept.chosen not in answered.pictures:
            raise NotSendable(WhyNot.TURN_MISSING)
        sent = {number: self._sent(kept.sent, number) for number in asked.pictures}
        came = {number: self._came(version, kept, number) for number in answered.pictures}
        return Past(
            (*past.versions, version),
            (*past.turns, turn_pieces(asked, sent), turn_pieces(answered, came)),
            (*past.pictures, *(one.picture for one in (*sent.values(), *came.values()))),
            signed=past.signed and answered.signed,
        )

    def _sent(self, sent: Sent, number: int) -> Turned:
        """A picture of the person's turn: kept as it was sent, or a version's very file."""
        if number >= len(sent.pictures):
            raise NotSendable(WhyNot.TURN_MISSING)
        picture = replace(sent.pictures[number], sent_as=SentAs.TURN)
        kept = self.place.references / picture.sha256
        source = self.sources.get(picture.of)
        if not kept.is_file() and source is not None and source.sha256 == picture.sha256:
            return _checked(self.place.root / source.path, picture)
        return _checked(kept, picture)

    def _came(self, version: Version, kept: KeptTurns, number: int) -> Turned:
        """A picture of the model's turn: the version itself, or a draft beside it."""
        if number == kept.chosen:
            return _checked(self.place.root / version.path, picture_of(version, SentAs.TURN))
        draft = kept.pictures.get(number)
        if draft is None:
            raise NotSendable(WhyNot.TURN_MISSING)
        return _draft(draft, version)


@dataclass(frozen=True, slots=True)
class Turned:
    """A picture of an earlier turn, as it was sent or as it came."""

    picture: SentPicture
    path: Path

    def read(self) -> bytes:
        """Exactly those bytes; raises NotSendable when the file holds others by now."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise NotSendable(WhyNot.TURN_MISSING) from error
        if hashlib.sha256(data).hexdigest() != self.picture.sha256:
            raise NotSendable(WhyNot.TURN_MISSING)
        return data


def _checked(path: Path, picture: SentPicture) -> Turned:
    """As far as that can be seen without reading it."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise NotSendable(WhyNot.TURN_MISSING) from error
    if size != picture.size:
        raise NotSendable(WhyNot.TURN_MISSING)
    return Turned(picture, path)


def _draft(path: Path, version: Version) -> Turned:
    try:
        file = inspect(path)
    except (NotAPicture, PictureTooLarge, OSError) as error:
        raise NotSendable(WhyNot.TURN_MISSING) from error
    picture = SentPicture(
        *(SentAs.TURN, file.sha256, file.mime, file.pixels.width, file.pixels.height, file.size),
        of=version.id,
    )
    return Turned(picture, path)
