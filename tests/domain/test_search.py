"""The search language: whatever is typed is a search, and its terms come and go without touching others."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio.domain.completion import Facts, completions
from studio.domain.search import chips, closed, is_near, parse, quoted, teach, with_term, without
from studio.domain.search_terms import Field, Range, Term, TermProblem, Times, Words

FACTS = Facts(
    groups=("官KEY-3.5折", "default"),
    tags=("red coat", "猫", 'a "b" c', "cat"),
    projects=("Sketches", "海报"),
    today=date(2026, 11, 25),
)

PIECES = (
    *("fox", "红发", '"', "“", "”", "-", ":", "：", ",", "，", " ", " ", "\u3000", "\n", "size", "tag:", "4"),
    *(
        "rating:>=",
        "label:red,green",
        "before:2026-11",
        "color:#ff0000",
        "similar:abc",
        "ratio:16:9",
        "is:pick",
    ),
)
TYPED = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the zone is the reader's


def values(text: str) -> tuple[object, ...]:
    (term,) = parse(text).terms
    assert term.problem is None
    return term.values


def said(terms: tuple[Term, ...]) -> list[tuple[Field, str, bool]]:
    return [(term.field, term.text, term.excluded) for term in terms]


def test_a_search_of_the_issue() -> None:
    text = "fox size:4k group:3.5折 rating:>=4 cost:>0.3 before:2026-11 is:pick has:reference ratio:16:9"
    search = parse(f"{text} mismatch:yes")
    assert [term.field for term in search.terms] == [
        Field.WORD,
        Field.SIZE,
        Field.GROUP,
        Field.RATING,
        Field.COST,
        Field.BEFORE,
        Field.IS,
        Field.HAS,
        Field.RATIO,
        Field.MISMATCH,
    ]
    assert not any(term.problem for term in search.terms)
    assert [chip.text for chip in chips(search)] == f"{text} mismatch:yes".split()[1:]
    assert len(teach(search)) == len(search.terms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fox", (Words("fox"),)),
        ('"red fox"', (Words("red fox", whole=True),)),
        ('"red fo', (Words("red fo"),)),
        ("“红发 少女”", (Words("红发 少女", whole=True),)),
        ("size:4k", (Words("4K"),)),
        ("SIZE：>=2K", (Words("2K"), Words("4K"))),
        ("size<1k", (Words("0.5K"),)),
        ("rating:4", (Range(4, 5),)),
        ("rating>=4", (Range(4, None),)),
        ("rating：≥4", (Range(4, None),)),
        ("rating:<3", (Range(None, 3),)),
        ("rating:2..4", (Range(2, 5),)),
        ("rating:none,5", (Range(0, 1), Range(5, 6))),
        ("cost:>0.3", (Range(31, None),)),
        ("cost:<¥0.3", (Range(None, 30),)),
        ("cost:0.25", (Range(25, 26),)),
        ("cost:>0.305", (Range(31, None),)),
        ("before:2026-11", (Times(None, local(2026, 11, 1)),)),
        ("after:2026-11", (Times(local(2026, 11, 1), None),)),
        ("on:2026-12", (Times(local(2026, 12, 1), local(2027, 1, 1)),)),
        ("on:2026年11月25日", (Times(local(2026, 11, 25), local(2026, 11, 26)),)),
        ("after:2026-11-25T21:30", (Times(local(2026, 11, 25, 21, 30), None),)),
        ("ratio:16：9", (Words("16:9"),)),
        ("ratio:portrait", (Words("portrait"),)),
        ("mismatch:否", (Words("no"),)),
        ('tag:"red coat",猫', (Words("red coat", whole=True), Words("猫"))),
        ("label:red，green,", (Words("red"), Words("green"))),
        ("color:#F80", (Words("#ff8800"),)),
        ("colour:BLUE", (Words("#2f6fd0"),)),
        ("foo:bar", (Words("foo:bar"),)),
        ("http://x", (Words("http://x"),)),
    ],
)
def test_what_terms_mean(text: str, expected: tuple[object, ...]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("size:", TermProblem.NO_VALUE),
        ("size:9k", TermProblem.UNKNOWN_VALUE),
        ("is:lovely", TermProblem.UNKNOWN_VALUE),
        ("rating:many", TermProblem.NO_NUMBER),
        ("cost:>1e999999", TermProblem.NO_NUMBER),
        ("cost:nan", TermProblem.NO_NUMBER),
        ("before:2026-13", TermProblem.NO_DATE),
        ("on:0001", TermProblem.NO_DATE),
        ("color:#12", TermProblem.NO_COLOUR),
        ("ratio:0:1", TermProblem.UNKNOWN_VALUE),
        ("🦊", TermProblem.NO_LETTERS),
        ("-", TermProblem.NO_VALUE),
        ('"', TermProblem.NO_VALUE),
    ],
)
def test_what_isnt_understood_says_so_and_doesnt_narrow_the_search(text: str, problem: TermProblem) -> None:
    (term,) = parse(text).terms
    assert (term.problem, term.values) == (problem, ())


def test_of_several_values_those_that_are_understood_count() -> None:
    (term,) = parse("label:red,pinkish").terms
    assert (term.values, term.problem) == ((Words("red"),), TermProblem.UNKNOWN_VALUE)


def test_what_is_near_has_a_colour_or_a_picture() -> None:
    near = parse("fox color:red").near
    assert near is not None
    assert near.values == (Words("#d93a36"),)
    assert parse("-color:red similar:").near is None
    assert [is_near(chip) for chip in teach(parse("similar:abc fox"))] == [True, False]


@given(TYPED)
def test_every_text_is_a_search_whose_terms_cover_it(text: str) -> None:
    search = parse(text)
    position = 0
    for term in search.terms:
        assert text[term.start : term.end] == term.text
        assert not text[position : term.start].strip()
        assert term.end > term.start >= position
        assert term.values or term.problem
        position = term.end
    assert not text[position:].strip()


@given(TYPED, st.data())
def test_a_term_is_taken_off_and_the_others_stay(text: str, data: st.DataObject) -> None:
    terms = parse(text).terms
    if terms:
        chip = data.draw(st.sampled_from(teach(parse(text))))
        rest = tuple(term for term in terms if term != chip.term)
        assert said(parse(without(text, chip)).terms) == said(rest)


@given(TYPED, st.sampled_from(["is:pick", "label:red", 'tag:"red coat"', "-fox", "红发"]))
def test_a_term_is_added_once_and_can_be_taken_off_again(text: str, term: str) -> None:
    added = with_term(text, term)
    assert with_term(added, term) == added
    if added != text:
        before, after = parse(closed(text)).terms, parse(added).terms
        assert said(after[:-1]) == said(before)
        assert after[-1].text == term
        assert said(parse(without(added, teach(parse(added))[-1])).terms) == said(before)


@given(st.text(min_size=1, max_size=20).filter(lambda text: text.strip() and not set(text) & set('"“”')))
def test_a_quoted_value_means_itself(value: str) -> None:
    (term,) = parse(f"tag:{quoted(value)}").terms
    (words,) = term.values
    assert isinstance(words, Words)
    assert words.text == value.strip()


@given(TYPED, st.integers(-2, 50))
@example('""""TAG:",', 10)
def test_a_completion_keeps_the_rest_of_the_text(text: str, cursor: int) -> None:
    terms = parse(text).terms
    at = min(max(cursor, 0), len(text))
    others = said(tuple(term for term in terms if not term.start < at <= term.end))
    for offer in completions(text, cursor, FACTS):
        assert offer.text[: offer.cursor].endswith(offer.term)
        after = parse(offer.text).terms
        (new,) = [term for term in after if term.end == offer.cursor]
        assert new.text == offer.term
        assert new.field is offer.field
        assert said(tuple(term for term in after if term != new)) == others


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("fox si", "size:"),
        ("size:4", "size:4k"),
        ("group:折", "group:官KEY-3.5折"),
        ("group:3.5", "group:官KEY-3.5折"),
        ("tag:re", 'tag:"red coat"'),
        ('tag:"red c', 'tag:"red coat"'),
        ("tag:cat,re", 'tag:cat,"red coat"'),
        ("label:red,g", "label:red,green"),
        ("海", "project:海报"),
        ("猫", "tag:猫"),
        ("-is:rej", "-is:reject"),
        ("before:", "before:2026-11-25"),
        ("is：pi", "is:pick"),
    ],
)
def test_what_is_offered_first(text: str, first: str) -> None:
    assert completions(text, len(text), FACTS)[0].term == first


def test_an_empty_field_offers_the_names_of_fields() -> None:
    assert completions("", 0, FACTS)[0].term == "size:"
    assert completions("fox ", 4, FACTS)[0].text == "fox size:"
