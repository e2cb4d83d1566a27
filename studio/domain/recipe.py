"""Recipes and orders: what decides a request, whether it can be sent, and what it will cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.geometry import AspectRatio, PixelSize, Resolution, published_size
from studio.domain.marks import Composite, Markup, Region
from studio.domain.money import Money
from studio.domain.next_group import MoveOn, Step
from studio.domain.reference import Reference

if TYPE_CHECKING:
    from studio.domain.catalog import Group

MOST_REFERENCES = 14
MOST_COUNT = 16


class ThinkingLevel(StrEnum):
    """How long the model thinks (wire.md 3.3); thinking can't be turned off."""

    MINIMAL = "minimal"
    HIGH = "high"


class Sending(StrEnum):
    """How a version is continued (wire.md 4.3)."""

    AFRESH = "afresh"
    """One user turn with the parent's picture and the instruction."""
    CONVERSATION = "conversation"
    """The turns that led to the parent, exactly as they came, then the instruction."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a request; `aspect` None sends no ratio ("auto"), `parent` a version's id.

    `parent_job` is a job whose version becomes the parent as soon as it is saved: nothing is sent before.
    References are sent with no side longer than `longest_edge` pixels, None as large as they are. `markup`
    and `region` belong to the parent's picture. `composite` stands where nothing was sent: the version was
    put together here.
    """

    prompt: str
    references: tuple[Reference, ...] = ()
    aspect: AspectRatio | None = None
    resolution: Resolution = Resolution.ONE_K
    thinking: ThinkingLevel = ThinkingLevel.MINIMAL
    parent: str | None = None
    sending: Sending = Sending.AFRESH
    longest_edge: int | None = None
    markup: Markup | None = None
    region: Region | None = None
    composite: Composite | None = None
    parent_job: str | None = None

    @property
    def requested_size(self) -> PixelSize | None:
        """The published pixels for what is asked, None with aspect auto."""
        return published_size(self.aspect, self.resolution) if self.aspect else None


@dataclass(frozen=True, slots=True)
class Order:
    """One press of Generate: a recipe times `count`, at the price that stood on the button.

    `gateway` is the address, or "demo"; `price` is per call and kept even when the catalog changes;
    `price_assumed` when the key is one marked "use for every group". After a refusal of a kind in `moves_on`
    the next of `fallback` is asked, at the price that was shown for it.
    """

    id: str
    project: str
    recipe: Recipe
    model: str
    gateway: str
    group: str
    price: Money
    count: int
    placed: datetime
    price_assumed: bool = False
    fallback: tuple[Step, ...] = ()
    moves_on: frozenset[MoveOn] = frozenset()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The groups that it may go through, in order: never empty."""
        return (Step(self.group, self.price), *self.fallback)

    def step_of(self, group: str) -> int:
        """Which of its steps goes through this group; the first where none does."""
        return next((at for at, step in enumerate(self.steps) if step.group == group), 0)

    @property
    def most(self) -> Money:
        """What one of its pictures costs at most, which is reserved for it."""
        return max(step.price for step in self.steps)

    @property
    def is_demo(self) -> bool:
        """Whether it costs nothing because the demo gateway draws it."""
        return self.gateway == DEMO_GATEWAY


DEMO_GATEWAY = "demo"


def may_move_on(recipe: Recipe, gateway: str) -> bool:
    """Whether an order may go through further groups: the demo has none, a conversation belongs to one."""
    continues = recipe.parent is not None or recipe.parent_job is not None
    talks = continues and recipe.sending is Sending.CONVERSATION
    return gateway != DEMO_GATEWAY and not talks


class Problem(StrEnum):
    """Why a recipe can't be sent. Worded in words.py."""

    NOTHING_TO_SEND = "nothing_to_send"
    TOO_MANY_REFERENCES = "too_many_references"
    COUNT_OUT_OF_RANGE = "count_out_of_range"
    SAME_NAME = "same_name"
    UNKNOWN_GROUP = "unknown_group"
    UNKNOWN_PRICE = "unknown_price"


def problems(recipe: Recipe, *, group: Group | None, count: int) -> tuple[Problem, ...]:
    """Every reason why this can't be sent, none when it can. An unknown price blocks: it is never zero."""
    found: list[Problem] = []
    if not recipe.prompt.strip() and not recipe.references and recipe.markup is None:
        found.append(Problem.NOTHING_TO_SEND)
    if len(recipe.references) > MOST_REFERENCES:
        found.append(Problem.TOO_MANY_REFERENCES)
    handles = [reference.handle for reference in recipe.references if reference.handle]
    if len(handles) > len(set(handles)):
        found.append(Problem.SAME_NAME)
    if not 1 <= count <= MOST_COUNT:
        found.append(Problem.COUNT_OUT_OF_RANGE)
    if group is None:
        found.append(Problem.UNKNOWN_GROUP)
    elif group.price(recipe.resolution) is None:
        found.append(Problem.UNKNOWN_PRICE)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an order will cost and take. `seconds` is None where the group publishes no latency."""

    count: int
    unit_price: Money
    total: Money
    seconds: float | None


def estimate(resolution: Resolution, *, group: Group, count: int, parallel: int) -> Estimate | None:
    """Count times price, and ceil(count / parallel jobs) times the usual latency; None without a price."""
    price = group.price(resolution)
    if price is None:
        return None
    rounds = -(-count // parallel)
    seconds = None if group.latency is None else float(group.latency) * rounds
    return Estimate(count=count, unit_price=price, total=price * count, seconds=seconds)
