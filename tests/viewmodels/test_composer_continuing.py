"""Continuing versions: what is sent along, how deep it goes, and what of another version is used again."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.marks import Mark, MarkKind, Markup, Patch, PatchKind, Region
from studio.domain.recipe import Recipe, Sending, ThinkingLevel
from studio.domain.reference import Reference
from studio.domain.version import Version
from studio.engine.events import VersionSaved
from studio.settings import Settings
from tests.support.window import run_in_window, surroundings, until

REGION = Region((Patch(PatchKind.BOX, ((0.1, 0.1), (0.4, 0.4))),))
MARK = Mark(MarkKind.ARROW, ((0.1, 0.1), (0.5, 0.5)))


class Studio:
    """A composer at the demo gateway; `versions` are those that were saved."""

    def __init__(self, folder: Path) -> None:
        self.around = surroundings(folder, settings=Settings(gateway="demo"))
        self.composer = self.around.composer()
        self.versions: list[Version] = []
        self.around.bridge.happened.connect(self._hear)

    def _hear(self, event: object) -> None:
        if isinstance(event, VersionSaved):
            self.versions.append(event.version)

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[None]:
        async with self.around.engine():
            yield

    async def make(self, prompt: str) -> Version:
        self.composer.edit_prompt(prompt)
        await until(lambda: self.composer.state.hindrance is None)
        before = len(self.versions)
        self.composer.submit()
        await until(lambda: len(self.versions) > before)
        return self.versions[-1]

    async def edit(self, version: Version, change: str) -> Version:
        self.composer.continue_from(version)
        await until(lambda: self.composer.state.sending.ways)
        return await self.make(change)


def test_a_chain_is_continued_as_a_conversation_and_its_depth_is_told(
    qapp: QApplication, tmp_path: Path
) -> None:
    studio = Studio(tmp_path)
    composer = studio.composer

    async def story() -> None:
        async with studio.open():
            first = await studio.make("mountains")
            composer.continue_from(first)
            assert composer.state.sending.along == "its picture is sent along"
            await until(lambda: composer.state.way is Sending.CONVERSATION)
            assert (composer.state.sending.along, composer.state.sending.edit) == ("1 turn sent along", "")
            second = await studio.make("warmer light")
            assert second.recipe.sending is Sending.CONVERSATION
            third = await studio.edit(second, "move the form left")
            composer.continue_from(third)
            await until(lambda: composer.state.sending.along == "3 turns sent along")
            assert composer.state.sending.edit == "edit 3"
            assert not composer.state.sending.doubt
            composer.choose_sending(Sending.AFRESH)
            assert composer.state.sending.along == "its picture is sent along"
            fourth = await studio.make("drop the logo")
            assert fourth.recipe.sending is Sending.AFRESH
            assert fourth.recipe.parent == third.id

    run_in_window(qapp, story())


def test_from_the_third_edit_on_it_offers_to_redo_from_the_original(
    qapp: QApplication, tmp_path: Path
) -> None:
    studio = Studio(tmp_path)
    composer = studio.composer

    async def story() -> None:
        async with studio.open():
            first = await studio.make("mountains")
            second = await studio.edit(first, "warmer light")
            assert not composer.state.sending.redo
            third = await studio.edit(second, "move the form left")
            composer.continue_from(third)
            await until(lambda: composer.state.sending.redo)
            composer.edit_prompt("drop the logo")
            composer.redo()
            state = composer.state
            assert state.prompt == "1. warmer light\n2. move the form left\n3. drop the logo"
            assert state.continued is not None
            assert state.continued.version == first.id
            await until(lambda: composer.state.sending.ways)
            assert not composer.state.sending.redo
            again = await studio.make(composer.state.prompt)
            assert again.recipe.parent == first.id

    run_in_window(qapp, story())


def test_an_imported_picture_can_only_be_sent_afresh_and_says_why(qapp: QApplication, tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    composer = studio.composer
    file = tmp_path / "beach.png"
    Image.new("RGB", (64, 48), "teal").save(file)

    async def story() -> None:
        async with studio.open():
            await studio.around.bridge.ask(lambda engine: engine.import_pictures((file,)))
            await until(lambda: studio.versions)
            composer.continue_from(studio.versions[0])
            await until(lambda: composer.state.sending.ways)
            talk, afresh = composer.state.sending.ways
            assert talk.why_not == "This conversation has a picture that the model didn't make."
            assert not afresh.why_not
            assert composer.state.way is Sending.AFRESH
            composer.edit_prompt("at night")
            composer.choose_sending(Sending.CONVERSATION)
            await until(lambda: composer.state.hindrance)
            assert composer.state.hindrance is not None
            assert composer.state.hindrance.cured_afresh
            composer.choose_sending(Sending.AFRESH)
            await until(lambda: not composer.state.hindrance)

    run_in_window(qapp, story())


def test_a_missing_parent_is_said_before_anything_is_spent(qapp: QApplication, tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    composer = studio.composer

    async def story() -> None:
        async with studio.open():
            first = await studio.make("mountains")
            composer.continue_from(first)
            composer.edit_prompt("at night")
            await until(lambda: composer.state.sending.ways and composer.state.hindrance is None)
            file = studio.around.folder / first.path
            aside = file.rename(file.with_suffix(".aside"))
            composer.weigh_again()
            await until(lambda: composer.state.hindrance)
            composer.submit()
            assert not composer.state.placing
            aside.rename(file)
            composer.weigh_again()
            await until(lambda: composer.state.hindrance is None)

    run_in_window(qapp, story())


def version(recipe: Recipe, *, like: Version) -> Version:
    return replace(like, recipe=recipe)


def test_marks_and_a_region_belong_to_the_version_they_are_drawn_on(
    qapp: QApplication, tmp_path: Path
) -> None:
    studio = Studio(tmp_path)
    composer = studio.composer

    async def story() -> None:
        async with studio.open():
            first, second = await studio.make("mountains"), await studio.make("a lake")
            markup = Markup((MARK, MARK), Reference("ab" * 32, "image/png", 4, 3, 70))
            composer.take_markup(first, markup)
            composer.take_region(first, REGION)
            assert composer.state.continued is not None
            assert composer.state.continued.version == first.id
            assert composer.state.sending.markup == "2 marks sent as instruction"
            assert composer.state.sending.region == "Only the marked region changes"
            composer.take_region(second, None)
            assert composer.state.sending.region
            composer.remove_markup()
            assert (composer.state.sending.markup, bool(composer.state.sending.region)) == ("", True)
            composer.take_region(second, REGION)
            assert composer.state.continued.version == second.id
            assert not composer.state.sending.markup
            composer.start_afresh()
            assert (composer.state.continued, composer.state.sending.region) == (None, "")

    run_in_window(qapp, story())


def test_parts_of_another_recipe_are_used_one_by_one(qapp: QApplication, tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    composer = studio.composer
    references = (Reference("cd" * 32, "image/png", 4, 3, 70, "photo.png"),)
    recipe = Recipe(
        "like @photo",
        references,
        aspect=AspectRatio.R16_9,
        resolution=Resolution.FOUR_K,
        thinking=ThinkingLevel.HIGH,
        longest_edge=1536,
    )

    async def story() -> None:
        async with studio.open():
            other = version(recipe, like=await studio.make("mountains"))
            composer.edit_prompt("an unfinished thought")
            composer.use_settings(other)
            state = composer.state
            assert (state.aspect, state.resolution) == (AspectRatio.R16_9, Resolution.FOUR_K)
            assert (state.thinking, state.longest_edge) == (ThinkingLevel.HIGH, 1536)
            assert (state.prompt, state.references) == ("an unfinished thought", ())
            composer.use_references(other)
            assert [kept.handle for kept in composer.state.references] == ["photo"]
            assert composer.state.prompt == "an unfinished thought"
            composer.use_prompt(other)
            assert composer.state.prompt == "like @photo"

    run_in_window(qapp, story())


def test_settings_of_a_group_that_is_gone_leave_the_group(qapp: QApplication, tmp_path: Path) -> None:
    studio = Studio(tmp_path)

    async def story() -> None:
        async with studio.open():
            made = await studio.make("mountains")
            studio.composer.use_settings(replace(made, group="gone"))
            assert studio.composer.state.group == "Demo"

    run_in_window(qapp, story())
