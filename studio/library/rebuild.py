"""The index written anew from the files: the sidecars know everything about what was saved."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from studio.domain.pictures import EXTENSIONS
from studio.library import (
    carrying,
    journal,
    link_records,
    project_records,
    replaying,
    sidecar_values,
    sidecars,
    transitions,
    version_records,
)
from studio.library.files import file_errors, make_folders
from studio.library.placing import drafts_in
from studio.library.sidecars import FORMAT, Sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from studio.domain.version import Version
    from studio.library.database import ConnectionThread
    from studio.library.layout import LibraryFolder
    from studio.library.steps import Step

_OWN = "[!.]*/[0-9][0-9][0-9][0-9]-[0-9][0-9]/*.json"


@dataclass(frozen=True, slots=True)
class Found:
    """A picture with its sidecar, and where they lie."""

    sidecar: Sidecar
    path: str
    drafts: tuple[str, ...]


def find_versions(place: LibraryFolder, *, everywhere: bool) -> tuple[Found, ...]:
    """Every picture with a sidecar in the folders that Proofroom makes; with `everywhere` also wherever in
    the library the person has put them. Raises LibraryError.

    Of copies the first by name counts. In the order in which they were saved.
    """
    with file_errors(place.root):
        found: dict[str, Found] = {}
        # A month's folder may hold thousands of pictures: it is listed once, not for each of them.
        drafts_beside = cache(drafts_in)
        for path in visible_files(place, ".json") if everywhere else sorted(place.root.glob(_OWN)):
            sidecar = sidecars.read(path, Sidecar)
            if sidecar is None or sidecar.version.id in found or not _can_be_read(sidecar):
                continue
            picture = path.with_suffix(f".{EXTENSIONS.get(sidecar.version.mime, '')}")
            if picture.is_file():
                beside = drafts_beside(picture.parent).get(picture.stem, ())
                drafts = tuple(relative(place, draft) for draft in beside)
                found[sidecar.version.id] = Found(sidecar, relative(place, picture), drafts)
        return tuple(in_order_of_saving(found.values()))


def _can_be_read(sidecar: Sidecar) -> bool:
    try:
        sidecar_values.version_of(sidecar, "")
        sidecar_values.order_of(sidecar)
    except ValueError:
        # Somebody has edited an amount.
        return False
    return sidecar.format <= FORMAT


def visible_files(place: LibraryFolder, *endings: str) -> Iterator[Path]:
    """The person's files with these endings, by name; nothing in hidden folders."""
    folders = [place.root]
    while folders:
        for path in _entries(folders.pop()):
            if path.name.startswith("."):
                continue
            if path.is_dir() and not path.is_symlink():
                folders.append(path)
            elif path.suffix.lower() in endings:
                yield path


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except PermissionError:
        return []


def relative(place: LibraryFolder, path: Path) -> str:
    """The path within the library, with forward slashes."""
    return path.relative_to(place.root).as_posix()


def in_order_of_saving(found: Iterable[Found]) -> list[Found]:
    """By number within a project, whatever the clock did; projects among each other by time."""
    latest: dict[str, datetime] = {}
    keyed: list[tuple[datetime, int, str, Found]] = []
    for one in sorted(found, key=lambda one: (one.sidecar.order.project, one.sidecar.version.number)):
        project, version = one.sidecar.order.project, one.sidecar.version
        latest[project] = max(latest.get(project, version.created), version.created)
        keyed.append((latest[project], version.number, version.id, one))
    return [one for *_, one in sorted(keyed, key=lambda entry: entry[:3])]


def keep_copy(connection: sqlite3.Connection, place: LibraryFolder, *, now: datetime) -> None:
    """Put a copy of the index as it is into the trash; raises LibraryError."""
    with file_errors(place.root):
        make_folders(place.trash)
    target = place.trash / f"library-{now:%Y%m%d-%H%M%S-%f}.sqlite"
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


async def write_anew(
    place: LibraryFolder, index: ConnectionThread, *, everywhere: bool, now: datetime
) -> int:
    """Write the index from the files; not `everywhere` for an index that is new. Raises LibraryError."""
    found = await asyncio.to_thread(find_versions, place, everywhere=everywhere)
    said = await asyncio.to_thread(journal.read, place.journal)
    if not (found or said or everywhere):
        return 0
    return await index.write(lambda connection: rebuild(connection, place, found, said=said, now=now))


def rebuild(
    connection: sqlite3.Connection,
    place: LibraryFolder,
    found: tuple[Found, ...],
    *,
    said: tuple[Step, ...],
    now: datetime,
) -> int:
    """In one transaction: the versions that have files, those that were removed for good, and no others.

    Attempts and their charges stay, and so does what the person said of versions that the index knew; for
    others it is taken from the journal, as `said`. An index without any project is new, and gets its projects
    and searches from there, too. A picture that has lost its sidecar keeps its row.

    Gives the number of versions.
    """
    is_new = not project_records.are_any(connection)
    before = version_records.versions_with_drafts(connection)
    known = {one.sidecar.version.id for one in found}
    kept = [
        (version, drafts)
        for version, drafts in before
        if version.id not in known and (version.purged or (place.root / version.path).is_file())
    ]
    carrying.put_aside(connection)
    version_records.remove_all_versions(connection)
    for version, drafts in _without_sidecars(kept, found):
        version_records.insert_version(connection, version, drafts=drafts)
    for one in found:
        transitions.save(connection, one.sidecar, one.path, drafts=one.drafts)
    carrying.carry_over(connection)
    replaying.replay(connection, said, new=known - {version.id for version, _ in before}, now=now)
    carrying.forget(connection)
    if is_new:
        replaying.replay_projects(connection, said)
        replaying.replay_searches(connection, said)
        link_records.replay(connection, said)
    return version_records.count_all(connection)


def _without_sidecars(
    kept: list[tuple[Version, tuple[str, ...]]], found: tuple[Found, ...]
) -> list[tuple[Version, tuple[str, ...]]]:
    taken = {one.path for one in found}
    return [(version, drafts) for version, drafts in kept if version.path not in taken]
