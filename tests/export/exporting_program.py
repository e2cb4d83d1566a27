"""Exports every picture of a folder and says so: `python -m tests.export.exporting_program FOLDER OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

from studio.export.run import export
from tests.export.exporting import THREE, job

if __name__ == "__main__":
    sources = sorted(Path(sys.argv[1]).iterdir())
    export(
        job(THREE, sources, Path(sys.argv[2])),
        told=lambda step: print(step.path, flush=True),
        cancelled=lambda: False,
        cores=2,
    )
