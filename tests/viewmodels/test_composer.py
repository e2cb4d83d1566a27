"""The composer without a window: what a person does, and what the one state says then."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.job import Job
from studio.domain.keys import EVERY_GROUP, Secret
from studio.domain.recipe import Recipe, ThinkingLevel
from studio.engine.events import VersionSaved
from studio.library.draft import Draft
from studio.settings import Settings
from studio.viewmodels.composer import ComposerViewModel
from studio.viewmodels.composer_state import Continued
from tests.support.window import Surroundings, page_model, run_in_window, surroundings, until

CHEAP = "官KEY-1.5折"
USUAL = "官KEY-3.5折"
BLANK = "官KEY-2.5折"


def jobs_placed(composer: ComposerViewModel) -> list[Job]:
    placed: list[Job] = []
    composer.placed.connect(placed.extend)
    return placed


async def with_key(around: Surroundings, group: str = USUAL) -> None:
    await around.session.store_key(group, Secret("sk-test"))


def test_begins_with_the_cheapest_group_that_is_always_up(qapp: QApplication, tmp_path: Path) -> None:
    state = surroundings(tmp_path).composer().state
    assert (state.group, state.count, state.resolution, state.aspect) == (USUAL, 1, Resolution.ONE_K, None)
    assert state.label == "Generate 1 for ¥0.16"
    assert state.hindrance is not None
    assert state.hindrance.words == "Opening the library…"


def test_every_choice_changes_the_price_and_the_sentence(qapp: QApplication, tmp_path: Path) -> None:
    composer = surroundings(tmp_path).composer()
    composer.choose_resolution(Resolution.TWO_K)
    composer.set_count(4)
    assert composer.state.label == "Generate 4 for ¥1.00"
    assert composer.state.estimate.count == "4 images × ¥0.25"
    assert composer.state.estimate.time == "about 14 s"
    composer.set_count(5)
    assert composer.state.estimate.time == "about 29 s"
    composer.choose_group(CHEAP)
    assert composer.state.label == "Generate 5 for ¥0.55"
    assert [choice.price for choice in composer.state.resolutions] == ["¥0.05", "¥0.07", "¥0.11", "¥0.16"]
    composer.choose_aspect(AspectRatio.R16_9)
    assert str(composer.state.size) == "2752 × 1536"
    composer.choose_thinking(ThinkingLevel.HIGH)
    assert composer.state.thinking is ThinkingLevel.HIGH


def test_what_the_page_leaves_blank_is_a_dash(qapp: QApplication, tmp_path: Path) -> None:
    composer = surroundings(tmp_path).composer()
    blank = next(choice for choice in composer.state.groups if choice.name == BLANK)
    assert blank.published == "— typical · — up"
    composer.choose_group(BLANK)
    assert composer.state.estimate.time == "—"
    assert len(composer.state.groups) == 7


def test_says_why_it_cannot_spend(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()

    async def story() -> None:
        async with around.engine():
            assert composer.state.hindrance is not None
            assert composer.state.hindrance.wants_key
            assert composer.state.hindrance.words == "No key for this group"
            await with_key(around)
            await until(lambda: around.session.state.has_key(USUAL))
            assert composer.state.hindrance is not None
            assert composer.state.hindrance.words == "Write a prompt or add a reference"
            composer.edit_prompt("a lake")
            assert composer.state.hindrance is None
            composer.choose_group(BLANK)
            assert composer.state.hindrance is not None
            assert composer.state.hindrance.wants_key

    run_in_window(qapp, story())


def test_a_key_for_every_group_is_an_assumption(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()

    async def story() -> None:
        async with around.engine():
            await with_key(around, EVERY_GROUP)
            await until(lambda: around.session.state.has_key(USUAL))
            assert composer.state.estimate.notes == (f"if this key bills at {USUAL}",)
            assert f"if this key bills at {USUAL}" in composer.state.estimate.sentence

    run_in_window(qapp, story())


def test_a_group_that_left_the_catalog_asks_for_another(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()
    fewer = replace(page_model(), groups=tuple(group for group in page_model().groups if group.name != USUAL))

    async def story() -> None:
        async with around.engine():
            await with_key(around, EVERY_GROUP)
            composer.edit_prompt("a lake")
            await around.session.accept_catalog(fewer)
            assert composer.state.group == USUAL
            assert composer.state.price is None
            assert composer.state.label == "Generate 1"
            assert composer.state.hindrance is not None
            assert (
                composer.state.hindrance.words
                == f"{USUAL} is no longer in the catalog. Choose another group."
            )
            composer.submit()
            assert not composer.state.placing

    run_in_window(qapp, story())


def test_an_unknown_price_is_never_zero(qapp: QApplication, tmp_path: Path) -> None:
    model = page_model()
    groups = tuple(
        replace(group, prices=group.prices[:2]) if group.name == USUAL else group for group in model.groups
    )
    around = surroundings(tmp_path, catalog=replace(model, groups=groups))
    composer = around.composer()

    async def story() -> None:
        async with around.engine():
            await with_key(around)
            composer.edit_prompt("a lake")
            composer.choose_resolution(Resolution.FOUR_K)
            assert composer.state.estimate.total == "—"
            assert composer.state.label == "Generate 1"
            assert composer.state.hindrance is not None
            assert "no known price" in composer.state.hindrance.words

    run_in_window(qapp, story())


def test_the_demo_costs_nothing_and_the_paid_group_comes_back(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()
    composer.set_count(4)
    composer.choose_group(BLANK)

    async def story() -> None:
        async with around.engine():
            await around.session.use_gateway("demo")
            await until(lambda: around.session.state.keys_known)
            composer.edit_prompt("a lake")
            assert composer.state.group == "Demo"
            assert composer.state.label == "Generate 4 for ¥0.00 (demo)"
            assert composer.state.hindrance is None
            await around.session.use_gateway("https://bananarouter.com")
            assert composer.state.group == BLANK
            assert composer.state.label == "Generate 4 for ¥0.48"

    run_in_window(qapp, story())


def test_an_order_is_durable_in_its_project_before_the_button_wakes(
    qapp: QApplication, tmp_path: Path
) -> None:
    around = surroundings(tmp_path, settings=Settings(gateway="demo", project="Spring campaign"))
    composer = around.composer()
    placed = jobs_placed(composer)

    async def story() -> None:
        async with around.engine():
            composer.edit_prompt("a lake at dawn")
            composer.set_count(2)
            composer.submit()
            composer.submit()
            assert composer.state.placing
            await until(lambda: not composer.state.placing)
            assert len(placed) == 2
            kept = await around.bridge.ask(lambda studio: studio.library.all_jobs(limit=10))
            assert {job.id for job in kept} == {job.id for job in placed}
            assert {job.order.recipe.prompt for job in kept} == {"a lake at dawn"}
            assert {job.order.project for job in kept} == {"Spring campaign"}

    run_in_window(qapp, story())


def test_above_the_limit_it_asks_in_place(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer()
    placed = jobs_placed(composer)

    async def story() -> None:
        async with around.engine():
            await with_key(around)
            await until(lambda: around.session.state.has_key(USUAL))
            composer.edit_prompt("a lake")
            composer.choose_resolution(Resolution.FOUR_K)
            composer.set_count(16)
            composer.submit()
            assert composer.state.asks == "¥5.92"
            assert not composer.state.placing
            composer.submit()
            assert not composer.state.placing
            composer.set_count(15)
            assert not composer.state.asks
            composer.submit()
            composer.not_now()
            assert not composer.state.asks
            composer.submit()
            composer.confirm()
            await until(lambda: len(placed) == 15)

    run_in_window(qapp, story())


def test_continuing_a_version_keeps_what_stood_there_aside(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path, settings=Settings(gateway="demo"))
    composer = around.composer()
    saved: list[VersionSaved] = []

    def hear(event: object) -> None:
        if isinstance(event, VersionSaved):
            saved.append(event)

    around.bridge.happened.connect(hear)

    async def story() -> None:
        async with around.engine():
            composer.edit_prompt("mountains")
            composer.choose_resolution(Resolution.HALF_K)
            composer.submit()
            await until(lambda: saved)
            version = saved[0].version
            composer.edit_prompt("an unfinished thought")
            composer.continue_from(version)
            assert composer.state.continued == Continued(version.id, version.number, "mountains")
            assert (composer.state.prompt, composer.state.label) == ("", "Iterate for ¥0.00 (demo)")
            assert composer.state.resolution is Resolution.HALF_K
            composer.start_afresh()
            assert composer.state.prompt == "an unfinished thought"
            composer.use_recipe(replace(version.recipe, parent=version.id), version.group)
            await until(lambda: composer.state.continued and composer.state.continued.words == "mountains")

    run_in_window(qapp, story())


def test_a_parent_that_is_gone_is_said_and_the_words_stay(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    composer = around.composer(Draft(Recipe("clear night", parent="nowhere"), USUAL, 2))
    assert composer.state.label == "Iterate 2 for ¥0.32"

    async def story() -> None:
        async with around.engine():
            await until(lambda: composer.state.trouble)
            assert composer.state.continued is None
            assert composer.state.prompt == "clear night"
            assert composer.state.label == "Generate 2 for ¥0.32"

    run_in_window(qapp, story())
