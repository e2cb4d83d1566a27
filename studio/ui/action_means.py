"""What the actions on versions work with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studio.domain.places import Project
from studio.ui.open_with import OpenWith
from studio.viewmodels.copying import CopyingViewModel
from studio.viewmodels.dragging import DraggedFiles
from studio.viewmodels.judging import JudgingViewModel
from studio.viewmodels.linking import LinkingViewModel
from studio.viewmodels.missing import MissingViewModel
from studio.viewmodels.outgoing import OutgoingViewModel
from studio.viewmodels.versions import Versions


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionMeans:
    """`projects` gives those to move to, `keys` the keys of an action's id as they are shown."""

    outgoing: OutgoingViewModel
    copying: CopyingViewModel
    dragged: DraggedFiles
    linking: LinkingViewModel
    missing: MissingViewModel
    versions: Versions
    judging: JudgingViewModel
    print_pictures: Callable[[tuple[str, ...]], object]
    open_with: OpenWith
    projects: Callable[[], Sequence[Project]]
    keys: Callable[[str], str]
