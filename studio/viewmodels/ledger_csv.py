"""The ledger as a file of comma-separated text: RFC 4180, UTF-8, money as plain decimals in yuan."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from studio.domain.errors import FileUnwritable
from studio.library.ledger_csv import write_entries, write_head

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from studio.library.ledger import LedgerEntry


class CsvFile:
    """Written whole or not at all; for a thread. Every method but the last raises FileUnwritable."""

    def __init__(self, target: Path) -> None:
        """Begin it, with its head."""
        self._target = target
        self._part = target.with_name(f".{target.name}.{os.getpid()}.part")
        with self._errors():
            self._file = self._part.open("w", encoding="utf-8", newline="\r\n")
            write_head(self._file)

    def add(self, entries: Iterable[LedgerEntry]) -> None:
        """Write these too."""
        with self._errors():
            write_entries(self._file, entries)

    def finish(self) -> None:
        """Put it in its place."""
        with self._errors():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._part.replace(self._target)

    def give_up(self) -> None:
        """Leave nothing behind but what is finished."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    @contextmanager
    def _errors(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            raise FileUnwritable(self._target.parent, error.strerror or "") from error
