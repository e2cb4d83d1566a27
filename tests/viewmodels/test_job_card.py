"""What a job's card says, for every state a job can be in."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.job import ErrorWords, Job, JobState, PassedOver
from studio.domain.money import ZERO, Money
from studio.domain.next_group import USUALLY
from studio.domain.next_group import Step as GroupStep
from studio.domain.recipe import Recipe, Sending
from studio.domain.settlement import SettledBy, Settlement
from studio.viewmodels.job_card import CardTone, JobCard, Moment, Step, card, is_shown
from studio.viewmodels.job_tries import tries
from tests.domain.making import NOON, attempt, job, order

AGAIN = Money.parse("0.25")
DEARER = Money.parse("0.32")


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def under_way(state: JobState = JobState.WAITING) -> Job:
    return job(state, attempt(state, Charge.RESERVED))


def ended(outcome: Outcome, **facts: object) -> Job:
    verdict = VERDICTS[outcome]
    last = replace(attempt(verdict.state, verdict.charge), outcome=outcome)
    return replace(job(verdict.state, last), error=ErrorWords(outcome.value, **facts))  # pyright: ignore[reportArgumentType]  # words of an error


def steps(shown: JobCard) -> list[tuple[Step, str]]:
    return [(offered.step, offered.label) for offered in shown.steps]


def test_the_bar_shows_elapsed_time_against_the_usual_time() -> None:
    shown = card(under_way(), Moment(elapsed=9.4, usual=14.2))
    assert shown.words == "9 s of about 14 s"
    assert shown.fraction == pytest.approx(9.4 / 14.2)
    assert (shown.title, shown.tone) == ("a cat · 官KEY-3.5折", CardTone.ACCENT)
    assert steps(shown) == [(Step.CANCEL, "Cancel")]


def test_past_the_usual_time_the_bar_stops_and_the_words_go_on() -> None:
    shown = card(under_way(), Moment(elapsed=31, usual=14.2))
    assert (shown.words, shown.fraction, shown.tone) == ("31 s, usually 14 s", 1.0, CardTone.WARNING)


def test_without_a_published_time_only_the_elapsed_time_is_said() -> None:
    shown = card(under_way(), Moment(elapsed=200))
    assert (shown.words, shown.fraction) == ("3 min 20 s", None)


def test_from_the_first_byte_on_there_is_no_cancelling() -> None:
    for state in (JobState.RECEIVING, JobState.SAVING):
        assert steps(card(under_way(state), Moment(elapsed=3, usual=14))) == []


def test_a_repeat_says_when_why_and_that_it_cost_nothing() -> None:
    last = replace(
        attempt(JobState.QUEUED, Charge.NOT_CHARGED),
        outcome=Outcome.BUSY,
        error=ErrorWords("gateway_busy", status=503),
    )
    waits = replace(job(JobState.QUEUED, last), not_before=NOON + timedelta(minutes=3))
    at = waits.not_before.astimezone().strftime("%H:%M") if waits.not_before else ""
    shown = card(waits, Moment())
    assert shown.words == f"Retry 2 at {at}: the gateway answered 503 · not charged"
    assert (shown.tone, shown.fraction) == (CardTone.WARNING, None)


def test_a_job_from_before_the_restart_asks_with_its_price() -> None:
    shown = card(replace(job(JobState.QUEUED), asks=True), Moment())
    assert steps(shown) == [(Step.RUN, "Run for ¥0.25"), (Step.DISCARD, "Discard")]
    assert [offered.spends for offered in shown.steps] == [True, False]


def test_a_step_of_a_chain_says_what_it_waits_for() -> None:
    step = job(JobState.QUEUED)
    step = replace(step, order=replace(step.order, recipe=Recipe("a cat", parent_job="before")))
    shown = card(step, Moment())
    assert (shown.words, shown.tone) == ("Waits for the step before it", CardTone.NEUTRAL)
    assert steps(shown) == [(Step.CANCEL, "Cancel")]


@pytest.mark.parametrize(
    ("outcome", "tone", "offers"),
    [
        (Outcome.TURNED_DOWN, CardTone.BAD, [Step.EDIT, Step.SEND_AGAIN, Step.CLOSE]),
        (Outcome.REFUSED, CardTone.BAD, [Step.EDIT, Step.SEND_AGAIN, Step.CLOSE]),
        (Outcome.NO_PICTURE, CardTone.BAD, [Step.EDIT, Step.SEND_AGAIN, Step.CLOSE]),
        (Outcome.LOST, CardTone.WARNING, [Step.SEND_AGAIN, Step.CLOSE]),
        (Outcome.UNUSABLE_PICTURE, CardTone.WARNING, [Step.SEND_AGAIN, Step.CLOSE]),
        (Outcome.CANCELLED_AFTER_SENDING, CardTone.WARNING, [Step.CLOSE]),
    ],
)
def test_what_ended_badly_says_its_charge_and_the_next_steps(
    outcome: Outcome, tone: CardTone, offers: list[Step]
) -> None:
    shown = card(ended(outcome), Moment(again=AGAIN))
    assert (shown.tone, [step for step, _ in steps(shown)]) == (tone, offers)
    charged = VERDICTS[outcome].charge
    assert ("cost nothing" in shown.words) is (charged is Charge.NOT_CHARGED)
    assert ("may have been charged ¥0.25" in shown.words) is (charged is Charge.UNKNOWN)
    assert shown.name.startswith("a cat, 1K, ")


def test_sending_again_says_what_it_costs_now_and_is_not_offered_at_an_unknown_price() -> None:
    lost = ended(Outcome.LOST, reason="timeout")
    assert (Step.SEND_AGAIN, "Send again for ¥0.25") in steps(card(lost, Moment(again=AGAIN)))
    assert (Step.SEND_AGAIN, "Send again for ¥0.00 (demo)") in steps(
        card(lost, Moment(again=ZERO, is_demo=True))
    )
    assert [step for step, _ in steps(card(lost, Moment()))] == [Step.CLOSE]


def refused(
    code: str,
    *,
    outcome: Outcome = Outcome.REFUSED,
    sending: Sending = Sending.CONVERSATION,
    **facts: object,
) -> Job:
    recipe = replace(job(JobState.QUEUED).order.recipe, parent="v-1", sending=sending)
    one = ended(outcome, **facts)
    words = replace(one.error, code=code) if one.error else None
    return replace(one, order=replace(one.order, recipe=recipe), error=words)


@pytest.mark.parametrize(
    "conversation",
    [
        refused("signature_refused", reason="signature", status=400, message="… missing a thought_signature"),
        refused("not_sendable", message="turn_missing"),
        refused("not_sendable", message="made_elsewhere"),
        refused("not_sendable", message="conversation_too_large"),
        refused("gateway_refused", status=413),
        refused("no_picture", outcome=Outcome.NO_PICTURE, reason="MISSING_THOUGHT_SIGNATURE"),
    ],
    ids=lambda one: f"{one.error.code} {one.error.message or one.error.reason}",
)
def test_a_conversation_that_was_refused_can_be_sent_afresh_at_its_price(conversation: Job) -> None:
    shown = card(conversation, Moment(again=AGAIN))
    assert steps(shown) == [
        (Step.EDIT, "Edit prompt"),
        (Step.SEND_AFRESH, "Send the picture afresh for ¥0.25"),
        (Step.CLOSE, "Close"),
    ]
    assert [offered.spends for offered in shown.steps] == [False, True, False]
    assert "afresh" in shown.advice
    demo = card(conversation, Moment(again=ZERO, is_demo=True))
    assert (Step.SEND_AFRESH, "Send the picture afresh for ¥0.00 (demo)") in steps(demo)
    assert [step for step, _ in steps(card(conversation, Moment()))] == [Step.EDIT, Step.CLOSE]


@pytest.mark.parametrize(
    "other",
    [
        refused("gateway_refused", reason="INVALID_ARGUMENT", status=400),
        refused("not_sendable", message="reference_missing"),
        refused("not_sendable", message="a word of a later Proofroom"),
        refused("signature_refused", sending=Sending.AFRESH, reason="signature"),
    ],
    ids=lambda one: f"{one.error.code} {one.error.message or one.error.reason}",
)
def test_what_afresh_would_not_cure_is_not_offered_so(other: Job) -> None:
    assert Step.SEND_AFRESH not in [step for step, _ in steps(card(other, Moment(again=AGAIN)))]


def test_while_a_step_is_taken_none_is_offered() -> None:
    assert steps(card(ended(Outcome.LOST), Moment(again=AGAIN, acting=True))) == []


def test_what_was_never_sent_and_what_is_saved_leave_no_card() -> None:
    assert not is_shown(job(JobState.SAVED, attempt(JobState.SAVED, Charge.CHARGED)))
    assert not is_shown(job(JobState.CANCELLED))
    assert is_shown(job(JobState.CANCELLED, attempt(JobState.CANCELLED, Charge.UNKNOWN)))


def moved_on(state: JobState = JobState.WAITING) -> Job:
    """Busy at the first group; what then became of it at the second."""
    busy = replace(
        attempt(JobState.QUEUED, Charge.NOT_CHARGED),
        outcome=Outcome.BUSY,
        error=ErrorWords("gateway_busy", status=429),
    )
    second = replace(
        attempt(state, Charge.RESERVED), id="second", number=2, group="官KEY-4.5折", price=DEARER
    )
    fallback = (GroupStep("官KEY-4.5折", DEARER), GroupStep("官KEY-正价", Money.parse("0.71")))
    placed = replace(order(), fallback=fallback, moves_on=USUALLY)
    return replace(job(state, busy, second), order=placed, step=1)


def test_a_job_that_moved_on_names_its_group_now_and_tells_what_was_tried() -> None:
    shown = card(moved_on(), Moment(elapsed=9, usual=14))
    assert shown.title == "a cat · 官KEY-4.5折"
    assert shown.tries == ("1 · 官KEY-3.5折 · busy (429) · not charged",)


def test_a_job_that_waits_for_its_next_group_speaks_of_no_repeat() -> None:
    waits = moved_on(JobState.QUEUED)
    waits = replace(waits, attempts=waits.attempts[:1])
    shown = card(waits, Moment())
    assert (shown.words, len(shown.tries)) == ("Waits for its turn", 1)


def test_a_group_that_was_passed_over_stands_among_what_was_tried() -> None:
    passed = PassedOver("官KEY-4.5折", NOON), PassedOver("官KEY-正价")
    at = NOON.astimezone().strftime("%H:%M")
    assert tries(replace(moved_on(), passed_over=passed)) == (
        "1 · 官KEY-3.5折 · busy (429) · not charged",
        f"官KEY-4.5折 · rests until {at} · nothing sent",
        "官KEY-正价 · no key · nothing sent",
    )


def test_what_asks_again_says_what_it_may_cost_at_most() -> None:
    waits = replace(moved_on(), state=JobState.QUEUED, asks=True)
    assert steps(card(waits, Moment()))[0] == (Step.RUN, "Run for ¥0.32 to ¥0.71")


def test_a_job_whose_group_rests_says_until_when_and_can_be_sent_all_the_same() -> None:
    at = NOON.astimezone().strftime("%H:%M")
    shown = card(replace(job(JobState.QUEUED), not_before=NOON), Moment(rests_until=NOON))
    assert shown.words == f"Waits: 官KEY-3.5折 rests until {at}, after several failures"
    assert steps(shown) == [(Step.SEND_NOW, "Send now"), (Step.CANCEL, "Cancel")]
    assert shown.tone is CardTone.WARNING
    tried = card(replace(job(JobState.QUEUED), not_before=NOON), Moment())
    assert tried.words == "Waits for a call that tries 官KEY-3.5折 after its rest"


def settled(outcome: Outcome, charge: Charge) -> Job:
    made = ended(outcome)
    how = Settlement(charge, SettledBy.HAND, NOON)
    return replace(made, attempts=(replace(made.attempts[-1], charge=charge, settlement=how),))


def test_an_unknown_call_offers_the_log_where_there_may_be_one() -> None:
    lost = ended(Outcome.LOST)
    assert steps(card(lost, Moment(again=AGAIN, has_log=True))) == [
        (Step.ASK_LOG, "Check the account log"),
        (Step.SEND_AGAIN, "Send again for ¥0.25"),
        (Step.CLOSE, "Close"),
    ]
    assert Step.ASK_LOG not in dict(steps(card(lost, Moment(again=AGAIN))))
    refused = ended(Outcome.REFUSED)
    assert Step.ASK_LOG not in dict(steps(card(refused, Moment(again=AGAIN, has_log=True))))


def test_what_is_settled_says_what_it_cost_and_asks_no_log() -> None:
    shown = card(settled(Outcome.LOST, Charge.NOT_CHARGED), Moment(again=AGAIN, has_log=True))
    assert shown.cost == "It cost nothing: settled by hand."
    assert "may have been charged" not in shown.words
    assert shown.advice == "Send it again if you wish."
    assert Step.ASK_LOG not in dict(steps(shown))
    shown = card(settled(Outcome.LOST, Charge.CHARGED), Moment())
    assert shown.cost == "It cost ¥0.25: settled by hand."


def test_a_cancelled_call_that_is_settled_was_sent_all_the_same() -> None:
    charged = settled(Outcome.CANCELLED_AFTER_SENDING, Charge.CHARGED)
    assert is_shown(charged)
    shown = card(charged, Moment())
    assert shown.cost == "It cost ¥0.25: settled by hand."
    assert "before" not in shown.words
    assert not is_shown(settled(Outcome.CANCELLED_AFTER_SENDING, Charge.NOT_CHARGED))
