"""Jobs in the window, over a real engine, library and wire."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from studio.domain.charge import Charge
from studio.domain.errors import LibraryFull
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.job import Job, JobState
from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.recipe import Recipe, Sending
from studio.engine.events import DiskFull, JobChanged
from studio.engine.studio import OrderRequest
from studio.settings import Settings
from studio.viewmodels.job_card import Step
from studio.viewmodels.jobs import JobsState
from tests.support.gallery import Shelf, shelf, waiting_job
from tests.support.scripted_gateway import (
    Answer,
    ScriptedGateway,
    html_answer,
    json_answer,
    picture_part,
    reply_of,
    silent_answer,
)
from tests.support.window import Surroundings, run_in_window, surroundings, until

GROUP = "官KEY-3.5折"
PRICE = Money.parse("0.16")


@pytest.fixture
def good(tmp_path: Path) -> Answer:
    path = tmp_path / "answer.png"
    Image.new("RGB", (1024, 1024), "teal").save(path)
    return json_answer(reply_of(picture_part(path.read_bytes())))


async def place(around: Surroundings, *, count: int = 1, prompt: str = "a cat") -> tuple[Job, ...]:
    await around.session.store_key(GROUP, Secret("sk-test"))
    recipe = Recipe(prompt, aspect=AspectRatio.SQUARE, resolution=Resolution.ONE_K)
    request = OrderRequest(recipe=recipe, group=GROUP, count=count, price=PRICE)
    return await around.bridge.ask(lambda studio: studio.place(request))


def told(shown: Shelf) -> Callable[[Job], None]:
    return lambda job: shown.around.bridge.happened.emit(JobChanged(job))


def test_an_order_runs_through_the_gallery_into_a_picture(
    qapp: QApplication, tmp_path: Path, good: Answer
) -> None:
    async def story() -> None:
        go = asyncio.Event()
        async with ScriptedGateway(silent_answer(go, good)) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address, parallel=2))
            shown = shelf(around)
            async with around.engine():
                await shown.begin()
                await place(around, count=3)
                await until(lambda: (shown.jobs.state.running, shown.jobs.state.waiting) == (2, 1))
                assert (shown.jobs.state.under_way, shown.jobs.state.to_send) == (PRICE * 2, PRICE)
                assert shown.gallery.card_count == 3
                go.set()
                await until(lambda: shown.gallery.found == 3)
                assert shown.jobs.state == JobsState()
                assert shown.gallery.card_count == 0

    run_in_window(qapp, story())


def test_sending_again_spends_once_however_often_it_is_pressed(
    qapp: QApplication, tmp_path: Path, good: Answer
) -> None:
    async def story() -> None:
        async with ScriptedGateway(html_answer("Bad gateway", status=502), good) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            shown = shelf(around)
            async with around.engine():
                await shown.begin()
                (job,) = await place(around)
                await until(lambda: shown.jobs.state.troubled == 1)
                shown.jobs.act(job.id, Step.SEND_AGAIN)
                shown.jobs.act(job.id, Step.SEND_AGAIN)
                await until(lambda: shown.gallery.found == 1)
                assert len(gateway.received) == 2
                assert shown.jobs.state == JobsState()

    run_in_window(qapp, story())


def test_a_refused_conversation_is_sent_afresh_once_and_only_when_pressed(
    qapp: QApplication, tmp_path: Path, good: Answer
) -> None:
    words = "Image part is missing a thought_signature in content position 2, part position 1."
    refusal = json_answer(
        {"error": {"code": 400, "message": words, "status": "INVALID_ARGUMENT"}}, status=400
    )

    async def story() -> None:
        async with ScriptedGateway(good, refusal, good) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            shown = shelf(around)
            async with around.engine():
                await shown.begin()
                await place(around)
                await until(lambda: shown.gallery.found == 1)
                (root,) = await around.bridge.ask(lambda studio: studio.library.versions(limit=1))
                recipe = Recipe("at night", parent=root.id, sending=Sending.CONVERSATION)
                request = OrderRequest(recipe=recipe, group=GROUP, count=1, price=PRICE)
                (job,) = await around.bridge.ask(lambda studio: studio.place(request))
                await until(lambda: shown.jobs.state.troubled == 1)
                (card,) = shown.jobs.state.cards
                assert "It cost nothing." in card.words
                assert [step.label for step in card.steps if step.spends] == [
                    "Send the picture afresh for ¥0.16"
                ]
                assert len(gateway.received) == 2
                shown.jobs.act(job.id, Step.SEND_AFRESH)
                shown.jobs.act(job.id, Step.SEND_AFRESH)
                await until(lambda: shown.gallery.found == 2)
                assert len(gateway.received) == 3
                assert shown.jobs.state == JobsState()

    run_in_window(qapp, story())


def test_a_closed_card_stays_away(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        async with ScriptedGateway(html_answer("Bad gateway", status=502)) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            shown = shelf(around)
            async with around.engine():
                await shown.begin()
                (job,) = await place(around)
                await until(lambda: shown.jobs.state.troubled == 1)
                shown.jobs.act(job.id, Step.CLOSE)
                assert shown.jobs.state.cards == ()
                await until(lambda: shown.jobs.rests)
                afresh = shelf(around)
                await afresh.begin()
                assert (shown.jobs.state.cards, afresh.jobs.state.cards) == ((), ())

    run_in_window(qapp, story())


def test_cancelling_a_call_that_was_sent_says_so_and_still_takes_its_picture(
    qapp: QApplication, tmp_path: Path, good: Answer
) -> None:
    async def story() -> None:
        go = asyncio.Event()
        async with ScriptedGateway(silent_answer(go, good)) as gateway:
            around = surroundings(tmp_path, settings=Settings(gateway=gateway.address))
            shown = shelf(around)
            async with around.engine():
                await shown.begin()
                (job,) = await place(around)
                await until(lambda: shown.jobs.state.running == 1)
                shown.jobs.act(job.id, Step.CANCEL)
                await until(lambda: shown.jobs.state.troubled == 1)
                (card,) = shown.jobs.state.cards
                assert (
                    card.words == "It was sent already: it may still arrive, and may have been charged ¥0.16."
                )
                go.set()
                await until(lambda: shown.gallery.found == 1)
                assert shown.gallery.card_count == 0
                assert shown.gallery.index(0).data().endswith("saved, arrived after cancel")

    run_in_window(qapp, story())


def test_what_waited_at_the_last_end_asks_before_it_spends(
    qapp: QApplication, tmp_path: Path, good: Answer
) -> None:
    async def story() -> None:
        never = asyncio.Event()
        async with ScriptedGateway(silent_answer(never, good)) as gateway:
            settings = Settings(gateway=gateway.address, parallel=1)
            around = surroundings(tmp_path, settings=settings)
            async with around.engine():
                await place(around, count=3)
                await until(lambda: len(gateway.received) == 1)
        async with ScriptedGateway(good) as gateway:
            settings = replace(settings, gateway=gateway.address)
            around = surroundings(tmp_path, settings=settings, keychain=around.keychain)
            shown = shelf(around)
            async with around.engine():
                await shown.begin()
                state = shown.jobs.state
                assert (len(state.asking), state.asking_price, state.troubled) == (2, PRICE * 2, 1)
                assert gateway.received == []
                shown.jobs.discard_asking()
                await until(lambda: len(shown.jobs.state.cards) == 1)
                assert [card.title for card in shown.jobs.state.cards] == ["Unknown"]

    run_in_window(qapp, story())


def test_the_time_goes_on_only_while_something_is_under_way(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    shown = shelf(around)
    hear = told(shown)
    assert not shown.jobs.ticks
    hear(waiting_job(1, charge=Charge.RESERVED))
    assert shown.jobs.ticks
    hear(waiting_job(1, JobState.UNKNOWN, charge=Charge.UNKNOWN))
    assert not shown.jobs.ticks


def test_jobs_stand_in_the_order_in_which_they_were_placed(qapp: QApplication, tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    hear = told(shown)
    for number in (3, 1, 2):
        hear(waiting_job(number, JobState.QUEUED))
    assert [card.id for card in shown.jobs.state.cards] == ["job-1", "job-2", "job-3"]


def test_editing_the_prompt_hands_the_job_over(qapp: QApplication, tmp_path: Path) -> None:
    shown = shelf(surroundings(tmp_path))
    blocked = waiting_job(1, JobState.BLOCKED, charge=Charge.UNKNOWN)
    told(shown)(blocked)
    edited: list[Job] = []
    shown.jobs.edit_requested.connect(edited.append)
    shown.jobs.act("job-1", Step.EDIT)
    assert edited == [blocked]


def test_a_full_disk_is_told_until_the_picture_is_saved(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    shown = shelf(around)
    waits = waiting_job(1, JobState.SAVING, charge=Charge.CHARGED)
    told(shown)(waits)
    error = LibraryFull(around.folder)
    around.bridge.happened.emit(DiskFull(waits, around.folder, error))
    assert shown.jobs.state.held_up is error
    assert shown.jobs.state.cards[0].words == "It came, and waits for room on the disk"
    told(shown)(replace(waits, state=JobState.SAVED))
    assert shown.jobs.state.held_up is None
