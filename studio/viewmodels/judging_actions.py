"""Judging as actions: their words, and the keys that photo tools have taught everyone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.flags import Flag, Label
from studio.domain.judgement import MOST_RATING
from studio.viewmodels.actions import ANYWHERE, AT_PICTURES, Action
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studio.viewmodels.judging import JudgingViewModel

_LABEL_KEYS = {Label.RED: "6", Label.YELLOW: "7", Label.GREEN: "8", Label.BLUE: "9"}


def label_words(label: Label) -> str:
    """The colour's name."""
    return {
        Label.NONE: translate("judging", "No label"),
        Label.RED: translate("judging", "Red"),
        Label.YELLOW: translate("judging", "Yellow"),
        Label.GREEN: translate("judging", "Green"),
        Label.BLUE: translate("judging", "Blue"),
        Label.PURPLE: translate("judging", "Purple"),
    }[label]


def rating_words(rating: int) -> str:
    """The rating as a menu offers it."""
    if rating == 0:
        return translate("judging", "No rating")
    return (
        translate("judging", "1 star")
        if rating == 1
        else translate("judging", "{count} stars").format(count=rating)
    )


def rate_id(rating: int) -> str:
    """The id of the action that rates so; 0 takes the rating off."""
    return f"rate-{rating}"


def label_id(label: Label) -> str:
    """The id of the action that labels so."""
    return f"label-{label.value or 'none'}"


def flag_id(flag: Flag) -> str:
    """The id of the action that flags so."""
    return {Flag.PICK: "pick", Flag.REJECT: "reject", Flag.NONE: "unflag"}[flag]


class _Making:
    """Makes actions on the versions that are chosen when they are done."""

    def __init__(self, chosen: Callable[[], Sequence[str]], has_chosen: Callable[[], bool]) -> None:
        self._chosen = chosen
        self._has_chosen = has_chosen

    def __call__(
        self, id_: str, title: str, act: Callable[[Sequence[str]], object], *keys: str, icon: str = ""
    ) -> Action:
        return Action(
            id=id_,
            title=title,
            category=translate("actions", "Picture"),
            act=lambda: act(self._chosen()),
            keys=keys,
            places=AT_PICTURES,
            enabled=self._has_chosen,
            icon=icon,
        )


def judging_actions(
    judging: JudgingViewModel,
    *,
    chosen: Callable[[], Sequence[str]],
    has_chosen: Callable[[], bool],
    in_trash: Callable[[], bool],
) -> tuple[Action, ...]:
    """`chosen` has the ids that are judged, `has_chosen` whether there are any; `in_trash` tells whether the
    trash is what is looked at.
    """
    make = _Making(chosen, has_chosen)
    trash = make("trash", translate("actions", "Move to trash"), judging.trash, "Del", icon="trash-2")
    restore = make("restore", translate("actions", "Restore from trash"), judging.restore, icon="undo-2")
    return (
        *_ratings(make, judging),
        *_flags(make, judging),
        *_labels(make, judging),
        make("tags", translate("actions", "Tags…"), judging.tags_requested.emit, "T", icon="tag"),
        _when(trash, lambda: not in_trash()),
        _when(restore, in_trash),
        *_history(judging),
    )


def _when(action: Action, also: Callable[[], bool]) -> Action:
    return replace(action, enabled=lambda: also() and action.enabled())


def _ratings(make: _Making, judging: JudgingViewModel) -> tuple[Action, ...]:
    def rated(rating: int) -> Action:
        title = (
            translate("actions", "Rate: {rating}").format(rating=rating_words(rating))
            if rating
            else translate("actions", "Clear rating")
        )
        return make(rate_id(rating), title, lambda ids: judging.rate(ids, rating), str(rating), icon="star")

    return tuple(rated(rating) for rating in (*range(1, MOST_RATING + 1), 0))


def _flags(make: _Making, judging: JudgingViewModel) -> tuple[Action, ...]:
    def flagged(flag: Flag, title: str, key: str, icon: str) -> Action:
        return make(flag_id(flag), title, lambda ids: judging.flag(ids, flag), key, icon=icon)

    return (
        flagged(Flag.PICK, translate("actions", "Pick"), "P", "flag"),
        flagged(Flag.REJECT, translate("actions", "Reject"), "X", "ban"),
        flagged(Flag.NONE, translate("actions", "Remove flag"), "U", "flag-off"),
    )


def _labels(make: _Making, judging: JudgingViewModel) -> tuple[Action, ...]:
    def labelled(label: Label) -> Action:
        title = (
            translate("actions", "Label: {colour}").format(colour=label_words(label))
            if label
            else translate("actions", "Remove label")
        )
        key = _LABEL_KEYS.get(label)
        return make(
            label_id(label),
            title,
            lambda ids: judging.label(ids, label),
            *((key,) if key else ()),
            icon="tag",
        )

    return tuple(labelled(label) for label in (*(one for one in Label if one), Label.NONE))


def _history(judging: JudgingViewModel) -> tuple[Action, ...]:
    category = translate("actions", "Edit")

    def undo_words() -> str:
        what = judging.state.undo
        return translate("actions", "Undo: {deed}").format(deed=what) if what else ""

    def redo_words() -> str:
        what = judging.state.redo
        return translate("actions", "Redo: {deed}").format(deed=what) if what else ""

    return (
        Action(
            "undo",
            translate("actions", "Undo"),
            category,
            judging.undo,
            ("Ctrl+Z",),
            ANYWHERE,
            enabled=lambda: judging.may_undo,
            now=undo_words,
            repeats=True,
            icon="undo-2",
        ),
        Action(
            "redo",
            translate("actions", "Redo"),
            category,
            judging.redo,
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            ANYWHERE,
            enabled=lambda: judging.may_redo,
            now=redo_words,
            repeats=True,
            icon="redo-2",
        ),
    )
