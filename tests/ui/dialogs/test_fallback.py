"""The dialog about what is asked when a group fails, by mouse and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.next_group import MoveOn
from studio.settings import Settings, load_settings
from studio.ui.dialogs.fallback import FallbackDialog
from studio.ui.theme import Theme
from studio.viewmodels.fallback_order import FallbackOrderViewModel
from tests.support.window import Surroundings, by_hand, run_in_window, surroundings, until

FIRST, SECOND, THIRD, GONE = "官KEY-3.5折", "官KEY-4.5折", "官KEY-正价", "官KEY-9折"
ORDER = (FIRST, SECOND, THIRD)


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    return surroundings(tmp_path, settings=Settings(fallback=ORDER))


def dialog(theme: Theme, around: Surroundings) -> FallbackDialog:
    made = FallbackDialog(theme, FallbackOrderViewModel(session=around.session, tasks=around.tasks))
    made.show()
    return made


def names(shown: FallbackDialog) -> list[str]:
    return [row.accessibleName().split(" · ")[0] for row in shown.rows]


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_groups_are_moved_with_the_mouse_and_the_focus_goes_along(theme: Theme, around: Surroundings) -> None:
    shown = dialog(theme, around)
    click(shown.rows[2].up)
    assert names(shown) == [FIRST, THIRD, SECOND]
    click(shown.rows[1].up)
    assert names(shown) == [THIRD, FIRST, SECOND]
    assert shown.focusWidget() is shown.rows[0].down, "there is no going higher"
    assert not shown.rows[0].up.isEnabled()
    assert not shown.rows[2].down.isEnabled()


def test_groups_are_moved_and_removed_from_the_keyboard(theme: Theme, around: Surroundings) -> None:
    shown = dialog(theme, around)
    QTest.keyClick(shown.rows[0].down, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(shown) == [SECOND, FIRST, THIRD]
    QTest.keyClick(shown.rows[0].down, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(shown) == [SECOND, FIRST, THIRD], "it stays in the list"
    QTest.keyClick(shown.rows[1].down, Qt.Key.Key_Delete)
    assert names(shown) == [SECOND, THIRD]
    assert shown.focusWidget() is shown.rows[1].remove
    for _ in range(2):
        click(shown.rows[0].remove)
    assert names(shown) == []
    assert shown.focusWidget() is shown.more.combo


def test_what_is_added_comes_last_and_is_offered_no_more(theme: Theme, around: Surroundings) -> None:
    shown = dialog(theme, around)
    offered = [shown.more.combo.itemData(row) for row in range(shown.more.combo.count())]
    assert set(offered).isdisjoint(ORDER)
    shown.more.picked.emit(offered[1])
    assert names(shown) == [*ORDER, offered[1]]
    assert shown.more.combo.findData(offered[1]) == -1
    assert shown.more.value == ""


def test_groups_without_a_key_and_those_that_are_gone_say_so(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    around = surroundings(tmp_path, settings=Settings(fallback=(FIRST, SECOND, GONE)))
    shown = dialog(theme, around)

    async def story() -> None:
        async with around.engine():
            await around.session.store_key(FIRST, Secret("sk-one"))
            await until(lambda: around.session.state.has_key(FIRST))
            told = [row.accessibleName() for row in shown.rows]
            assert told == [
                f"{FIRST} · ¥0.16 at 1K",
                f"{SECOND} · ¥0.21 at 1K · no key",
                f"{GONE} · no longer in the catalog",
            ]

    run_in_window(qapp, story())


def test_nothing_holds_before_it_is_saved_and_a_wrong_amount_is_said(
    qapp: QApplication, theme: Theme, around: Surroundings
) -> None:
    shown = dialog(theme, around)

    async def story() -> None:
        async with around.engine():
            await by_hand(lambda: click(shown.rows[0].remove))
            await by_hand(lambda: click(shown.kinds[list(MoveOn).index(MoveOn.QUOTA)]))
            await by_hand(lambda: QTest.keyClicks(shown.ceiling, "half"))
            assert around.session.state.settings.fallback == ORDER
            await by_hand(lambda: QTest.keyClick(shown.ceiling, Qt.Key.Key_Return))
            assert shown.isVisible()
            shown.ceiling.clear()
            await by_hand(lambda: QTest.keyClicks(shown.ceiling, "0.50"))
            await by_hand(lambda: QTest.keyClick(shown.ceiling, Qt.Key.Key_Return))
            await until(lambda: not shown.isVisible())

    run_in_window(qapp, story())
    settings = load_settings(around.folders)
    assert settings.fallback == (SECOND, THIRD)
    assert settings.moves_on == {MoveOn.BUSY}
    assert settings.ceiling == Money.parse("0.50")
