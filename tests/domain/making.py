"""Values for tests, each with everything that the test doesn't speak of filled in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from studio.domain.catalog import Group, Model, Price
from studio.domain.charge import Charge
from studio.domain.geometry import Resolution
from studio.domain.job import Attempt, Job, JobState
from studio.domain.money import Money
from studio.domain.recipe import Order, Recipe
from studio.domain.version import Version

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PRICE = Money.parse("0.25")


def group(
    name: str,
    *prices: str,
    latency: str | None = None,
    uptime: str | None = None,
    resolutions: tuple[Resolution, ...] = tuple(Resolution),
) -> Group:
    """A group with these prices, in the order of the sizes."""
    return Group(
        name,
        tuple(Price(size, Money.parse(price)) for size, price in zip(resolutions, prices, strict=False)),
        latency=Decimal(latency) if latency else None,
        uptime=Decimal(uptime) if uptime else None,
    )


def model(*groups: Group) -> Model:
    """A model with these groups."""
    return Model("Model", "model", "", tuple(Resolution), groups)


def order(*, recipe: Recipe | None = None, gateway: str = "https://bananarouter.com") -> Order:
    """An order of one."""
    return Order(
        id="order",
        project="Sketches",
        recipe=recipe or Recipe("a cat"),
        model="model",
        gateway=gateway,
        group="官KEY-3.5折",
        price=PRICE,
        count=1,
        placed=NOON,
    )


def attempt(state: JobState, charge: Charge) -> Attempt:
    """The first attempt of `job`."""
    return Attempt(
        id="attempt",
        job="job",
        number=1,
        group="官KEY-3.5折",
        gateway="https://bananarouter.com",
        price=PRICE,
        price_assumed=False,
        state=state,
        charge=charge,
        started=NOON,
    )


def job(state: JobState, *attempts: Attempt) -> Job:
    """The job of `order`."""
    return Job("job", order(), 1, state, NOON, attempts)


_VERSION = Version(
    id="root",
    number=1,
    project="Sketches",
    path="Sketches/2026-11/0001-a-cat-root.png",
    sha256="00" * 32,
    size=1000,
    mime="image/png",
    width=1024,
    height=1024,
    created=NOON,
    recipe=Recipe("a cat"),
    model="model",
    gateway="https://bananarouter.com",
    group="官KEY-3.5折",
    price=PRICE,
    price_assumed=False,
    charge=Charge.CHARGED,
    job="job",
    attempt="attempt",
)


def version(name: str, *, parent: str | None = None, minutes: int = 0) -> Version:
    """A version made `minutes` after noon from `parent`."""
    created = NOON + timedelta(minutes=minutes)
    recipe = Recipe("a cat", parent=parent)
    return replace(_VERSION, id=name, number=minutes + 1, created=created, recipe=recipe)
