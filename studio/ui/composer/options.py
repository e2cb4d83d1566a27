"""The composer's state as options of the kit's pickers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.geometry import AspectRatio, published_size
from studio.domain.recipe import ThinkingLevel
from studio.ui.kit import ChoiceOption, RatioOption, SegmentOption, Tone, joined

if TYPE_CHECKING:
    from studio.domain.geometry import Resolution
    from studio.viewmodels.choices import GroupChoice, ResolutionChoice

AUTO = "auto"

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


def group_options(choices: "tuple[GroupChoice, ...]") -> tuple[ChoiceOption, ...]:
    return tuple(_group_option(choice) for choice in choices)


def _group_option(choice: "GroupChoice") -> ChoiceOption:
    tones = {True: Tone.OK, False: Tone.WARNING, None: Tone.NEUTRAL}
    per_image = translate("composer", "per image")
    missing = translate("composer", "{figures} · no key").format(figures=choice.published)
    return ChoiceOption(
        choice.name,
        choice.name,
        second=missing if choice.has_key is False else choice.published,
        right=choice.price,
        right_second=per_image,
        tone=tones[choice.has_key],
        description=joined(f"{choice.price} {per_image}", choice.published, choice.key),
    )
