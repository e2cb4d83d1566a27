"""The references used last are at hand again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from studio.domain.recipe import Recipe
from studio.library.draft import Draft, write_draft
from tests.library.given import drawn, saved
from tests.library.scenes import GROUP, START, library_in, order

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.reference import Reference
    from studio.library.library import Library


async def added(library: Library, *names: str) -> list[Reference]:
    """References of these names, each of other content."""
    return [
        await library.add_reference_bytes(saved(drawn((20 + at, 20)), "PNG"), name=name)
        for at, name in enumerate(names)
    ]


async def used(library: Library, at: int, *references: Reference) -> None:
    """An order with them, `at` minutes after the first."""
    recipe = Recipe("a fox", references=tuple(replace(one, handle="fox") for one in references))
    placed = START + timedelta(minutes=at)
    await library.place(order(order_id=f"order-{at}", recipe=recipe, placed=placed))


async def test_the_newest_stand_first_each_once_in_their_order(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        assert await library.reference_shelf() == ()
        fox, owl, hare, elk = await added(library, "fox", "owl", "hare", "elk")
        await used(library, 1, fox, owl)
        await used(library, 3, hare)
        await used(library, 2, owl, elk)
        await library.place(order(order_id="without", placed=START + timedelta(minutes=9)))
        assert await library.reference_shelf() == (hare, owl, elk, fox)
        assert await library.reference_shelf(2) == (hare, owl)


async def test_what_stands_in_the_composer_comes_before_all_orders(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        fox, owl, hare = await added(library, "fox", "owl", "hare")
        await used(library, 1, fox)
        write_draft(
            tmp_path, Draft(Recipe("", references=(owl,)), GROUP, 1, aside=Recipe("", references=(hare, fox)))
        )
        assert await library.reference_shelf() == (owl, hare, fox)


async def test_what_is_gone_from_the_library_isnt_offered(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        fox, owl = await added(library, "fox", "owl")
        await used(library, 1, fox, owl)
        library.reference_path(fox.sha256).unlink()
        assert await library.reference_shelf() == (owl,)
        assert await library.add_reference_bytes(saved(drawn((20, 20)), "PNG"), name="fox") == fox
        assert await library.reference_shelf() == (fox, owl)


async def test_a_reader_beside_the_writer_sees_them_too(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (fox,) = await added(library, "fox")
        await used(library, 1, fox)
        async with library.reader(tmp_path) as reader:
            assert await reader.reference_shelf() == (fox,)
