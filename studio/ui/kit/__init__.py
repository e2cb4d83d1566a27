"""The reusable pieces of the window: widgets that know words, values and ids, not the domain.

Each is loaded when it is first asked for: the window's first paint needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.ui.kit.button import Button, ButtonKind, IconButton
    from studio.ui.kit.check_box import CheckBox
    from studio.ui.kit.chip import Chip
    from studio.ui.kit.choice_card import ChoiceCard, ChoiceHeading, ChoiceOption
    from studio.ui.kit.combo_field import ComboField
    from studio.ui.kit.dialog import Dialog, Question
    from studio.ui.kit.empty_state import EmptyState
    from studio.ui.kit.flow_layout import FlowLayout
    from studio.ui.kit.frames import Card, ScrollColumn
    from studio.ui.kit.key_value_rows import KeyValue, KeyValueRows, Swatches
    from studio.ui.kit.look import Tone, announce, draw_dot, draw_frame, joined, set_look, surface
    from studio.ui.kit.menu_button import MenuButton
    from studio.ui.kit.notice import Notice, Toast
    from studio.ui.kit.offer_list import Offer, OfferList, OffersModel
    from studio.ui.kit.overlay import Overlay
    from studio.ui.kit.pictures import Picture, files_in, has_pictures, pictures_in
    from studio.ui.kit.popover import Popover
    from studio.ui.kit.progress_line import ProgressLine
    from studio.ui.kit.prompt_edit import PromptEdit
    from studio.ui.kit.ratio_picker import RatioOption, RatioPicker
    from studio.ui.kit.reference_strip import ReferenceStrip
    from studio.ui.kit.removable_chip import RemovableChip
    from studio.ui.kit.segmented_picker import SegmentedPicker, SegmentOption
    from studio.ui.kit.spend_button import SpendButton
    from studio.ui.kit.star_picker import StarPicker
    from studio.ui.kit.status_pill import Part, StatusPill
    from studio.ui.kit.stepper import Stepper
    from studio.ui.kit.text_field import SearchField, TextField
    from studio.ui.kit.thumb_tile import ReferenceThumb
    from studio.ui.kit.words import Badge, Divider, Elided, FieldLabel, KeyCap, Words

__all__ = [
    "Badge",
    "Button",
    "ButtonKind",
    "Card",
    "CheckBox",
    "Chip",
    "ChoiceCard",
    "ChoiceHeading",
    "ChoiceOption",
    "ComboField",
    "Dialog",
    "Divider",
    "Elided",
    "EmptyState",
    "FieldLabel",
    "FlowLayout",
    "IconButton",
    "KeyCap",
    "KeyValue",
    "KeyValueRows",
    "MenuButton",
    "Notice",
    "Offer",
    "OfferList",
    "OffersModel",
    "Overlay",
    "Part",
    "Picture",
    "Popover",
    "ProgressLine",
    "PromptEdit",
    "Question",
    "RatioOption",
    "RatioPicker",
    "ReferenceStrip",
    "ReferenceThumb",
    "RemovableChip",
    "ScrollColumn",
    "SearchField",
    "SegmentOption",
    "SegmentedPicker",
    "SpendButton",
    "StarPicker",
    "StatusPill",
    "Stepper",
    "Swatches",
    "TextField",
    "Toast",
    "Tone",
    "Words",
    "announce",
    "draw_dot",
    "draw_frame",
    "files_in",
    "has_pictures",
    "joined",
    "pictures_in",
    "set_look",
    "surface",
]

_PIECES = {
    "button": ("Button", "ButtonKind", "IconButton"),
    "check_box": ("CheckBox",),
    "chip": ("Chip",),
    "choice_card": ("ChoiceCard", "ChoiceHeading", "ChoiceOption"),
    "combo_field": ("ComboField",),
    "dialog": ("Dialog", "Question"),
    "empty_state": ("EmptyState",),
    "flow_layout": ("FlowLayout",),
    "frames": ("Card", "ScrollColumn"),
    "key_value_rows": ("KeyValue", "KeyValueRows", "Swatches"),
    "look": ("Tone", "announce", "draw_dot", "draw_frame", "joined", "set_look", "surface"),
    "menu_button": ("MenuButton",),
    "notice": ("Notice", "Toast"),
    "offer_list": ("Offer", "OfferList", "OffersModel"),
    "overlay": ("Overlay",),
    "pictures": ("Picture", "files_in", "has_pictures", "pictures_in"),
    "popover": ("Popover",),
    "progress_line": ("ProgressLine",),
    "prompt_edit": ("PromptEdit",),
    "ratio_picker": ("RatioOption", "RatioPicker"),
    "reference_strip": ("ReferenceStrip",),
    "removable_chip": ("RemovableChip",),
    "segmented_picker": ("SegmentedPicker", "SegmentOption"),
    "spend_button": ("SpendButton",),
    "star_picker": ("StarPicker",),
    "status_pill": ("Part", "StatusPill"),
    "stepper": ("Stepper",),
    "text_field": ("SearchField", "TextField"),
    "thumb_tile": ("ReferenceThumb",),
    "words": ("Badge", "Divider", "Elided", "FieldLabel", "KeyCap", "Words"),
}
_HOMES = {piece: home for home, pieces in _PIECES.items() for piece in pieces}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    piece: object = getattr(import_module(f"studio.ui.kit.{_HOMES[name]}"), name)
    return piece
