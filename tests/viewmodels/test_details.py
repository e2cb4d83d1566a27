"""What is known of a version, in words, and the tree it stands in."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.charge import Charge
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.job import JobState
from studio.domain.money import ZERO, Money
from studio.domain.recipe import DEMO_GATEWAY, Recipe
from studio.domain.reference import Reference
from studio.domain.version import Branch, Tree, Version
from studio.engine.events import JobChanged
from studio.viewmodels.detail_rows import version_rows
from studio.viewmodels.tree import TreeModel
from studio.viewmodels.wording import bytes_words
from tests.domain.making import version
from tests.library.scenes import generate, library_in, order
from tests.support.gallery import numbered, shelf, waiting_job, write_versions
from tests.support.window import run_in_window, surroundings, until


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def rows(of: Version) -> dict[str, str]:
    return {row.id: row.value for row in version_rows(of)}


def whole() -> Version:
    recipe = Recipe("a cat", aspect=AspectRatio.R16_9, resolution=Resolution.TWO_K)
    return replace(
        version("whole"),
        recipe=recipe,
        width=2752,
        height=1536,
        size=6_100_000,
        seconds=13.84,
        request_id="8f31aa07c2d9e0b1c2",
    )


def test_sizes_are_told_in_the_unit_that_fits() -> None:
    words = [bytes_words(count) for count in (0, 812_000, 999_999, 6_100_000, 999_999_999, 3_878_100_000)]
    assert words == ["1 KB", "812 KB", "1.0 MB", "6.1 MB", "1.0 GB", "3.9 GB"]


def test_details_say_size_type_bytes_cost_and_time() -> None:
    said = rows(whole())
    assert said["size"] == "2752 × 1536 · PNG · 6.1\u00a0MB"
    assert said["cost"] == "¥0.25 · 13.8 s"
    assert said["request_id"] == "8f31aa…b1c2"
    assert "asked" not in said


def test_another_size_than_asked_is_said_with_a_warning() -> None:
    half = replace(whole(), width=1376, height=768)
    (asked,) = [row for row in version_rows(half) if row.id == "asked"]
    assert (asked.value, asked.warns) == ("2752 × 1536 · paid 2K, got 1K", True)


def test_an_assumed_price_and_an_unknown_charge_are_said() -> None:
    assumed = replace(whole(), price_assumed=True, charge=Charge.UNKNOWN)
    assert rows(assumed)["cost"] == "¥0.25 · 13.8 s · unknown charge · if this key bills at 官KEY-3.5折"
    demo = replace(whole(), price=ZERO, gateway=DEMO_GATEWAY, charge=Charge.NOT_CHARGED)
    assert rows(demo)["cost"] == "¥0.00 · 13.8 s · demo · not charged"


def test_references_and_the_models_own_words_are_shown_where_there_are_any() -> None:
    reference = Reference("ab" * 32, "image/png", 10, 10, 100, name="wireframe.png")
    told = replace(whole(), words="Here it is.", recipe=replace(whole().recipe, references=(reference,)))
    assert (rows(told)["references"], rows(told)["words"]) == ("wireframe.png", "Here it is.")


def tree(*versions: Version) -> tuple[Branch, ...]:
    return tuple(Tree(versions).branches())


def lines(model: TreeModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """The tree as it is read from top to bottom."""
    parent = parent or QModelIndex()
    found: list[str] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += [f"{'  ' * depth}{index.data().split(',')[0]}", *lines(model, index, depth + 1)]
    return found


def iteration(name: str, prompt: str, *, parent: str | None, minutes: int) -> Version:
    made = version(name, parent=parent, minutes=minutes)
    return replace(made, recipe=Recipe(prompt, parent=parent))


def test_the_tree_stands_as_it_grew_and_new_branches_are_inserted() -> None:
    model = TreeModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    root = version("root")
    warm = iteration("warm", "warmer light", parent="root", minutes=1)
    left = iteration("left", "move the form left", parent="warm", minutes=2)
    night = iteration("night", "night version", parent="root", minutes=3)
    model.show(tree(root, warm, night))
    resets = QSignalSpy(model.modelReset)
    model.show(tree(root, warm, night, left))
    assert lines(model) == [
        "1 · First draft",
        "  2 · “warmer light”",
        "    3 · “move the form left”",
        "  4 · “night version”",
    ]
    assert resets.count() == 0
    assert model.index_of("left").data(Qt.ItemDataRole.DisplayRole).startswith("3 · ")
    model.show(tree(version("other")))
    assert lines(model) == ["1 · First draft"]
    assert resets.count() == 1


def test_choosing_reads_the_tree_of_the_version(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    shown = shelf(around)

    async def story() -> None:
        async with library_in(around.folder, thumbnails=False) as library:
            (first,) = await generate(library, order(order_id="first"))
            child = Recipe("warmer", aspect=AspectRatio.R16_9, parent=first.versions[0])
            await generate(library, order(order_id="second", recipe=child))
        async with around.engine():
            await shown.begin()
            latest, root = (await around.bridge.ask(lambda studio: studio.library.versions(limit=2)))[:2]
            shown.details.choose(latest)
            assert shown.details.state.branches == ()
            await until(lambda: len(shown.details.state.branches) == 2)
            assert shown.details.state.tree_cost == Money.parse("0.50")
            shown.details.choose(root)
            assert len(shown.details.state.branches) == 2
            assert (latest.recipe.parent, shown.details.state.chosen) == (root.id, root.id)

    run_in_window(qapp, story())


def test_what_was_chosen_before_the_library_was_open_has_its_tree_too(
    qapp: QApplication, tmp_path: Path
) -> None:
    shown = shelf(surroundings(tmp_path))
    made = [numbered(1), numbered(2, parent=numbered(1).id)]
    write_versions(shown.around.folder, made)
    shown.details.choose(made[1])

    async def story() -> None:
        async with shown.around.engine():
            await until(lambda: [one.depth for one in shown.details.state.branches] == [0, 1])

    run_in_window(qapp, story())
    shown.thumbnails.end()


def test_a_job_that_is_chosen_is_left_when_its_card_goes(tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    hear = shown.around.bridge.happened.emit
    hear(JobChanged(waiting_job(1, charge=Charge.RESERVED)))
    shown.details.choose_job("job-1")
    assert shown.details.state.chosen == "job-1"
    hear(JobChanged(waiting_job(1, JobState.SAVED, charge=Charge.CHARGED)))
    assert shown.details.state.chosen == ""
    shown.details.choose(numbered(1))
    assert shown.details.state.chosen == "version-000001"
