"""Sizes of an export as rows to read, and as a form to change one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.domain.export_names import legal_name
from studio.domain.export_sizes import MOST_EDGE, Box, Focus, SizeKind, SizeRule, resolve
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.geometry import PixelSize

MIDDLE = Focus()
_MOST_SUFFIX, _MOST_FOLDER, _MOST_SCALE = 40, 120, 64


@dataclass(frozen=True, slots=True)
class SizeRow:
    """One size: what names call it, its pixels for the first picture ("" while that isn't known), how it
    comes to them, and whether that is larger than the picture.
    """

    name: str
    pixels: str
    kind: str
    is_larger: bool = False

    @property
    def words(self) -> str:
        """All of it, for a screen reader."""
        larger = translate("export", "larger than the picture") if self.is_larger else ""
        return ", ".join(filter(None, (self.name, self.pixels, self.kind, larger)))


@dataclass(frozen=True, slots=True)
class SizeForm:
    """What is typed for one size; numbers as they are written."""

    kind: SizeKind
    width: str = ""
    height: str = ""
    scale: str = "1"
    whole: str = "1"
    left: str = "0"
    top: str = "0"
    suffix: str = ""
    folder: str = ""
    focus: Focus = MIDDLE


def kind_words(kind: SizeKind) -> str:
    """How a size comes about, in a word."""
    words = {
        SizeKind.SCALE: translate("export", "scale"),
        SizeKind.WIDTH: translate("export", "width"),
        SizeKind.HEIGHT: translate("export", "height"),
        SizeKind.FIT: translate("export", "fit"),
        SizeKind.WITHIN: translate("export", "at most"),
        SizeKind.FILL: translate("export", "fill"),
        SizeKind.RATIO: translate("export", "ratio"),
        SizeKind.CROP: translate("export", "crop"),
    }
    return words[kind]


def kind_meaning(kind: SizeKind) -> str:
    """The same for somebody who chooses one."""
    words = {
        SizeKind.SCALE: translate("export", "Scale: a part of the picture's own size"),
        SizeKind.WIDTH: translate("export", "Width: this wide, as high as it gets"),
        SizeKind.HEIGHT: translate("export", "Height: this high, as wide as it gets"),
        SizeKind.FIT: translate("export", "Fit: as large as goes into a frame"),
        SizeKind.WITHIN: translate("export", "At most: into a frame, never enlarged"),
        SizeKind.FILL: translate("export", "Fill: a frame filled around a point"),
        SizeKind.RATIO: translate("export", "Ratio: the largest part of this shape"),
        SizeKind.CROP: translate("export", "Crop: exactly this part"),
    }
    return words[kind]


def size_rows(sizes: tuple[SizeRule, ...], source: PixelSize | None) -> tuple[SizeRow, ...]:
    """A row for each rule; `source` is the first picture."""
    return tuple(_row(rule, source) for rule in sizes)


def _row(rule: SizeRule, source: PixelSize | None) -> SizeRow:
    as_it_is = rule.kind is SizeKind.SCALE and rule.scale == rule.whole == 1
    kind = translate("export", "as it is") if as_it_is else kind_words(rule.kind)
    if source is None:
        return SizeRow(size_name(rule), "", kind)
    plan = resolve(rule, source)
    return SizeRow(size_name(rule), f"{plan.size.width} × {plan.size.height}", kind, plan.upscales)


def size_name(rule: SizeRule) -> str:
    """What tells this size from the others."""
    named = rule.suffix.strip("-_ ") or rule.folder.rpartition("/")[2]
    return named or f"@{rule.scale:g}x"


# The form


def form_of(rule: SizeRule) -> SizeForm:
    """What stands in the form for this rule."""
    frame = rule.box.size if rule.kind is SizeKind.CROP and rule.box else None
    return SizeForm(
        kind=rule.kind,
        width=str(frame.width if frame else rule.width or ""),
        height=str(frame.height if frame else rule.height or ""),
        scale=f"{rule.scale:g}",
        whole=f"{rule.whole:g}",
        left=str(rule.box.left if rule.box else 0),
        top=str(rule.box.top if rule.box else 0),
        suffix=rule.suffix,
        folder=rule.folder,
        focus=rule.focus,
    )


def rule_of(form: SizeForm) -> SizeRule | None:
    """The rule that the form says; None while it says none."""
    width, height = _pixels(form.width), _pixels(form.height)
    scale, whole = _factor(form.scale), _factor(form.whole)
    left, top = _pixels(form.left), _pixels(form.top)
    numbers = (width, height, left, top)
    if scale is None or whole is None or any(number is None for number in numbers):
        return None
    rule = SizeRule(form.kind, scale=scale, whole=whole, focus=form.focus)
    if form.kind is SizeKind.CROP:
        rule = replace(rule, box=Box(left or 0, top or 0, width or 0, height or 0))
    elif form.kind is not SizeKind.SCALE:
        rule = replace(rule, width=width or 0, height=height or 0)
    rule = replace(rule, suffix=form.suffix, folder=form.folder.strip("/"))
    return rule if rule.is_usable() and not name_problem(form) else None


def form_problem(form: SizeForm) -> str:
    """Why the form says no rule, in words; empty where it does."""
    if problem := name_problem(form):
        return problem
    if rule_of(form) is not None:
        return ""
    if form.kind is SizeKind.SCALE:
        return translate("export", "Type numbers above 0, at most {most}.").format(most=_MOST_SCALE)
    return translate("export", "Type whole numbers from 1 to {most}.").format(most=f"{MOST_EDGE:,}")


def name_problem(form: SizeForm) -> str:
    """Why its ending or folder can't stand in names."""
    fits = len(form.suffix) <= _MOST_SUFFIX and legal_name(f"x{form.suffix}") == f"x{form.suffix}"
    if form.suffix and not fits:
        return translate("export", "This ending can't stand in a file's name.")
    folder = form.folder.strip("/")
    parts = folder.split("/") if folder else []
    if len(folder) > _MOST_FOLDER or any(not part or legal_name(part) != part for part in parts):
        return translate("export", "This can't be the name of a folder.")
    return ""


def turned(rule: SizeRule, kind: SizeKind, source: PixelSize | None) -> SizeRule:
    """Another kind of size, with numbers that come close to what it was."""
    plan = resolve(rule, source) if source else None
    width, height = (plan.size.width, plan.size.height) if plan else (rule.width or 1024, rule.height or 1024)
    plain = SizeRule(kind, suffix=rule.suffix, folder=rule.folder, focus=rule.focus)
    match kind:
        case SizeKind.SCALE:
            return replace(plain, scale=rule.scale, whole=max(rule.scale, rule.whole))
        case SizeKind.WIDTH:
            return replace(plain, width=width)
        case SizeKind.HEIGHT:
            return replace(plain, height=height)
        case SizeKind.CROP:
            return replace(plain, box=plan.box if plan else Box(0, 0, width, height))
        case _:
            return replace(plain, width=width, height=height)


def _pixels(text: str) -> int | None:
    """Nothing is 0; None for what is no whole number, or out of all bounds."""
    text = text.strip()
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdigit() and int(text[:9]) <= MOST_EDGE else None


def _factor(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if 0 < number <= _MOST_SCALE else None
