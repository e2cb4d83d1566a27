"""What the buttons of a job's card do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.recipe import Sending
from studio.viewmodels.job_card import Step

if TYPE_CHECKING:
    from studio.domain.money import Money
    from studio.engine.studio import Studio

CLOSING = frozenset({Step.CLOSE, Step.SEND_AGAIN, Step.SEND_AFRESH})
"""The steps after which the card is gone."""


async def take_step(studio: Studio, job_id: str, step: Step, again: Money | None) -> None:
    """`again` is the price that stood on the button of a step that sends it once more."""
    match step:
        case Step.CANCEL | Step.DISCARD:
            await studio.cancel(job_id)
        case Step.RUN:
            await studio.run((job_id,))
        case Step.SEND_NOW:
            await studio.send_now(job_id)
        case Step.CLOSE:
            await studio.dismiss(job_id)
        case Step.SEND_AGAIN if again is not None:
            await studio.send_again(job_id, price=again)
        case Step.SEND_AFRESH if again is not None:
            await studio.send_again(job_id, price=again, sending=Sending.AFRESH)
        case _:
            pass
