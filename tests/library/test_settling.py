"""A charge that became known is written, counted, taken back, and outlives the index."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.job import ErrorWords
from studio.domain.money import Money
from studio.domain.settlement import SettledBy, Settlement, Told
from studio.domain.spending import EVERYTHING, By, LedgerFilter
from studio.library import journal as journals
from studio.library.journal import SLACK
from studio.library.layout import LibraryFolder
from studio.library.steps import SettleCharges
from tests.library.scenes import (
    GATEWAY,
    GROUP,
    PRICE,
    START,
    Clock,
    begin,
    generate,
    library_in,
    order,
    picture,
    receive,
    reply_with,
)

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Attempt
    from studio.library.library import Library

CHARGED = Settlement(Charge.CHARGED, SettledBy.HAND, START)
FREE = Settlement(Charge.NOT_CHARGED, SettledBy.HAND, START)
BACK = Settlement(Charge.UNKNOWN, SettledBy.HAND, START)
TOLD = Settlement(Charge.CHARGED, SettledBy.LOG, START, Told(Decimal("0.2375"), "CNY"))


async def lose(library: Library, *, count: int = 1, name: str = "lost") -> list[str]:
    """So many calls whose outcome nobody knows; gives their attempts."""
    attempts: list[str] = []
    for job in await library.place(order(order_id=name, count=count)):
        begun = await begin(library, job)
        await library.end_attempt(
            begun.attempt.id,
            outcome=Outcome.LOST,
            error=None,
            request_id=f"req-{begun.attempt.id[:4]}",
            seconds=2,
        )
        attempts.append(begun.attempt.id)
    return attempts


async def one(library: Library, attempt: str) -> Attempt:
    (found,) = await library.attempts_of([attempt])
    return found


def lose_index(folder: Path) -> None:
    for path in (folder / ".proofroom").glob("library.sqlite*"):
        path.unlink()


async def check_sums(library: Library) -> None:
    """Whatever the sums are made of, they are those of the rows."""
    attempts = [entry.attempt for entry in await library.attempts(limit=999)]
    (sums,) = await library.ledger_sums(By.PROJECT, EVERYTHING)
    spent = await library.spent(START - timedelta(days=1), START + timedelta(days=99))
    for charge in (Charge.CHARGED, Charge.UNKNOWN):
        fen = sum(attempt.price.fen for attempt in attempts if attempt.charge is charge)
        assert getattr(sums, charge.value).fen == getattr(spent, charge.value).fen == fen


async def test_what_was_unknown_is_settled_otherwise_and_taken_back(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        (attempt,) = await lose(library)
        before = await one(library, attempt)
        assert before.can_be_settled
        for how in (CHARGED, FREE, TOLD):
            assert await library.curator.settle({attempt: how}) == (attempt,)
            now = await one(library, attempt)
            assert (now.charge, now.settlement, now.can_be_settled) == (how.charge, how, True)
            await check_sums(library)
            assert await library.curator.settle({attempt: how}) == ()
        await library.curator.settle({attempt: BACK})
        assert await one(library, attempt) == before
        assert await library.curator.settle({attempt: BACK}) == ()
        await check_sums(library)


async def test_what_the_log_told_counts_in_place_of_the_price(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        cheaper, dollars, same = await lose(library, count=3)
        await library.curator.settle(
            {
                cheaper: TOLD,
                dollars: Settlement(Charge.CHARGED, SettledBy.LOG, START, Told(Decimal("0.0357"), "USD")),
                same: Settlement(Charge.CHARGED, SettledBy.LOG, START, Told(Decimal("0.2475"), "CNY")),
            }
        )
        prices = [(await one(library, id_)).price for id_ in (cheaper, dollars, same)]
        assert prices == [Money.parse("0.24"), PRICE, PRICE]
        listed = [(await one(library, id_)).listed_price for id_ in (cheaper, dollars, same)]
        assert listed == [PRICE, None, None]
        await check_sums(library)
        # By hand it is the price again that it was sent at.
        await library.curator.settle({cheaper: FREE})
        assert (await one(library, cheaper)).price == PRICE


async def test_only_what_ended_unknown_can_be_settled(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        (saved,) = await generate(library)
        (job,) = await library.place(order(order_id="listens"))
        listening = await begin(library, job)
        await library.cancel(job.id)
        (attempt,) = await lose(library)
        ids = [saved.attempts[-1].id, listening.attempt.id, "nobody"]
        assert await library.curator.settle(dict.fromkeys(ids, FREE)) == ()
        assert await library.curator.settle(dict.fromkeys([*ids, attempt], FREE)) == (attempt,)
        charges = [(await one(library, id_)).charge for id_ in ids[:2]]
        assert charges == [Charge.CHARGED, Charge.UNKNOWN]
        # What still came is charged, whatever was said before.
        await receive(library, listening, picture())
        await library.keep(listening.attempt.id, reply_with(False), seconds=9)
        assert (await one(library, listening.attempt.id)).charge is Charge.CHARGED


async def test_it_outlives_a_lost_index_and_a_journal_written_anew(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock, thumbnails=False) as library:
        await generate(library)
        told, free, back, unknown = await lose(library, count=4)
        await library.curator.settle({told: FREE, free: CHARGED, back: CHARGED})
        await library.curator.settle({told: TOLD, free: FREE, back: BACK})
        # The folders of calls that cost nothing are tidied away; those of settled ones stay.
        await library.recover()
    expected = {told: TOLD, free: FREE, back: None, unknown: None}
    for seed in "23":
        lose_index(tmp_path)
        async with library_in(tmp_path, now=clock, seed=seed, thumbnails=False) as library:
            await library.recover()
            listed = [entry.attempt.id for entry in await library.attempts(limit=4)]
            assert listed[::-1] == list(expected)
            found = {id_: (await one(library, id_)).settlement for id_ in expected}
            assert found == expected
            assert (await one(library, told)).price == Money.parse("0.24")
            await check_sums(library)
            # The second time from a journal that was written anew.
            with LibraryFolder(tmp_path).journal.open("ab") as file:
                file.write(bytes(2 * SLACK))
            await library.curator.tidy_journal()
            steps = journals.read(LibraryFolder(tmp_path).journal)
            (said,) = (step for step in steps if isinstance(step, SettleCharges))
            assert dict(said.settled) == {told: TOLD, free: FREE}


async def test_writing_the_index_anew_changes_nothing(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library)
        first, second = await lose(library, count=2)
        await library.curator.settle({first: TOLD, second: FREE})
        before = await library.attempts(limit=9)
        assert await library.rebuild() == 1
        assert await library.attempts(limit=9) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"0.2375"', '"NaN"'),
        ('"CNY"', '"C NY"'),
        ('"charged"', '"reserved"'),
        ('Z"', '"'),
        ('"log"', '"hearsay"'),
    ],
)
async def test_a_damaged_line_settles_nothing(tmp_path: Path, old: str, new: str) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        (attempt,) = await lose(library)
        await library.curator.settle({attempt: TOLD})
    journal = LibraryFolder(tmp_path).journal
    text = journal.read_text("utf-8")
    assert old in text
    journal.write_text(text.replace(old, new), "utf-8")
    lose_index(tmp_path)
    async with library_in(tmp_path, seed="2", thumbnails=False) as library:
        await library.recover()
        assert (await one(library, attempt)).charge is Charge.UNKNOWN


async def test_what_is_in_question_is_added_up_as_it_is_shown(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        await generate(library)
        first, *_ = await lose(library, count=3)
        (job,) = await library.place(order(order_id="listens"))
        await begin(library, job)
        await library.cancel(job.id)
        found = await library.in_question(EVERYTHING)
        assert (found.calls, found.price, found.calls_at) == (3, PRICE * 3, {GATEWAY: 3})
        assert await library.groups_in_question(GATEWAY) == (GROUP,)
        assert await library.groups_in_question("https://elsewhere.example") == ()
        assert (await library.in_question(LedgerFilter(group="another"))).calls == 0
        await library.curator.settle({first: CHARGED})
        found = await library.in_question(EVERYTHING)
        assert (found.calls, found.for_nothing) == (2, 1)
        calls = await library.calls_of(GATEWAY, [GROUP], since=START)
        assert [call.asks for call in calls] == [False, False, True, True, False]
        assert [call.ended is None for call in calls] == [False, False, False, False, True]
        assert {call.price for call in calls} == {PRICE}
        assert await library.calls_of(GATEWAY, [GROUP], since=START + timedelta(days=1)) == ()


@pytest.mark.parametrize(
    ("outcome", "status", "answered"),
    [
        (Outcome.LOST, 200, True),
        (Outcome.LOST, 504, False),
        (Outcome.LOST, None, False),
        (Outcome.NO_PICTURE, None, True),
        (Outcome.UNUSABLE_PICTURE, None, True),
        (Outcome.CANCELLED_AFTER_SENDING, None, False),
    ],
)
async def test_whose_request_id_it_is_shows_in_how_the_call_ended(
    tmp_path: Path, outcome: Outcome, status: int | None, answered: bool
) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        error = ErrorWords("outcome_unknown", status=status)
        await library.end_attempt(
            begun.attempt.id, outcome=outcome, error=error, request_id="req-1", seconds=1
        )
        (call,) = await library.calls_of(GATEWAY, [GROUP], since=START)
        assert (call.answered, call.request_id, call.asks) == (answered, "req-1", True)


async def test_settled_calls_stand_against_others_but_those_surely_not_charged_dont(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        (job,) = await library.place(order(order_id="refused"))
        begun = await begin(library, job)
        await library.end_attempt(begun.attempt.id, outcome=Outcome.REFUSED, error=None, seconds=1)
        cheaper, free = await lose(library, count=2)
        await library.curator.settle({cheaper: TOLD, free: FREE})
        calls = await library.calls_of(GATEWAY, [GROUP], since=START)
        assert [(call.attempt, call.price, call.asks) for call in calls] == [
            (cheaper, PRICE, False),
            (free, PRICE, False),
        ]
