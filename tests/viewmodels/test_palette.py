"""What the palette lists and does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester

from studio.viewmodels.palette import MOST, Entry, PaletteModel


class Desk:
    """A palette over a few entries; `done` is what was done."""

    def __init__(self, *titles: str) -> None:
        self.titles = list(titles)
        self.done: list[str] = []
        self.model = PaletteModel(
            sources=(self._entries,), search=lambda words: self.done.append(f"?{words}")
        )

    def _entries(self) -> Iterator[Entry]:
        for title in self.titles:
            category = "Setting" if title.startswith("Theme") else "Picture"
            yield Entry(title, title, category, lambda title=title: self.done.append(title), also="look")

    def listed(self) -> list[str]:
        return [self.model.hit(row).entry.title for row in range(self.model.rowCount())]

    def find(self, text: str) -> list[str]:
        self.model.find(text)
        return self.listed()


USUAL = ("Pick", "Reject", "Theme: dark", "Theme: light", "移到回收站")


@pytest.fixture
def desk(qapp: QCoreApplication) -> Desk:
    made = Desk(*USUAL)
    made.model.open()
    return made


def test_everything_is_listed_first(desk: Desk) -> None:
    assert desk.listed() == list(USUAL)


def test_letters_narrow_it_down_and_their_places_are_known(desk: Desk) -> None:
    assert desk.find("da") == ["Theme: dark", "Search for “da”"]
    assert desk.model.hit(0).places == (7, 8)
    assert desk.find("回收") == ["移到回收站", "Search for “回收”"]
    assert desk.model.hit(0).places == (2, 3)


def test_fewer_letters_find_more_again(desk: Desk) -> None:
    desk.find("theme d")
    assert desk.find("theme")[:2] == ["Theme: dark", "Theme: light"]
    assert desk.find("") == list(USUAL)


def test_what_is_found_by_its_category_comes_after_titles(desk: Desk) -> None:
    desk.titles.append("Settings")
    desk.model.open()
    assert desk.find("setting") == ["Settings", "Theme: dark", "Theme: light", "Search for “setting”"]
    assert desk.model.hit(1).places == ()
    assert desk.find("look")[0] == "Pick"


def test_words_that_are_no_command_can_be_searched_for(desk: Desk) -> None:
    assert desk.find("  misty   peaks ") == ["Search for “misty peaks”"]
    desk.model.run(0)
    assert desk.done == ["?misty peaks"]


def test_what_was_used_last_is_offered_first(desk: Desk) -> None:
    desk.find("reject")
    desk.model.run(0)
    desk.model.open()
    assert desk.done == ["Reject"]
    assert desk.listed()[:2] == ["Reject", "Pick"]


def test_a_row_that_is_not_there_does_nothing(desk: Desk) -> None:
    desk.model.run(99)
    assert desk.done == []


def test_thousands_are_cut_to_what_anyone_reads(qapp: QCoreApplication) -> None:
    desk = Desk(*(f"Project {number}" for number in range(5000)))
    desk.model.open()
    assert desk.model.rowCount() == MOST
    assert desk.find("project 4999")[0] == "Project 4999"
    assert desk.find("pro")[-1] == "Search for “pro”"


def test_a_line_is_spoken_with_its_category_and_keys(qapp: QCoreApplication) -> None:
    entry = Entry("pick", "Pick", "Picture", lambda: None, key="P")
    model = PaletteModel(sources=(lambda: [entry],), search=lambda _words: None)
    model.open()
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Pick, Picture, P"


def test_the_model_keeps_qt_s_rules(desk: Desk) -> None:
    QAbstractItemModelTester(desk.model, QAbstractItemModelTester.FailureReportingMode.Fatal, desk.model)
    for text in ("t", "th", "", "回", "nothing like it", ""):
        desk.find(text)
