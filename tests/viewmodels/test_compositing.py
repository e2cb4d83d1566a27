"""What the window says of edits that were to change a region only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtTest import QSignalSpy

from studio.domain.charge import Charge
from studio.domain.marks import Composite
from studio.domain.money import ZERO
from studio.domain.recipe import Recipe
from studio.domain.version import LOCAL_GATEWAY, Version
from studio.viewmodels.compositing import CompositingViewModel
from studio.viewmodels.detail_rows import version_rows
from studio.viewmodels.notices import Kind
from studio.viewmodels.tile import price_words
from tests.domain.making import version
from tests.engine.test_compositing import PARENT, png_of
from tests.imaging.scenes import SCREEN, boxed, scene
from tests.library.scenes import generate, library_in, order
from tests.support.window import Surroundings, run_in_window, surroundings, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def compositing(around: Surroundings) -> CompositingViewModel:
    return CompositingViewModel(bridge=around.bridge, tasks=around.tasks, notices=around.notices)


async def poor_answer(folder: Path) -> tuple[str, str]:
    """A library with a picture and an answer that shows another one: their ids."""
    async with library_in(folder, thumbnails=False) as library:
        (root,) = await generate(library, order(recipe=Recipe("a harbour")), png_of(PARENT))
        (parent,) = root.versions
        recipe = Recipe("another sky", parent=parent, region=boxed())
        placed = order(order_id="order-2", recipe=recipe)
        (edit,) = await generate(library, placed, png_of(scene(SCREEN, *PARENT.size)))
        return parent, edit.versions[0]


def test_an_answer_that_fits_poorly_can_be_seen_beside_its_parent_and_put_together(
    qapp: QApplication, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    model = compositing(around)
    asked = QSignalSpy(model.compare_requested)

    async def story() -> None:
        ids = await poor_answer(around.folder)
        async with around.engine():
            await until(lambda: around.said)
            (poor,) = around.said
            assert poor.words.startswith("Version 2 fits version 1 poorly (")
            assert poor.words.endswith(" %). It was not put together.")
            assert (poor.kind, poor.lasts) == (Kind.WARNING, True)
            both, all_the_same = poor.actions
            both.act()
            assert asked.at(0) == [ids]
            all_the_same.act()
            await until(lambda: len(around.said) > 1)
            assert around.said[1].words == "Version 3 was put together."

    run_in_window(qapp, story())


def test_a_parent_that_is_gone_is_said_and_tried_again_on_a_word(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    model = compositing(around)

    async def story() -> None:
        parent, _ = await poor_answer(around.folder)
        async with library_in(around.folder) as library:
            path = library.path(await library.version(parent))
        aside = path.rename(tmp_path / "aside.png")
        async with around.engine():
            await until(lambda: around.said)
            (told,) = around.said
            assert told.words.startswith("A changed region couldn't be put into its picture. ")
            assert path.name in told.words
            assert told.kind is Kind.BAD
            aside.rename(path)
            told.actions[0].act()
            await until(lambda: len(around.said) > 1)
            assert around.said[1].words == "Version 3 was put together."

    run_in_window(qapp, story())
    assert model.parent() is None


def put_together(*, fit: float) -> Version:
    recipe = Recipe("another sky", parent="p", composite=Composite("a", 0, 0, 1, fit))
    made = replace(version("c"), gateway=LOCAL_GATEWAY, group="", recipe=recipe, seconds=None)
    return replace(made, price=ZERO, charge=Charge.NOT_CHARGED)


def rows(of: Version, *tree: Version) -> dict[str, tuple[str, bool]]:
    return {row.id: (row.value, row.warns) for row in version_rows(of, tree=tree)}


PLAIN = replace(version("p"), number=5)
ANSWER = replace(version("a"), number=8, recipe=Recipe("another sky", parent="p", region=boxed()))


def test_details_say_what_it_was_put_together_from_and_how_well_that_fits() -> None:
    made = put_together(fit=0.989)
    told = rows(made, PLAIN, ANSWER, made)
    assert told["origin"] == ("Put together from versions 5 and 8 · fit 98 %", False)
    assert told["cost"] == ("¥0.00 · not charged", False)
    assert not {"group", "request_id", "asked"} & set(told)


def test_details_say_so_before_the_tree_was_read_and_where_it_fits_poorly() -> None:
    assert rows(put_together(fit=0.4))["origin"] == ("Put together here · fit 40 %", True)


def test_details_of_an_answer_say_what_became_of_its_region() -> None:
    made = replace(put_together(fit=0.9), number=9)
    assert rows(ANSWER, PLAIN, ANSWER, made)["region"] == ("Put together as version 9", False)
    assert rows(ANSWER, PLAIN, ANSWER)["region"] == ("Not put together with its parent", False)
    assert "region" not in rows(ANSWER)
    assert "region" not in rows(PLAIN, PLAIN, ANSWER)


def test_a_tile_says_that_it_was_put_together_instead_of_a_price() -> None:
    assert price_words(put_together(fit=1.0)) == "Put together"
