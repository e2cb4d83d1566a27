"""`generate --as`: what an order would send, as code."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from studio.domain.recipe import DEMO_GATEWAY

if TYPE_CHECKING:
    from studio.cli.context import Run
    from studio.cli.wishes import Wishes
    from studio.domain.as_code import CodeLanguage


def code_for(run: Run, wishes: Wishes, language: CodeLanguage) -> str:
    """The code of one call. The library is opened only for pictures and for what is continued.

    Raises UnusableAddress, and as `code_of`.
    """
    from studio.domain.keys import checked_address
    from studio.engine.as_code import code_of

    if run.settings.gateway == DEMO_GATEWAY:
        raise click.UsageError("The demo runs inside Proofroom only. Name a gateway with --gateway URL.")
    if wishes.references or wishes.parent:
        return asyncio.run(_with_library(run, wishes, language))
    address = checked_address(run.settings.gateway)
    route = run.settings.route or run.catalog.route
    return asyncio.run(code_of(wishes.recipe, language, address=address, route=route))


async def _with_library(run: Run, wishes: Wishes, language: CodeLanguage) -> str:
    from studio.cli.ordering import recipe_of
    from studio.engine.compose import compose

    studio = compose(folder=run.library, settings=run.settings, model=run.catalog, keychain=run.keychain())
    async with studio:
        return await studio.as_code(await recipe_of(studio, wishes), language)
