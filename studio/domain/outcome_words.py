"""The words for the rows of the table of charges: how an attempt ended, what it cost, what to do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from studio.domain.charge import VERDICTS, Charge, Outcome

if TYPE_CHECKING:
    from studio.domain.money import Money

Translate = Callable[[str, str], str]
"""Takes a context and an English text, gives the text in the person's language."""

_LONGEST_QUOTE = 400
_FULL_WIDTH = ("。", "！", "？", "：")


def sentences(*parts: str) -> str:
    """The sentences that say something, on one line. Full-width punctuation carries its own space."""
    whole = ""
    for part in filter(None, parts):
        whole += part if not whole or whole.endswith(_FULL_WIDTH) else f" {part}"
    return whole


@dataclass(frozen=True, slots=True)
class Words:
    """Short sentences. `said` quotes the gateway's own words, and is empty where there are none."""

    what: str
    cost: str
    next: str
    said: str = ""

    def __str__(self) -> str:
        """All of it on one line."""
        return sentences(self.what, self.said, self.cost, self.next)


def as_it_is(_context: str, text: str) -> str:
    """The English text: what is used where no translation is loaded."""
    return text


def describe_outcome(
    outcome: Outcome,
    translate: Translate = as_it_is,
    *,
    reason: str = "",
    status: int | None = None,
    message: str = "",
    price: Money | None = None,
) -> Words:
    """The words for one row. `reason` is the error's or the reply's own, `message` the gateway's words."""
    what, step = _what_and_next(outcome, reason or (str(status) if status else ""), status, translate)
    quoted = " ".join(message.split()).rstrip(".。")
    said = ""
    if quoted and quoted != reason:
        short = quoted if len(quoted) <= _LONGEST_QUOTE else quoted[: _LONGEST_QUOTE - 1] + "…"
        said = translate("errors", "The gateway says: “{message}”.").replace("{message}", short)
    return Words(what, describe_cost(VERDICTS[outcome].charge, translate, price=price), step, said)


def describe_cost(charge: Charge, translate: Translate = as_it_is, *, price: Money | None = None) -> str:
    """Whether it cost money, as a sentence; with the price where it is known."""
    match charge:
        case Charge.NOT_CHARGED:
            return translate("errors", "It cost nothing.")
        case Charge.UNKNOWN if price is not None:
            return translate("errors", "It may have been charged {price}.").format(price=price)
        case Charge.UNKNOWN:
            return translate("errors", "It may have been charged.")
        case Charge.CHARGED if price is not None:
            return translate("errors", "It cost {price}.").format(price=price)
        case Charge.CHARGED:
            return translate("errors", "It was charged.")
        case Charge.RESERVED:
            return translate("errors", "Its price is reserved until it ends.")
    assert_never(charge)


def _what_and_next(
    outcome: Outcome, reason: str, status: int | None, translate: Translate
) -> tuple[str, str]:
    match outcome:
        case Outcome.NOT_SENT | Outcome.BUSY | Outcome.GAVE_UP:
            return _later(outcome, reason, status, translate)
        case Outcome.TURNED_DOWN | Outcome.REFUSED:
            return _refused(outcome, reason, status, translate)
        case Outcome.NO_PICTURE:
            return _blocked(reason, translate)
        case Outcome.PICTURE:
            return translate("errors", "The picture is saved."), ""
        case Outcome.UNUSABLE_PICTURE:
            return (
                translate("errors", "What came is no picture that can be shown safely. Its bytes are kept."),
                translate("errors", "Check the gateway's account log, then send it again if you wish."),
            )
        case Outcome.LOST | Outcome.ERROR_IN_SUCCESS:
            return (
                _unknown("error_in_success" if outcome is Outcome.ERROR_IN_SUCCESS else reason, translate),
                translate("errors", "Check the gateway's account log before you send it again."),
            )
        case Outcome.CANCELLED_BEFORE_SENDING | Outcome.CANCELLED_AFTER_SENDING | Outcome.LEFT_IN_FLIGHT:
            return _left(outcome, translate)
    assert_never(outcome)


def _later(outcome: Outcome, reason: str, status: int | None, translate: Translate) -> tuple[str, str]:
    by_itself = translate("errors", "It is sent again by itself.")
    match outcome:
        case Outcome.NOT_SENT:
            return _not_sent(reason, translate), by_itself
        case Outcome.BUSY:
            return _busy(status, translate), by_itself
        case _:
            return (
                translate("errors", "The gateway could not be reached or was busy at every try."),
                translate("errors", "Send it again later, or choose another group."),
            )


def _not_sent(reason: str, translate: Translate) -> str:
    match reason:
        case "lookup":
            return translate("errors", "The gateway's address was not found. Is the network there?")
        case "tls":
            return translate("errors", "The gateway's identity could not be proved, so no key was sent.")
        case "proxy":
            return translate("errors", "The proxy did not let the call through.")
        case "address":
            return translate("errors", "The gateway's address can't be used.")
        case _:
            return translate("errors", "The gateway could not be reached.")


def _busy(status: int | None, translate: Translate) -> str:
    if status is None:
        return translate("errors", "The gateway is busy.")
    return translate("errors", "The gateway is busy (status {status}).").format(status=status)


def _refused(outcome: Outcome, reason: str, status: int | None, translate: Translate) -> tuple[str, str]:
    match reason:
        case "redirect":
            return (
                translate("errors", "The gateway sent the call on to another address. It was not followed."),
                translate("errors", "Set the gateway's new address in Settings, if you trust it."),
            )
        case "signature":
            return _signature(translate)
        case "insufficient_user_quota" | "pre_consume_token_quota_failed":
            return (
                translate("errors", "The account or the key has no money left."),
                translate("errors", "Top it up at the gateway, or use another key."),
            )
        case "sensitive_words_detected":
            return (
                translate("errors", "The gateway's word filter stopped the prompt."),
                translate("errors", "Change the prompt."),
            )
        case "invalid_request":
            return (
                translate("errors", "The gateway can't use this request."),
                translate("errors", "Change the prompt, the size or the references."),
            )
        case _ if outcome is Outcome.TURNED_DOWN:
            return (
                translate("errors", "The gateway turned the call down."),
                translate("errors", "Check the account's balance and the key's quota at the gateway."),
            )
        case _:
            return _refused_status(status, reason, translate)


def _refused_status(status: int | None, reason: str, translate: Translate) -> tuple[str, str]:
    match status:
        case 401:
            return (
                translate("errors", "The gateway doesn't accept this key."),
                translate("errors", "Check the key in Settings."),
            )
        case 403:
            return (
                translate("errors", "This key may not use this model or group."),
                translate("errors", "Choose another group, or allow it at the gateway."),
            )
        case 404:
            return (
                translate("errors", "The gateway doesn't know this model."),
                translate("errors", "Check the model's route and the gateway's address in Settings."),
            )
        case 413:
            return (
                translate("errors", "The request is too large for the gateway."),
                translate("errors", "Send fewer or smaller pictures, or a conversation's picture afresh."),
            )
        case _:
            what = translate("errors", "The gateway refused the call ({reason}).").format(
                reason=reason or "?"
            )
            return what, translate("errors", "Change the prompt, the size, the references or the group.")


def _unknown(reason: str, translate: Translate) -> str:
    match reason:
        case "timeout":
            return translate("errors", "No answer came in time. What became of the call isn't known.")
        case "cut":
            return translate("errors", "The connection broke before the picture was whole.")
        case "html":
            return translate("errors", "A web page came in place of an answer.")
        case "too_large":
            return translate("errors", "The answer was larger than 256 MB and was cut off.")
        case "garbled":
            return translate("errors", "The answer can't be read.")
        case "error_in_success":
            return translate("errors", "The gateway answered with an error in place of a picture.")
        case "":
            return translate("errors", "What became of the call isn't known.")
        case _:
            what = translate("errors", "The gateway failed ({reason}). What became of the call isn't known.")
            return what.replace("{reason}", reason)


def _blocked(reason: str, translate: Translate) -> tuple[str, str]:
    match reason.removeprefix("IMAGE_"):
        case "OTHER":
            return (
                translate("errors", "Blocked without a reason. No picture came back."),
                translate("errors", "One reference is often the cause: try without it, or as a JPEG."),
            )
        case "" | "STOP" | "NO_IMAGE":
            return (
                translate("errors", "The model answered without a picture."),
                translate("errors", "Read what it wrote, change the prompt, then send it again."),
            )
        case "MISSING_THOUGHT_SIGNATURE":
            return _signature(translate)
        case known:
            step = translate("errors", "Change the prompt or the references, then send it again.")
            return _blocked_because(known, translate).replace("{reason}", reason), step


def _signature(translate: Translate) -> tuple[str, str]:
    return (
        translate("errors", "The model doesn't take this conversation's signatures (any more)."),
        translate("errors", "Send the picture afresh: that needs none."),
    )


def _blocked_because(reason: str, translate: Translate) -> str:
    match reason:
        case "SAFETY":
            return translate("errors", "Blocked for safety. No picture came back.")
        case "PROHIBITED_CONTENT" | "BLOCKLIST":
            return translate("errors", "Blocked because of its content. No picture came back.")
        case "RECITATION":
            return translate("errors", "Blocked as too close to an existing work. No picture came back.")
        case "SPII":
            return translate("errors", "Blocked because of personal details. No picture came back.")
        case "JAILBREAK" | "MODEL_ARMOR":
            return translate("errors", "Blocked by the model's protection. No picture came back.")
        case "MAX_TOKENS":
            return translate("errors", "The model stopped before the picture was finished.")
        case _:
            return translate("errors", "No picture came back ({reason}).")


def _left(outcome: Outcome, translate: Translate) -> tuple[str, str]:
    match outcome:
        case Outcome.CANCELLED_BEFORE_SENDING:
            return translate("errors", "Cancelled before it was sent."), ""
        case Outcome.CANCELLED_AFTER_SENDING:
            return (
                translate("errors", "Cancelled after it was sent."),
                translate("errors", "If its picture still comes, it is saved."),
            )
        case _:
            return (
                translate("errors", "Proofroom closed before the answer came."),
                translate("errors", "Check the gateway's account log before you send it again."),
            )
