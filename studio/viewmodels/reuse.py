"""What made a version, used again in the composer: all of it, or a part."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from studio.viewmodels.actions import AT_PICTURES, Action
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.version import Version
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.details import DetailsViewModel


class Reuse(StrEnum):
    """What of it is used."""

    PROMPT = "prompt"
    SETTINGS = "settings"
    REFERENCES = "references"
    ALL = "all"


def can_reuse(version: Version, what: Reuse) -> bool:
    """Whether there is anything of it. What was made elsewhere has no settings."""
    match what:
        case Reuse.PROMPT:
            return bool(version.recipe.prompt.strip())
        case Reuse.REFERENCES:
            return bool(version.recipe.references)
        case Reuse.SETTINGS | Reuse.ALL:
            return not version.is_imported and version.recipe.composite is None


def reuse(composer: ComposerViewModel, version: Version, what: Reuse) -> None:
    """Put it into the composer."""
    match what:
        case Reuse.PROMPT:
            composer.use_prompt(version)
        case Reuse.SETTINGS:
            composer.use_settings(version)
        case Reuse.REFERENCES:
            composer.use_references(version)
        case Reuse.ALL:
            composer.use_recipe(version.recipe, version.group)


def reuse_words(what: Reuse) -> str:
    """As an action is called."""
    return {
        Reuse.PROMPT: translate("actions", "Use prompt"),
        Reuse.SETTINGS: translate("actions", "Use settings"),
        Reuse.REFERENCES: translate("actions", "Use references"),
        Reuse.ALL: translate("actions", "Use all"),
    }[what]


def reuse_id(what: Reuse) -> str:
    """The id of the action that uses it."""
    return f"use-{what.value}"


_KEYS = {Reuse.PROMPT: ("Ctrl+Shift+P",), Reuse.ALL: ("Ctrl+Shift+A",)}
_ICONS = {
    Reuse.PROMPT: "pencil",
    Reuse.SETTINGS: "sliders-horizontal",
    Reuse.REFERENCES: "images",
    Reuse.ALL: "history",
}


def reuse_icon(what: Reuse) -> str:
    """The name of its icon."""
    return _ICONS[what]


def reuse_actions(composer: ComposerViewModel, details: DetailsViewModel) -> tuple[Action, ...]:
    """For the version that is chosen, as lists show them."""

    def make(what: Reuse) -> Action:
        def act() -> None:
            if details.state.version is not None:
                reuse(composer, details.state.version, what)

        def can() -> bool:
            return details.state.version is not None and can_reuse(details.state.version, what)

        return Action(
            id=reuse_id(what),
            title=reuse_words(what),
            category=translate("actions", "Picture"),
            act=act,
            keys=_KEYS.get(what, ()),
            places=AT_PICTURES,
            enabled=can,
            icon=reuse_icon(what),
        )

    return tuple(make(what) for what in Reuse)
