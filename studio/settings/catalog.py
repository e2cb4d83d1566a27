"""The catalog as a file: the one that is shipped, and the one the person has updated from a model page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from studio.domain.catalog import DEMO_GROUP, Group, Model, Price, ReadFrom
from studio.domain.demo import USUAL_LATENCY, demo_seconds
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.money import ZERO, Money
from studio.settings.catalog_history import append_catalog, read_catalogs
from studio.settings.files import read_whole, write_whole
from studio.settings.folders import Folders, resources

if TYPE_CHECKING:
    from pathlib import Path

_DEMO_UPTIME = Decimal(100)


@dataclass(frozen=True, slots=True)
class _GroupFile:
    name: str
    prices: dict[Resolution, str]
    latency: Decimal | None = None
    throughput: Decimal | None = None
    uptime: Decimal | None = None


class _ModelFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """The file's shape. Money is text in CNY, figures are text as the page prints them."""

    name: str
    route: str
    description: str
    resolutions: tuple[Resolution, ...]
    aspect_ratios: tuple[AspectRatio, ...]
    read_on: date | None
    groups: tuple[_GroupFile, ...]
    other_sizes: tuple[str, ...] = ()
    figures_read_on: date | None = None
    read_from: ReadFrom = ReadFrom.PAGE


def load_model(folders: Folders) -> Model:
    """The person's updated catalog, else the shipped one; a damaged file is set aside."""
    return read_whole(_path(folders), model_from_json) or shipped_model()


def shipped_model() -> Model:
    """The catalog that came with the program."""
    return model_from_json((resources() / "catalog.json").read_bytes())


def save_model(folders: Folders, model: Model) -> None:
    """Use this catalog from now on, and keep what was published before; raises SettingsUnwritable."""
    before = load_model(folders)
    known = load_history(folders)
    if not known and before != model:
        append_catalog(folders, model_to_line(before))
    if not known or known[-1] != model:
        append_catalog(folders, model_to_line(model))
    write_whole(_path(folders), model_to_json(model))


def load_history(folders: Folders) -> tuple[Model, ...]:
    """Every catalog that was in use, in the order of use: what the person's clock said doesn't change it."""
    return tuple(model for line in read_catalogs(folders) if (model := _model_in(line)) is not None)


def _model_in(line: bytes) -> Model | None:
    """None for a line that was cut off or damaged: the others still tell what they knew."""
    try:
        return model_from_json(line)
    except ValueError:
        return None


def demo_model(model: Model) -> Model:
    """The demo gateway's catalog: its own group first, then the model's, each for ¥0.00.

    The groups keep their uptime, and their latency as the demo scales it, so that a slow or an unreliable one
    can be tried for nothing.
    """
    free = tuple(Price(resolution, ZERO) for resolution in model.resolutions)
    own = Group(DEMO_GROUP, free, latency=_scaled(USUAL_LATENCY), uptime=_DEMO_UPTIME)
    others = tuple(
        replace(group, prices=free, latency=_scaled(group.latency))
        for group in model.groups
        if group.name != DEMO_GROUP
    )
    return replace(model, groups=(own, *others))


def _scaled(latency: Decimal | None) -> Decimal | None:
    return None if latency is None else Decimal(f"{demo_seconds(latency):.2f}")


def model_to_json(model: Model) -> bytes:
    """The model as the catalog's file, readable for people too."""
    return msgspec.json.format(model_to_line(model)) + b"\n"


def model_to_line(model: Model) -> bytes:
    """The same on one line, without its end."""
    content = _ModelFile(
        name=model.name,
        route=model.route,
        description=model.description,
        resolutions=model.resolutions,
        aspect_ratios=model.aspect_ratios,
        read_on=model.read_on,
        groups=tuple(
            _GroupFile(
                name=group.name,
                prices={price.resolution: price.amount.plain for price in group.prices},
                latency=group.latency,
                throughput=group.throughput,
                uptime=group.uptime,
            )
            for group in model.groups
        ),
        other_sizes=model.other_sizes,
        figures_read_on=model.figures_read_on,
        read_from=model.read_from,
    )
    return msgspec.json.encode(content)


def model_from_json(content: bytes) -> Model:
    """The model in a catalog's file; raises ValueError when it is none."""
    read = msgspec.json.decode(content, type=_ModelFile)
    return Model(
        name=read.name,
        route=read.route,
        description=read.description,
        resolutions=read.resolutions,
        aspect_ratios=read.aspect_ratios,
        read_on=read.read_on,
        groups=tuple(_group(group) for group in read.groups),
        other_sizes=read.other_sizes,
        figures_read_on=read.figures_read_on,
        read_from=read.read_from,
    )


def _group(group: _GroupFile) -> Group:
    return Group(
        name=group.name,
        prices=tuple(
            Price(resolution, Money.parse(group.prices[resolution]))
            for resolution in Resolution
            if resolution in group.prices
        ),
        latency=group.latency,
        throughput=group.throughput,
        uptime=group.uptime,
    )


def _path(folders: Folders) -> Path:
    return folders.config / "catalog.json"
