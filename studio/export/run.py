"""An export of many pictures in many sizes: on all cores, within bounded memory, stopped at any time."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.errors import FileUnwritable, StudioError
from studio.domain.export import Format, Preset
from studio.domain.export_layouts import Made, companions
from studio.domain.export_plan import Output, Planned
from studio.domain.export_report import Ending, Failed, Note, Progress, Report, Skip, Skipped, Written
from studio.domain.export_sizes import resolve
from studio.domain.version import Version
from studio.export.decoding import Picture, decoded
from studio.export.encode import encoded, notes_of, size_in
from studio.export.inside import embedded, sidecar
from studio.export.room import Room, bytes_for
from studio.export.stripped import stripped
from studio.export.write import ExportFolder, is_hopeless, pieces_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class ExportPicture:
    """A version, its file, and the files that it becomes."""

    version: Version
    path: Path
    planned: Planned


@dataclass(frozen=True, slots=True)
class ExportJob:
    """All that is to be done. `folder` must be there.

    Without `may_overwrite`, names that are taken get numbers; without `may_upscale`, sizes larger than their
    picture are left out.
    """

    preset: Preset
    pictures: tuple[ExportPicture, ...]
    folder: Path
    may_overwrite: bool = False
    may_upscale: bool = False


def export(
    job: ExportJob,
    *,
    told: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    cores: int | None = None,
) -> Report:
    """Write it all; blocking, for a thread. What is whole when it ends, however it ends, stays.

    `told` and `cancelled` are called in other threads, `told` in one at a time. Raises FileUnwritable where
    the folder isn't there; what goes wrong later stands in the report.
    """
    return _Export(job, told, cancelled).run(cores or os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A picture that is under way. `decoded` is None for originals, which aren't."""

    picture: ExportPicture
    planned: Planned
    decoded: Picture | None


class _Export:
    def __init__(
        self, job: ExportJob, told: Callable[[Progress], None], cancelled: Callable[[], bool]
    ) -> None:
        self._job = job
        self._folder = ExportFolder(job.folder)
        self._told = told
        self._cancelled = cancelled
        self._telling = threading.Lock()
        self._room = Room()
        self._done = 0
        self._of = sum(len(picture.planned.outputs) for picture in job.pictures)
        self._hopeless: FileUnwritable | None = None

    def run(self, cores: int) -> Report:
        """Pictures beside each other, and where there are fewer than cores, their files."""
        pictures = self._job.pictures
        beside = max(1, min(cores, len(pictures)))
        with ThreadPoolExecutor(beside, "export") as pool:
            parts = pool.map(self._picture, pictures, repeat(max(1, cores // beside)))
            endings = [ending for part in parts for ending in part]
        return Report(
            tuple(one for one in endings if isinstance(one, Written)),
            tuple(one for one in endings if isinstance(one, Skipped)),
            tuple(one for one in endings if isinstance(one, Failed)),
        )

    def _picture(self, picture: ExportPicture, beside: int) -> list[Ending]:
        version, outputs = picture.version, picture.planned.outputs
        with self._room.take(bytes_for(picture.planned, version.delivered, beside)):
            if self._is_over:
                return [self._through(self._left_out(output, version)) for output in outputs]
            try:
                opened = self._opened(picture)
            except StudioError as error:
                return [self._through(self._failed(output.path, version, error)) for output in outputs]
            with ThreadPoolExecutor(beside, "export-file") as pool:
                endings = list(pool.map(self._output, repeat(opened), opened.planned.outputs))
        if opened.planned.layout.has_own_folder:
            self._folder.drop_empty(opened.planned.base)
        return [*endings, *self._companions(opened, endings)]

    def _opened(self, picture: ExportPicture) -> _Opened:
        encoding = self._job.preset.encoding
        original = encoding.format is Format.ORIGINAL
        pixels = None if original else decoded(picture.path, encoding.profile)
        return _Opened(picture, self._free(picture.planned), pixels)

    def _free(self, planned: Planned) -> Planned:
        """Under the first number that nothing stands under yet."""
        number = 1
        while self._is_taken(found := planned.numbered(number)) and not self._job.may_overwrite:
            number += 1
        return found

    def _is_taken(self, planned: Planned) -> bool:
        if planned.layout.has_own_folder:
            return not self._folder.make_new(planned.base)
        return any(map(self._folder.is_taken, planned.claims))

    def _output(self, opened: _Opened, output: Output) -> Ending:
        version = opened.picture.version
        if self._is_over:
            return self._through(self._left_out(output, version))
        try:
            return self._through(self._written(opened, output))
        except StudioError as error:
            return self._through(self._failed(output.path, version, error))

    def _written(self, opened: _Opened, output: Output) -> Written | Skipped:
        version = opened.picture.version
        if opened.decoded is None:
            return self._original(opened.picture, output)
        if output.upscales(opened.decoded.size) and not self._job.may_upscale:
            return Skipped(output.path, Skip.WOULD_UPSCALE, version.id)
        return self._encoded(opened.decoded, version, output)

    def _original(self, picture: ExportPicture, output: Output) -> Written:
        version, notes = picture.version, frozenset[Note]()
        data: Iterable[bytes] = pieces_of(picture.path)
        if self._job.preset.inside.strip:
            bare, notes = stripped(picture.path)
            data = (bare,)
        made = self._write(output.path, data)
        return replace(made, pixels=version.delivered, version=version.id, notes=notes)

    def _encoded(self, picture: Picture, version: Version, output: Output) -> Written:
        plan, encoding = resolve(output.rule, picture.size), output.encoding
        inside = embedded(version, self._job.preset.inside, encoding.format)
        made = self._write(output.path, [encoded(picture, plan, encoding, inside)])
        return replace(
            made,
            pixels=size_in(plan, encoding.format),
            version=version.id,
            notes=notes_of(picture, plan, encoding),
        )

    def _companions(self, opened: _Opened, endings: list[Ending]) -> Iterator[Ending]:
        """What lies beside a picture's files, where there are any."""
        version, base = opened.picture.version, opened.planned.base
        made = [
            Made(ending.path, output.rule, output.encoding.format, ending.pixels)
            for output, ending in zip(opened.planned.outputs, endings, strict=True)
            if isinstance(ending, Written) and ending.pixels
        ]
        if not made:
            return
        inside = self._job.preset.inside
        words = inside.title or (version.recipe.prompt if inside.recipe else "")
        texts = [
            (place, text.encode())
            for place, text in companions(opened.planned.layout, base, made, words=words)
        ]
        if inside.sidecar:
            texts.append((opened.planned.beside("json"), sidecar(version)))
        for place, data in texts:
            try:
                yield replace(self._write(place, [data]), version=version.id)
            except StudioError as error:
                yield self._failed(place, version, error)

    def _write(self, place: PurePosixPath, data: Iterable[bytes]) -> Written:
        return self._folder.write(place, data, overwrite=self._job.may_overwrite)

    @property
    def _is_over(self) -> bool:
        return self._hopeless is not None or self._cancelled()

    def _left_out(self, output: Output, version: Version) -> Ending:
        if self._hopeless is not None:
            return Failed(output.path, self._hopeless, version.id)
        return Skipped(output.path, Skip.CANCELLED, version.id)

    def _failed(self, place: PurePosixPath, version: Version, error: StudioError) -> Failed:
        """Once nothing can be written any more, nothing more is tried."""
        if isinstance(error, FileUnwritable) and is_hopeless(error):
            self._hopeless = error
        return Failed(place, error, version.id)

    def _through(self, ending: Ending) -> Ending:
        with self._telling:
            self._done += 1
            self._told(Progress(self._done, self._of, ending.path))
        return ending
