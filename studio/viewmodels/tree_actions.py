"""What can be done with trees and their branches as actions: their words, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.viewmodels.actions import AT_PICTURES, AT_TREE, Action
from studio.viewmodels.branches import can_be_put_away
from studio.viewmodels.tree_page import Direction
from studio.viewmodels.viewer_state import ZoomStep
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.version import Version
    from studio.viewmodels.details import DetailsViewModel
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.tree_page import TreePageViewModel

OPEN, REPLAY, NAME, HIDE, ARCHIVE = "tree-open", "replay", "branch-name", "branch-hide", "branch-archive"


def tree_actions(
    page: TreePageViewModel,
    details: DetailsViewModel,
    judging: JudgingViewModel,
    *,
    toggle: Callable[[], object],
    is_shown: Callable[[], bool],
    replay: Callable[[Version], object],
) -> tuple[Action, ...]:
    """Every one of them, as lists show them. `toggle` opens the page or closes it, `is_shown` while it stands
    in the window; `replay` asks how a version's edits are to be replayed.
    """
    return (
        _open_action(details, toggle, is_shown),
        _replay_action(details, replay),
        *_branch_actions(details, judging),
        *_looking_actions(page),
    )


def _open_action(
    details: DetailsViewModel, toggle: Callable[[], object], is_shown: Callable[[], bool]
) -> Action:
    return Action(
        id=OPEN,
        title=translate("actions", "Open tree"),
        category=translate("actions", "Tree"),
        act=toggle,
        keys=("Shift+T",),
        places=AT_PICTURES,
        enabled=lambda: details.state.version is not None,
        now=lambda: translate("actions", "Close tree") if is_shown() else "",
        icon="git-branch",
    )


def _replay_action(details: DetailsViewModel, replay: Callable[[Version], object]) -> Action:
    def run() -> None:
        if details.state.version is not None:
            replay(details.state.version)

    return Action(
        id=REPLAY,
        title=translate("actions", "Replay edits…"),
        category=translate("actions", "Tree"),
        act=run,
        keys=("Shift+R",),
        places=AT_PICTURES,
        enabled=lambda: details.state.version is not None and details.state.version.recipe.parent is not None,
        icon="play",
    )


def _branch_actions(details: DetailsViewModel, judging: JudgingViewModel) -> tuple[Action, ...]:
    def add(
        id_: str,
        title: str,
        act: Callable[[Version], object],
        key: str,
        icon: str,
        now: Callable[[], str] | None = None,
    ) -> Action:
        def run() -> None:
            if details.state.version is not None:
                act(details.state.version)

        def can() -> bool:
            version = details.state.version
            return version is not None and (id_ == NAME or can_be_put_away(version))

        category = translate("actions", "Tree")
        return Action(id_, title, category, run, (key,), AT_PICTURES, can, now=now, icon=icon)

    def hide_words() -> str:
        version = details.state.version
        return translate("actions", "Show branch") if version and version.branch.hidden else ""

    def archive_words() -> str:
        version = details.state.version
        archived = version is not None and version.branch.archived
        return translate("actions", "Bring branch back") if archived else ""

    return (
        add(NAME, translate("actions", "Name branch…"), judging.branch_name_requested.emit, "N", "pencil"),
        add(
            HIDE,
            translate("actions", "Hide branch"),
            lambda version: judging.hide_branch(version.id, hides=not version.branch.hidden),
            "H",
            "eye-off",
            hide_words,
        ),
        add(
            ARCHIVE,
            translate("actions", "Archive branch"),
            lambda version: judging.archive_branch(version.id, archives=not version.branch.archived),
            "Shift+H",
            "archive",
            archive_words,
        ),
    )


def _looking_actions(page: TreePageViewModel) -> tuple[Action, ...]:
    def add(
        id_: str,
        title: str,
        act: Callable[[], object],
        *keys: str,
        icon: str,
        repeats: bool = False,
        now: Callable[[], str] | None = None,
    ) -> Action:
        return Action(
            id=id_,
            title=title,
            category=translate("actions", "Tree"),
            act=act,
            keys=keys,
            places=AT_TREE,
            enabled=lambda: page.state.is_open,
            repeats=repeats,
            icon=icon,
            now=now,
        )

    def zoom(id_: str, title: str, step: ZoomStep, *keys: str, icon: str, repeats: bool = False) -> Action:
        return add(id_, title, lambda: page.zoom_asked.emit(step), *keys, icon=icon, repeats=repeats)

    def turn_words() -> str:
        if page.state.direction is Direction.DOWN:
            return translate("actions", "Tree from left to right")
        return translate("actions", "Tree from top down")

    def all_words() -> str:
        return translate("actions", "Fold what is put away") if page.state.shows_all else ""

    return (
        zoom("tree-in", translate("actions", "Zoom in"), ZoomStep.IN, "+", "=", icon="plus", repeats=True),
        zoom("tree-out", translate("actions", "Zoom out"), ZoomStep.OUT, "-", icon="minus", repeats=True),
        zoom("tree-fit", translate("actions", "Whole tree"), ZoomStep.FIT, "Ctrl+0", icon="maximize"),
        zoom("tree-whole", translate("actions", "100 %"), ZoomStep.WHOLE, "Ctrl+1", icon="search"),
        zoom("tree-toggle", translate("actions", "100 % or whole tree"), ZoomStep.TOGGLE, "Z", icon="search"),
        add(
            "tree-turn",
            translate("actions", "Turn tree"),
            page.turn,
            "D",
            icon="rotate-cw",
            now=turn_words,
        ),
        add(
            "tree-all",
            translate("actions", "Show hidden and archived branches"),
            lambda: page.show_all(shows=not page.state.shows_all),
            "A",
            icon="eye",
            now=all_words,
        ),
    )
