"""Writes the library: rows through the library's own functions, thumbnails and pictures as real files."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.library import sidecars
from studio.library.database import open_for_writing
from studio.library.files import make_folders
from studio.library.layout import LibraryFolder
from studio.library.likeness import store_likeness
from studio.library.references import prepare, write_reference
from studio.library.sidecar_values import claim_of
from studio.library.thumbnails import Thumbnails, open_store, store
from studio.settings.catalog import shipped_model
from tests.support.library_maker import drawings
from tests.support.library_maker.drawings import Kind, PictureOnDisk
from tests.support.library_maker.rows import judge, path_of, write_told
from tests.support.library_maker.story import Storyteller, Told, with_picture

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from studio.domain.reference import Reference

_AT_ONCE = 5000
_KINDS_AT_ONCE = 14
_REFERENCES = 12


@dataclass(frozen=True, slots=True)
class Wishes:
    """What library to make. The newest `pictures` versions have their files, all others are missing theirs;
    `takes` times seventy different pictures are drawn for the thumbnails.
    """

    versions: int
    pictures: int = 200
    takes: int = 3
    seed: int = 1


def make_library(folder: Path, wishes: Wishes, *, progress: Callable[[str], None]) -> None:
    """Make it in a folder that holds no library yet; raises FileExistsError where one is."""
    place = LibraryFolder(folder)
    if place.index.exists():
        raise FileExistsError(folder)
    make_folders(place.incoming)
    processes = max(1, os.cpu_count() or 1)
    context = multiprocessing.get_context("spawn")
    with (
        ProcessPoolExecutor(processes, mp_context=context) as pool,
        closing(open_store(place)) as thumbnails,
        _in_a_hurry(thumbnails),
    ):
        _Making(place, wishes, pool, thumbnails, progress).make()


@contextmanager
def _in_a_hurry(connection: sqlite3.Connection) -> Generator[None]:
    """Without a log: what is half made is thrown away anyhow."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    yield
    connection.execute("PRAGMA journal_mode = WAL")


class _Making:
    def __init__(
        self,
        place: LibraryFolder,
        wishes: Wishes,
        pool: ProcessPoolExecutor,
        thumbnails: sqlite3.Connection,
        progress: Callable[[str], None],
    ) -> None:
        self._place = place
        self._wishes = wishes
        self._pool = pool
        self._thumbnails = thumbnails
        self._progress = progress

    def make(self) -> None:
        wishes = self._wishes
        drawing = self._begin_drawing()
        references = tuple(self._reference(take) for take in range(min(_REFERENCES, wishes.versions)))
        teller = Storyteller(wishes.versions, seed=wishes.seed, model=shipped_model(), references=references)
        told = list(teller.tell())
        writing = self._begin_writing(told)
        self._progress(f"drawing {wishes.takes * 70} pictures to reuse")
        drawn = {
            kind: made for some, future in drawing for kind, made in zip(some, future.result(), strict=True)
        }
        with closing(open_for_writing(self._place)) as index, _in_a_hurry(index):
            for start in range(0, len(told), _AT_ONCE):
                self._write(index, told[start : start + _AT_ONCE], drawn, writing)
                self._progress(f"{min(start + _AT_ONCE, len(told)):,} of {len(told):,} versions")
            index.execute("PRAGMA optimize")

    def _begin_drawing(self) -> list[tuple[Sequence[Kind], Future[list[Thumbnails]]]]:
        kinds = list(drawings.kinds(self._wishes.takes))
        pieces = [kinds[start : start + _KINDS_AT_ONCE] for start in range(0, len(kinds), _KINDS_AT_ONCE)]
        return [(piece, self._pool.submit(drawings.thumbnails_of, piece)) for piece in pieces]

    def _reference(self, take: int) -> Reference:
        prepared = prepare(drawings.reference_picture(take), name=f"reference-{take + 1}.png")
        write_reference(self._place, prepared)
        path = self._place.references / prepared.reference.sha256
        store(self._thumbnails, prepared.reference.sha256, drawings.render_file(path))
        return prepared.reference

    def _begin_writing(self, told: Sequence[Told]) -> dict[str, Future[PictureOnDisk]]:
        """The newest versions' files are written meanwhile."""
        newest = told[len(told) - min(self._wishes.pictures, len(told)) :]
        writing: dict[str, Future[PictureOnDisk]] = {}
        for one in newest:
            path = self._place.root / path_of(one, claim_of(one.sidecar))
            make_folders(path.parent)
            writing[one.sidecar.version.id] = self._pool.submit(
                drawings.write_picture, self._kind(one), one.pixels, path
            )
        return writing

    def _kind(self, told: Told) -> Kind:
        return Kind(told.ratio, told.motif, told.take % self._wishes.takes)

    def _write(
        self,
        index: sqlite3.Connection,
        some: Sequence[Told],
        drawn: dict[Kind, Thumbnails],
        writing: dict[str, Future[PictureOnDisk]],
    ) -> None:
        for connection in (index, self._thumbnails):
            connection.execute("BEGIN")
        for told in some:
            written = writing.pop(told.sidecar.version.id, None)
            if written is None:
                made = drawn[self._kind(told)]
                complete = with_picture(told, palette=made.palette)
            else:
                picture = written.result()
                made = picture.thumbnails
                complete = with_picture(told, palette=made.palette, sha256=picture.sha256, size=picture.size)
                path = self._place.root / path_of(told, claim_of(told.sidecar))
                path.with_suffix(".json").write_bytes(sidecars.encode(complete.sidecar))
            write_told(index, complete)
            # One picture serves many versions: their hashes differ a little, as those of similar pictures do.
            phash = None if made.phash is None else made.phash ^ told.variation
            store_likeness(index, told.sidecar.version.id, made.colours, phash)
            store(self._thumbnails, told.sidecar.version.id, made)
        judge(index, some)
        for connection in (index, self._thumbnails):
            connection.execute("COMMIT")
