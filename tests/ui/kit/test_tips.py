"""Tool tips are read in lines."""

from hypothesis import given
from hypothesis import strategies as st

from studio.ui.kit.tips import in_lines


@given(st.text(st.sampled_from("ab港湾 \n,.-"), max_size=2000))
def test_no_line_is_wider_than_can_be_read_and_few_are_there(text: str) -> None:
    told = in_lines(text)
    assert all(len(line) <= 72 for line in told.splitlines())
    assert len(told) <= 2 * 800


@given(st.text(st.sampled_from("ab港 "), max_size=36))
def test_few_words_stay_as_they_are(text: str) -> None:
    assert in_lines(text) == text


def test_a_prompt_keeps_its_words_and_its_paragraphs() -> None:
    prompt = (
        "a fishing boat in a quiet harbour by moonlight, long exposure, make the sky take two thirds\nsoft"
    )
    assert in_lines(prompt).splitlines()[-1] == "soft"
    assert in_lines(prompt).split() == prompt.split()


def test_wide_letters_need_twice_the_room() -> None:
    assert [len(line) for line in in_lines("港" * 100).splitlines()] == [36, 36, 28]
