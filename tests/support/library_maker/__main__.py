"""`go.py make-library --versions N [--folder DIR] [--pictures N]`: make a library and say what is done."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.support.library_maker.making import Wishes, make_library


def main(arguments: list[str]) -> int:
    """0, or 1 where there is a library in the folder already."""
    parser = argparse.ArgumentParser(
        prog="go.py make-library", description="Make a library to try things on."
    )
    parser.add_argument("--versions", type=_positive, required=True, help="how many")
    parser.add_argument("--folder", type=Path, help="where; library-N in the current folder if not given")
    parser.add_argument(
        "--pictures",
        type=int,
        default=200,
        help="how many of the newest have their file (200); others miss it",
    )
    parser.add_argument("--seed", type=int, default=1, help="the same number gives the same library")
    wished = parser.parse_args(arguments)
    folder: Path = wished.folder or Path(f"library-{wished.versions}")
    wishes = Wishes(wished.versions, pictures=max(0, wished.pictures), seed=wished.seed)
    began = time.monotonic()

    def progress(words: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {words}", flush=True)

    try:
        make_library(folder, wishes, progress=progress)
    except FileExistsError:
        print(f"There is a library in {folder} already.", file=sys.stderr)
        return 1
    progress(f"made {folder.absolute()}")
    return 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
