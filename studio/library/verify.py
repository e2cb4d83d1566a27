"""Do the files and the index agree?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.pictures import EXTENSIONS
from studio.library import version_records
from studio.library.files import file_errors
from studio.library.images import sha256_of
from studio.library.rebuild import relative, visible_files

if TYPE_CHECKING:
    import sqlite3

    from studio.domain.version import Version
    from studio.library.layout import LibraryFolder

_ORPHANS = """
SELECT id FROM jobs
WHERE state = 'saved' AND NOT EXISTS (SELECT 1 FROM versions WHERE versions.job = jobs.id) ORDER BY sequence
"""


class Disagreement(StrEnum):
    """What is wrong with a file or a row."""

    MISSING_FILE = "missing_file"
    CHANGED_BYTES = "changed_bytes"
    MISSING_SIDECAR = "missing_sidecar"
    STRAY_PICTURE = "stray_picture"
    ORPHAN_ROW = "orphan_row"


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement. `path` is relative to the library with forward slashes, "" for a row without file;
    `version` is empty for a stray picture, and holds the job's id for an orphan row.
    """

    what: Disagreement
    path: str
    version: str = ""


def verify(connection: sqlite3.Connection, place: LibraryFolder) -> tuple[Finding, ...]:
    """Compare rows and files; reads every byte of every picture. Raises LibraryError for a folder gone."""
    rows = [row for row in version_records.versions_with_drafts(connection) if not row[0].purged]
    found = [finding for version, _ in rows for finding in _check(place, version)]
    known = {version.path for version, _ in rows} | {path for _, drafts in rows for path in drafts}
    with file_errors(place.root):
        pictures = visible_files(place, *(f".{ending}" for ending in EXTENSIONS.values()))
        stray = sorted({relative(place, path) for path in pictures} - known)
    found += [Finding(Disagreement.STRAY_PICTURE, path) for path in stray]
    found += [Finding(Disagreement.ORPHAN_ROW, "", row["id"]) for row in connection.execute(_ORPHANS)]
    return tuple(found)


def _check(place: LibraryFolder, version: Version) -> list[Finding]:
    path = place.root / version.path
    found: list[Finding] = []
    try:
        if sha256_of(path) != version.sha256:
            found.append(Finding(Disagreement.CHANGED_BYTES, version.path, version.id))
    except OSError:
        found.append(Finding(Disagreement.MISSING_FILE, version.path, version.id))
    if not path.with_suffix(".json").is_file():
        found.append(Finding(Disagreement.MISSING_SIDECAR, version.path, version.id))
    return found
