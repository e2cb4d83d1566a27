"""Where a picture is asked for next when a group surely didn't bring it, and at what price."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from studio.domain.charge import VERDICTS, Charge, Failure, Outcome
from studio.domain.next_group import MoveOn, Step

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from studio.domain.catalog import Model
    from studio.domain.errors import GatewayError
    from studio.domain.geometry import Resolution
    from studio.domain.money import Money


_OF_THE_GROUP: dict[int, MoveOn] = {
    HTTPStatus.UNAUTHORIZED: MoveOn.REFUSED,
    HTTPStatus.FORBIDDEN: MoveOn.REFUSED,
    HTTPStatus.NOT_FOUND: MoveOn.REFUSED,
    HTTPStatus.PAYMENT_REQUIRED: MoveOn.QUOTA,
    HTTPStatus.TOO_MANY_REQUESTS: MoveOn.BUSY,
}
"""The refusals that are a key's, a group's or a route's; all others are of what was sent, anywhere."""


def steps(
    order: Iterable[str],
    *,
    first: str,
    model: Model,
    resolution: Resolution,
    with_key: AbstractSet[str],
    ceiling: Money | None = None,
) -> tuple[Step, ...]:
    """What `first` may move on to, in the person's order: groups with a key and a price up to the ceiling."""
    found: list[Step] = []
    for name in dict.fromkeys(order):
        group = model.group(name)
        price = group.price(resolution) if group else None
        if name == first or name not in with_key or price is None:
            continue
        if ceiling is None or price <= ceiling:
            found.append(Step(name, price))
    return tuple(found)


def moves_on(error: GatewayError) -> MoveOn | None:
    """What kind of refusal this is; None where another group would refuse it too, or it may have been
    charged: after that nothing is ever sent again by itself.
    """
    if VERDICTS[error.outcome].charge is not Charge.NOT_CHARGED:
        return None
    match error.outcome:
        case Outcome.NOT_SENT:
            return MoveOn.UNREACHABLE
        case Outcome.BUSY | Outcome.GAVE_UP:
            return MoveOn.BUSY
        case Outcome.TURNED_DOWN:
            return MoveOn.QUOTA if _said(error).about_money else None
        case Outcome.REFUSED:
            return None if _said(error).about_signature else _OF_THE_GROUP.get(_true_status(error))
        case _:
            return None


def _said(error: GatewayError) -> Failure:
    return Failure(error.status or 0, code=error.reason, message=error.message)


def _true_status(error: GatewayError) -> int:
    """Within a success the error's own code is the status."""
    if error.status == HTTPStatus.OK and error.reason.isdecimal():
        return int(error.reason)
    return error.status or 0
