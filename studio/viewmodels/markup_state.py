"""The marks on a version and what is done to them: values and pure functions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from studio.domain.marks import MARK_COLOURS, Mark, MarkKind, Place
from studio.viewmodels.steps import Steps

THICKNESSES = (0.002, 0.003, 0.0045, 0.006, 0.009, 0.013, 0.02)
"""What the size of a mark can be, as a fraction of the picture's longer side."""

LETTERS = 5.0
"""How much higher letters are than lines are thick."""


class MarkTool(StrEnum):
    """What the mouse does on the picture."""

    SELECT = "select"
    ARROW = "arrow"
    BOX = "box"
    FREEHAND = "freehand"
    TEXT = "text"

    @property
    def kind(self) -> MarkKind | None:
        """What it draws."""
        return None if self is MarkTool.SELECT else MarkKind(self.value)


class Use(StrEnum):
    """What the composer makes of a drawing."""

    NOT_USED = "not used"
    PREPARING = "preparing"
    USED = "used"
    OUTDATED = "outdated"
    """The composer has what was drawn before."""


def _no_steps() -> Steps[tuple[Mark, ...]]:
    return Steps(())


@dataclass(frozen=True, slots=True)
class MarkupState:
    """`id` is the version's, empty while none is drawn on; `ready` when what is drawn on it is known.

    `chosen` is the number of the mark that is selected. `thickness` is that of lines; letters are LETTERS
    times as high. `can_use` when the picture itself is there to draw the marks on, `is_unreadable` when it
    can't be.
    """

    id: str = ""
    ready: bool = False
    steps: Steps[tuple[Mark, ...]] = field(default_factory=_no_steps)
    chosen: int | None = None
    tool: MarkTool = MarkTool.ARROW
    colour: str = MARK_COLOURS[0]
    thickness: float = 0.006
    use: Use = Use.NOT_USED
    can_use: bool = False
    is_unreadable: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is drawn, the lowest first."""
        return self.steps.now

    @property
    def mark(self) -> Mark | None:
        """The mark that is selected."""
        return self.marks[self.chosen] if self.chosen is not None else None

    def size_of(self, kind: MarkKind) -> float:
        """What a new mark's `thickness` would be."""
        return self.thickness * (LETTERS if kind is MarkKind.TEXT else 1.0)


def with_tool(state: MarkupState, tool: MarkTool) -> MarkupState:
    """Draw with this from now on."""
    return replace(state, tool=tool, chosen=state.chosen if tool is MarkTool.SELECT else None)


def choosing(state: MarkupState, number: int | None) -> MarkupState:
    """Select this mark; its looks are what the next one gets."""
    if number is None or not 0 <= number < len(state.marks):
        return replace(state, chosen=None)
    mark = state.marks[number]
    thickness = mark.thickness / (LETTERS if mark.kind is MarkKind.TEXT else 1.0)
    return replace(state, chosen=number, colour=mark.colour, thickness=thickness)


def adding(state: MarkupState, mark: Mark) -> MarkupState:
    """Draw this over all others; it is selected."""
    marks = (*state.marks, mark)
    return replace(state, steps=state.steps.taken(marks), chosen=len(marks) - 1)


def deleting(state: MarkupState) -> MarkupState:
    """Take the selected mark away."""
    if state.chosen is None:
        return state
    marks = state.marks[: state.chosen] + state.marks[state.chosen + 1 :]
    return replace(state, steps=state.steps.taken(marks), chosen=None)


def clearing(state: MarkupState) -> MarkupState:
    """Take every mark away."""
    return replace(state, steps=state.steps.taken(()), chosen=None)


def changing(state: MarkupState, mark: Mark, *, same: str = "") -> MarkupState:
    """Let the selected mark be this one; changes in a row of one name `same` are one step."""
    if state.chosen is None:
        return state
    marks = (*state.marks[: state.chosen], mark, *state.marks[state.chosen + 1 :])
    step = f"{same} {state.chosen}" if same else ""
    return replace(state, steps=state.steps.taken(marks, same=step))


def colouring(state: MarkupState, colour: str) -> MarkupState:
    """Let the selected mark and the next ones have this colour."""
    state = replace(state, colour=colour)
    return changing(state, replace(state.mark, colour=colour)) if state.mark else state


def thickening(state: MarkupState, thickness: float) -> MarkupState:
    """Let the selected mark and the next ones be so thick."""
    state, mark = replace(state, thickness=thickness), state.mark
    if mark is None:
        return state
    return changing(state, replace(mark, thickness=state.size_of(mark.kind)), same="thickness")


def step_of(thickness: float) -> int:
    """Which of THICKNESSES it is, or is nearest to."""
    return min(range(len(THICKNESSES)), key=lambda number: abs(THICKNESSES[number] - thickness))


def next_thickness(thickness: float, by: int) -> float:
    """So many steps thicker, or thinner; the ends hold."""
    return THICKNESSES[max(0, min(step_of(thickness) + by, len(THICKNESSES) - 1))]


def undoing(state: MarkupState) -> MarkupState:
    """One step back."""
    return replace(state, steps=state.steps.undone(), chosen=None)


def redoing(state: MarkupState) -> MarkupState:
    """The step that was undone last once more."""
    return replace(state, steps=state.steps.redone(), chosen=None)


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The mark so far away, no part of its places outside the picture."""
    across, down = [x for x, _ in mark.places], [y for _, y in mark.places]
    dx = max(-min(across), min(dx, 1 - max(across)))
    dy = max(-min(down), min(dy, 1 - max(down)))
    return replace(mark, places=tuple((x + dx, y + dy) for x, y in mark.places))


def reshaped(mark: Mark, handle: int, place: Place) -> Mark:
    """The mark with one of its handles drawn to this place (see `handles`)."""
    if mark.kind is MarkKind.BOX:
        (left, top), (right, bottom) = mark.places
        x, y = place
        return replace(
            mark,
            places=(
                (x if handle in {0, 2} else left, y if handle in {0, 1} else top),
                (x if handle in {1, 3} else right, y if handle in {2, 3} else bottom),
            ),
        )
    places = list(mark.places)
    places[handle] = place
    return replace(mark, places=tuple(places))


def handles(mark: Mark) -> tuple[Place, ...]:
    """Where a mark can be taken to give it another shape: an arrow's ends, a box's corners, in rows."""
    match mark.kind:
        case MarkKind.ARROW:
            return mark.places
        case MarkKind.BOX:
            (left, top), (right, bottom) = mark.places
            return ((left, top), (right, top), (left, bottom), (right, bottom))
        case MarkKind.FREEHAND | MarkKind.TEXT:
            return ()


def within(place: Place) -> Place:
    """The nearest place of the picture."""
    x, y = place
    return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
