"""A preset as a file: JSON that says what it means, taken whole or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from studio.domain.export import PALETTES, Format, Layout, Preset, Profile
from studio.domain.export_names import MOST_LETTERS, Placeholder, legal_name, problems
from studio.domain.export_sizes import MOST_EDGE, SizeKind
from studio.domain.preset_errors import Fault, UnusablePreset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studio.domain.export_sizes import SizeRule

MOST_BYTES = 200_000
MOST_SIZES = 40
MOST_NAME = 80
FORMAT = 1
"""Grows when a reader of an older format could no longer read it."""

_Whole = Annotated[int, msgspec.Meta(ge=0, le=MOST_EDGE)]
_Part = Annotated[float, msgspec.Meta(ge=0, le=1)]
_Scale = Annotated[float, msgspec.Meta(gt=0, le=64)]
_Text = Annotated[str, msgspec.Meta(max_length=2000)]


class _FocusFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    x: _Part = 0.5
    y: _Part = 0.5


class _BoxFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    left: _Whole
    top: _Whole
    width: _Whole
    height: _Whole


class _SizeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    kind: SizeKind = SizeKind.SCALE
    width: _Whole = 0
    height: _Whole = 0
    scale: _Scale = 1.0
    whole: _Scale = 1.0
    focus: _FocusFile = _FocusFile()
    box: _BoxFile | None = None
    suffix: Annotated[str, msgspec.Meta(max_length=40)] = ""
    folder: Annotated[str, msgspec.Meta(max_length=120)] = ""


class _EncodingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Format = Format.PNG
    quality: Annotated[int, msgspec.Meta(ge=1, le=100)] = 85
    lossless: bool = False
    colours: Literal[256, 16, 4, 2] | None = None
    optimised: bool = False
    opaque: bool = False
    profile: Profile = Profile.CONVERT


class _InsideFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    recipe: bool = True
    marker: bool = True
    sidecar: bool = False
    strip: bool = False
    credit: _Text = ""
    title: _Text = ""


class _PresetFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`preset` marks the file as one, and is its format; `note` is for people."""

    preset: Literal[1]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=MOST_NAME)]
    encoding: _EncodingFile
    sizes: Annotated[tuple[_SizeFile, ...], msgspec.Meta(min_length=1, max_length=MOST_SIZES)]
    layout: Layout
    template: Annotated[str, msgspec.Meta(max_length=MOST_LETTERS)]
    inside: _InsideFile
    contact_sheet: bool = False
    also: Annotated[tuple[Format, ...], msgspec.Meta(max_length=len(Format))] = ()
    note: _Text = ""


class _Head(msgspec.Struct, frozen=True):
    preset: int


def preset_to_json(preset: Preset) -> bytes:
    """The preset as its file, readable for people too."""
    content = msgspec.convert({"preset": FORMAT, **msgspec.to_builtins(preset)}, _PresetFile)
    return msgspec.json.format(msgspec.json.encode(content)) + b"\n"


def preset_from_json(content: bytes, name: str) -> Preset:
    """The preset in a file of this name; raises UnusablePreset, which names the field, for anything else."""
    try:
        text = content.decode()
        head = msgspec.json.decode(text, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnusablePreset(name, Fault.NO_PRESET) from error
    if head.preset > FORMAT:
        raise UnusablePreset(name, Fault.NEWER)
    try:
        read = msgspec.json.decode(text, type=_PresetFile)
    except msgspec.ValidationError as error:
        raise _refusal(name, str(error)) from error
    preset = msgspec.convert(read, Preset, from_attributes=True)
    for field in _unusable(preset):
        raise UnusablePreset(name, Fault.WRONG, field=field, allowed=_allowed(field))
    return preset


def _unusable(preset: Preset) -> Iterator[str]:
    """The fields whose values are in their range, and lead nowhere all the same."""
    if not preset.name.strip():
        yield "name"
    if problems(preset.template):
        yield "template"
    if preset.encoding.format is not Format.ORIGINAL and not preset.layout.takes(preset.encoding.format):
        yield "encoding.format"
    if preset.also and not (
        preset.layout.takes_further_formats and all(map(preset.layout.takes, preset.also))
    ):
        yield "also"
    for number, rule in enumerate(preset.sizes):
        yield from (f"sizes[{number}].{field}" for field in _unusable_in_size(rule))


def _unusable_in_size(rule: SizeRule) -> Iterator[str]:
    if not rule.is_usable():
        yield "box" if rule.kind is SizeKind.CROP else "width"
    if rule.suffix and legal_name(f"x{rule.suffix}") != f"x{rule.suffix}":
        yield "suffix"
    if rule.folder and any(not part or legal_name(part) != part for part in rule.folder.split("/")):
        yield "folder"


_UNKNOWN = re.compile(r"unknown field `(.*?)`")
_MISSING = re.compile(r"missing required field `(.*?)`")
_PLACE = re.compile(r" at `\$\.?(.*?)`$")


def _refusal(name: str, message: str) -> UnusablePreset:
    """From msgspec's words for it, such as "Expected `int` <= 100 - at `$.encoding.quality`"."""
    place = found[1] if (found := _PLACE.search(message)) else ""
    if unknown := _UNKNOWN.search(message):
        return UnusablePreset(name, Fault.UNKNOWN, field=_below(place, unknown[1]), allowed=_fields(place))
    if missing := _MISSING.search(message):
        field = _below(place, missing[1])
        return UnusablePreset(name, Fault.MISSING, field=field, allowed=_allowed(field))
    return UnusablePreset(name, Fault.WRONG, field=place, allowed=_allowed(place))


def _below(place: str, field: str) -> str:
    return f"{place}.{field}" if place else field


def _last(place: str) -> str:
    return re.sub(r"\[.*?\]", "", place).rpartition(".")[2]


_KINDS: dict[str, type[msgspec.Struct]] = {
    "": _PresetFile,
    "encoding": _EncodingFile,
    "sizes": _SizeFile,
    "focus": _FocusFile,
    "box": _BoxFile,
    "inside": _InsideFile,
}


def _fields(place: str) -> str:
    return ", ".join(_KINDS[_last(place)].__struct_fields__)


def _allowed(field: str) -> str:
    """What may stand there, as it is written in the file: the same in every language."""
    last = _last(field)
    if last in _KINDS:
        return f"{{{_fields(field)}}}" if last != "sizes" else f"[{{…}}], 1…{MOST_SIZES}"
    return _ALLOWED.get(last, "")


def _choice(kind: Iterable[str]) -> str:
    return ", ".join(f'"{one}"' for one in kind)


_YES_OR_NO = "true, false"
_PIXELS = f"0…{MOST_EDGE}"
_ALLOWED = {
    "preset": str(FORMAT),
    "name": f'"…", 1…{MOST_NAME}',
    "format": _choice(Format),
    "also": f"[{_choice(Format)}]",
    "quality": "1…100",
    "colours": f"{', '.join(map(str, PALETTES))}, null",
    "profile": _choice(Profile),
    "layout": _choice(Layout),
    "kind": _choice(SizeKind),
    "template": " ".join(f"{{{one.value}}}" for one in Placeholder),
    **dict.fromkeys(("width", "height", "left", "top"), _PIXELS),
    **dict.fromkeys(("scale", "whole"), "> 0, ≤ 64"),
    **dict.fromkeys(("x", "y"), "0…1"),
    **dict.fromkeys(("credit", "title", "note"), '"…", 0…2000'),
    "suffix": '"@2x"',
    "folder": '"mipmap-xhdpi"',
    **dict.fromkeys(
        ("lossless", "optimised", "opaque", "recipe", "marker", "sidecar", "strip", "contact_sheet"),
        _YES_OR_NO,
    ),
}
