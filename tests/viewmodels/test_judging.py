"""Judging one picture or many, taking it back, and being led on, over a real library."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.flags import Flag, Label
from studio.domain.judgement import Judgement
from studio.domain.version import Version
from studio.settings import Settings
from studio.viewmodels.actions import Actions, Place
from studio.viewmodels.judging import HistoryState, JudgingViewModel
from studio.viewmodels.judging_actions import judging_actions
from studio.viewmodels.tags import TagsViewModel, TagUse
from tests.support.gallery import numbered, write_versions
from tests.support.window import Surroundings, run_in_window, surroundings, until

ONE = ("version-000001",)
ALL = tuple(f"version-{number:06}" for number in (1, 2, 3))


class Scene:
    """A library of three, and someone who judges."""

    def __init__(self, application: QApplication, folder: Path, *, settings: Settings | None = None) -> None:
        self.application = application
        self.around: Surroundings = surroundings(folder, settings=settings)
        around = self.around
        write_versions(around.folder, map(numbered, (1, 2, 3)))
        self.judging = JudgingViewModel(
            bridge=around.bridge, session=around.session, tasks=around.tasks, notices=around.notices
        )
        self.tags = TagsViewModel(bridge=around.bridge, tasks=around.tasks, judging=self.judging)

    def play(self, story: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def play() -> None:
            async with self.around.engine():
                await story()

        run_in_window(self.application, play())

    async def version(self, version_id: str = ONE[0]) -> Version:
        return await self.around.bridge.ask(lambda studio: studio.library.version(version_id))

    async def judged(self, version_id: str = ONE[0]) -> Judgement:
        return (await self.version(version_id)).judgement

    async def sees(self, expected: object, look: Callable[[Judgement], object]) -> None:
        """Wait until the first picture is judged so."""
        async with asyncio.timeout(10):
            while look(await self.judged()) != expected:  # noqa: ASYNC110 - the library doesn't say it
                await asyncio.sleep(0.005)

    def press(self, number: int = -1) -> None:
        """The button of a notice."""
        self.around.said[number].actions[0].act()


@pytest.fixture
def scene(qapp: QApplication, tmp_path: Path) -> Scene:
    return Scene(qapp, tmp_path)


def test_one_is_rated_and_the_same_again_takes_it_away(scene: Scene) -> None:
    async def story() -> None:
        scene.judging.rate(ONE, 4)
        await scene.sees(4, lambda judged: judged.rating)
        scene.judging.rate(ONE, 4)
        await scene.sees(0, lambda judged: judged.rating)
        assert scene.around.said == []

    scene.play(story)


def test_many_are_flagged_and_only_what_all_have_is_taken_away(scene: Scene) -> None:
    async def story() -> None:
        scene.judging.flag(ONE, Flag.PICK)
        scene.judging.flag(ALL, Flag.PICK)
        await until(lambda: scene.judging.state.undo == "Flagged 2 pictures")
        assert [(await scene.judged(one)).flag for one in ALL] == [Flag.PICK] * 3
        scene.judging.flag(ALL, Flag.PICK)
        await until(lambda: scene.judging.state.undo == "Flagged 3 pictures")
        assert [(await scene.judged(one)).flag for one in ALL] == [Flag.NONE] * 3

    scene.play(story)


def test_one_is_kept_the_rest_rejected_and_all_of_it_taken_back_at_once(scene: Scene) -> None:
    async def flags() -> list[Flag]:
        return [(await scene.judged(one)).flag for one in ALL]

    async def story() -> None:
        scene.judging.flag(ALL[2:], Flag.PICK)
        scene.judging.keep_one(ALL[0], ALL[1:])
        await until(lambda: scene.judging.state.undo == "Flagged 3 pictures")
        assert await flags() == [Flag.PICK, Flag.REJECT, Flag.REJECT]
        scene.judging.undo()
        await until(lambda: scene.judging.state.redo == "Flagged 3 pictures")
        assert await flags() == [Flag.NONE, Flag.NONE, Flag.PICK]

    scene.play(story)


def test_keys_pressed_fast_are_done_in_their_order(scene: Scene) -> None:
    async def story() -> None:
        for rating in (1, 2, 3, 4, 5):
            scene.judging.rate(ONE, rating)
        scene.judging.label(ONE, Label.GREEN)
        scene.judging.undo()
        scene.judging.undo()
        await until(lambda: len(scene.around.said) == 2)
        assert await scene.judged() == Judgement(rating=4)

    scene.play(story)


def test_what_can_be_undone_and_redone_is_named(scene: Scene) -> None:
    async def story() -> None:
        assert scene.judging.state == HistoryState()
        scene.judging.rate(ALL, 3)
        await until(lambda: scene.judging.state == HistoryState(undo="Rated 3 pictures"))
        scene.judging.undo()
        await until(lambda: scene.judging.state == HistoryState(redo="Rated 3 pictures"))
        await until(lambda: scene.around.said)
        assert scene.around.said[-1].words == "Undone: Rated 3 pictures."
        scene.press()
        await until(lambda: scene.judging.state.undo)
        await scene.sees(3, lambda judged: judged.rating)

    scene.play(story)


def test_what_goes_to_the_trash_is_said_with_the_way_back(scene: Scene) -> None:
    async def story() -> None:
        scene.judging.trash(ALL)
        await until(lambda: scene.around.said)
        assert scene.around.said[0].words == "Moved 3 pictures to the trash."
        assert (await scene.version()).trashed is not None
        scene.press()
        await until(lambda: not scene.judging.state.undo)
        assert (await scene.version()).trashed is None

    scene.play(story)


def test_the_way_back_takes_nothing_else_with_it(scene: Scene) -> None:
    async def story() -> None:
        for name in ("Autumn", "Spring"):
            await scene.around.bridge.ask(lambda studio, name=name: studio.create_project(name))
            scene.judging.move(ONE, name)
        await until(lambda: len(scene.around.said) == 2)
        scene.judging.rate(ONE, 5)
        await until(lambda: scene.judging.state.undo == "Rated 1 picture")
        assert (await scene.version()).project == "Spring"
        scene.press()
        await until(lambda: len(scene.around.said) == 3)
        version = await scene.version()
        assert (version.project, version.judgement.rating) == ("Autumn", 5)

    scene.play(story)


def test_the_next_picture_is_chosen_when_that_is_set(qapp: QApplication, tmp_path: Path) -> None:
    scene = Scene(qapp, tmp_path, settings=Settings(auto_advance=True))
    advanced = QSignalSpy(scene.judging.advance_requested)

    async def story() -> None:
        scene.judging.rate(ONE, 4)
        scene.judging.rate(ONE, 4)
        assert advanced.count() == 2
        scene.judging.rate(ALL, 2)
        assert advanced.count() == 2
        await scene.sees(2, lambda judged: judged.rating)
        scene.judging.set_auto_advance(False)
        await until(lambda: not scene.judging.auto_advance)
        scene.judging.flag(ONE, Flag.REJECT)
        assert advanced.count() == 2
        await scene.sees(Flag.REJECT, lambda judged: judged.flag)

    scene.play(story)


def test_led_on_the_same_rating_stays(qapp: QApplication, tmp_path: Path) -> None:
    scene = Scene(qapp, tmp_path, settings=Settings(auto_advance=True))

    async def story() -> None:
        scene.judging.rate(ONE, 4)
        scene.judging.rate(ONE, 4)
        scene.judging.label(ONE, Label.RED)
        await scene.sees(Label.RED, lambda judged: judged.label)
        assert (await scene.judged()).rating == 4

    scene.play(story)


def test_nothing_is_judged_without_pictures_or_a_library(scene: Scene) -> None:
    scene.judging.rate(ONE, 4)
    scene.judging.undo()

    async def story() -> None:
        scene.judging.rate((), 4)
        scene.judging.label(ONE, Label.BLUE)
        await scene.sees(Label.BLUE, lambda judged: judged.label)
        assert (await scene.judged()).rating == 0

    scene.play(story)


def test_the_tags_of_many_are_those_of_all_and_of_some(scene: Scene) -> None:
    async def story() -> None:
        scene.tags.open(ALL)
        await until(lambda: scene.tags.state.tags == ())
        scene.tags.add("login,  night sky")
        await until(lambda: scene.tags.state.common == ("login", "night sky"))
        scene.judging.tag(ONE, "Storm")
        await until(lambda: scene.tags.state.tags and TagUse("Storm", 1) in scene.tags.state.tags)
        scene.tags.toggle("Storm")
        await until(lambda: "Storm" in scene.tags.state.common)
        scene.tags.toggle("login")
        await until(lambda: scene.tags.state.common == ("night sky", "Storm"))
        scene.tags.type("st")
        await until(lambda: scene.tags.state.offered == (TagUse("Storm", 3),))
        scene.tags.close()

    scene.play(story)


def test_every_key_of_judging_does_what_it_stands_for(scene: Scene) -> None:
    chosen: list[str] = []
    actions = Actions(session=scene.around.session, tasks=scene.around.tasks)
    actions.add(
        judging_actions(
            scene.judging,
            chosen=lambda: tuple(chosen),
            has_chosen=lambda: bool(chosen),
            in_trash=lambda: False,
        )
    )

    def press(key: str) -> None:
        action = actions.bound(key, Place.VIEWER)
        assert action
        action.act()

    async def story() -> None:
        assert actions.bound("5", Place.GALLERY) is None
        chosen.extend(ONE)
        for key in ("5", "P", "9"):
            press(key)
        expected = Judgement(rating=5, flag=Flag.PICK, label=Label.BLUE)
        await scene.sees(expected, lambda judged: judged)
        undo = actions.action("undo")
        assert undo
        # What is judged is told before what can be taken back.
        await until(lambda: undo.words == "Undo: Labelled 1 picture")
        for key in ("0", "U", "9"):
            press(key)
        await scene.sees(Judgement(), lambda judged: judged)
        press("Del")
        await until(lambda: scene.around.said)
        press("Ctrl+Z")
        await until(lambda: scene.judging.state.redo == "Moved 1 picture to the trash")
        press("Ctrl+Y")
        await until(lambda: scene.judging.state.undo == "Moved 1 picture to the trash")

    scene.play(story)


def test_no_key_of_judging_does_two_things(scene: Scene) -> None:
    actions = Actions(session=scene.around.session, tasks=scene.around.tasks)
    actions.add(
        judging_actions(scene.judging, chosen=lambda: ONE, has_chosen=lambda: True, in_trash=lambda: False)
    )
    assert not [rival for action in actions for rival in actions.rivals(action.id)]
