"""What the actions on versions work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studio.domain.listing import Project
    from studio.ui.open_with import OpenWith
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.missing import MissingViewModel
    from studio.viewmodels.outgoing import OutgoingViewModel
    from studio.viewmodels.versions import Versions


class ActionMeans:
    """`projects` gives those to move to, `keys` the keys of an action's id as they are shown."""

    def __init__(
        self,
        *,
        outgoing: OutgoingViewModel,
        missing: MissingViewModel,
        versions: Versions,
        judging: JudgingViewModel,
        print_pictures: Callable[[tuple[str, ...]], object],
        open_with: OpenWith,
        projects: Callable[[], Sequence[Project]],
        keys: Callable[[str], str],
    ) -> None:
        self.outgoing = outgoing
        self.missing = missing
        self.versions = versions
        self.judging = judging
        self.print_pictures = print_pictures
        self.open_with = open_with
        self.projects = projects
        self.keys = keys
