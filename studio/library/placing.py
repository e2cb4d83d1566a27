"""From incoming into the library: renames that never overwrite, and may be repeated from any point."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.pictures import EXTENSIONS, HEAD_BYTES, sniff
from studio.library import naming, sidecars
from studio.library.files import make_folders, rename_new, sync_folder
from studio.library.images import sha256_of
from studio.library.incoming import SIDECAR, picture_path, pictures_in
from studio.library.sidecars import Sidecar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.library.attempt_records import Claim
    from studio.library.layout import LibraryFolder

_DRAFT = re.compile(r"(?P<picture>.+)-draft-(?P<number>\d+)\.(?P<ending>\w+)")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a version and its drafts lie, relative to the library with forward slashes."""

    path: str
    drafts: tuple[str, ...]


def find_sidecar(place: LibraryFolder, folder: Path, claim: Claim) -> Sidecar | None:
    """The sidecar of this claim if it was written already: still in incoming, or beside its picture."""
    for path in (folder / SIDECAR, *_sidecar_paths(place, claim)):
        sidecar = sidecars.read(path, Sidecar)
        if sidecar is not None and sidecar.version.id == claim.version:
            return sidecar
    return None


def _sidecar_paths(place: LibraryFolder, claim: Claim) -> tuple[Path, ...]:
    stem = PurePosixPath(claim.stem)
    folder = place.root / stem.parent
    return tuple(folder.glob(f"{_escaped(stem.name)}*.json")) if folder.is_dir() else ()


def _escaped(name: str) -> str:
    return name.translate({ord("["): "[[]"})


def put_in_place(
    place: LibraryFolder, folder: Path, claim: Claim, sidecar: Sidecar, *, checkpoint: Callable[[str], None]
) -> Placed:
    """Move the picture, its drafts and its sidecar to where they stay, and sync their names.

    What was moved already stays. Raises OSError; FileNotFoundError when the picture is nowhere.
    """
    make_folders(place.root / PurePosixPath(claim.stem).parent)
    path = _put_picture(place, folder, claim, sidecar)
    checkpoint("picture placed")
    drafts = _put_drafts(place, folder, path.with_suffix(""), sidecar)
    checkpoint("drafts placed")
    beside = place.root / path.with_suffix(".json")
    if (folder / SIDECAR).exists():
        # A sidecar of that name is this version's own: the picture beside it is.
        (folder / SIDECAR).replace(beside)
    sync_folder(beside.parent)
    sync_folder(folder)
    checkpoint("sidecar placed")
    return Placed(str(path), drafts)


def _put_picture(place: LibraryFolder, folder: Path, claim: Claim, sidecar: Sidecar) -> PurePosixPath:
    source = picture_path(folder, sidecar.version.blob)
    ending = EXTENSIONS[sidecar.version.mime]
    for stem in naming.candidates(PurePosixPath(claim.stem)):
        path = stem.with_name(f"{stem.name}.{ending}")
        if _put(source, place.root / path, lambda: sidecar.version.sha256):
            return path
        if not source.exists() and not (place.root / path).exists():
            break
    raise FileNotFoundError(source)


def _put(source: Path, target: Path, digest: Callable[[], str]) -> bool:
    """Whether the source's bytes are at the target now; False when a stranger's file is there."""
    if source.exists() and not target.exists():
        try:
            rename_new(source, target)
        except FileExistsError:
            return False
        return True
    if not target.exists():
        return False
    if source.exists() and target.samefile(source):
        # Stopped between taking the new name and giving up the old one.
        source.unlink()
        return True
    if sha256_of(target) != digest():
        return False
    source.unlink(missing_ok=True)
    return True


def _put_drafts(place: LibraryFolder, folder: Path, stem: PurePosixPath, sidecar: Sidecar) -> tuple[str, ...]:
    others = [picture.index for picture in sidecar.reply.pictures if picture.index != sidecar.version.blob]
    placed: list[str] = []
    for number, index in enumerate(others, start=1):
        source = picture_path(folder, index)
        name = f"{stem.name}-draft-{number}"
        kind = EXTENSIONS.get(_type_of(source) or "")
        if kind is not None:
            path = stem.with_name(f"{name}.{kind}")
            if _put(source, place.root / path, lambda source=source: sha256_of(source)):
                placed.append(str(path))
            continue
        for ending in EXTENSIONS.values():
            path = stem.with_name(f"{name}.{ending}")
            if (place.root / path).exists():
                placed.append(str(path))
    return tuple(placed)


def _type_of(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return sniff(file.read(HEAD_BYTES))
    except FileNotFoundError:
        return None


def drafts_in(folder: Path) -> dict[str, tuple[Path, ...]]:
    """The drafts in a folder, in order, by the stem of the picture that they lie beside."""
    numbered: dict[str, list[tuple[int, Path]]] = {}
    for path in folder.iterdir():
        match = _DRAFT.fullmatch(path.name)
        if match is not None and match["ending"] in EXTENSIONS.values():
            numbered.setdefault(match["picture"], []).append((int(match["number"]), path))
    return {picture: tuple(path for _, path in sorted(drafts)) for picture, drafts in numbered.items()}


def tidy(folder: Path) -> None:
    """Remove an attempt's folder whose contents are safe elsewhere. One that still holds a picture stays."""
    if not pictures_in(folder):
        shutil.rmtree(folder, ignore_errors=True)
