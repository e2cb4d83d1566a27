"""Letters typed into the palette, and the lines they find."""

from hypothesis import given
from hypothesis import strategies as st

from studio.viewmodels.fuzzy import Fit, fit, fold

LINES = st.text(alphabet="aAbBcC 中文-1", max_size=20)
WORDS = st.text(alphabet="abc中文1", max_size=5)


def best(wanted: str, *lines: str) -> str:
    found = [(one.score, line) for line in lines if (one := fit(wanted, line)) is not None]
    return max(found, key=lambda one: one[0])[1]


def marked(wanted: str, line: str) -> str:
    found = fit(wanted, line)
    assert found is not None
    return "".join(f"[{letter}]" if at in found.places else letter for at, letter in enumerate(line))


def test_letters_are_found_in_their_order_and_nowhere_else() -> None:
    assert marked("fs", "Full screen") == "[F]ull [s]creen"
    assert fit("sf", "Full screen") is None
    assert fit("fullscreens", "Full screen") is None


def test_the_beginnings_of_words_count_most() -> None:
    assert best("ti", "Edit prompt", "Tile size") == "Tile size"
    assert best("sa", "Mesa", "Open settings, all", "Save as") == "Save as"
    assert marked("mt", "Image: move to trash") == "Image: [m]ove [t]o trash"


def test_letters_side_by_side_fit_better_than_scattered_ones() -> None:
    assert best("trash", "Tidy rows and shadows", "Move to trash") == "Move to trash"


def test_words_may_come_in_any_order() -> None:
    assert marked("dark th", "Theme: dark") == "[T][h]eme: [d][a][r][k]"
    assert fit("dark light", "Theme: dark") is None


def test_each_chinese_character_begins_a_word() -> None:
    assert marked("设", "打开设置") == "打开[设]置"
    assert marked("开置", "打开设置") == "打[开]设[置]"
    assert best("设置", "设计的位置", "打开设置") == "打开设置"


def test_no_words_fit_everything_alike() -> None:
    assert fit("", "Theme: dark") == fit("  ", "Full screen") == Fit(0)


def test_of_lines_that_are_met_alike_the_shorter_fits_better() -> None:
    assert best("theme", "Theme: follow the system", "Theme: dark") == "Theme: dark"


@given(text=st.text(max_size=30))
def test_folding_leaves_each_letter_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(wanted=WORDS, line=LINES)
def test_what_is_met_are_the_letters_that_were_typed(wanted: str, line: str) -> None:
    found = fit(wanted, line)
    folded = fold(line)
    if found is None:
        letters = iter(folded)
        assert not all(letter in letters for letter in wanted)
    else:
        assert "".join(folded[at] for at in found.places) == wanted
        assert list(found.places) == sorted(set(found.places))
