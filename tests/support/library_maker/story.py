"""What a person and a gateway did over some months: versions with orders, jobs, attempts, judgements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from studio.demo.drawing import Motif
from studio.domain.charge import Outcome
from studio.domain.first_project import FIRST_PROJECT
from studio.domain.flags import Flag, Label
from studio.domain.geometry import AspectRatio, PixelSize, Resolution, published_size
from studio.domain.judgement import Judgement
from studio.domain.recipe import Recipe, ThinkingLevel
from studio.domain.reply import ReceivedPicture, Reply
from studio.library.sidecars import AttemptRecord, OrderRecord, PictureRecord, Sidecar
from tests.support.library_maker import prompts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studio.domain.catalog import Model
    from studio.domain.reference import Reference

NEWEST = datetime(2026, 11, 25, 17, tzinfo=UTC)
"""When the last version was made: the same in every library, as everything here comes from the seed."""

PROJECTS = (
    FIRST_PROJECT,
    "Harbour campaign",
    "茶叶包装",
    "App store screens",
    "Autumn lookbook",
    "Posters 2026",
    "Tests of light",
)
TAGS = (
    "final", "client", "hero", "to print", "moodboard", "needs work", "blue hour", "portfolio", "v2",
    "retouch", "定稿", "客户", "封面", "待修", "灯塔", "参考", "warm", "wide", "no text", "banner",
)  # fmt: skip
_MONTHS = timedelta(days=425)
_PER_DAY = 5
_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
_COUNTS = (1, 1, 1, 1, 2, 2, 3, 4, 4, 4)
_ASPECTS = (AspectRatio.SQUARE, AspectRatio.R16_9, AspectRatio.R3_2, AspectRatio.R4_3, AspectRatio.R9_16)
_RESOLUTIONS = (
    *[Resolution.ONE_K] * 10,
    *[Resolution.TWO_K] * 6,
    *[Resolution.FOUR_K] * 3,
    Resolution.HALF_K,
)
_WORKDAY = timedelta(hours=13)
_LONGEST_WAIT = timedelta(seconds=45)
_MORNING = timedelta(hours=1)
_PARENTS_AMONG = 40
_LONG_PROMPTS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """One version as its sidecar, and what the person says of it. `take` tells pictures of a motif apart,
    `variation` holds bits in which their hashes differ.
    """

    sidecar: Sidecar
    motif: Motif
    ratio: AspectRatio
    take: int
    variation: int
    judgement: Judgement
    trashed: datetime | None = None

    @property
    def pixels(self) -> PixelSize:
        """What came."""
        return PixelSize(self.sidecar.version.width, self.sidecar.version.height)


class Storyteller:
    """Tells `count` versions, oldest first; the same ones for the same seed."""

    def __init__(self, count: int, *, seed: int, model: Model, references: Sequence[Reference]) -> None:
        self._count = count
        self._random = Random(seed)
        self._model = model
        self._references = references
        self._span = min(_MONTHS, timedelta(days=max(3, count // _PER_DAY)))
        self._project = FIRST_PROJECT
        self._numbers: dict[str, int] = {}
        self._recent: list[tuple[str, Motif]] = []
        self._long_every = max(20, count // _LONG_PROMPTS)

    def tell(self) -> Iterator[Told]:
        """All of them."""
        told = 0
        while told < self._count:
            siblings = min(self._random.choice(_COUNTS), self._count - told)
            yield from self._order(told, siblings)
            told += siblings

    def _order(self, told: int, siblings: int) -> Iterator[Told]:
        random = self._random
        if random.random() < 0.04:
            self._project = random.choice(PROJECTS)
        parent, motif = self._ancestry()
        aspect = self._aspect()
        recipe = Recipe(
            prompt=self._prompt(told, motif),
            references=tuple(random.sample(self._references, random.randint(1, 3)))
            if self._references and random.random() < 0.15
            else (),
            aspect=aspect,
            resolution=random.choice(_RESOLUTIONS),
            thinking=random.choice((ThinkingLevel.MINIMAL, ThinkingLevel.MINIMAL, ThinkingLevel.HIGH)),
            parent=parent,
        )
        order = self._order_record(recipe, told, siblings)
        for number in range(1, siblings + 1):
            ratio = aspect or random.choice(_ASPECTS)
            yield self._version(recipe, order, motif, ratio, number, self._time(told + number - 1))

    def _ancestry(self) -> tuple[str | None, Motif]:
        """A third of all orders goes on from what was made shortly before."""
        if self._recent and self._random.random() < 0.35:
            return self._random.choice(self._recent)
        return None, self._random.choice(tuple(Motif))

    def _aspect(self) -> AspectRatio | None:
        chance = self._random.random()
        if chance < 0.12:
            return None
        return self._random.choice(_ASPECTS if chance < 0.8 else tuple(AspectRatio))

    def _prompt(self, told: int, motif: Motif) -> str:
        if told % self._long_every < 2:
            return prompts.long_prompt(motif, self._random)
        if self._random.random() < 0.01:
            return self._random.choice(prompts.OTHERS)
        return prompts.usual_prompt(motif, self._random)

    def _order_record(self, recipe: Recipe, told: int, siblings: int) -> OrderRecord:
        groups = [group for group in self._model.groups if group.price(recipe.resolution) is not None]
        group = self._random.choice(groups)
        price = group.price(recipe.resolution)
        assert price is not None
        return OrderRecord(
            id=self._id(),
            project=self._project,
            model=self._model.route,
            gateway="https://bananarouter.com",
            group=group.name,
            price=price.plain,
            count=siblings,
            placed=self._time(told) - _LONGEST_WAIT,
            price_assumed=self._random.random() < 0.03,
        )

    def _time(self, told: int) -> datetime:
        """Evenly over all days, within each of them by daylight."""
        at = self._span * ((told + 1) / self._count)
        day = timedelta(days=at.days)
        return NEWEST - self._span - _WORKDAY + day + _MORNING + (at - day) / timedelta(days=1) * _WORKDAY

    def _version(
        self,
        recipe: Recipe,
        order: OrderRecord,
        motif: Motif,
        ratio: AspectRatio,
        number: int,
        created: datetime,
    ) -> Told:
        random = self._random
        seconds = round(random.uniform(8, 44), 2)
        delivered = recipe.resolution
        if random.random() < 0.03:
            delivered = random.choice(tuple(Resolution))
        pixels = published_size(ratio, delivered)
        picture = self._picture(order, pixels, created, random.choice(("png", "jpeg", "jpeg")))
        self._recent = [*self._recent[1 - _PARENTS_AMONG :], (picture.id, motif)]
        attempt = AttemptRecord(
            id=self._id(),
            job=self._id(),
            job_number=number,
            number=1,
            group=order.group,
            gateway=order.gateway,
            price=order.price,
            price_assumed=order.price_assumed,
            started=created - timedelta(seconds=seconds),
        )
        words = random.choice(prompts.MODEL_WORDS) if random.random() < 0.15 else ""
        received = ReceivedPicture(0)
        reply = Reply(Outcome.PICTURE, (received,), received, words=words, request_id=self._id())
        judgement = self._judgement()
        trashed = self._trashed(created) if random.random() < 0.02 else None
        sidecar = Sidecar(recipe, order, attempt, picture, reply, seconds)
        return Told(sidecar, motif, ratio, random.randrange(1000), self._variation(), judgement, trashed)

    def _picture(self, order: OrderRecord, pixels: PixelSize, created: datetime, kind: str) -> PictureRecord:
        number = self._numbers[order.project] = self._numbers.get(order.project, 0) + 1
        return PictureRecord(
            id=self._id(),
            number=number,
            sha256=self._random.randbytes(32).hex(),
            size=int(pixels.pixels * (1.8 if kind == "png" else 0.25)),
            mime=f"image/{kind}",
            width=pixels.width,
            height=pixels.height,
            created=created,
            blob=0,
            arrived_after_cancel=self._random.random() < 0.005,
            palette=(),
        )

    def _judgement(self) -> Judgement:
        random = self._random
        if random.random() < 0.55:
            return Judgement()
        chance = random.random()
        return Judgement(
            rating=random.choice((0, 0, 1, 2, 3, 3, 4, 4, 5)),
            flag=Flag.PICK if chance < 0.2 else Flag.REJECT if chance < 0.3 else Flag.NONE,
            label=random.choice(tuple(Label)) if random.random() < 0.3 else Label.NONE,
            tags=tuple(sorted(random.sample(TAGS, random.choice((0, 0, 1, 1, 2, 3))))),
        )

    def _trashed(self, created: datetime) -> datetime:
        """Not so long ago that it would be removed for good."""
        return max(created, NEWEST - timedelta(days=self._random.uniform(0, 20)))

    def _variation(self) -> int:
        """A few bits of 60."""
        return sum({1 << self._random.randrange(60) for _ in range(self._random.randrange(12))})

    def _id(self) -> str:
        return "".join(self._random.choices(_LETTERS, k=10))


def with_picture(
    told: Told, *, palette: tuple[str, ...], sha256: str | None = None, size: int | None = None
) -> Told:
    """The same with what its picture turned out to be."""
    old = told.sidecar.version
    picture = replace(old, palette=palette, sha256=sha256 or old.sha256, size=size or old.size)
    return replace(told, sidecar=replace(told.sidecar, version=picture))
