"""Pictures ready to leave the machine: nothing in them but what is seen, in a type that the model takes, no
larger than was chosen. Blocking: for a thread.

What is made ready may be thrown away at any time; what is sent is kept by `keep_sent`.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.sent import SentAs, SentPicture
from studio.library.files import file_errors, make_folders, write_whole
from studio.library.outgoing_fit import Step, encoded_size, next_steps
from studio.library.outgoing_making import (
    Ready,
    Source,
    Wish,
    has_size,
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

REFERENCE_LEAST = 512
"""Pixels of the longer side that a reference keeps, however little room there is."""

PARENT_LEAST = 2048
"""The same for what is to be changed. It gives way when references can't any more."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A picture as it would be sent. `path` holds exactly its bytes."""

    picture: SentPicture
    path: Path
    source: Source = field(compare=False, repr=False)

    def read(self) -> bytes:
        """The bytes; raises ReferenceGone or VersionGone when they aren't what they were any more."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise self.source.gone from error
        if hashlib.sha256(data).hexdigest() != self.picture.sha256:
            if self.path != self.source.path:
                # It can be made again.
                self.path.unlink(missing_ok=True)
            raise self.source.gone
        return data


@dataclass(frozen=True, slots=True)
class Fitted:
    """`pictures` are the references in their order, `shown` what stands beside them, as they would be sent.

    `shrunk` tells which were made smaller than they were wanted, by what they were made of.
    """

    pictures: tuple[Outgoing, ...]
    shown: tuple[Outgoing, ...] = ()
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
    source = source_of_reference(place, reference)
    ready = make_ready(place, source, Wish(longest_edge))
    return _outgoing(place, source, ready, sent_as, handle=reference.handle)


def outgoing_version(place: LibraryFolder, version: Version, *, longest_edge: int | None = None) -> Outgoing:
    """The version's picture; raises VersionGone when its file isn't there or isn't the one that was saved,
    NotAPicture, PictureTooLarge, LibraryError.
    """
    source = source_of_version(place, version)
    ready = make_ready(place, source, Wish(longest_edge))
    return _outgoing(place, source, ready, SentAs.PARENT)


def version_as_it_came(place: LibraryFolder, version: Version) -> Outgoing:
    """The version's file byte for byte, for its place in a conversation; raises VersionGone."""
    source = source_of_version(place, version)
    source.check()
    came = Ready(version.sha256, version.mime, version.width, version.height, version.size)
    return _outgoing(place, source, came, SentAs.TURN)


def fit(
    place: LibraryFolder,
    references: Sequence[Reference],
    *,
    longest_edge: int | None,
    room: int,
    shown: Sequence[Outgoing] = (),
) -> Fitted:
    """The references and `shown`, which are the parent and its marked copy, the largest of them made smaller
    until all take no more than `room` bytes in base64, or until nothing may be made smaller any more.

    At first they are coded with some loss, then references get fewer pixels, at last what is shown does.
    Raises as `outgoing_reference`.
    """
    own = [outgoing_reference(place, one, longest_edge=longest_edge) for one in references]
    whole = [*own, *shown]
    keeps = [max(one.picture.width, one.picture.height) for one in shown]
    fitted = _fitted(place, whole, [*(REFERENCE_LEAST for _ in own), *keeps], room)
    fitted = _fitted(place, fitted, [REFERENCE_LEAST for _ in own] + [PARENT_LEAST for _ in shown], room)
    shrunk = tuple(one.source.of for one, before in zip(fitted, whole, strict=True) if one != before)
    return Fitted(tuple(fitted[: len(own)]), tuple(fitted[len(own) :]), shrunk)


def keep_sent(place: LibraryFolder, outgoing: Outgoing) -> None:
    """Keep for good what is being sent, under its SHA-256, unless a version or a reference is just that.

    Raises ReferenceGone or VersionGone as `Outgoing.read`, LibraryFull, LibraryUnwritable.
    """
    kept = place.references / outgoing.picture.sha256
    if outgoing.path == outgoing.source.path or has_size(kept, outgoing.picture.size):
        return
    with file_errors(place.root):
        make_folders(place.references)
        with suppress(OSError):
            os.link(outgoing.path, kept)
            return
        write_whole(kept, outgoing.read(), shared=True)


def _fitted(
    place: LibraryFolder, pictures: Sequence[Outgoing], least: Sequence[int], room: int
) -> list[Outgoing]:
    fitted = list(pictures)
    steps = [
        Step(max(one.picture.width, one.picture.height), least=edge)
        for one, edge in zip(fitted, least, strict=True)
    ]
    while wanted := next_steps([encoded_size(one.picture.size) for one in fitted], steps, room):
        for at, step in wanted.items():
            steps[at] = step
            made = _remade(place, fitted[at], Wish(step.edge, frugal=True))
            if made.picture.size < fitted[at].picture.size:
                fitted[at] = made
    return fitted


def _remade(place: LibraryFolder, outgoing: Outgoing, wish: Wish) -> Outgoing:
    picture = outgoing.picture
    ready = make_ready(place, outgoing.source, wish)
    return _outgoing(place, outgoing.source, ready, picture.sent_as, handle=picture.handle)


def _outgoing(
    place: LibraryFolder, source: Source, ready: Ready, sent_as: SentAs, *, handle: str = ""
) -> Outgoing:
    picture = SentPicture(
        sent_as,
        ready.sha256,
        ready.mime,
        ready.width,
        ready.height,
        ready.size,
        of=source.of,
        handle=handle,
    )
    return Outgoing(picture, path_of(place, source, ready), source)
