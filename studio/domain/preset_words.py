"""The words for presets: what those that are shipped are called, and what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from studio.domain import preset_errors as errors
from studio.domain.outcome_words import as_it_is

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate


def preset_name(name: str, translate: Translate = as_it_is) -> str:
    """What a preset is called in the person's language; own ones as they were named."""
    shipped = {
        "Original": translate("presets", "Original"),
        "PNG as it is": translate("presets", "PNG as it is"),
        "iOS asset · @1x @2x @3x": translate("presets", "iOS asset · @1x @2x @3x"),
        "Android densities": translate("presets", "Android densities"),
        "Web srcset · WebP": translate("presets", "Web srcset · WebP"),
        "Favicon set": translate("presets", "Favicon set"),
        "App icon · ICO and ICNS": translate("presets", "App icon · ICO and ICNS"),
        "Social cards": translate("presets", "Social cards"),
        "App Store screenshots": translate("presets", "App Store screenshots"),
        "Google Play screenshots": translate("presets", "Google Play screenshots"),
        "Client JPEG": translate("presets", "Client JPEG"),
        "Print TIFF": translate("presets", "Print TIFF"),
    }
    return shipped.get(name, name)


def describe_preset(error: errors.PresetError, translate: Translate) -> tuple[str, str]:
    """What is wrong with it, and what to do."""
    match error:
        case errors.UnusablePreset():
            what = _fault(error, translate)
            step = translate("errors", "Correct the file, or ask for it anew. Nothing was taken from it.")
        case errors.UnknownPreset(name=name):
            what = translate("errors", "There is no preset {name}.").replace("{name}", name)
            step = translate("errors", "Choose another one.")
        case errors.PresetExists(name=name):
            what = translate("errors", "There is a preset {name} already.").replace("{name}", name)
            step = translate("errors", "Choose another name.")
        case errors.UnusablePresetName():
            what = translate("errors", "The preset needs a name.")
            step = translate("errors", "Type one with letters or digits, at most 80.")
        case _:
            what = translate("errors", "This preset can't be used.")
            step = translate("errors", "Choose another one.")
    return what, step


def _fault(error: errors.UnusablePreset, translate: Translate) -> str:
    match error.fault:
        case errors.Fault.NO_PRESET:
            words = translate("errors", "{name} is no export preset.")
        case errors.Fault.NEWER:
            words = translate("errors", "{name} was written by a newer Proofroom.")
        case errors.Fault.UNKNOWN:
            words = translate("errors", "In {name}, “{field}” isn't known. Allowed: {allowed}.")
        case errors.Fault.MISSING:
            words = translate("errors", "In {name}, “{field}” is missing. Allowed: {allowed}.")
        case errors.Fault.WRONG:
            words = translate("errors", "In {name}, “{field}” can't be used. Allowed: {allowed}.")
        case _:
            assert_never(error.fault)
    words = words.replace("{allowed}", error.allowed or "—").replace("{field}", error.field)
    return words.replace("{name}", error.name)
