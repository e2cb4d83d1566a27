"""Beside geeqie, gthumb and qimgv, on one screen: they with 10,000 pictures, Proofroom with 100,000.

A program is browsable when half of the colours are on the screen that it shows in the end; see `screen`.
gthumb shows a page of thumbnails then, geeqie a list and the first picture, qimgv the first picture. Each is
started once before it is measured, so that it has made its thumbnails and asked its first questions.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.geometry import AspectRatio, Resolution, published_size
from studio.domain.recipe import DEMO_GATEWAY
from studio.settings import Folders, Settings, save_settings
from tests.benchmarks.gallery import VERSIONS
from tests.benchmarks.libraries import made_library
from tests.benchmarks.measuring import ROOT, Figure
from tests.benchmarks.program_probe import begin_at_the_top
from tests.benchmarks.screen import Screen, Shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PICTURES = 10_000
_DRAWN = 70
_ROUNDS = 3
_OTHERS = ("geeqie", "gthumb", "qimgv")


@dataclass(frozen=True, slots=True)
class _Contestant:
    name: str
    command: tuple[str, ...]


def figures() -> list[Figure]:
    """Nothing where there is no Xvfb; a program that isn't installed is named and left out."""
    missing = [name for name in ("Xvfb", *_OTHERS) if shutil.which(name) is None]
    if missing:
        print(f"  not installed, left out: {', '.join(missing)} (apt-get install xvfb {' '.join(_OTHERS)})")
    if "Xvfb" in missing:
        return []
    with tempfile.TemporaryDirectory() as name:
        pictures, home = Path(name, "pictures"), Path(name, "home")
        pictures.mkdir()
        home.mkdir()
        _write_pictures(pictures)
        others = [_Contestant(other, (other, str(pictures))) for other in _OTHERS if other not in missing]
        _choose_library(home)
        with Screen() as screen:
            return _compared(screen, [_ours(), *others], _environment(home))


def _ours() -> _Contestant:
    """As most people start it: its library stands in the settings."""
    return _Contestant("Proofroom", (sys.executable, "-m", "studio"))


def _choose_library(home: Path) -> None:
    settings = Settings(library=made_library(VERSIONS), gateway=DEMO_GATEWAY)
    folders = Folders(config=home / ".config" / "proofroom", state=home, pictures=home)
    save_settings(folders, settings)


def _environment(home: Path) -> Mapping[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "WAYLAND"))
    }
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(home)}


def _compared(screen: Screen, all_: Sequence[_Contestant], environment: Mapping[str, str]) -> list[Figure]:
    shown: dict[str, list[Shown]] = {one.name: [] for one in all_}
    for one in all_:
        screen.show(one.command, environment)
    for _ in range(_ROUNDS):
        # They begin with the first picture, and other figures leave ours further down.
        begin_at_the_top(made_library(VERSIONS))
        for one in all_:
            shown[one.name].append(screen.show(one.command, environment))
    best = {
        name: (statistics.median(run.browsable for run in runs), statistics.median(run.mb for run in runs))
        for name, runs in shown.items()
    }
    ours, *others = best
    soonest = min((best[name][0] for name in others), default=None)
    least = min((best[name][1] for name in others), default=None)
    figures: list[Figure] = []
    for name, (seconds, mb) in best.items():
        count = VERSIONS if name == ours else _PICTURES
        is_ours = name == ours
        figures += [
            Figure(f"{name}, {count:,} pictures: browsable", seconds, "s", soonest if is_ours else None),
            Figure(f"{name}, {count:,} pictures: memory", mb, "MB", least if is_ours else None),
        ]
    return figures


def _write_pictures(folder: Path) -> None:
    """Ten thousand files of about a megapixel, seventy different ones."""
    from tests.support.library_maker.drawings import kinds, write_picture

    some = [
        kind for kind in kinds(3) if kind.ratio in {AspectRatio.SQUARE, AspectRatio.R3_2, AspectRatio.R3_4}
    ]
    drawn: list[bytes] = []
    for number, kind in enumerate(some[:_DRAWN]):
        path = folder / f"drawn-{number}.jpg"
        write_picture(kind, published_size(kind.ratio, Resolution.ONE_K), path)
        drawn.append(path.read_bytes())
        path.unlink()
    for number in range(_PICTURES):
        (folder / f"{number:05}.jpg").write_bytes(drawn[number % len(drawn)])
