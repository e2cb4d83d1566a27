"""The page of groups as it is walked, chosen from, read as tables, copied and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from studio.domain.goal import Goal
from studio.domain.keys import Secret
from studio.domain.spans import Span
from studio.ui.groups.chart_canvas import HEIGHT, chart_picture
from studio.ui.groups.chart_card import ChartCard
from studio.ui.groups.chart_parts import steps
from studio.ui.groups.column_chart import column_at, column_plot
from studio.ui.groups.dot_chart import DOT, around, dot_at, dot_plot
from studio.ui.groups.page import GroupsPage
from studio.ui.theme import Theme, ThemePreference
from studio.viewmodels.chart_saving import ChartSaving
from studio.viewmodels.groups import GroupsViewModel
from studio.viewmodels.groups_charts import charts, price_against_latency
from tests.support.window import Surroundings, by_hand, run_in_window, surroundings, until
from tests.viewmodels.test_groups import CHEAP, NOW, SURE, calls, month_of, situation, spending

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studio.ui.groups.board_view import BoardView

KEYS = {"down": Qt.Key.Key_Down, "enter": Qt.Key.Key_Return, "space": Qt.Key.Key_Space}


class Bench:
    """A page over the groups of the model page, in a window of the usual width."""

    def __init__(self, qtbot: QtBot, theme: Theme, around: Surroundings) -> None:
        self.around = around
        self.composer = around.composer()
        self.groups = GroupsViewModel(
            session=around.session,
            composer=self.composer,
            evidence=around.evidence,
            bridge=around.bridge,
            tasks=around.tasks,
            now=lambda: NOW,
        )
        self.page = GroupsPage(theme, self.groups, ChartSaving(tasks=around.tasks, notices=around.notices))
        qtbot.addWidget(self.page)
        self.resize(1096)
        self.page.show()
        self.groups.open()
        self.page.activateWindow()
        self.board.setFocus()

    @property
    def board(self) -> BoardView:
        return self.page.board

    def resize(self, width: int) -> None:
        self.page.resize(width, 852)

    def press(self, *keys: str) -> None:
        for key in keys:
            QTest.keyClick(self.board, KEYS[key])

    def row_words(self) -> list[str]:
        model = self.board.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Bench:
    return Bench(qtbot, theme, surroundings(tmp_path))


def test_a_group_is_chosen_by_keys_alone(bench: Bench) -> None:
    assert bench.composer.state.group == SURE
    assert bench.board.currentIndex().data() == SURE
    bench.press("down")
    assert bench.composer.state.group == SURE
    bench.press("enter")
    assert bench.composer.state.group == "官KEY-4.5折"
    bench.press("down", "space")
    assert bench.composer.state.group == "官KEY-5.5折"
    assert bench.board.currentIndex().data() == "官KEY-5.5折"


def test_a_click_on_a_row_chooses_it_in_either_board(bench: Bench) -> None:
    for board, group in ((bench.board, 0), (bench.page.own, 6)):
        bench.page.ensurePolished()
        index = board.model().index(group, 3)
        QTest.mouseClick(
            board.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            board.visualRect(index).center(),
        )
        assert bench.composer.state.group == bench.row_words()[group]


@pytest.mark.parametrize("width", [756, 1096, 1600])
def test_the_boards_show_every_column_without_scrolling(bench: Bench, width: int) -> None:
    bench.resize(width)
    QApplication.sendPostedEvents()
    for board in (bench.board, bench.page.own):
        assert board.horizontalScrollBar().maximum() == 0
        assert board.verticalScrollBar().maximum() == 0


def test_a_screen_reader_hears_what_stands_beside_a_name(bench: Bench) -> None:
    interface = QAccessible.queryAccessibleInterface(bench.board)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Groups"
    index = bench.board.model().index(6, 0)
    assert "Beaten by 3.5折" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    chosen = bench.board.model().index(2, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert chosen.startswith("chosen")
    price = bench.board.model().index(2, 3)
    assert (price.data(), price.data(Qt.ItemDataRole.AccessibleDescriptionRole)) == ("¥0.25", "2K")


def test_chips_say_what_each_goal_chooses_and_use_it(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    bench = Bench(qtbot, theme, surroundings(tmp_path))
    chips = bench.page.goals

    def press(goal: Goal) -> None:
        QTest.mouseClick(chips[goal], Qt.MouseButton.LeftButton)

    async def story() -> None:
        async with bench.around.engine():
            assert [chip.text() for chip in chips.values()] == [
                *("Cheapest", "Fastest", "Surest", "Least money per saved picture")
            ]
            for group in (CHEAP, SURE):
                await bench.around.session.store_key(group, Secret("sk-1234567890abcdef"))
            await until(lambda: chips[Goal.FASTEST].text() == "Fastest · 3.5折")
            assert chips[Goal.LEAST_MONEY].text() == "Least money per saved picture · 1.5折"
            assert chips[Goal.FASTEST].toolTip().startswith(f"{SURE}: ¥0.16, 14 s published")
            await by_hand(lambda: press(Goal.CHEAPEST))
            assert bench.composer.state.goal is Goal.CHEAPEST
            await until(lambda: bench.composer.state.group == CHEAP)
            assert [goal for goal, chip in chips.items() if chip.isChecked()] == [Goal.CHEAPEST]
            row = bench.board.model().index(0, 0)
            assert "Suggested, Cheapest: ¥0.07" in row.data(Qt.ItemDataRole.AccessibleDescriptionRole)
            # Pressed again, the group that it chose is held by hand.
            await by_hand(lambda: press(Goal.CHEAPEST))
            assert (bench.composer.state.goal, bench.composer.state.group) == (None, CHEAP)
            assert not any(chip.isChecked() for chip in chips.values())

    run_in_window(qapp, story())


def test_tab_leads_from_the_board_to_goals_and_on_to_spans(bench: Bench) -> None:
    bench.board.setFocus()
    places = [*bench.page.goals.values(), *bench.page.spans.values()]
    at: QWidget = bench.board
    for place in places:
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = place
        assert QApplication.focusWidget() is place


def test_escape_leaves(bench: Bench) -> None:
    left = QSignalSpy(bench.groups.closed)
    QTest.keyClick(bench.board, Qt.Key.Key_Escape)
    assert left.count() == 1
    assert not bench.groups.state.is_open


def test_one_span_is_shown_at_a_time(bench: Bench) -> None:
    QTest.mouseClick(bench.page.spans[Span.DAY], Qt.MouseButton.LeftButton)
    for _ in range(2):
        assert [span for span, chip in bench.page.spans.items() if chip.isChecked()] == [Span.DAY]
        QTest.mouseClick(bench.page.spans[Span.DAY], Qt.MouseButton.LeftButton)


# Charts


def cards(qtbot: QtBot, theme: Theme, around: Surroundings) -> list[ChartCard]:
    saving = ChartSaving(tasks=around.tasks, notices=around.notices)
    now = situation(own={SURE: calls(41, 1), CHEAP: calls(7, 5, seconds=96)})
    made = [ChartCard(theme, chart, saving) for chart in charts(now)]
    for card in made:
        qtbot.addWidget(card)
        card.resize(480, 300)
        card.show()
    return made


def test_every_chart_is_read_as_a_table(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    for card in cards(qtbot, theme, surroundings(tmp_path)):
        assert not card.table.isVisible()
        QTest.keyClick(card.as_table, Qt.Key.Key_Space)
        assert card.table.isVisible()
        assert card.table.columnCount() > 2
        assert card.canvas.accessibleDescription()
        QTest.keyClick(card.as_table, Qt.Key.Key_Return)
        assert card.canvas.isVisible()


def press(card: ChartCard, words: str) -> None:
    menu = card.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.deleteLater()


def test_a_table_is_copied_with_tabs_and_a_chart_as_a_picture(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    card = cards(qtbot, theme, around)[0]
    press(card, "Copy table")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Group", "Price at 2K (¥)", "Latency (s)", "Success (%)"]
    assert lines[1].split("\t")[0] == CHEAP
    press(card, "Copy picture")
    assert not QGuiApplication.clipboard().image().isNull()
    assert [notice.words for notice in around.said] == ["Table copied.", "Chart copied as a picture."]
    QGuiApplication.clipboard().clear()


def choose_file(card: ChartCard, words: str, name: Path) -> None:
    press(card, words)
    dialog = card.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(name))
    dialog.close()
    dialog.deleteLater()


def test_charts_are_saved_whole_or_not_at_all(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    card = cards(qtbot, theme, around)[3]
    table, picture, nowhere = tmp_path / "a.csv", tmp_path / "chart.v2", tmp_path / "gone" / "a.csv"
    failed = QSignalSpy(around.tasks.failed)

    async def story() -> None:
        async with around.engine():
            choose_file(card, "Save as CSV…", table)
            choose_file(card, "Save as PNG…", picture)
            choose_file(card, "Save as CSV…", nowhere)
            await until(lambda: len(around.said) == 2 and failed.count() == 1)

    run_in_window(qapp, story())
    assert table.read_text(encoding="utf-8-sig").splitlines()[0].startswith("Group,p50 (s),p90 (s)")
    assert QImage.fromData(picture.read_bytes()).width() == 1440
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["a.csv", "chart.v2"]


def test_charts_follow_the_theme(qapp: QApplication, theme: Theme) -> None:
    chart = charts(situation(own={SURE: calls(3)}))[1]
    dark = chart_picture(theme, chart).pixelColor(2, 2)
    theme.set_preference(ThemePreference.LIGHT)
    light = chart_picture(theme, chart).pixelColor(2, 2)
    theme.set_preference(ThemePreference.DARK)
    assert dark.lightness() < 60
    assert light.lightness() > 200


def test_the_mouse_finds_what_a_dot_is(theme: Theme) -> None:
    chart, area = price_against_latency(situation()), QRect(0, 0, 460, HEIGHT)
    plot = dot_plot(theme, area, chart)
    place = plot.place(chart.dots[-1].across, chart.dots[-1].up)
    dot = dot_at(theme, area, chart, place)
    assert dot is not None
    assert dot.words == "官KEY-3.5折: ¥0.25, 14 s, 100 % succeed"
    assert dot_at(theme, area, chart, place + QPointF(3 * DOT, -3 * DOT)) is None


def test_dots_stand_within_their_axes(theme: Theme) -> None:
    chart, area = price_against_latency(situation()), QRect(0, 0, 460, HEIGHT)
    plot = dot_plot(theme, area, chart)
    assert all(plot.plot.contains(plot.place(dot.across, dot.up)) for dot in chart.dots)


def test_the_ticks_of_an_axis_are_round_and_reach_the_end() -> None:
    assert steps(133.4) == (0, 50, 100, 150)
    assert steps(0.71) == pytest.approx((0, 0.2, 0.4, 0.6, 0.8))
    assert steps(0) == (0, 1)
    for most in (0.05, 1, 7.3, 99, 100, 12345.6):
        assert steps(most)[-1] >= most * 0.999
        assert 2 <= len(steps(most)) <= 6


@pytest.mark.parametrize("dot", [QPointF(20, 200), QPointF(300, 200), QPointF(329, 200)])
def test_where_no_place_is_free_words_stand_over_their_dot_within_the_chart(dot: QPointF) -> None:
    width, edge = 60.0, 330.0 - 60.0
    last = around(dot, width, edge=edge)[-1]
    assert last.x() <= edge
    assert last.x() <= dot.x() <= last.x() + width
    assert last.y() < dot.y()


def test_a_column_says_what_it_is_however_low_it_is(theme: Theme) -> None:
    chart, area = month_of(spending("2026-11-03", "2.50")), QRect(0, 0, 460, HEIGHT)
    lying = column_plot(theme, area, chart)
    for number, words in ((2, "3 Nov 2026: ¥2.50"), (3, "4 Nov 2026: ¥0.00")):
        top = lying.place(number).center() - QPointF(0, lying.place(number).height() / 2 - 1)
        column = column_at(theme, area, chart, top)
        assert column is not None
        assert column.words == words
    assert column_at(theme, area, chart, QPointF(2, 2)) is None


def test_columns_stand_on_the_ground_and_within_their_axes(theme: Theme) -> None:
    chart, area = month_of(spending("2026-11-03", "2.50", "0.50")), QRect(0, 0, 460, HEIGHT)
    lying = column_plot(theme, area, chart)
    assert lying.height(3.0) <= lying.plot.height()
    assert lying.place(0).left() == pytest.approx(lying.plot.left())
    assert lying.place(29).right() == pytest.approx(lying.plot.right())
    assert area.contains(lying.plot.toRect())


def test_the_sum_of_the_month_stands_beside_its_title_and_is_read_out(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    saving = ChartSaving(tasks=around.tasks, notices=around.notices)
    card = ChartCard(theme, month_of(spending("2026-11-03", "2.50"), budget="300"), saving)
    qtbot.addWidget(card)
    assert "¥2.50 of ¥300.00" in {words.text() for words in card.findChildren(QLabel)}
    assert card.canvas.accessibleDescription().startswith("¥2.50 of ¥300.00; Day, ")


def test_prices_are_asked_for_from_the_page_once_the_library_is_open(
    qapp: QApplication, bench: Bench
) -> None:
    page = bench.page
    asked = [
        QSignalSpy(signal)
        for signal in (page.refresh_requested, page.update_requested, page.history_requested)
    ]
    assert not page.refresh_button.isEnabled()

    async def story() -> None:
        async with bench.around.engine():
            await until(page.refresh_button.isEnabled)

    run_in_window(qapp, story())
    for button in (page.refresh_button, page.update_button, page.history_button):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert [spy.count() for spy in asked] == [1, 1, 1]
