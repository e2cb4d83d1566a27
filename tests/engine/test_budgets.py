"""No order is accepted that might cost more than is left of a budget, whatever happens around it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from studio.domain.budget import BudgetKind, Budgets
from studio.domain.budget_errors import OverBudget
from studio.domain.deed import Deed, DeedKind
from studio.domain.job import JobState
from studio.domain.money import Money
from studio.domain.next_group import MoveOn, Step
from studio.domain.project_errors import UnknownProject
from studio.domain.recipe import Recipe
from studio.engine.days import limits_at
from studio.library.library import Library
from studio.settings import Settings
from tests.engine.test_crashes import dies, next_start
from tests.engine.test_days import SHANGHAI, Zone, at
from tests.engine.workshop import (
    GOOD,
    GROUP,
    NOTHING,
    PRICE,
    SLOW_GROUP,
    Told,
    Workshop,
    catalog,
    generate,
    until,
    wish,
)
from tests.support.scripted_gateway import Answer, ScriptedGateway, json_answer, silent_answer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from studio.engine.studio import Studio

CHEAP = Money.parse("0.12")
REFUSED = json_answer({"error": {"message": "no", "code": "invalid_api_key"}}, status=401)
NO_PICTURE = json_answer({"candidates": [{"finishReason": "IMAGE_SAFETY"}]})
BAD_GATEWAY = json_answer({}, status=502)


def day(amount: str) -> Budgets:
    return Budgets(day=Money.parse(amount))


async def used(studio: Studio, kind: BudgetKind = BudgetKind.DAY) -> Money:
    return next(one.used for one in await studio.standings() if one.kind is kind)


@asynccontextmanager
async def limited(
    folder: Path, *script: Answer, budgets: Budgets, parallel: int = 4
) -> AsyncGenerator[tuple[Studio, ScriptedGateway]]:
    """A Studio with these budgets that speaks to a gateway with this script."""
    async with AsyncExitStack() as stack:
        gateway = await stack.enter_async_context(ScriptedGateway(*script))
        workshop = Workshop(folder, gateway.address, budgets=budgets, parallel=parallel)
        yield await stack.enter_async_context(workshop.open()), gateway


# What counts


async def test_an_order_that_does_not_fit_writes_and_sends_nothing(tmp_path: Path) -> None:
    async with limited(tmp_path, GOOD, budgets=day("0.60")) as (studio, gateway):
        await generate(studio)
        with pytest.raises(OverBudget) as stopped:
            await studio.place(wish(count=2))
        over = stopped.value
        assert (over.standing.kind, over.standing.used, over.wanted) == (BudgetKind.DAY, PRICE, PRICE * 2)
        assert len(await studio.library.jobs(ended=True)) == 1
        await generate(studio)
        assert await used(studio) == PRICE * 2
        assert len(gateway.received) == 2


@pytest.mark.parametrize(
    ("answer", "counts"),
    [(GOOD, True), (NO_PICTURE, True), (BAD_GATEWAY, True), (REFUSED, False)],
)
async def test_money_is_released_only_on_proof_that_nothing_was_charged(
    tmp_path: Path, answer: Answer, counts: bool
) -> None:
    async with ScriptedGateway(answer) as gateway:
        workshop = Workshop(tmp_path, gateway.address, budgets=Budgets(day=PRICE, month=PRICE))
        async with workshop.open() as studio:
            await generate(studio)
            assert (
                await used(studio) == await used(studio, BudgetKind.MONTH) == (PRICE if counts else NOTHING)
            )
            if counts:
                with pytest.raises(OverBudget):
                    await studio.place(wish())
            else:
                await generate(studio)


async def test_what_waits_for_a_repeat_stays_reserved(tmp_path: Path) -> None:
    busy, go = json_answer({"error": {"message": "busy"}}, status=503), asyncio.Event()
    async with limited(tmp_path, busy, silent_answer(go, GOOD), budgets=Budgets(day=PRICE)) as (
        studio,
        gateway,
    ):
        await studio.place(wish())
        await until(lambda: len(gateway.received) == 2)
        with pytest.raises(OverBudget):
            await studio.place(wish(group=SLOW_GROUP))
        go.set()
        await studio.wait_idle()
        assert await used(studio) == PRICE


async def test_cancelling_frees_what_was_not_sent_and_nothing_else(tmp_path: Path) -> None:
    async with ScriptedGateway(silent_answer(asyncio.Event(), GOOD)) as gateway:
        workshop = Workshop(tmp_path, gateway.address, budgets=Budgets(day=PRICE * 2), parallel=1)
        async with workshop.open() as studio:
            sent, queued = await studio.place(wish(count=2))
            await until(lambda: gateway.received)
            await studio.cancel(queued.id)
            assert await used(studio) == PRICE
            await studio.cancel(sent.id)
            assert await used(studio) == PRICE
            with pytest.raises(OverBudget):
                await studio.place(wish(count=2))


async def test_what_an_order_may_move_on_to_is_reserved_at_its_dearest(tmp_path: Path) -> None:
    async with limited(tmp_path, silent_answer(asyncio.Event(), GOOD), budgets=day("0.30")) as (studio, _):
        dearer = replace(
            wish(group=SLOW_GROUP),
            fallback=(Step(GROUP, PRICE),),
            moves_on=frozenset({MoveOn.BUSY}),
        )
        with pytest.raises(OverBudget):
            await studio.place(replace(dearer, count=2))
        await studio.place(dearer)
        assert await used(studio) == PRICE


async def test_the_demo_counts_nothing_and_is_never_stopped(tmp_path: Path) -> None:
    nothing = Money.from_fen(0)
    workshop = Workshop(tmp_path, "demo", budgets=Budgets(day=nothing, month=nothing))
    async with workshop.open() as studio:
        jobs = await studio.place(replace(wish(), group="Demo", price=nothing, count=2))
        await studio.wait_idle()
        states = {(await studio.library.job(job.id)).state for job in jobs}
        assert (states, await used(studio)) == ({JobState.SAVED}, nothing)


# Ways to order


async def test_a_chain_is_placed_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, budgets=day("1.00"))
        async with workshop.open() as studio:
            root = (await generate(studio)).versions[0]
            (last,) = (await generate(studio, wish(recipe=Recipe("more fog", parent=root)))).versions
            plan = await studio.replay_plan(last, group=SLOW_GROUP)
            await studio.choose(settings=replace(workshop.settings, budgets=day("0.73")), model=catalog())
            with pytest.raises(OverBudget) as stopped:
                await studio.replay(plan, price=plan.total)
            assert stopped.value.wanted == CHEAP * 2
            assert len(await studio.library.jobs(ended=True)) == 2
            await studio.choose(settings=replace(workshop.settings, budgets=day("0.74")), model=catalog())
            await studio.replay(plan, price=plan.total)
            await studio.wait_idle()
            assert await used(studio) == Money.parse("0.74")


async def test_sending_again_is_an_order_like_any_other(tmp_path: Path) -> None:
    async with limited(tmp_path, BAD_GATEWAY, budgets=Budgets(day=PRICE)) as (studio, _):
        job = await generate(studio)
        assert job.state is JobState.UNKNOWN
        with pytest.raises(OverBudget):
            await studio.send_again(job.id, price=PRICE)
        assert [one.id for one in await studio.library.jobs()] == [job.id], "its card stays"


async def test_however_many_press_at_once_the_limit_holds(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with limited(tmp_path, silent_answer(go, GOOD), budgets=day("3.00"), parallel=2) as (studio, _):
        wishes = [wish(count=1 + at % 3, group=(GROUP, SLOW_GROUP)[at % 2]) for at in range(40)]
        ended = await asyncio.gather(*map(studio.place, wishes), return_exceptions=True)
        accepted = [
            one.price * one.count
            for one, how in zip(wishes, ended, strict=True)
            if not isinstance(how, BaseException)
        ]
        refused = [how for how in ended if isinstance(how, BaseException)]
        spent = sum(amount.fen for amount in accepted)
        assert refused
        assert {type(how) for how in refused} == {OverBudget}
        assert (await used(studio)).fen == spent <= 300
        assert 300 - spent < CHEAP.fen, "what fits is accepted"
        go.set()
        await studio.wait_idle()
        assert (await used(studio)).fen == spent


async def test_of_two_sizes_that_fit_alone_one_is_accepted(tmp_path: Path) -> None:
    async with limited(tmp_path, silent_answer(asyncio.Event(), GOOD), budgets=day("0.40")) as (studio, _):
        large, small = replace(wish(), price=Money.parse("0.37")), replace(wish(), price=CHEAP)
        ended = await asyncio.gather(
            *(studio.place(one) for one in (large, small, large, small)), return_exceptions=True
        )
        fens = [37, 12, 37, 12]
        accepted = sum(fen for fen, how in zip(fens, ended, strict=True) if not isinstance(how, OverBudget))
        assert accepted in {37, 24}


# Prices, restarts, clocks


async def test_an_order_keeps_the_price_that_was_shown_and_reserves_no_more(tmp_path: Path) -> None:
    go = asyncio.Event()
    async with ScriptedGateway(silent_answer(go, GOOD)) as gateway:
        workshop = Workshop(tmp_path, gateway.address, budgets=day("1.00"), parallel=1)
        async with workshop.open() as studio:
            await studio.place(wish(count=3))
            model, dear = catalog(), Money.parse("9")
            groups = tuple(
                replace(
                    group, prices=tuple(replace(price, amount=Money.parse("9")) for price in group.prices)
                )
                for group in model.groups
            )
            await studio.choose(settings=workshop.settings, model=replace(model, groups=groups))
            assert await used(studio) == PRICE * 3
            with pytest.raises(OverBudget):
                await studio.place(replace(wish(), price=dear))
            await studio.place(wish())
            go.set()
            await studio.wait_idle()
            assert await used(studio) == PRICE * 4


async def silent(*_: object) -> None:
    await asyncio.Event().wait()


async def test_after_a_kill_what_was_sent_and_what_waits_still_count(tmp_path: Path) -> None:
    async with ScriptedGateway(silent, GOOD) as gateway:
        await dies(tmp_path, gateway.address, word="counted", when="1 waiting")
        async with Workshop(tmp_path, gateway.address, budgets=Budgets(day=PRICE * 2)).open() as studio:
            assert await used(studio) == PRICE * 2
            with pytest.raises(OverBudget):
                await studio.place(wish(group=SLOW_GROUP))
            (waiting,) = [job for job in await studio.library.jobs() if not job.ended]
            await studio.discard([waiting.id])
            assert await used(studio) == PRICE
            await studio.place(wish())
        assert (await read_used(tmp_path, Budgets(day=PRICE * 2))) == PRICE * 2


async def test_what_was_reserved_before_a_limit_was_lowered_may_still_run(tmp_path: Path) -> None:
    async with ScriptedGateway(silent, GOOD) as gateway:
        await dies(tmp_path, gateway.address, word="counted", when="1 waiting")
        async with next_start(tmp_path, gateway) as (studio, _, recovery):
            settings = Settings(gateway=gateway.address, budgets=day("0.10"))
            await studio.choose(settings=settings, model=catalog())
            await studio.run(recovery.asking)
            await studio.wait_idle()
            (job,) = [await studio.library.job(job_id) for job_id in recovery.asking]
            assert job.state is JobState.SAVED
            assert await used(studio) == PRICE * 2


async def test_a_new_day_has_its_own_budget_and_a_clock_set_back_forgets_nothing(tmp_path: Path) -> None:
    moment = at("2026-11-22T15:00+00:00")
    with Zone(SHANGHAI):
        async with ScriptedGateway(GOOD) as gateway:
            both = Budgets(day=PRICE, month=PRICE * 3)
            workshop = Workshop(tmp_path, gateway.address, now=lambda: moment, budgets=both)
            async with workshop.open() as studio:
                await generate(studio)
                with pytest.raises(OverBudget):
                    await studio.place(wish())
                moment += timedelta(hours=1)
                await generate(studio)
                assert await used(studio) == PRICE
                assert await used(studio, BudgetKind.MONTH) == PRICE * 2
                moment -= timedelta(hours=1)
                assert await used(studio) == PRICE * 2
                with pytest.raises(OverBudget):
                    await studio.place(wish())
                moment = at("2026-11-30T16:00+00:00")
                assert await used(studio, BudgetKind.MONTH) == NOTHING


async def test_what_is_still_open_at_midnight_counts_on_both_days(tmp_path: Path) -> None:
    moment, go = at("2026-11-22T15:59+00:00"), asyncio.Event()
    with Zone(SHANGHAI):
        async with ScriptedGateway(silent_answer(go, GOOD)) as gateway:
            workshop = Workshop(tmp_path, gateway.address, now=lambda: moment, budgets=Budgets(day=PRICE))
            async with workshop.open() as studio:
                await studio.place(wish())
                await until(lambda: gateway.received)
                moment += timedelta(minutes=2)
                assert await used(studio) == PRICE
                go.set()
                await studio.wait_idle()
                assert await used(studio) == NOTHING


def test_a_month_begins_on_its_first_day_where_this_computer_is() -> None:
    with Zone(SHANGHAI):
        (limit,) = limits_at(at("2026-11-30T15:59+00:00"), Budgets(month=PRICE))
        assert limit.since == at("2026-10-31T16:00+00:00")
        (limit,) = limits_at(at("2026-11-30T16:00+00:00"), Budgets(month=PRICE))
        assert limit.since == at("2026-11-30T16:00+00:00")


# Projects


async def test_a_projects_budget_holds_for_its_orders_alone(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway, Workshop(tmp_path, gateway.address).open() as studio:
        await generate(studio, replace(wish(), project="Foxes"))
        assert await studio.set_budget("Foxes", PRICE) == Deed(DeedKind.PROJECT_BUDGET, name="Foxes")
        assert await studio.set_budget("Foxes", PRICE) is None
        with pytest.raises(OverBudget) as stopped:
            await studio.place(replace(wish(group=SLOW_GROUP), project="foxes"))
        standing = stopped.value.standing
        assert (standing.project, standing.used, standing.left) == ("Foxes", PRICE, NOTHING)
        await generate(studio, replace(wish(), project="Harbours"))
        assert await studio.standings("Harbours") == ()
        assert [one.project for one in await studio.standings("Foxes")] == ["Foxes"]


async def test_a_projects_budget_is_kept_taken_back_and_follows_its_name(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        async with Workshop(tmp_path, gateway.address).open() as studio:
            with pytest.raises(UnknownProject):
                await studio.set_budget("Foxes", PRICE)
            await generate(studio, replace(wish(), project="Foxes"))
            await studio.set_budget("Foxes", PRICE * 2)
            await studio.undo()
            assert await budgets_of(studio) == {"Foxes": None}
            await studio.redo()
            await studio.archive_project("Foxes", archived=True)
            await studio.archive_project("Foxes", archived=False)
            await studio.rename_project("Foxes", "Red foxes")
            assert await budgets_of(studio) == {"Red foxes": PRICE * 2}
            (standing,) = await studio.standings()
            assert (standing.project, standing.used) == ("Red foxes", PRICE)
        for path in (tmp_path / ".proofroom").glob("library.sqlite*"):
            path.unlink()
        async with Workshop(tmp_path, gateway.address).open() as studio:
            assert await budgets_of(studio) == {"Red foxes": PRICE * 2}
            (standing,) = await studio.standings()
            assert (standing.project, standing.used) == ("Red foxes", PRICE)
            await studio.library.rebuild()
            assert await studio.standings() == (standing,)


async def budgets_of(studio: Studio) -> dict[str, Money | None]:
    return {one.name: one.budget for one in await studio.library.projects() if one.name != "Sketches"}


# What is told


async def test_how_the_budgets_stand_is_told_with_what_is_spent(tmp_path: Path) -> None:
    async with ScriptedGateway(GOOD) as gateway:
        workshop = Workshop(tmp_path, gateway.address, budgets=day("1.00"))
        async with workshop.open() as studio:
            await generate(studio)
            assert last_told(workshop.told) == {(BudgetKind.DAY, Money.parse("1.00"), PRICE)}
            await studio.set_budget("Sketches", Money.parse("5"))
            await studio.wait_idle()
            sketches = (BudgetKind.PROJECT, Money.parse("5"), PRICE)
            assert last_told(workshop.told) == {(BudgetKind.DAY, Money.parse("1.00"), PRICE), sketches}
            await studio.choose(settings=replace(workshop.settings, budgets=Budgets()), model=catalog())
            await studio.wait_idle()
            assert last_told(workshop.told) == {sketches}


def last_told(told: Told) -> set[tuple[BudgetKind, Money, Money]]:
    return {(one.kind, one.limit, one.used) for one in told.spent[-1].standings}


async def read_used(folder: Path, budgets: Budgets) -> Money:
    """As another program reads it."""
    async with Library.reader(folder) as reader:
        (standing,) = await reader.standings(limits_at(datetime.now(UTC), budgets))
        return standing.used
