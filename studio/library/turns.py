"""The turns that a version came of, as its sidecar keeps them, and the files of their pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.pictures import EXTENSIONS
from studio.domain.sent import Sent
from studio.library import sidecars
from studio.library.sidecars import Sidecar

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.library.layout import LibraryFolder


@dataclass(frozen=True, slots=True)
class KeptTurns:
    """What the person sent, None where that wasn't kept yet, and the model's turn as `Reply.turn` has it.

    `pictures` are the files of the model's pictures by their number, those that are there; `chosen` is the
    number of the one that became the version.
    """

    sent: Sent | None
    model: str
    pictures: Mapping[int, Path]
    chosen: int


def read_turns(place: LibraryFolder, version: Version) -> KeptTurns | None:
    """For a thread; None where nothing was kept. Raises OSError."""
    path = place.root / version.path
    sidecar = sidecars.read(path.with_suffix(".json"), Sidecar)
    if sidecar is None or sidecar.version.id != version.id:
        return None
    return KeptTurns(sidecar.sent, sidecar.reply.turn, _pictures(path, sidecar), sidecar.version.blob)


def _pictures(path: Path, sidecar: Sidecar) -> Mapping[int, Path]:
    """The version's own, and the drafts, which are numbered in the order of the reply without it."""
    chosen = sidecar.version.blob
    others = [picture.index for picture in sidecar.reply.pictures if picture.index != chosen]
    drafts = (
        (index, path.with_name(f"{path.stem}-draft-{number}.{ending}"))
        for number, index in enumerate(others, start=1)
        for ending in EXTENSIONS.values()
    )
    files = {chosen: path} | {index: draft for index, draft in drafts if draft.is_file()}
    return {index: file for index, file in files.items() if file.is_file()}
