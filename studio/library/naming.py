"""Names of files and folders that are legal on Linux, macOS and Windows, and say what is inside."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_LONGEST_SLUG = 40
_LONGEST_FOLDER = 60
_ID_LETTERS = 8
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
# Windows keeps these for devices, with any ending.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)


def slug(prompt: str) -> str:
    """The prompt's first letters and digits of any script, joined by "-", at most 40 characters.

    "picture" where there are none. Composed letters (NFC), so that every system spells the name alike.
    """
    text = unicodedata.normalize("NFC", prompt[: 8 * _LONGEST_SLUG]).lower()
    kept = "".join(
        letter if unicodedata.category(letter)[0] in "LNM" and ord(letter) <= 0xFFFF else "-"
        for letter in unicodedata.normalize("NFC", text)
    )
    short = re.sub("-+", "-", kept).strip("-")[:_LONGEST_SLUG].strip("-")
    return f"{short}-" if _RESERVED.fullmatch(short) else short or "picture"


def folder_name(project: str) -> str:
    """The project's folder: its name, less what some system doesn't allow. Never hidden."""
    text = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", project))
    text = re.sub(r"\s+", " ", text)[:_LONGEST_FOLDER].strip(" .")
    return f"{text} -" if _RESERVED.fullmatch(text) else text or "Project"


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
