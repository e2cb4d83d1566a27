"""A chain of edits made once more, from the choice of a picture to the jobs that are placed."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from studio.domain.recipe import DEMO_GATEWAY, Recipe
from studio.domain.version import Version
from studio.engine.events import JobChanged
from studio.settings import Settings
from studio.ui.dialogs.replay import ReplayDialog
from studio.ui.theme import Theme
from studio.viewmodels.replay import ReplayViewModel
from studio.viewmodels.thumbnails import Thumbnails
from tests.library.scenes import generate, library_in, order, picture
from tests.support.window import Surroundings, by_hand, run_in_window, surroundings, until

if TYPE_CHECKING:
    from studio.domain.job import Job

PAID = "官KEY-3.5折"


class Bench:
    """A chain of a boat, warmer and at night, and a house beside it."""

    def __init__(self, theme: Theme, folder: Path, settings: Settings) -> None:
        self._theme = theme
        self.around: Surroundings = surroundings(folder, settings=settings)
        bridge, tasks = self.around.bridge, self.around.tasks
        self.thumbnails = Thumbnails(folder=self.around.folder, bridge=bridge, tasks=tasks)
        self.placed: list[Job] = []
        bridge.happened.connect(self._hear)

    def _hear(self, event: object) -> None:
        if isinstance(event, JobChanged) and event.job.id not in {job.id for job in self.placed}:
            self.placed.append(event.job)

    async def fill(self) -> list[Version]:
        ids: list[str] = []
        async with library_in(self.around.folder, thumbnails=False) as library:
            for number, prompt in enumerate(("a boat", "warmer light", "at night", "a house")):
                parent = ids[-1] if 0 < number < 3 else None
                recipe = Recipe(prompt, parent=parent)
                placed = order(order_id=f"order-{number}", recipe=recipe)
                (job,) = await generate(library, placed, picture(colour=f"#c0{number}020"))
                ids += job.versions
            return list(await library.versions_of(ids))

    def replay(self, made: list[Version], *, group: str) -> ReplayViewModel:
        return ReplayViewModel(
            version=made[2],
            root=made[0],
            group=group,
            bridge=self.around.bridge,
            session=self.around.session,
            tasks=self.around.tasks,
        )

    def dialog(self, replay: ReplayViewModel, made: list[Version]) -> ReplayDialog:
        pictures = (made[0], made[3])
        return ReplayDialog(self._theme, replay, pictures=pictures, thumbnails=self.thumbnails)


def words(host: QWidget) -> list[str]:
    return [label.text() for label in host.findChildren(QLabel) if label.isVisible()]


Story = Callable[[Bench], Coroutine[Any, Any, None]]
Tell = Callable[[Story], None]


@pytest.fixture
def tell(qapp: QApplication, theme: Theme, tmp_path: Path) -> Tell:
    """Tells a story of a window that sends to the demo."""

    def run(story: Story, settings: Settings | None = None) -> None:
        bench = Bench(theme, tmp_path, settings or Settings(gateway=DEMO_GATEWAY))
        run_in_window(qapp, story(bench))
        bench.thumbnails.end()

    return run


def test_every_step_stands_there_with_its_price_before_anything_is_sent(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        made = await bench.fill()
        async with bench.around.engine():
            replay = bench.replay(made, group="Demo")
            dialog = bench.dialog(replay, made)
            dialog.open()
            await until(lambda: dialog.spend.text() == "Replay 2 for ¥0.00")
            said = words(dialog)
            assert [one for one in said if one in {"a boat", "warmer light", "at night"}] == [
                "warmer light",
                "at night",
            ]
            assert "2 calls, one after the other" in said
            dialog.anew.click()
            await until(lambda: dialog.spend.text() == "Replay 3 for ¥0.00")
            assert "a boat" in words(dialog)
            assert bench.placed == []
            dialog.reject()
            assert bench.placed == []

    tell(story)


def test_edits_are_replayed_on_the_picture_that_was_chosen_once(tell: Tell) -> None:
    async def story(bench: Bench) -> None:
        made = await bench.fill()
        async with bench.around.engine():
            replay = bench.replay(made, group="Demo")
            dialog = bench.dialog(replay, made)
            closed = asyncio.ensure_future(dialog.ask())
            await until(dialog.spend.isEnabled)
            await by_hand(lambda: QTest.keyClick(dialog.strip, Qt.Key.Key_Right))
            assert replay.state.ground == made[3].id
            assert not dialog.anew.isVisible()
            await until(dialog.spend.isEnabled)
            spend = dialog.spend
            await by_hand(lambda: QTest.mouseClick(spend, Qt.MouseButton.LeftButton))
            await closed
            await until(lambda: len(bench.placed) == 2)
            first = next(job for job in bench.placed if job.order.recipe.prompt == "warmer light")
            assert first.order.recipe.parent == made[3].id
            await bench.around.bridge.ask(lambda studio: studio.wait_idle())
            assert len(bench.placed) == 2

    tell(story)


def test_a_picture_that_can_not_be_read_is_said_and_nothing_is_sent(tell: Tell, tmp_path: Path) -> None:
    async def story(bench: Bench) -> None:
        made = await bench.fill()
        other = tmp_path / "letter.png"
        other.write_text("no picture")
        async with bench.around.engine():
            replay = bench.replay(made, group="Demo")
            await until(lambda: replay.state.plan)
            replay.choose_file(other)
            await until(lambda: replay.state.problem)
            replay.replay()
            assert not replay.state.placing
            assert bench.placed == []

    tell(story)


def test_without_a_key_the_price_is_shown_but_nothing_can_be_spent(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    bench = Bench(theme, tmp_path, Settings())

    async def story() -> None:
        made = await bench.fill()
        async with bench.around.engine():
            replay = bench.replay(made, group=PAID)
            dialog = bench.dialog(replay, made)
            dialog.open()
            await until(lambda: replay.state.plan)
            assert dialog.spend.text().startswith("Replay 2 for ¥0.")
            assert not dialog.spend.isEnabled()
            assert dialog.spend.toolTip() == "No key for this group."
            assert any("go to bananarouter.com" in one for one in words(dialog))
            replay.replay()
            dialog.reject()
        assert bench.placed == []

    run_in_window(qapp, story())
    bench.thumbnails.end()
