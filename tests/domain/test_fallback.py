"""Which failures may move on to another group, and to which."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.errors import GatewayError
from studio.domain.fallback import moves_on, steps
from studio.domain.geometry import Resolution
from studio.domain.money import Money
from studio.domain.next_group import MoveOn, Step
from tests.domain.making import group, model


def failed(outcome: Outcome, status: int | None = None, reason: str = "", message: str = "") -> GatewayError:
    return GatewayError(reason or str(status or ""), outcome=outcome, status=status, message=message)


MOVES = [
    (failed(Outcome.NOT_SENT, reason="connect"), MoveOn.UNREACHABLE),
    (failed(Outcome.NOT_SENT, reason="tls"), MoveOn.UNREACHABLE),
    (failed(Outcome.BUSY, 429), MoveOn.BUSY),
    (failed(Outcome.BUSY, 503, "model_not_found", "No available channel"), MoveOn.BUSY),
    (failed(Outcome.BUSY, 500, "INTERNAL"), MoveOn.BUSY),
    (failed(Outcome.BUSY, 400, message="The upstream failed, try again later"), MoveOn.BUSY),
    (failed(Outcome.GAVE_UP, 503), MoveOn.BUSY),
    (failed(Outcome.REFUSED, 200, "429", "slow down"), MoveOn.BUSY),
    (failed(Outcome.TURNED_DOWN, 403, "insufficient_user_quota"), MoveOn.QUOTA),
    (failed(Outcome.TURNED_DOWN, 403, "pre_consume_token_quota_failed"), MoveOn.QUOTA),
    (failed(Outcome.TURNED_DOWN, 429, message="You exceeded your current quota"), MoveOn.QUOTA),
    (failed(Outcome.TURNED_DOWN, 402, message="账户余额不足"), MoveOn.QUOTA),
    (failed(Outcome.REFUSED, 402, message="Payment required"), MoveOn.QUOTA),
    (failed(Outcome.REFUSED, 401, "invalid_api_key"), MoveOn.REFUSED),
    (failed(Outcome.REFUSED, 403, "access_denied"), MoveOn.REFUSED),
    (failed(Outcome.REFUSED, 404, "NOT_FOUND", "no such model"), MoveOn.REFUSED),
    (failed(Outcome.REFUSED, 200, "403", "no"), MoveOn.REFUSED),
]
STAYS = [
    # What was sent is wrong: it is wrong anywhere.
    failed(Outcome.TURNED_DOWN, 500, "invalid_request", "field contents is required"),
    failed(Outcome.TURNED_DOWN, 403, "invalid_request", "no quota for such a size"),
    failed(Outcome.TURNED_DOWN, 400, "sensitive_words_detected", "your balance of words"),
    failed(Outcome.TURNED_DOWN, 200, "sensitive_words_detected"),
    failed(Outcome.REFUSED, 400, "INVALID_ARGUMENT", "bad aspectRatio"),
    failed(Outcome.REFUSED, 413),
    failed(Outcome.REFUSED, 302, "redirect"),
    failed(Outcome.REFUSED, 200, "400"),
    failed(Outcome.REFUSED, 503, "signature", "thought_signature is missing"),
    failed(Outcome.REFUSED, 403, "signature", "Thought signature is not valid"),
    # It may have been charged.
    failed(Outcome.LOST, 502),
    failed(Outcome.LOST, 504, message="quota"),
    failed(Outcome.LOST, reason="timeout"),
    failed(Outcome.LOST, reason="cut"),
    failed(Outcome.ERROR_IN_SUCCESS, 200, "internal"),
    failed(Outcome.UNUSABLE_PICTURE, 200),
    failed(Outcome.NO_PICTURE, 200),
    failed(Outcome.LEFT_IN_FLIGHT),
    failed(Outcome.CANCELLED_AFTER_SENDING),
    # The person doesn't want it.
    failed(Outcome.CANCELLED_BEFORE_SENDING),
]


@pytest.mark.parametrize(("error", "kind"), MOVES, ids=str)
def test_a_refusal_that_is_the_groups_own_moves_on(error: GatewayError, kind: MoveOn) -> None:
    assert moves_on(error) is kind


@pytest.mark.parametrize("error", STAYS, ids=lambda error: f"{error.outcome} {error}")
def test_what_would_fail_anywhere_and_what_may_have_been_charged_stays(error: GatewayError) -> None:
    assert moves_on(error) is None


def test_every_kind_and_every_row_of_the_table_was_tried() -> None:
    assert {kind for _, kind in MOVES} == set(MoveOn)
    assert {error.outcome for error in (*STAYS, *(error for error, _ in MOVES))} | {Outcome.PICTURE} == set(
        Outcome
    )


@given(
    outcome=st.sampled_from(Outcome),
    status=st.none() | st.sampled_from([200, 302, 400, 401, 402, 403, 404, 413, 429, 500, 502, 503, 504]),
    reason=st.sampled_from(["", "403", "429", "signature", "insufficient_user_quota", "cut"]) | st.text(),
    message=st.sampled_from(["quota", "balance", "余额", "busy"]) | st.text(),
)
def test_whatever_moves_on_was_not_charged(
    outcome: Outcome, status: int | None, reason: str, message: str
) -> None:
    if moves_on(failed(outcome, status, reason, message)) is not None:
        assert VERDICTS[outcome].charge is Charge.NOT_CHARGED


NAMES = st.sampled_from(["a", "b", "c", "d", "gone"])
PRICES = st.none() | st.integers(0, 200).map(Money.from_fen)


@given(
    order=st.lists(NAMES, max_size=8),
    first=NAMES,
    priced=st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), PRICES),
    with_key=st.frozensets(NAMES),
    ceiling=PRICES,
)
def test_it_moves_on_to_groups_with_a_key_and_a_price_up_to_the_ceiling_once_each(
    order: list[str],
    first: str,
    priced: dict[str, Money | None],
    with_key: frozenset[str],
    ceiling: Money | None,
) -> None:
    groups = [
        group(name, *([price.plain] if price is not None else []), resolutions=(Resolution.ONE_K,))
        for name, price in priced.items()
    ]
    found = steps(
        order,
        first=first,
        model=model(*groups),
        resolution=Resolution.ONE_K,
        with_key=with_key,
        ceiling=ceiling,
    )
    names = [step.group for step in found]
    assert len(set(names)) == len(names)
    assert [name for name in dict.fromkeys(order) if name in names] == names, "in the person's order"
    for name in order:
        fits = priced.get(name) is not None and (ceiling is None or (priced[name] or ceiling) <= ceiling)
        assert (name in names) == (fits and name != first and name in with_key)
    assert all(step == Step(step.group, priced[step.group] or step.price) for step in found)


def test_a_price_that_is_not_published_is_no_step() -> None:
    groups = group("a", "0.25", resolutions=(Resolution.ONE_K,)), group("b")
    found = steps(
        ("b", "a"),
        first="x",
        model=model(*groups),
        resolution=Resolution.ONE_K,
        with_key=frozenset("ab"),
    )
    assert found == (Step("a", Money(Decimal("0.25"))),)
