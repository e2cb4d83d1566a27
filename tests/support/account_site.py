"""A gateway of the new-api kind that makes pictures, or fails to, and keeps a log of it (wire.md 9)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.support.account_pages import LOG, STATUS, by_path, log, logged, status
from tests.support.scripted_gateway import Answer, Line, Received, cut_answer

if TYPE_CHECKING:
    from studio.domain.job import Job

CUT = cut_answer(b'{"candidates": [', after=9)
"""Ends in the middle: nobody knows what it cost."""


def units(yuan: float) -> int:
    """An amount of money as the site counts it."""
    return round(yuan / 7 * 500000)


@dataclass
class AccountSite:
    """`then` is what becomes of calls, `entries` what stands in the log, `asked` the paths of all calls.

    With a `charge` every call is written down as it comes: for this amount, in this group.
    """

    then: Answer = CUT
    entries: list[Mapping[str, object]] = field(default_factory=list[Mapping[str, object]])
    asked: list[str] = field(default_factory=list[str])
    pages: dict[str, Answer] = field(default_factory=dict[str, Answer])
    has_log: bool = True
    charge: tuple[float, str] | None = None

    async def __call__(self, request: Received, line: Line) -> None:
        path = request.target.partition("?")[0]
        self.asked.append(path)
        if request.method == "POST":
            if self.charge is not None:
                amount, group = self.charge
                entry = logged(
                    created_at=int(time.time()), quota=units(amount), group=group, use_time=0, request_id=""
                )
                self.entries.append(entry)
            await self.then(request, line)
            return
        pages = {STATUS: status()} | ({LOG: log(*self.entries)} if self.has_log else {}) | self.pages
        await by_path(pages)(request, line)

    def write(self, job: Job, *, yuan: float, **changed: object) -> None:
        """An entry as the last call of this job leaves one."""
        call = job.attempts[-1]
        assert call.ended is not None
        entry = logged(
            created_at=round(call.ended.timestamp()),
            model_name=job.order.model,
            group=call.group,
            quota=units(yuan),
            use_time=round((call.ended - call.started).total_seconds()),
            request_id="",
        )
        self.entries.append({**entry, **changed})
