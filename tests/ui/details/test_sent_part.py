"""The pictures that were sent for a version, as details show them."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.recipe import Recipe, Sending
from studio.engine.studio import OrderRequest, Studio
from studio.settings import Settings
from studio.ui.details import DetailsPanel
from studio.ui.details.sent_part import SentPart
from studio.ui.theme import Theme
from tests.support.finding import finding
from tests.support.gallery import Shelf, numbered, shelf
from tests.support.scripted_gateway import ScriptedGateway, json_answer, picture_part, reply_of
from tests.support.window import run_in_window, surroundings, until

GROUP = "官KEY-3.5折"
PRICE = Money.parse("0.16")


def panel_of(qtbot: QtBot, theme: Theme, shown: Shelf) -> DetailsPanel:
    found = finding(shown)
    panel = DetailsPanel(
        theme,
        details=shown.details,
        thumbnails=shown.thumbnails,
        saving=shown.saving,
        jobs=shown.jobs,
        judging=found.judging,
        tags=found.tags,
    )
    qtbot.addWidget(panel)
    panel.resize(304, 850)
    panel.show()
    return panel


def picture(path: Path, colour: str, size: tuple[int, int]) -> bytes:
    Image.new("RGB", size, colour).save(path)
    return path.read_bytes()


async def generate(studio: Studio, recipe: Recipe) -> str:
    """The id of the version that it brings."""
    await studio.place(OrderRequest(recipe=recipe, group=GROUP, count=1, price=PRICE))
    await studio.wait_idle()
    (newest,) = await studio.library.versions(limit=1)
    return newest.id


def test_what_was_sent_is_shown_with_what_it_was_for(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    answer = json_answer(reply_of(picture_part(picture(tmp_path / "fox.png", "teal", (640, 480)))))

    async def story() -> None:
        async with ScriptedGateway(answer) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            shown = shelf(around)
            panel = panel_of(qtbot, theme, shown)
            async with around.engine():
                await shown.begin()
                await around.session.store_key(GROUP, Secret("sk-test"))

                async def two_edits(studio: Studio) -> str:
                    data = picture(tmp_path / "rough.png", "navy", (300, 200))
                    rough = await studio.library.add_reference_bytes(data, name="rough.png")
                    root = await generate(studio, Recipe("like @rough", references=(rough,)))
                    return await generate(studio, Recipe("warmer", parent=root, sending=Sending.CONVERSATION))

                newest = await around.bridge.ask(two_edits)
                shown.details.choose(await around.bridge.ask(lambda studio: studio.library.version(newest)))
                (part,) = panel.findChildren(SentPart)
                await until(lambda: len(part.tiles) == 2)
                assert part.isVisible()
                assert [tile.accessibleDescription() for tile in part.tiles] == ["Earlier", "Earlier"]
                first, second = part.tiles
                assert first.accessibleName().startswith("300 × 200 · PNG · 1 KB · SHA-256 ")
                assert second.accessibleName().startswith("640 × 480 · PNG · 2 KB · SHA-256 ")
                hints = [label.text() for label in part.findChildren(QLabel)]
                assert "Conversation · 2 pictures · 3 KB" in hints
                QTest.mouseClick(second, Qt.MouseButton.LeftButton)
                sent = shown.details.state.sent
                assert QApplication.clipboard().text() == sent[1].sha256
                await until(lambda: all(tile.thumb.image is not None for tile in part.tiles))

                shown.details.choose(numbered(1))
                assert not part.isVisible()
                assert shown.details.state.sent == ()

    run_in_window(qapp, story())


@pytest.mark.parametrize("parent", [None, "version-000000"])
def test_its_room_is_kept_where_something_was_sent(
    qtbot: QtBot, theme: Theme, shown: Shelf, parent: str | None
) -> None:
    panel = panel_of(qtbot, theme, shown)
    shown.details.choose(numbered(1, parent=parent))
    (part,) = panel.findChildren(SentPart)
    assert part.isVisible() is (parent is not None)
    assert part.tiles == ()
