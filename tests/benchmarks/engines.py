"""A Studio for benchmarks: real parts, a key for this run, and an order that needs no reference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.keys import Secret
from studio.domain.recipe import Recipe
from studio.engine.compose import compose
from studio.engine.studio import OrderRequest
from studio.keychain import Keychain
from studio.settings import Settings
from studio.settings.catalog import shipped_model

if TYPE_CHECKING:
    from pathlib import Path

    from studio.engine.studio import Studio

GROUP = "官KEY-3.5折"


def bench_studio(folder: Path, gateway: str, *, thumbnails: bool, parallel: int = 8) -> Studio:
    """Not yet open."""
    return compose(
        folder=folder,
        settings=replace(Settings(), gateway=gateway, parallel=parallel),
        model=shipped_model(),
        keychain=Keychain(environment=Secret("bench")),
        thumbnails=thumbnails,
    )


def bench_order(studio: Studio, count: int) -> OrderRequest:
    """`count` pictures at 1K."""
    recipe = Recipe(prompt="a lighthouse in the mist")
    group = studio.model.group(GROUP)
    price = group.price(recipe.resolution) if group else None
    if price is None:
        raise LookupError(GROUP)
    return OrderRequest(recipe=recipe, group=GROUP, count=count, price=price)
