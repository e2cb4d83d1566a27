"""What the line over the ledger's rows says, and offers to press: a pure reading of both states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.library.settling import InQuestion
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.money import Money
    from studio.viewmodels.ledger_state import LedgerState
    from studio.viewmodels.settling import SettlingState


class SettleStep(StrEnum):
    """What can be pressed there."""

    CHARGED = "charged"
    NOT_CHARGED = "not_charged"
    UNKNOWN = "unknown"
    ASK_LOG = "ask_log"
    SHOW = "show"
    CLAIM = "claim"


CHARGES = {
    SettleStep.CHARGED: Charge.CHARGED,
    SettleStep.NOT_CHARGED: Charge.NOT_CHARGED,
    SettleStep.UNKNOWN: Charge.UNKNOWN,
}
"""The steps that settle what is selected."""


@dataclass(frozen=True, slots=True)
class SettleOffer:
    """`words` say what is in question, or selected, `hint` what can be done; both empty for nothing.

    `warns` where money may have been spent that nobody knows of.
    """

    words: str = ""
    hint: str = ""
    warns: bool = False
    steps: tuple[SettleStep, ...] = ()
    is_asking: bool = False


def settle_offer(ledger: LedgerState, settling: SettlingState) -> SettleOffer:
    """Of what is selected, else of all that is shown."""
    found = ledger.in_question or InQuestion()
    words = _in_question_words(found)
    can_ask = settling.why_not is None and bool(found.calls_at.get(settling.gateway))
    if settling.chosen:
        return _chosen(settling, hint=words, can_ask=can_ask)
    if not words:
        return SettleOffer()
    hint, steps = "", [SettleStep.SHOW, SettleStep.CLAIM]
    if can_ask:
        steps = [SettleStep.ASK_LOG, SettleStep.SHOW]
    elif found.calls_at.get(settling.gateway):
        hint = translate("settling", "This gateway offers no log of calls.")
    if ledger.choice.charge is Charge.UNKNOWN:
        steps.remove(SettleStep.SHOW)
        hint = hint or translate("settling", "Select rows to settle them by hand.")
    return SettleOffer(words, hint, warns=True, steps=tuple(steps), is_asking=settling.is_asking)


def _in_question_words(found: InQuestion) -> str:
    if not found.calls:
        return ""
    return _count(
        found.calls,
        found.price,
        translate("settling", "1 call, {price}, may have been charged"),
        translate("settling", "{count} calls, {price}, may have been charged"),
    )


def _chosen(settling: SettlingState, *, hint: str, can_ask: bool) -> SettleOffer:
    words = _count(
        len(settling.chosen),
        settling.chosen_price,
        translate("settling", "1 call selected, {price}"),
        translate("settling", "{count} calls selected, {price}"),
    )
    steps = [step for step, charge in CHARGES.items() if settling.changes(charge)]
    if can_ask:
        steps.append(SettleStep.ASK_LOG)
    return SettleOffer(words, hint, steps=tuple(steps), is_asking=settling.is_asking)


def _count(count: int, price: Money, one: str, many: str) -> str:
    return (one if count == 1 else many).format(count=f"{count:,}", price=price)


def step_words(step: SettleStep) -> str:
    """What stands on its button."""
    match step:
        case SettleStep.CHARGED:
            return translate("settling", "It was charged")
        case SettleStep.NOT_CHARGED:
            return translate("settling", "It wasn't charged")
        case SettleStep.UNKNOWN:
            return translate("settling", "Unknown again")
        case SettleStep.ASK_LOG:
            return translate("settling", "Ask the gateway's log")
        case SettleStep.SHOW:
            return translate("settling", "Settle by hand")
        case SettleStep.CLAIM:
            return translate("settling", "Copy refund claim")
