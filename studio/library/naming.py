"""Names of files and folders that are legal on Linux, macOS and Windows, and say what is inside."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.file_names import slug, unreserved, without_forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_LONGEST_FOLDER = 60
_ID_LETTERS = 8


def folder_name(project: str) -> str:
    """The project's folder: its name, less what some system doesn't allow. Never hidden."""
    text = without_forbidden(project)[:_LONGEST_FOLDER].strip(" .")
    return unreserved(text, mark=" -") or "Project"


def stem(*, project: str, created: datetime, number: int, prompt: str, version_id: str) -> PurePosixPath:
    """`<project>/<year-month>/<number>-<slug>-<id>`, relative to the library, without an ending.

    The month is the local one, as the person's calendar says.
    """
    month = created.astimezone().strftime("%Y-%m")
    name = f"{number:04d}-{slug(prompt)}-{version_id[:_ID_LETTERS]}"
    return PurePosixPath(folder_name(project), month, name)


def candidates(wanted: PurePosixPath) -> Iterator[PurePosixPath]:
    """The stem, then others for when a stranger's file has its name: "-2", "-3"."""
    yield wanted
    for number in range(2, 1000):
        yield wanted.with_name(f"{wanted.name}-{number}")
