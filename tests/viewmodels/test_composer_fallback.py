"""What the composer says about the groups that an order moves on to, and what it asks and sends then."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.geometry import Resolution
from studio.domain.keys import KeySource
from studio.domain.money import Money
from studio.domain.next_group import MoveOn, Step
from studio.domain.recipe import DEMO_GATEWAY, Recipe, Sending
from studio.engine.events import KeyState
from studio.library.draft import Draft
from studio.settings import Settings
from studio.viewmodels.composer_fallback import FallbackLines
from studio.viewmodels.composer_state import ComposerState, Situation, derive
from studio.viewmodels.session import Opening, SessionState
from tests.domain.making import group, model

MODEL = model(
    *(
        group(name, price, resolutions=(Resolution.ONE_K,), latency="14")
        for name, price in (("A", "0.25"), ("B", "0.32"), ("C", "0.71"), ("D", "0.11"))
    )
)
SETTINGS = Settings(fallback=("B", "A", "C"))
NOTHING = FallbackLines()
NONE = "If it fails, no other group is asked."


def said(words: str, *, moves_on: bool | None = None) -> FallbackLines:
    return FallbackLines(moves_on=moves_on, words=words, spoken=words)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def shown(
    *,
    settings: Settings = SETTINGS,
    with_key: str = "ABC",
    recipe: Recipe | None = None,
    count: int = 4,
    moves_on: bool = True,
    asked: str = "",
) -> ComposerState:
    keys = tuple(KeyState(name, KeySource.KEYCHAIN if name in with_key else None) for name in "ABCD")
    session = SessionState(settings, MODEL, Opening.OPEN, keys=keys, keys_known=True)
    draft = Draft(recipe or Recipe("a fox"), "A", count)
    return derive(Situation(draft, moves_on=moves_on, asked=Money.parse(asked) if asked else None), session)


def test_it_names_the_groups_in_the_persons_order_with_their_prices() -> None:
    state = shown()
    assert state.fallback.words == "If it fails: B ¥0.32, then C ¥0.71"
    assert state.fallback.steps == (Step("B", Money.parse("0.32")), Step("C", Money.parse("0.71")))


def test_the_button_says_the_price_and_the_estimate_what_it_may_come_to() -> None:
    state = shown()
    assert state.label == "Generate 4 for ¥1.00"
    assert (state.estimate.total, state.estimate.at_most) == ("¥1.00", "at most ¥2.84")
    assert "at most ¥2.84" in state.estimate.sentence
    assert state.most == Money.parse("2.84")


def test_cheaper_groups_leave_the_estimate_as_it_is() -> None:
    state = shown(settings=Settings(fallback=("D",)), with_key="AD")
    assert (state.estimate.at_most, state.most) == ("", Money.parse("1.00"))


def test_the_question_is_about_the_most_that_it_may_cost() -> None:
    careful = replace(SETTINGS, ask_above=Money.parse("2.00"))
    assert shown(settings=careful, asked="2.84").asks == "¥2.84"
    assert shown(settings=careful, asked="1.00").asks == ""
    assert shown(settings=careful, moves_on=False, asked="1.00").asks == ""


def test_groups_without_a_key_or_above_the_ceiling_are_left_out() -> None:
    assert shown(with_key="AC").fallback.words == "If it fails: C ¥0.71"
    assert (
        shown(settings=replace(SETTINGS, ceiling=Money.parse("0.50"))).fallback.words
        == "If it fails: B ¥0.32"
    )
    low = replace(SETTINGS, ceiling=Money.parse("0.10"))
    assert shown(settings=low).fallback == said(NONE)


def test_for_one_order_it_can_be_switched_off() -> None:
    state = shown(moves_on=False)
    assert state.fallback == said(NONE, moves_on=False)
    assert state.most == Money.parse("1.00")


def test_with_no_kind_of_failure_chosen_it_never_moves_on() -> None:
    assert shown(settings=replace(SETTINGS, moves_on=frozenset[MoveOn]())).fallback.steps == ()


def test_a_conversation_stays_with_its_group() -> None:
    talk = Recipe("redder", parent="v", sending=Sending.CONVERSATION)
    assert shown(recipe=talk).fallback == said("A conversation stays with its group.")
    assert shown(recipe=replace(talk, sending=Sending.AFRESH)).fallback.steps


def test_there_is_room_for_short_names_only_but_whole_ones_are_read_out() -> None:
    names = ("官KEY-3.5折", "官KEY-4.5折")
    groups = model(*(group(name, "0.32", resolutions=(Resolution.ONE_K,)) for name in names))
    session = SessionState(Settings(fallback=names), groups, Opening.OPEN)
    lines = derive(Situation(Draft(Recipe("a fox"), names[0], 1)), session).fallback
    assert lines.words == "If it fails: 4.5折 ¥0.32"
    assert lines.spoken == "If it fails: 官KEY-4.5折 ¥0.32"


def test_it_is_silent_where_only_one_group_could_ever_be_asked() -> None:
    assert shown(settings=Settings(), with_key="A").fallback == NOTHING
    assert shown(settings=Settings(), with_key="AB").fallback.words
    assert shown(settings=replace(SETTINGS, gateway=DEMO_GATEWAY)).fallback == NOTHING
