"""What is said of what is drawn, and of what the composer makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.marks import MARK_COLOURS, MarkKind
from studio.viewmodels.markup_state import MarkTool, Use
from studio.viewmodels.wording import first_words, translate

if TYPE_CHECKING:
    from studio.domain.marks import Mark
    from studio.viewmodels.markup_state import MarkupState
    from studio.viewmodels.region_state import RegionState


@dataclass(frozen=True, slots=True)
class UseLineState:
    """`tone` is "ok", "warning" or empty; `button` is empty where there is nothing to press; `hint` is why it
    can't be pressed.
    """

    words: str
    tone: str = ""
    button: str = ""
    can_use: bool = False
    can_stop: bool = False
    hint: str = ""


def markup_line(state: MarkupState) -> UseLineState:
    """The line under the marks."""
    use = translate("markup", "Use as instruction")
    if state.is_unreadable:
        words = translate("markup", "The picture can’t be read: marks can’t be painted on it")
        return UseLineState(words, "warning", use, can_stop=state.use is not Use.NOT_USED)
    match state.use:
        case Use.PREPARING:
            return UseLineState(translate("markup", "Painting the marks on…"), button=use)
        case Use.USED:
            words = translate("markup", "In use: say in the prompt what the marks mean")
            return UseLineState(words, tone="ok", can_stop=True)
        case Use.OUTDATED:
            words = translate("markup", "The composer has the marks as they were before")
            button = translate("markup", "Use these marks")
            return UseLineState(words, "warning", button, _can_use(state), can_stop=True)
        case Use.NOT_USED:
            words = marks_words(len(state.marks)) if state.marks else _how_to_mark(state.tool)
            hint = "" if state.can_use else translate("markup", "The picture is still being read.")
            return UseLineState(words, button=use, can_use=_can_use(state), hint=hint)


def region_line(state: RegionState) -> UseLineState:
    """The line under the region."""
    use = translate("region", "Change only this region")
    match state.use:
        case Use.USED:
            words = translate("region", "In use: only this region may change")
            return UseLineState(words, tone="ok", can_stop=True)
        case Use.OUTDATED:
            words = translate("region", "The composer has the region as it was before")
            return UseLineState(words, "warning", use, not state.is_empty, can_stop=True)
        case _ if state.is_rubbed_out:
            words = translate("region", "Nothing is left of the region: all of it was erased")
            return UseLineState(words, "warning", use)
        case _:
            words = translate("region", "Everything outside stays as it is, pixel by pixel")
            if state.is_empty:
                words = translate("region", "Draw over what may change")
            return UseLineState(words, button=use, can_use=not state.is_empty)


def marks_words(count: int) -> str:
    """How many there are."""
    return (
        translate("markup", "1 mark")
        if count == 1
        else translate("markup", "{count} marks").format(count=count)
    )


def mark_words(mark: Mark) -> str:
    """What it is: "Arrow", "Text “make it blue”"."""
    if mark.kind is MarkKind.TEXT:
        return translate("markup", "Text “{words}”").format(words=first_words(mark.text))
    return tool_words(MarkTool(mark.kind.value))


def tool_words(tool: MarkTool) -> str:
    """Its name."""
    return {
        MarkTool.SELECT: translate("markup", "Select"),
        MarkTool.ARROW: translate("markup", "Arrow"),
        MarkTool.BOX: translate("markup", "Box"),
        MarkTool.FREEHAND: translate("markup", "Freehand"),
        MarkTool.TEXT: translate("markup", "Text"),
    }[tool]


def colour_words(colour: str) -> str:
    """The colour's name."""
    names: tuple[str, ...] = (
        translate("markup", "Pink"),
        translate("markup", "Cyan"),
        translate("markup", "Green"),
        translate("markup", "White"),
        translate("markup", "Black"),
    )
    return names[MARK_COLOURS.index(colour)] if colour in MARK_COLOURS else colour


def _can_use(state: MarkupState) -> bool:
    return bool(state.marks) and state.can_use


def _how_to_mark(tool: MarkTool) -> str:
    return {
        MarkTool.SELECT: translate("markup", "Nothing is marked yet"),
        MarkTool.ARROW: translate("markup", "Drag an arrow to what should change"),
        MarkTool.BOX: translate("markup", "Drag a box around what should change"),
        MarkTool.FREEHAND: translate("markup", "Draw around what should change"),
        MarkTool.TEXT: translate("markup", "Click where the words should stand"),
    }[tool]
