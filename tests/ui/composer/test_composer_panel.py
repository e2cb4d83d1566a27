"""The composer as a person meets it: typing, picking, pressing, and what assistive technology is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from studio.domain.budget import BudgetKind, Budgets, Standing
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.goal import Goal
from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.recipe import Recipe, ThinkingLevel
from studio.engine.events import SpentChanged
from studio.library.draft import Draft
from studio.library.ledger import Spent
from studio.settings import Settings
from studio.ui.composer import ComposerPanel
from studio.ui.composer.budget_bar import BudgetBar
from studio.ui.composer.options import unbroken
from studio.ui.kit import PromptEdit, SpendButton, Stepper
from studio.ui.kit.choice_card import ChoiceCombo
from studio.ui.slices import at_once
from studio.ui.theme import Theme
from studio.viewmodels.thumbnails import Thumbnails
from tests.support.window import by_hand, run_in_window, surroundings, until

USUAL = "官KEY-3.5折"
FIXED_NAMES = (
    "Prompt",
    "References",
    "Aspect ratio",
    "Resolution",
    "Group",
    "Thinking level",
    "Estimate",
    "Count",
    "Generate 1 for ¥0.16",
)


class Scene:
    """A panel over a real composer; `around` opens the engine."""

    def __init__(
        self, theme: Theme, folder: Path, *, settings: Settings | None = None, draft: Draft | None = None
    ) -> None:
        self.around = surroundings(folder, settings=settings)
        self.thumbnails = Thumbnails(
            folder=self.around.folder, bridge=self.around.bridge, tasks=self.around.tasks
        )
        self.composer = self.around.composer(draft)
        self.theme = theme
        self.panel = ComposerPanel(theme)
        at_once(self.panel.fill(self.composer, self.thumbnails))
        self.panel.resize(344, 852)
        self.panel.show()

    def named(self, name: str) -> QAccessibleInterface:
        found = [one for one in _tree(QAccessible.queryAccessibleInterface(self.panel)) if _name(one) == name]
        assert found, name
        return found[0]

    @property
    def prompt(self) -> PromptEdit:
        return _child(self.panel, PromptEdit)

    @property
    def spend(self) -> SpendButton:
        return next(button for button in self.panel.findChildren(SpendButton) if button.isVisible())

    def click(self, name: str) -> None:
        """Click the visible widget that has this name."""
        widgets = [
            one.object()
            for one in _tree(QAccessible.queryAccessibleInterface(self.panel))
            if _name(one) == name
        ]
        widget = next(one for one in widgets if isinstance(one, QWidget) and not one.isHidden())
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_spend(self) -> None:
        QTest.mouseClick(self.spend, Qt.MouseButton.LeftButton)


def _child(panel: QWidget, kind: type[PromptEdit]) -> PromptEdit:
    found = panel.findChild(kind)
    assert found is not None
    return found


def _tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for index in range(root.childCount()):
        child = root.child(index)
        if child is not None:  # pyright: ignore[reportUnnecessaryComparison]  # Qt gives None for a gap
            yield from _tree(child)


def _name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


MakeScene = Callable[..., Scene]


@pytest.fixture
def make_scene(theme: Theme, tmp_path: Path) -> Iterator[MakeScene]:
    made: list[Scene] = []

    def make(*, settings: Settings | None = None, draft: Draft | None = None) -> Scene:
        made.append(Scene(theme, tmp_path, settings=settings, draft=draft))
        return made[-1]

    yield make
    for scene in made:
        scene.thumbnails.end()
        scene.panel.close()


@pytest.fixture
def scene(make_scene: MakeScene) -> Scene:
    return make_scene()


def test_every_control_has_its_fixed_name(scene: Scene) -> None:
    for name in FIXED_NAMES:
        scene.named(name)
    for option in ("Auto", "16:9", "8:1", "0.5K", "4K", "Minimal", "High"):
        assert scene.named(option).role() == QAccessible.Role.RadioButton
    assert scene.named("2K").text(QAccessible.Text.Description) == "¥0.25"


def test_the_estimate_is_read_out_as_a_sentence(scene: Scene) -> None:
    estimate = scene.named("Estimate")
    assert estimate.text(QAccessible.Text.Value) == "1 image × ¥0.16 = ¥0.16, about 14 s"
    scene.composer.set_count(4)
    assert estimate.text(QAccessible.Text.Value) == "4 images × ¥0.16 = ¥0.64, about 14 s"


def test_a_person_writes_picks_and_presses(make_scene: MakeScene) -> None:
    scene = make_scene(settings=Settings(gateway="demo"))
    placed: list[object] = []
    scene.composer.placed.connect(placed.append)

    async def story() -> None:
        async with scene.around.engine():
            await by_hand(lambda: QTest.keyClicks(scene.prompt, "A lake at dawn"))
            await by_hand(lambda: scene.click("16:9"))
            await by_hand(lambda: scene.click("2K"))
            await by_hand(lambda: scene.click("High"))
            stepper = scene.panel.findChild(Stepper)
            assert stepper is not None
            stepper.stepUp()
            state = scene.composer.state
            assert (state.prompt, state.count) == ("A lake at dawn", 2)
            assert (state.aspect, state.resolution) == (AspectRatio.R16_9, Resolution.TWO_K)
            assert state.thinking is ThinkingLevel.HIGH
            assert scene.spend.text() == "Generate 2 for ¥0.00 (demo)"
            await by_hand(scene.click_spend)
            await by_hand(scene.click_spend)
            assert scene.spend.resting
            await until(lambda: placed)
            await until(lambda: not scene.spend.resting)
            assert len(placed) == 1

    run_in_window(_application(), story())


def test_control_enter_spends_and_enter_does_not(make_scene: MakeScene) -> None:
    scene = make_scene(settings=Settings(gateway="demo"))
    placed: list[object] = []
    scene.composer.placed.connect(placed.append)

    async def story() -> None:
        async with scene.around.engine():
            await by_hand(lambda: QTest.keyClicks(scene.prompt, "A lake"))
            await by_hand(lambda: QTest.keyClick(scene.prompt, Qt.Key.Key_Return))
            assert scene.composer.state.prompt == "A lake\n"
            assert not scene.composer.state.placing
            await by_hand(
                lambda: QTest.keyClick(scene.prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            )
            await until(lambda: placed)

    run_in_window(_application(), story())


def test_without_a_key_it_says_so_and_leads_to_one(scene: Scene) -> None:
    asked: list[str] = []
    scene.panel.add_key_requested.connect(asked.append)

    async def story() -> None:
        async with scene.around.engine():
            assert not scene.spend.isEnabled()
            assert scene.spend.accessibleDescription() == "No key for this group"
            scene.named("No key for this group")
            await by_hand(lambda: scene.click("Add key…"))
            assert asked == [USUAL]

    run_in_window(_application(), story())


def test_over_a_budget_says_so_and_leads_to_it(make_scene: MakeScene) -> None:
    scene = make_scene(
        settings=Settings(budgets=Budgets(day=Money.parse("0.40"))), draft=Draft(Recipe("a lake"), USUAL, 2)
    )
    asked: list[Standing] = []
    scene.panel.budget_requested.connect(asked.append)

    async def story() -> None:
        async with scene.around.engine():
            await scene.around.session.store_key(USUAL, Secret("sk-test"))
            await until(scene.spend.isEnabled)
            estimate = scene.named("Estimate")
            assert "¥0.40 left today → ¥0.08" in estimate.text(QAccessible.Text.Value)
            scene.composer.set_count(3)
            assert not scene.spend.isEnabled()
            words = "Over today's budget: ¥0.40 left of ¥0.40"
            assert scene.spend.accessibleDescription() == words
            scene.named(words)
            await by_hand(lambda: scene.click("Change budget…"))
            assert [one.kind for one in asked] == [BudgetKind.DAY]

    run_in_window(_application(), story())


def test_the_bar_under_the_estimate_is_what_the_order_takes(make_scene: MakeScene) -> None:
    scene = make_scene(
        settings=Settings(budgets=Budgets(day=Money.parse("0.40"))), draft=Draft(Recipe("a lake"), USUAL, 1)
    )

    def share(role: str) -> float:
        """How much of the bar has this colour."""
        (bar,) = scene.panel.findChildren(BudgetBar)
        line = bar.grab().toImage()
        colour, row = scene.theme.colour(role).rgb(), line.height() // 2
        return sum(line.pixel(x, row) == colour for x in range(line.width())) / line.width()

    async def story() -> None:
        async with scene.around.engine():
            await until(scene.panel.findChildren(BudgetBar)[0].isVisible)
            assert share("accent") == pytest.approx(0.4, abs=0.02)
            used = Standing(BudgetKind.DAY, Money.parse("0.40"), Money.parse("0.20"))
            scene.around.bridge.happened.emit(SpentChanged(Spent(), (used,)))
            assert share("muted") == pytest.approx(0.5, abs=0.02)
            assert share("accent") == pytest.approx(0.4, abs=0.02)
            scene.composer.set_count(2)
            assert (share("accent"), share("bad")) == (0, pytest.approx(0.5, abs=0.02))
            scene.around.bridge.happened.emit(SpentChanged(Spent(), ()))
            assert not scene.panel.findChildren(BudgetBar)[0].isVisible()

    run_in_window(_application(), story())


def test_a_large_amount_is_asked_about_in_place(make_scene: MakeScene) -> None:
    scene = make_scene(
        settings=Settings(ask_above=Money.parse("0.50")),
        draft=Draft(Recipe("a lake"), USUAL, 4),
    )

    async def story() -> None:
        async with scene.around.engine():
            await scene.around.session.store_key(USUAL, Secret("sk-test"))
            await until(lambda: scene.composer.state.hindrance is None)
            await by_hand(scene.click_spend)
            assert scene.spend.text() == "Spend ¥0.64"
            scene.named("Spend ¥0.64?")
            await by_hand(scene.click_spend)
            assert not scene.composer.state.placing
            await by_hand(lambda: scene.click("Not now"))
            assert scene.spend.text() == "Generate 4 for ¥0.64"
            scene.composer.submit()
            await by_hand(lambda: QTest.keyClick(scene.spend, Qt.Key.Key_Escape))
            assert scene.spend.text() == "Generate 4 for ¥0.64"

    run_in_window(_application(), story())


def test_references_are_pasted_shown_and_taken_away(scene: Scene, tmp_path: Path) -> None:
    file = tmp_path / "wireframe.png"
    Image.new("RGB", (64, 48), "teal").save(file)
    bad = tmp_path / "notes.png"
    bad.write_text("no picture")

    async def story() -> None:
        async with scene.around.engine():
            clipboard = QGuiApplication.clipboard()
            clipboard.setText(str(file))
            assert not scene.panel.paste_picture()
            mime = clipboard.mimeData()
            mime.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(bad))])
            clipboard.setMimeData(mime)
            assert scene.panel.paste_picture()
            await until(lambda: scene.composer.state.trouble)
            scene.named("1 of 14")
            scene.named("wireframe.png")
            assert "notes.png" in scene.composer.state.trouble
            scene.named(scene.composer.state.trouble)
            tile = scene.named("wireframe.png").object()
            assert isinstance(tile, QWidget)
            await by_hand(lambda: QTest.keyClick(tile, Qt.Key.Key_Delete))
            assert scene.composer.state.references == ()

    run_in_window(_application(), story())


def test_the_file_chooser_is_opened_not_executed(scene: Scene) -> None:
    scene.click("Add reference")
    chooser = scene.panel.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.fileMode() is QFileDialog.FileMode.ExistingFiles
    chooser.reject()


def test_continuing_says_what_is_sent_along(make_scene: MakeScene) -> None:
    scene = make_scene(draft=Draft(Recipe("clear night", parent="v1"), USUAL, 1))
    scene.named("Continues a version")
    scene.named("its picture is sent along")
    scene.named("Change")
    scene.named("Prompt")
    assert scene.spend.text() == "Iterate for ¥0.16"
    scene.click("Start afresh")
    assert scene.composer.state.continued is None
    assert scene.prompt.text == "clear night"


def test_everything_can_be_reached_in_a_low_window(scene: Scene) -> None:
    scene.panel.resize(344, 652)
    for name in ("Estimate", "Count", "Generate 1 for ¥0.16"):
        area = scene.named(name).rect()
        bottom = scene.panel.mapToGlobal(scene.panel.rect().bottomLeft()).y()
        assert area.height() > 20
        assert area.bottom() <= bottom


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def test_a_goal_is_picked_from_the_list_of_groups_and_says_why(
    qapp: QApplication, make_scene: MakeScene
) -> None:
    scene = make_scene()

    async def story() -> None:
        async with scene.around.engine():
            await scene.around.session.store_key(USUAL, Secret("sk-test"))
            await until(lambda: scene.around.session.state.has_key(USUAL))
            combo = scene.panel.findChild(ChoiceCombo)
            assert combo is not None
            assert [combo.itemText(row) for row in range(6)] == [
                *("By goal", "Cheapest", "Fastest", "Surest", "Least money per saved picture", "By hand")
            ]
            # By typing its first letter, as in any such list.
            await by_hand(lambda: QTest.keyClicks(combo, "f"))
            assert scene.composer.state.goal is Goal.FASTEST
            await until(lambda: scene.composer.state.why)
            assert scene.named("Fastest").role() == QAccessible.Role.ComboBox
            words = "¥0.16, 14 s published, 100 % up as published"
            assert combo.accessibleDescription() == f"{USUAL}, {words}"
            assert scene.named(words).role() == QAccessible.Role.StaticText
            scene.composer.choose_group(USUAL)
            assert combo.currentText() == USUAL
            spoken = [one.accessibleName() for one in scene.panel.findChildren(QLabel) if one.isVisible()]
            assert words not in spoken

    run_in_window(qapp, story())


def test_no_line_ends_between_a_number_and_its_unit() -> None:
    whole = unbroken("¥0.11, usually 0.6 s, 7 of 12 yours, 62.5 % up")
    assert whole.split(" ") == [
        "¥0.11,",
        "usually",
        "0.6\u00a0s,",
        "7",
        "of",
        "12",
        "yours,",
        "62.5\u00a0%",
        "up",
    ]
