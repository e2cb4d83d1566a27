"""How far an export is, on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress

    from studio.domain import export_report


class FileProgress:
    """A context manager; shows nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self._progress = self._make() if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        """Start drawing."""
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing: what follows names every file."""
        if self._progress:
            self._progress.stop()

    def tell(self, progress: export_report.Progress) -> None:
        """So many files are through; from any thread."""
        if self._progress is None:
            return
        if not self._progress.tasks:
            self._progress.add_task("Exporting", total=progress.of)
        self._progress.update(self._progress.tasks[0].id, completed=progress.done)

    def _make(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
        )
