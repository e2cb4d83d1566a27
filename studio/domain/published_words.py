"""The words for what a gateway doesn't publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.published import Offer, WhyNotPublished

if TYPE_CHECKING:
    from studio.domain.errors import NotPublished
    from studio.domain.outcome_words import Translate


def describe_unpublished(error: NotPublished, translate: Translate) -> tuple[str, str]:
    """What is missing and why, and what to do instead."""
    what = _why(error.why, translate).replace("{what}", _what(error.offer, translate))
    return what, _instead(error, translate)


def _what(offer: Offer, translate: Translate) -> str:
    match offer:
        case Offer.PRICES:
            return translate("published", "prices")
        case Offer.FIGURES:
            return translate("published", "latency, throughput and uptime")
        case Offer.BALANCE:
            return translate("published", "balance")
        case Offer.LOG:
            return translate("published", "log of calls")


def _why(why: WhyNotPublished, translate: Translate) -> str:
    match why:
        case WhyNotPublished.NOT_OFFERED:
            return translate("published", "Not offered here: {what}.")
        case WhyNotPublished.NEEDS_LOGIN:
            return translate("published", "Shown after a login on its page only: {what}.")
        case WhyNotPublished.TOO_OFTEN:
            return translate("published", "The gateway was asked too often for now: {what}.")
        case WhyNotPublished.UNREACHABLE:
            return translate("published", "The gateway could not be reached: {what}.")
        case WhyNotPublished.UNREADABLE:
            return translate("published", "The gateway's answer can't be read: {what}.")
        case WhyNotPublished.KEY_REFUSED:
            return translate("published", "The gateway doesn't take this key: {what}.")
        case WhyNotPublished.OTHER_MODEL:
            return translate("published", "The gateway doesn't list this model: {what}.")
        case _:
            return _why_no_price(why, translate)


def _why_no_price(why: WhyNotPublished, translate: Translate) -> str:
    match why:
        case WhyNotPublished.OTHER_CURRENCY:
            return translate("published", "The gateway's prices are in another currency than ¥.")
        case WhyNotPublished.NOT_PER_CALL:
            return translate("published", "The gateway's price for this model is not per call.")
        case WhyNotPublished.BY_FORMULA:
            return translate("published", "The gateway's price for this model is a formula.")
        case WhyNotPublished.ONE_PRICE:
            return translate(
                "published", "The gateway publishes one price for all sizes, but its sizes differ in price."
            )
        case _:
            return translate("published", "A price that the gateway publishes can't be one.")


def _instead(error: NotPublished, translate: Translate) -> str:
    if error.why is WhyNotPublished.TOO_OFTEN:
        return translate("published", "Try again in 20 minutes.")
    if error.why is WhyNotPublished.UNREACHABLE:
        return translate("published", "Try again later.")
    match error.offer:
        case Offer.PRICES | Offer.FIGURES:
            return translate("published", "Paste the text of the model's page instead.")
        case Offer.BALANCE | Offer.LOG:
            return translate("published", "Look at your account on the gateway's own page.")
