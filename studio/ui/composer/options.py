"""The composer's state as options of the kit's pickers."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.geometry import AspectRatio, published_size
from studio.domain.goal import Goal
from studio.domain.recipe import ThinkingLevel
from studio.ui.kit import ChoiceHeading, ChoiceOption, RatioOption, SegmentOption, Tone, joined

if TYPE_CHECKING:
    from studio.domain.geometry import Resolution
    from studio.viewmodels.choices import GroupChoice, ResolutionChoice
    from studio.viewmodels.composer_goals import GoalChoice
    from studio.viewmodels.composer_state import ComposerState

AUTO = "auto"
_GOALS = {f"goal/{goal.value}": goal for goal in Goal}

_TONES = {True: Tone.OK, False: Tone.WARNING, None: Tone.NEUTRAL}

translate = QCoreApplication.translate


def ratio_options(aspects: tuple[AspectRatio, ...], resolution: "Resolution") -> tuple[RatioOption, ...]:
    """Auto, then every ratio; each described by the pixels it asks for."""
    auto = RatioOption(
        AUTO, translate("composer", "Auto"), description=translate("composer", "The model decides")
    )
    ratios = tuple(
        RatioOption(
            ratio.value,
            ratio.value,
            ratio.width,
            ratio.height,
            description=pixel_words(str(published_size(ratio, resolution))),
        )
        for ratio in aspects
    )
    return (auto, *ratios)


def unbroken(words: str) -> str:
    """The same, where no line ends between a number and a unit of one sign."""
    return re.sub(r"(?<=\d) (?=\S(?:\W|$))", "\N{NO-BREAK SPACE}", words)


def pixel_words(size: str) -> str:
    return translate("composer", "{size} px").format(size=size)


def resolution_options(choices: "tuple[ResolutionChoice, ...]") -> tuple[SegmentOption, ...]:
    return tuple(
        SegmentOption(choice.resolution.value, choice.resolution.value, choice.price) for choice in choices
    )


def thinking_options() -> tuple[SegmentOption, ...]:
    return (
        SegmentOption(
            ThinkingLevel.MINIMAL,
            translate("composer", "Minimal"),
            description=translate("composer", "As little thinking as the model can do"),
        ),
        SegmentOption(
            ThinkingLevel.HIGH,
            translate("composer", "High"),
            description=translate("composer", "More thinking: slower, better at complex scenes"),
        ),
    )


def group_options(state: "ComposerState") -> tuple[ChoiceOption | ChoiceHeading, ...]:
    """The goals, then every group to be chosen by hand."""
    has_key = {choice.name: choice.has_key for choice in state.groups}
    has_key[""] = None if None in has_key.values() else False
    return (
        ChoiceHeading(translate("composer", "By goal")),
        *(_goal_option(choice, has_key=has_key.get(choice.group)) for choice in state.goals),
        ChoiceHeading(translate("composer", "By hand")),
        *(_group_option(choice) for choice in state.groups),
    )


def group_option_id(state: "ComposerState") -> str:
    """The id of what is chosen: a goal, or a group."""
    return state.group if state.goal is None else goal_id(state.goal)


def goal_id(goal: Goal) -> str:
    return next(id_ for id_, one in _GOALS.items() if one is goal)


def goal_of(id_: str) -> Goal | None:
    """The goal of that id, None for a group's name."""
    return _GOALS.get(id_)


def _goal_option(choice: "GoalChoice", *, has_key: bool | None) -> ChoiceOption:
    per_image = translate("composer", "per image")
    nothing = translate("composer", "No group can be chosen")
    group = choice.group or (translate("keys", "Looking for the key…") if has_key is None else nothing)
    return ChoiceOption(
        goal_id(choice.goal),
        choice.name,
        second=group,
        right=choice.price,
        right_second=per_image,
        tone=_TONES[has_key],
        description=joined(group, choice.why),
    )


def _group_option(choice: "GroupChoice") -> ChoiceOption:
    per_image = translate("composer", "per image")
    figures = choice.rests or choice.published
    missing = translate("composer", "{figures} · no key").format(figures=figures)
    tone = Tone.WARNING if choice.rests else _TONES[choice.has_key]
    return ChoiceOption(
        choice.name,
        choice.name,
        second=missing if choice.has_key is False else figures,
        right=choice.price,
        right_second=per_image,
        tone=tone,
        description=joined(f"{choice.price} {per_image}", choice.rests, choice.published, choice.key),
    )
