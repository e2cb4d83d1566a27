"""Unknown charges are settled from the window: what is offered, what is said, what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.errors import NotPublished
from studio.domain.geometry import Resolution
from studio.domain.job import JobState
from studio.domain.keys import Secret
from studio.domain.money import ZERO, Money
from studio.domain.published import Offer, WhyNotPublished
from studio.domain.recipe import Recipe
from studio.domain.settlement import SettledBy, Settlement, Told
from studio.engine.settling import LogRead
from studio.engine.studio import OrderRequest
from studio.library.settling import InQuestion
from studio.settings import Settings
from studio.viewmodels.detail_rows import job_rows
from studio.viewmodels.job_card import Moment, Step, card
from studio.viewmodels.jobs import JobsViewModel
from studio.viewmodels.ledger_choice import WHOLE
from studio.viewmodels.ledger_state import LedgerState
from studio.viewmodels.notices import Kind
from studio.viewmodels.own_evidence import OwnEvidence
from studio.viewmodels.settle_offer import SettleStep, settle_offer, step_words
from studio.viewmodels.settling import SettlingState, SettlingViewModel
from studio.viewmodels.settling_words import done_words, read_words
from tests.domain.making import NOON, attempt, job
from tests.support.account_pages import LOG
from tests.support.account_site import AccountSite
from tests.support.ledger import Ledger, ledger
from tests.support.scripted_gateway import ScriptedGateway
from tests.support.window import run_in_window, surroundings, until

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from studio.domain.job import Attempt

GROUP = "官KEY-3.5折"
PRICE = Money.parse("0.16")
HERE, ELSEWHERE = "https://here.example", "https://elsewhere.example"
STEPS = SettleStep


@dataclass
class Desk:
    """A window's ledger over a gateway whose calls break off."""

    made: Ledger
    site: AccountSite
    jobs: JobsViewModel

    @property
    def settling(self) -> SettlingViewModel:
        return self.made.settling

    @property
    def said(self) -> list[str]:
        return [notice.words for notice in self.made.around.said]

    async def lose(self, count: int = 1) -> list[Attempt]:
        """So many calls whose outcome nobody knows, newest first."""
        around = self.made.around
        await around.session.store_key(GROUP, Secret("sk-story"))
        request = OrderRequest(Recipe("a cat", resolution=Resolution.ONE_K), GROUP, count, PRICE)
        await around.bridge.ask(lambda studio: studio.place(request))
        await around.bridge.ask(lambda studio: studio.wait_idle())
        return await self.attempts()

    async def attempts(self) -> list[Attempt]:
        entries = await self.made.around.bridge.ask(lambda studio: studio.library.attempts(limit=99))
        return [entry.attempt for entry in entries]

    async def choose(self, *rows: int) -> None:
        """Open the ledger, and select these rows."""
        self.made.model.open()
        await self.made.settled()
        self.settling.choose([self.made.model.rows.keys[at] for at in rows])
        await until(lambda: len(self.settling.state.chosen) == len(rows))


@pytest.fixture
def tell(qapp: QApplication, tmp_path: Path) -> Callable[[Callable[[Desk], Coroutine[Any, Any, None]]], None]:
    @asynccontextmanager
    async def desk() -> AsyncGenerator[Desk]:
        site = AccountSite()
        async with ScriptedGateway(site) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            made = ledger(around)
            jobs = JobsViewModel(
                bridge=around.bridge,
                session=around.session,
                settling=made.settling,
                tasks=around.tasks,
                monotonic=lambda: 0.0,
            )
            async with around.engine():
                await jobs.begin()
                yield Desk(made, site, jobs)

    def run(story: Callable[[Desk], Coroutine[Any, Any, None]]) -> None:
        async def with_desk() -> None:
            async with desk() as at:
                await story(at)

        run_in_window(qapp, with_desk())

    return run


Tell = Callable[[Callable[[Desk], Coroutine[Any, Any, None]]], None]


def test_several_rows_are_settled_at_once_and_that_is_undone(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await desk.lose(3)
        await desk.choose(0, 2)
        desk.settling.settle(Charge.NOT_CHARGED)
        await until(lambda: desk.said)
        assert desk.said == ["2 calls settled: not charged."]
        charges = [attempt.charge for attempt in await desk.attempts()]
        assert charges == [Charge.NOT_CHARGED, Charge.UNKNOWN, Charge.NOT_CHARGED]
        # What is chosen follows, and the sums do.
        await until(lambda: not desk.settling.state.changes(Charge.NOT_CHARGED))
        found = desk.made.model
        await until(lambda: found.state.in_question and found.state.in_question.calls == 1)
        (undo,) = desk.made.around.said[0].actions
        undo.act()
        await until(lambda: found.state.in_question and found.state.in_question.calls == 3)
        assert {attempt.charge for attempt in await desk.attempts()} == {Charge.UNKNOWN}

    tell(story)


def test_settling_otherwise_and_unknown_again(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        await desk.lose()
        await desk.choose(0)
        desk.settling.settle(Charge.CHARGED)
        await until(lambda: desk.settling.state.changes(Charge.UNKNOWN))
        desk.settling.settle(Charge.UNKNOWN)
        await until(lambda: len(desk.said) == 2)
        assert desk.said[1] == "1 call is unknown again, and counts as spent."
        # Nothing to undo: it wasn't unknown before.
        assert desk.made.around.said[1].actions == ()
        assert (await desk.attempts())[0].charge is Charge.UNKNOWN

    tell(story)


def test_the_card_asks_the_log_and_follows_what_it_says(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.site.charge = (0.164, GROUP)
        (lost,) = await desk.lose()

        def step() -> bool:
            shown = desk.jobs.card(lost.job)
            return shown is not None and Step.ASK_LOG in {one.step for one in shown.steps}

        await until(step)
        desk.jobs.act(lost.job, Step.ASK_LOG)
        # Once at a time: meanwhile it isn't offered.
        assert not step()
        await until(lambda: desk.said)
        assert desk.said == ["The gateway's log says: 1 charged, 0 not charged."]
        shown = desk.jobs.card(lost.job)
        assert shown is not None
        assert shown.cost == "It cost ¥0.16: the gateway's log has its charge."
        assert not step()
        assert desk.site.asked.count(LOG) == 1

    tell(story)


def test_where_there_is_no_log_nobody_offers_it_any_more(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        desk.site.has_log = False
        (lost,) = await desk.lose()
        gateway = lost.gateway
        await until(lambda: desk.settling.state.has_log(gateway))
        desk.settling.ask_log()
        desk.settling.ask_log()
        assert desk.settling.state.is_asking
        await until(lambda: desk.said)
        assert desk.said == [
            "Not offered here: log of calls. 1 call stays unknown: settle it by hand in the ledger."
        ]
        assert desk.made.around.said[0].kind is Kind.WARNING
        assert not desk.settling.state.has_log(gateway)
        shown = desk.jobs.card(lost.job)
        assert shown is not None
        assert Step.ASK_LOG not in {one.step for one in shown.steps}
        assert desk.site.asked.count(LOG) == 1

    tell(story)


def test_what_is_settled_is_new_evidence(tell: Tell) -> None:
    async def story(desk: Desk) -> None:
        (lost,) = await desk.lose()
        await desk.choose(0)
        around = desk.made.around
        # Without a card nothing else is heard of it.
        await around.bridge.ask(lambda studio: studio.dismiss(lost.job))
        await until(lambda: desk.jobs.rests)
        evidence = OwnEvidence(
            session=around.session, bridge=around.bridge, tasks=around.tasks, now=lambda: datetime.now(UTC)
        )
        before = (await evidence.read())[GROUP]
        assert (before.charged, before.unknown) == (ZERO, PRICE)
        desk.settling.settle(Charge.CHARGED)
        await until(lambda: evidence.held and evidence.held[GROUP].charged == PRICE)

    tell(story)


# What the line over the rows offers


def in_question(*, here: int = 0, elsewhere: int = 0) -> LedgerState:
    calls = {gateway: count for gateway, count in ((HERE, here), (ELSEWHERE, elsewhere)) if count}
    return LedgerState(in_question=InQuestion(PRICE * (here + elsewhere), calls))


def offered(found: LedgerState, settling: SettlingState) -> tuple[str, str, tuple[SettleStep, ...]]:
    offer = settle_offer(found, settling)
    return offer.words, offer.hint, offer.steps


ASKABLE = SettlingState(HERE)
NOT_OFFERED = SettlingState(HERE, WhyNotPublished.NOT_OFFERED)


def test_nothing_in_question_nothing_is_said(qapp: QApplication) -> None:
    del qapp
    assert offered(LedgerState(), ASKABLE) == ("", "", ())
    assert offered(in_question(), ASKABLE) == ("", "", ())


def test_the_log_is_offered_where_it_may_answer(qapp: QApplication) -> None:
    del qapp
    words = "2 calls, ¥0.32, may have been charged"
    assert offered(in_question(here=2), ASKABLE) == (words, "", (STEPS.ASK_LOG, STEPS.SHOW))
    assert offered(in_question(elsewhere=2), ASKABLE) == (words, "", (STEPS.SHOW, STEPS.CLAIM))
    no_log = "This gateway offers no log of calls."
    assert offered(in_question(here=2), NOT_OFFERED) == (words, no_log, (STEPS.SHOW, STEPS.CLAIM))
    assert settle_offer(in_question(here=1), ASKABLE).words == "1 call, ¥0.16, may have been charged"


def test_where_only_those_are_shown_it_says_how_they_are_settled(qapp: QApplication) -> None:
    del qapp
    shown = replace(in_question(here=2), choice=replace(WHOLE, charge=Charge.UNKNOWN))
    _, hint, steps = offered(shown, ASKABLE)
    assert (hint, steps) == ("Select rows to settle them by hand.", (STEPS.ASK_LOG,))


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (LogRead(), "No call is in question at this gateway."),
        (LogRead(charged=2, not_charged=1), "The gateway's log says: 2 charged, 1 not charged."),
        (
            LogRead(charged=1, unknown=2),
            "The gateway's log says: 1 charged, 0 not charged. 2 calls stay unknown.",
        ),
        (LogRead(unknown=1), "The gateway's log proves nothing of 1 call: it stays unknown."),
        (LogRead(unknown=3), "The gateway's log proves nothing of 3 calls: they stay unknown."),
        (
            LogRead(unknown=1, keyless=("特价", GROUP)),
            f"There is no key to ask with for 特价, {GROUP}. 1 call stays unknown.",
        ),
        (
            LogRead(unknown=1, missing=(NotPublished(Offer.LOG, WhyNotPublished.TOO_OFTEN),) * 2),
            (
                "The gateway was asked too often for now: log of calls. "
                "1 call stays unknown: settle it by hand in the ledger."
            ),
        ),
    ],
)
def test_what_came_of_asking_is_said_in_a_sentence(qapp: QApplication, read: LogRead, words: str) -> None:
    del qapp
    assert read_words(read) == words


def test_details_say_what_a_settled_call_cost_and_who_says_so(qapp: QApplication) -> None:
    del qapp

    def cost(last: Attempt) -> str:
        made = job(JobState.UNKNOWN, last)
        return next(row.value for row in job_rows(made, card(made, Moment())) if row.id == "cost")

    lost = replace(attempt(JobState.UNKNOWN, Charge.UNKNOWN), outcome=Outcome.LOST)
    assert cost(lost) == "¥0.25 · Unknown charge"
    by_hand = Settlement(Charge.CHARGED, SettledBy.HAND, NOON)
    settled = replace(lost, charge=Charge.CHARGED, settlement=by_hand)
    assert cost(settled) == "¥0.25 · Charged · settled by hand on 22 Nov 2026"
    told = replace(by_hand, by=SettledBy.LOG, told=Told(Decimal("0.2375"), "CNY"))
    settled = replace(settled, settlement=told, price=Money.parse("0.24"), listed_price=lost.price)
    assert cost(settled) == (
        "¥0.24 · Charged · settled by the gateway's log on 22 Nov 2026 · "
        "The gateway says ¥0.2375, its price was ¥0.25"
    )


def test_every_step_and_every_deed_has_words(qapp: QApplication) -> None:
    del qapp
    assert len({step_words(step) for step in SettleStep}) == len(SettleStep)
    charges = (Charge.CHARGED, Charge.NOT_CHARGED, Charge.UNKNOWN)
    assert len({done_words(count, charge) for count in (1, 2) for charge in charges}) == 6
