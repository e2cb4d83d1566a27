"""Pictures ready to leave the machine: nothing in them but what is seen, in a type that the model takes, no
larger than was chosen. Blocking: for a thread.

What is made ready may be thrown away at any time; what is sent is kept by `keep_sent`.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.errors import UnreadableFile
from studio.domain.sent import SentAs, SentPicture
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.outgoing_fit import encoded_size, level
from studio.library.outgoing_making import (
    Ready,
    Source,
    Wish,
    make_ready,
    path_of,
    source_of_reference,
    source_of_version,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.reference import Reference
    from studio.domain.version import Version
    from studio.library.layout import LibraryFolder

LEAST_EDGE = 512
"""Pixels of the longer side that a reference keeps, however little room there is."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A picture as it would be sent. `path` holds exactly its bytes."""

    picture: SentPicture
    path: Path

    def read(self) -> bytes:
        """The bytes; raises UnreadableFile when they aren't any more what was made ready."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise UnreadableFile(self.path.name) from error
        if hashlib.sha256(data).hexdigest() != self.picture.sha256:
            raise UnreadableFile(self.path.name)
        return data


@dataclass(frozen=True, slots=True)
class Fitted:
    """References in their order, as they would be sent. `shrunk` are the SHA-256 of those that were made
    smaller than they were wanted.
    """

    pictures: tuple[Outgoing, ...]
    shrunk: tuple[str, ...] = ()


def outgoing_reference(
    place: LibraryFolder,
    reference: Reference,
    *,
    longest_edge: int | None,
    sent_as: SentAs = SentAs.REFERENCE,
) -> Outgoing:
    """The reference, no side longer than `longest_edge` pixels.

    Raises ReferenceGone when the library's copy isn't there or isn't what was added, NotAPicture,
    PictureTooLarge, LibraryError.
    """
    return _outgoing_reference(place, reference, Wish(longest_edge), sent_as)


def outgoing_version(place: LibraryFolder, version: Version, *, longest_edge: int | None = None) -> Outgoing:
    """The version's picture; raises VersionGone when its file isn't there or isn't the one that was saved,
    NotAPicture, PictureTooLarge, LibraryError.
    """
    source = source_of_version(place, version)
    ready = make_ready(place, source, Wish(longest_edge))
    return _outgoing(place, source, ready, SentAs.PARENT, of=version.id)


def version_as_it_came(place: LibraryFolder, version: Version) -> Outgoing:
    """The version's file byte for byte, for its place in a conversation; raises VersionGone."""
    source = source_of_version(place, version)
    source.check()
    came = Ready(version.sha256, version.mime, version.width, version.height, version.size)
    return _outgoing(place, source, came, SentAs.TURN, of=version.id)


def fit(
    place: LibraryFolder, references: Sequence[Reference], *, longest_edge: int | None, room: int
) -> Fitted:
    """The references, the largest made smaller until all take no more than `room` bytes in base64.

    None gets a longer side under LEAST_EDGE, even if that leaves them over it. Raises as
    `outgoing_reference`.
    """
    pictures = [outgoing_reference(place, one, longest_edge=longest_edge) for one in references]
    wished: dict[int, Wish] = {}
    while (most := level([encoded_size(one.picture.size) for one in pictures], room)) is not None:
        smaller = {
            at: wish
            for at, one in enumerate(pictures)
            if encoded_size(one.picture.size) > most and (wish := _smaller(one.picture, most, wished.get(at)))
        }
        if not smaller:
            break
        wished |= smaller
        for at, wish in smaller.items():
            pictures[at] = _outgoing_reference(place, references[at], wish, SentAs.REFERENCE)
    return Fitted(tuple(pictures), tuple(references[at].sha256 for at in sorted(wished)))


def keep_sent(place: LibraryFolder, outgoing: Outgoing) -> None:
    """Keep for good what is being sent, under its SHA-256, unless a version or a reference is just that.

    Raises UnreadableFile, LibraryFull, LibraryUnwritable.
    """
    kept = place.references / outgoing.picture.sha256
    if outgoing.path.parent != place.outgoing or kept.exists():
        return
    with file_errors(place.root):
        make_folders(place.references)
        with suppress(OSError):
            os.link(outgoing.path, kept)
            return
        write_whole(kept, outgoing.read())


def _smaller(picture: SentPicture, most: int, before: Wish | None) -> Wish | None:
    """What to wish for next so that it takes about `most` bytes: other coding first, then fewer pixels."""
    longest = max(picture.width, picture.height)
    if before is None:
        return Wish(longest, frugal=True)
    if longest <= LEAST_EDGE:
        return None
    share = (most / encoded_size(picture.size)) ** 0.5
    return Wish(max(LEAST_EDGE, min(int(longest * share), longest - 1)), frugal=True)


def _outgoing_reference(place: LibraryFolder, reference: Reference, wish: Wish, sent_as: SentAs) -> Outgoing:
    source = source_of_reference(place, reference)
    ready = make_ready(place, source, wish)
    return _outgoing(place, source, ready, sent_as, of=reference.sha256, handle=reference.handle)


def _outgoing(
    place: LibraryFolder, source: Source, ready: Ready, sent_as: SentAs, *, of: str, handle: str = ""
) -> Outgoing:
    picture = SentPicture(
        sent_as, ready.sha256, ready.mime, ready.width, ready.height, ready.size, of=of, handle=handle
    )
    return Outgoing(picture, path_of(place, source, ready))
