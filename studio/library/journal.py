"""The second copy of what the person said: a file of one line a step, which outlives the index.

The index is the truth, and the journal is only read where there is none. A line is written before its
transaction is; where that comes to nothing, the line is taken back.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

import msgspec

from studio.domain.charge import Charge
from studio.domain.judgement import MOST_RATING
from studio.library.decoding import decoder_of
from studio.library.files import file_errors, sync_folder
from studio.library.steps import PutLink, SetStandings, SettleCharges, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.judgement import Standing
    from studio.domain.settlement import Settlement

SLACK = 1 << 20
"""So many bytes may be in it that aren't needed any more, and as many again as are needed."""


class Beginning(msgspec.Struct, frozen=True, tag="journal"):
    """The first line of a journal that was written anew: so many bytes were needed then."""

    needed: int


_Line: TypeAlias = Beginning | Step

_lines = cast("msgspec.json.Decoder[_Line]", decoder_of(cast("type[object]", _Line)))
_encoder = msgspec.json.Encoder()


class Journal:
    """Appends to the file; for the one thread that writes the index. Raises LibraryError of `folder`."""

    def __init__(self, path: Path, *, folder: Path) -> None:
        self._path = path
        self._folder = folder
        self._before: int | None = None

    def append(self, step: Step) -> None:
        """Write the step down; it is in the hands of the system when this returns."""
        line = _encoder.encode(step) + b"\n"
        with file_errors(self._folder), self._path.open("ab", buffering=0) as file:
            self._before = file.seek(0, os.SEEK_END)
            try:
                if self._is_cut(self._before):
                    line = b"\n" + line
                _write_all(file.fileno(), line)
            except OSError:
                self.take_back()
                raise

    def _is_cut(self, size: int) -> bool:
        """Whether the last line has no end: the machine stopped while it was written."""
        if not size:
            return False
        with self._path.open("rb") as file:
            file.seek(size - 1)
            return file.read(1) != b"\n"

    def take_back(self) -> None:
        """The step that was written last comes to nothing. Harmless where none was."""
        before, self._before = self._before, None
        if before is not None:
            with suppress(OSError):
                os.truncate(self._path, before)

    def keep(self) -> None:
        """The step that was written last holds."""
        self._before = None

    @property
    def size(self) -> int:
        """In bytes; 0 where there is none."""
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def replace(self, steps: bytes, *, written_since: int) -> None:
        """Write it anew: what is needed of its first bytes as `steps`, then what was appended since."""
        with file_errors(self._folder):
            unfinished = self._path.with_name(self._path.name + ".tmp")
            with unfinished.open("wb") as file:
                file.write(_encoder.encode(Beginning(len(steps))) + b"\n" + steps)
                if self._path.exists():
                    with self._path.open("rb") as old:
                        old.seek(written_since)
                        file.write(old.read())
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self._path)
            sync_folder(self._path.parent)

    def sync(self) -> None:
        """What was written is on the disk when this returns, if that can be."""
        with suppress(OSError), self._path.open("rb+") as file:
            os.fsync(file.fileno())


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def encode(steps: Iterable[Step]) -> bytes:
    """The lines of these steps."""
    return b"".join(_encoder.encode(step) + b"\n" for step in steps)


def read(path: Path) -> tuple[Step, ...]:
    """The steps in a journal, in order. Damaged lines, and those of a later Proofroom, are passed over."""
    return tuple(line for line in _read(path) if not isinstance(line, Beginning))


def is_overgrown(path: Path) -> bool:
    """Whether most of the file isn't needed any more, or there is no file."""
    try:
        size = path.stat().st_size
    except OSError:
        return True
    if size < SLACK:
        return False
    first = next(iter(_read(path, most=1)), None)
    needed = first.needed if isinstance(first, Beginning) else 0
    return size > 2 * needed + SLACK


def _read(path: Path, *, most: int | None = None) -> list[_Line]:
    found: list[_Line] = []
    with suppress(OSError), path.open("rb") as file:
        for line in file:
            with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                decoded = _lines.decode(line)
                if _is_sound(decoded):
                    found.append(decoded)
            if most is not None and len(found) >= most:
                break
    return found


def _is_sound(line: _Line) -> bool:
    """Damage may leave a line that can be read, and says what can't be."""
    match line:
        case SetStandings(groups=groups):
            return all(_can_be(standing) for standing, _ in groups)
        case SettleCharges(settled=settled):
            return all(_can_be_settled(settlement) for _, settlement in settled)
        case PutLink(target=target, form=form):
            return form.is_usable() and Path(target).is_absolute()
        case _:
            return True


def _can_be_settled(settlement: Settlement) -> bool:
    told = settlement.told
    in_numbers = told is None or (told.amount.is_finite() and " " not in told.currency)
    return in_numbers and settlement.charge is not Charge.RESERVED and settlement.at.tzinfo is not None


def _can_be(standing: Standing) -> bool:
    in_time = standing.trashed is None or standing.trashed.tzinfo is not None
    return in_time and bool(standing.project) and 0 <= standing.judgement.rating <= MOST_RATING
