"""Which files an export makes of a picture, and where they go: known before anything is read or written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, assert_never

from studio.domain.export import Encoding, Format, Layout, Preset
from studio.domain.export_names import GivenNames, Named, file_name, legal_name, numbered
from studio.domain.export_sizes import SizeKind, SizeRule, resolve
from studio.domain.file_names import unreserved
from studio.domain.geometry import PixelSize

if TYPE_CHECKING:
    from collections.abc import Iterable

_IMAGE_SET = ".imageset"
_TELLS_SIZES = ("{scale}", "{width}", "{height}")
_ORIGINAL = SizeRule()
_ICON = SizeRule(SizeKind.FILL, 48, 48, suffix="favicon")


@dataclass(frozen=True, slots=True)
class Output:
    """One file of a picture; `path` is its place below the chosen folder."""

    path: PurePosixPath
    rule: SizeRule
    encoding: Encoding

    def upscales(self, source: PixelSize) -> bool:
        """Whether it would be larger than the picture is. Icons never are, nor is the original."""
        fixed = self.encoding.format is Format.ORIGINAL or self.encoding.format.is_icon
        return not fixed and resolve(self.rule, source).upscales


@dataclass(frozen=True, slots=True)
class Planned:
    """All files of a picture. What lies beside them, such as a sidecar, is called after `base`.

    `base` has no ending; for layouts with folders of their own it is the picture's folder.
    """

    layout: Layout
    base: PurePosixPath
    outputs: tuple[Output, ...]

    @property
    def claims(self) -> tuple[PurePosixPath, ...]:
        """What must be free for them: a folder of its own, or each file's place."""
        if self.layout.has_own_folder:
            return (self.base,)
        return tuple(output.path for output in self.outputs)

    def beside(self, ending: str) -> PurePosixPath:
        """Where a file lies that tells of all of them."""
        return self.base.with_name(f"{self.base.name.removesuffix(_IMAGE_SET)}.{ending}")

    def numbered(self, number: int) -> Planned:
        """All of them under the next names, where some of these are taken; 1 leaves them as they are."""
        base = _numbered(self.layout, self.base, number)
        return replace(
            self, base=base, outputs=tuple(self._numbered(output, base, number) for output in self.outputs)
        )

    def _numbered(self, output: Output, base: PurePosixPath, number: int) -> Output:
        if self.layout.has_own_folder:
            return replace(output, path=base / output.path.name)
        return replace(output, path=_numbered(self.layout, output.path, number))


def planned(preset: Preset, named: Named, ending: str) -> Planned:
    """What the preset makes of one picture; `named` holds its own size, `ending` is its file's (no dot).

    Total: whatever the preset says, no two files share a path, and all paths are legal and lie below.
    """
    encodings = _encodings(preset)
    if preset.encoding.format is Format.ORIGINAL:
        path = _path(preset, named, _ORIGINAL, ending, told="")
        return Planned(Layout.FLAT, path.with_suffix(""), (Output(path, _ORIGINAL, preset.encoding),))
    base, names = _base(preset, named), GivenNames()
    outputs = [
        Output(names.give(_place(preset, named, rule, encoding, base)), rule, encoding)
        for rule in preset.sizes or (_ORIGINAL,)
        for encoding in encodings
    ]
    if preset.layout is Layout.FAVICON:
        icon = replace(_ICON, focus=outputs[0].rule.focus)
        outputs.append(Output(base / "favicon.ico", icon, Encoding(Format.ICO)))
    return Planned(preset.layout, base, tuple(outputs))


def plan_all(preset: Preset, pictures: Iterable[tuple[Named, str]], names: GivenNames) -> tuple[Planned, ...]:
    """The same for many, no two files alike; `names` knows what is taken."""
    return tuple(_given(planned(preset, named, ending), names) for named, ending in pictures)


def _given(wanted: Planned, names: GivenNames) -> Planned:
    first = wanted.claims[0]
    return wanted.numbered(names.number(first, lambda number: wanted.numbered(number).claims))


def _encodings(preset: Preset) -> tuple[Encoding, ...]:
    further = preset.also if preset.layout.takes_further_formats else ()
    others = (format_ for format_ in further if format_ is not Format.ORIGINAL)
    formats = dict.fromkeys((preset.encoding.format, *others))
    return tuple(replace(preset.encoding, format=format_) for format_ in formats)


def _place(
    preset: Preset, named: Named, rule: SizeRule, encoding: Encoding, base: PurePosixPath
) -> PurePosixPath:
    ending = encoding.format.ending
    match preset.layout:
        case Layout.ANDROID:
            return base.parent / _folder(rule) / f"{base.name}.{ending}"
        case Layout.IOS:
            return base / f"{base.stem}{legal_name(rule.suffix)}.{ending}"
        case Layout.FAVICON:
            return base / f"{legal_name(rule.suffix) or 'icon'}.{ending}"
        case Layout.FLAT | Layout.WEB | Layout.SOCIAL | Layout.STORE:
            return _path(preset, named, rule, ending, told=rule.suffix)
    assert_never(preset.layout)


def _base(preset: Preset, named: Named) -> PurePosixPath:
    plain = _path(preset, named, _ORIGINAL, "", told="")
    match preset.layout:
        case Layout.ANDROID:
            return plain.with_name(resource_name(plain.name))
        case Layout.IOS:
            return plain.with_name(f"{plain.name}{_IMAGE_SET}")
        case _:
            return plain


def _path(preset: Preset, named: Named, rule: SizeRule, ending: str, *, told: str) -> PurePosixPath:
    size = resolve(rule, PixelSize(named.width, named.height)).size
    template = preset.template
    if len(preset.sizes) > 1 and not any(placeholder in template for placeholder in _TELLS_SIZES):
        template += "{scale}"
    of_size = replace(named, width=size.width, height=size.height, scale=told)
    return _folder(rule) / file_name(template, of_size, f".{ending}" if ending else "")


def _folder(rule: SizeRule) -> PurePosixPath:
    return PurePosixPath(*filter(None, map(legal_name, rule.folder.split("/"))))


_NO_RESOURCE = re.compile(r"[^a-z0-9]+")
_MOST_RESOURCE = 100


def resource_name(text: str) -> str:
    """A name that Android's build takes: small letters of ASCII, digits, "_", a letter first.

    Source: developer.android.com, "App resources overview", and the words that Java keeps for itself.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = _NO_RESOURCE.sub("_", plain).strip("_")[:_MOST_RESOURCE]
    if not name or not name[0].isalpha():
        name = f"picture_{name}".strip("_")
    return unreserved(f"{name}_" if _JAVA.fullmatch(name) else name, mark="_")


_JAVA = re.compile(
    "abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do|double|else|enum|"
    "extends|final|finally|float|for|goto|if|implements|import|instanceof|int|interface|long|native|new|"
    "package|private|protected|public|return|short|static|strictfp|super|switch|synchronized|this|throw|"
    "throws|transient|try|void|volatile|while|true|false|null"
)


def _numbered(layout: Layout, path: PurePosixPath, number: int) -> PurePosixPath:
    if layout is Layout.ANDROID and number > 1:
        return path.with_name(f"{path.stem}_{number}{path.suffix}")
    return numbered(path, number)
