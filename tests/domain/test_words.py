"""Every expected failure says what happened, whether it cost money, and what to do next."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from studio.domain import errors, export_errors, model_page_errors, preset_errors, project_errors
from studio.domain.budget import BudgetKind, Standing
from studio.domain.budget_errors import OverBudget
from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.job import ErrorWords, JobState
from studio.domain.money import Money
from studio.domain.published import Offer, WhyNotPublished
from studio.domain.recipe import Problem
from studio.domain.sent import WhyNot
from studio.domain.words import (
    Words,
    describe,
    describe_charge,
    describe_job,
    describe_kept,
    describe_outcome,
    describe_problem,
    describe_state,
    describe_why_not,
    kept,
)
from tests.domain.making import PRICE, attempt, job

FOLDER = Path("Pictures/Proofroom")
SAMPLES: list[errors.StudioError] = [
    errors.StudioError(),
    errors.UnusableInput(),
    model_page_errors.NotAModelPage(),
    model_page_errors.IncompleteModelPage("官KEY-2.5折: 1K / call"),
    errors.NotAPicture("notes.txt"),
    errors.PictureTooLarge("poster.png", "20 MB"),
    errors.NotImportable("logo.gif", "GIF"),
    errors.OtherContent("{other}.png"),
    errors.UnreadableFile("{lost}.png"),
    errors.ReferenceGone("{wireframe}.png"),
    errors.VersionGone("{0007-harbour}.png"),
    errors.UnknownVersion("k7d2"),
    errors.UnknownJob("k7d2"),
    errors.NothingToContinue("k7d2"),
    errors.NotPutTogether("k7d2"),
    errors.NothingToReplay("k7d2"),
    project_errors.UnusableName(),
    project_errors.ProjectExists("Foxes"),
    project_errors.UnknownProject("{Foxes}"),
    project_errors.ProjectNotEmpty("Foxes"),
    errors.WrongRecipe((Problem.NOTHING_TO_SEND, Problem.UNKNOWN_PRICE)),
    errors.NotSendable(WhyNot.CONVERSATION_TOO_LARGE),
    preset_errors.PresetError(),
    preset_errors.UnusablePreset(
        "{fox}.json", preset_errors.Fault.WRONG, field="encoding.quality", allowed="1…100"
    ),
    preset_errors.UnknownPreset("{fox}"),
    preset_errors.PresetExists("{fox}"),
    preset_errors.UnusablePresetName(),
    errors.UnusableAddress("http://example.org"),
    errors.NoKey("官KEY-3.5折"),
    OverBudget(Standing(BudgetKind.PROJECT, Money.parse("20"), Money.parse("19.60"), "{left}"), PRICE),
    errors.NotPublished(Offer.PRICES, WhyNotPublished.NOT_OFFERED),
    errors.KeychainUnavailable("keyring.backends.fail.Keyring"),
    errors.SettingsUnwritable(FOLDER),
    errors.FileUnwritable(FOLDER, "No space left on device"),
    export_errors.ExportError(),
    export_errors.OutsideFolder("{fox}.png"),
    export_errors.TooLongForFormat("{fox}.webp", "WebP", 16_383),
    export_errors.NotEncoded("{fox}.avif", "out of memory"),
    export_errors.NoFormatForName("{fox}.txt"),
    export_errors.LinkError(FOLDER / "{fox}.png"),
    export_errors.FileThere(FOLDER / "{fox}.png"),
    export_errors.LinkedElsewhere(FOLDER / "{fox}.png"),
    export_errors.UnknownLink(FOLDER / "{fox}.png"),
    export_errors.LinkedFileChanged(FOLDER / "{fox}.png"),
    export_errors.LinkedFileGone(FOLDER / "{fox}.png"),
    errors.LibraryError(FOLDER),
    errors.LibraryUnwritable(FOLDER),
    errors.LibraryFull(FOLDER),
    errors.LibraryInUse(FOLDER, "process 4711 on studio-mac"),
    errors.LibraryTooNew(FOLDER),
    errors.LibraryForeign(FOLDER),
    errors.GatewayError("503", outcome=Outcome.BUSY, status=503),
    errors.NotSent("lookup", outcome=Outcome.NOT_SENT),
    errors.GatewayBusy("rate_limited", outcome=Outcome.BUSY, status=429, message="Too many\n requests"),
    errors.GatewayRefused("invalid_api_key", outcome=Outcome.REFUSED, status=401, message="invalid token"),
    errors.SignatureRefused(
        "signature", outcome=Outcome.REFUSED, status=400, message="Image part is missing a …"
    ),
    errors.OutcomeUnknown("cut", outcome=Outcome.LOST),
]


def subclasses(of: type[errors.StudioError]) -> Iterator[type[errors.StudioError]]:
    yield of
    for one in of.__subclasses__():
        yield from subclasses(one)


def whole(words: Words) -> bool:
    sentences = [words.what, words.cost, *([words.next] if words.next else [])]
    return all(one.endswith((".", "?")) for one in sentences)


def test_every_expected_failure_has_words_of_its_own(snapshot: SnapshotAssertion) -> None:
    assert {type(sample) for sample in SAMPLES} == set(subclasses(errors.StudioError))
    said = {sample.code(): describe(sample, price=PRICE) for sample in SAMPLES}
    assert all(whole(words) for words in said.values())
    leaves = [sample for sample in SAMPLES if not type(sample).__subclasses__()]
    general = {describe(errors.StudioError()).what, describe(errors.UnusableInput()).what}
    assert not general & {describe(leaf).what for leaf in leaves}
    assert {code: str(words) for code, words in said.items()} == snapshot


REASONS = {
    Outcome.NOT_SENT: ("lookup", "connect", "tls", "proxy", "address"),
    Outcome.BUSY: ("rate_limited",),
    Outcome.GAVE_UP: ("503",),
    Outcome.TURNED_DOWN: (
        "insufficient_user_quota",
        "pre_consume_token_quota_failed",
        "sensitive_words_detected",
        "invalid_request",
        "429",
    ),
    Outcome.REFUSED: ("redirect", "signature", "INVALID_ARGUMENT"),
    Outcome.LOST: ("timeout", "cut", "html", "too_large", "garbled", "error_in_success", "502", ""),
    Outcome.NO_PICTURE: (
        *("IMAGE_SAFETY", "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "IMAGE_RECITATION", "SPII"),
        *("JAILBREAK", "MODEL_ARMOR", "MAX_TOKENS", "IMAGE_OTHER", "NO_IMAGE", "STOP", "", "A_NEW_REASON"),
        "MISSING_THOUGHT_SIGNATURE",
    ),
}


def test_every_row_of_the_table_with_every_reason(snapshot: SnapshotAssertion) -> None:
    said = {
        f"{outcome} {reason}".strip(): str(describe_outcome(outcome, reason=reason, price=PRICE))
        for outcome in Outcome
        for reason in REASONS.get(outcome, ("",))
    }
    assert said == snapshot


def test_every_status_that_refuses(snapshot: SnapshotAssertion) -> None:
    said = {
        status: str(describe_outcome(Outcome.REFUSED, status=status))
        for status in (301, 400, 401, 402, 403, 404, 409, 413)
    }
    assert said == snapshot


def test_states_charges_and_problems_in_words(snapshot: SnapshotAssertion) -> None:
    assert {state.value: describe_state(state) for state in JobState} == snapshot
    assert {charge.value: describe_charge(charge) for charge in Charge} == snapshot
    assert {problem.value: describe_problem(problem) for problem in Problem} == snapshot
    assert {why.value: " ".join(describe_why_not(why)) for why in WhyNot} == snapshot


def test_every_reason_why_something_is_not_published(snapshot: SnapshotAssertion) -> None:
    said = {
        f"{offer.value} {why.value}": str(describe(errors.NotPublished(offer, why)))
        for offer, reasons in ((Offer.PRICES, WhyNotPublished), (Offer.LOG, [WhyNotPublished.KEY_REFUSED]))
        for why in reasons
    }
    assert said == snapshot


@pytest.mark.parametrize("outcome", Outcome)
def test_whether_it_cost_money_follows_the_table(outcome: Outcome) -> None:
    cost = describe_outcome(outcome, price=PRICE).cost
    match VERDICTS[outcome].charge:
        case Charge.NOT_CHARGED:
            assert cost == "It cost nothing."
        case Charge.UNKNOWN:
            assert cost == "It may have been charged ¥0.25."
        case _:
            assert cost == "It cost ¥0.25."


def test_the_gateways_own_words_are_quoted_and_kept_short() -> None:
    words = describe_outcome(Outcome.REFUSED, status=400, message="no\n{braces}  here")
    assert words.said == "The gateway says: “no {braces} here”."
    assert len(describe_outcome(Outcome.LOST, message="x" * 100_000).said) < 600


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: error.code())
def test_what_is_kept_of_an_error_says_the_same_later(error: errors.StudioError) -> None:
    words = describe_kept(kept(error), price=PRICE)
    assert whole(words)
    if isinstance(error, errors.GatewayError) and type(error) is not errors.GatewayError:
        assert words == describe(error, price=PRICE)


@given(st.text(), st.text(), st.text(), st.sampled_from([None, *Outcome]))
def test_whatever_was_kept_can_be_said(code: str, reason: str, message: str, outcome: Outcome | None) -> None:
    words = describe_kept(ErrorWords(code, reason=reason, message=message), outcome=outcome)
    assert words.what
    assert words.cost


def test_what_became_of_a_job() -> None:
    busy = replace(
        attempt(JobState.QUEUED, Charge.NOT_CHARGED),
        outcome=Outcome.BUSY,
        error=ErrorWords("gateway_busy", reason="503", status=503),
    )
    blocked = replace(
        attempt(JobState.BLOCKED, Charge.UNKNOWN),
        outcome=Outcome.NO_PICTURE,
        error=ErrorWords("no_picture", reason="IMAGE_SAFETY"),
    )
    left = replace(attempt(JobState.UNKNOWN, Charge.UNKNOWN), outcome=Outcome.LEFT_IN_FLIGHT)
    sent = attempt(JobState.WAITING, Charge.RESERVED)
    log = "Check the gateway's account log before you send it again."
    said = {
        job(JobState.QUEUED): "",
        job(JobState.SENDING, busy, sent): "",
        job(JobState.SAVED, replace(sent, outcome=Outcome.PICTURE)): "",
        job(JobState.QUEUED, busy): (
            "The gateway is busy (status 503). It cost nothing. It is sent again by itself."
        ),
        job(JobState.REFUSED, replace(busy, outcome=Outcome.GAVE_UP)): (
            "The gateway could not be reached or was busy at every try. It cost nothing. "
            "Send it again later, or choose another group."
        ),
        job(JobState.BLOCKED, blocked): (
            "Blocked for safety. No picture came back. It may have been charged ¥0.25. "
            "Change the prompt or the references, then send it again."
        ),
        job(JobState.UNKNOWN, left): (
            f"Proofroom closed before the answer came. It may have been charged ¥0.25. {log}"
        ),
        job(JobState.CANCELLED): "Cancelled before it was sent. It cost nothing.",
        job(JobState.CANCELLED, sent): (
            "Cancelled after it was sent. It may have been charged ¥0.25. "
            "If its picture still comes, it is saved."
        ),
    }
    assert {one: str(describe_job(one) or "") for one in said} == said


def test_words_are_translated_before_they_are_filled_in() -> None:
    seen: list[tuple[str, str]] = []

    def to_chinese(context: str, text: str) -> str:
        seen.append((context, text))
        return {"There is no key for the group {group}.": "没有 {group} 组的密钥。"}.get(text, text)

    assert describe(errors.NoKey("官KEY-3.5折"), to_chinese).what == "没有 官KEY-3.5折 组的密钥。"
    assert all(context == "errors" for context, _ in seen)
