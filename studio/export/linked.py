"""The one file that a tree of versions is tied to: made, looked at, and written over if it is still ours."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.export import Format
from studio.domain.export_errors import LinkedFileChanged, LinkedFileGone, NoFormatForName
from studio.domain.export_sizes import resolve
from studio.domain.link import format_of
from studio.domain.pictures import EXTENSIONS
from studio.export.write import write_over

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.link import Link, LinkForm
    from studio.domain.version import Version


def linked_bytes(source: Path, version: Version, link: Link) -> bytes:
    """For a thread: what the file is to hold. Raises as `decoded` and `encoded`, and UnreadableFile."""
    format_ = format_of(link.target)
    if format_ is None:
        raise NoFormatForName(link.target.name)
    if link.form.encoding.format is Format.ORIGINAL and _is_of(version, format_):
        return _original(source, link.form)
    return _encoded(source, version, link.form, format_)


def place_of(target: Path) -> Path:
    """For a thread: the file's absolute path with no links in it; raises FileUnwritable where its folder
    isn't there.
    """
    try:
        place = target.absolute()
        return place.resolve() if place.is_symlink() else place.parent.resolve(strict=True) / place.name
    except (OSError, RuntimeError) as error:
        raise FileUnwritable(target.parent, getattr(error, "strerror", "") or "") from error


def is_same(one: Path, other: Path) -> bool:
    """Whether both names are of one file, on disks that don't tell capitals apart, too."""
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def check(link: Link) -> None:
    """For a thread: raises LinkedFileGone, LinkedFileChanged, FileUnwritable where it mustn't be written."""
    held = _hash_of(link.target)
    if held is None and (link.written or not link.target.parent.is_dir()):
        raise LinkedFileGone(link.target)
    if held is not None and held not in link.hashes:
        raise LinkedFileChanged(link.target)


def write_linked(link: Link, data: bytes, *, may_overwrite: bool) -> None:
    """For a thread: whole or not at all, and nowhere else. Raises as `check` unless it may overwrite."""
    if not _is_in_place(link.target):
        raise LinkedFileGone(link.target)
    if not may_overwrite:
        check(link)
    write_over(link.target, [data])


def hash_of(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _is_of(version: Version, format_: Format) -> bool:
    return EXTENSIONS.get(version.mime) == format_.ending


def _original(source: Path, form: LinkForm) -> bytes:
    if form.inside.strip:
        from studio.export.stripped import stripped

        return stripped(source)[0]
    try:
        return source.read_bytes()
    except OSError as error:
        raise UnreadableFile(source.name) from error


def _encoded(source: Path, version: Version, form: LinkForm, format_: Format) -> bytes:
    from dataclasses import replace

    from studio.export.decoding import decoded
    from studio.export.encode import encoded
    from studio.export.inside import embedded

    picture = decoded(source, form.encoding.profile)
    encoding = replace(form.encoding, format=format_)
    inside = embedded(version, form.inside, format_)
    return encoded(picture, resolve(form.size, picture.size), encoding, inside)


def _is_in_place(target: Path) -> bool:
    """Whether its folder is there, and none of the way became a link to somewhere else."""
    try:
        return target.parent.resolve(strict=True) == target.parent
    except OSError:
        return False


def _hash_of(target: Path) -> str | None:
    """None where nothing is there."""
    try:
        with target.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileUnwritable(target.parent, error.strerror or "") from error
