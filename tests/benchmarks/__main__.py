"""`python -m tests.benchmarks [NAME…]`: run the benchmarks named, or all, and print their figures."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.benchmarks import (
    arrivals,
    changes,
    command_line,
    compositing,
    export,
    gallery,
    ledger,
    one_picture,
    others,
    paced,
    startup,
    tree,
    trees,
    viewer,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.measuring import Figure

BENCHMARKS: dict[str, Callable[[], list[Figure]]] = {
    "startup": startup.figures,
    "arrivals": arrivals.figures,
    "one-picture": one_picture.figures,
    "paced": paced.figures,
    "command-line": command_line.figures,
    "gallery": gallery.figures,
    "changes": changes.change_figures,
    "judging": changes.judging_figures,
    "search": changes.search_figures,
    "viewer": viewer.figures,
    "ledger": ledger.figures,
    "tree": tree.figures,
    "trees": trees.figures,
    "compositing": compositing.figures,
    "export": export.figures,
    "others": others.figures,
}


def main(names: list[str]) -> int:
    """Print each benchmark's figures; 1 when a goal was missed, 2 for an unknown name."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}.")
        return 2
    missed = 0
    for name in names or BENCHMARKS:
        print(f"{name}", flush=True)
        for figure in BENCHMARKS[name]():
            print(figure, flush=True)
            missed += figure.missed
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
