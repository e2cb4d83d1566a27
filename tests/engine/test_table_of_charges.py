"""product.md's table, row by row: what the gateway did, what became of the job, and what it cost."""

from __future__ import annotations

import asyncio
import json
import socket
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge, Outcome
from studio.domain.job import JobState
from studio.domain.words import describe_job
from studio.gateway.client import Limits
from tests.engine.workshop import (
    GOOD,
    GOOD_BODY,
    NOTHING,
    PICTURE,
    PRICE,
    Workshop,
    at_work,
    generate,
    png,
    until,
    wish,
)
from tests.support.scripted_gateway import (
    Answer,
    ScriptedGateway,
    answer,
    cut_answer,
    html_answer,
    json_answer,
    picture_part,
    raw_answer,
    reply_of,
    reset_answer,
    silent_answer,
)

if TYPE_CHECKING:
    from pathlib import Path

BLOCKED = {"candidates": [{"finishReason": "IMAGE_SAFETY", "index": 0}], "responseId": "r-1"}
WORDS_ONLY = reply_of({"text": "I'd rather not draw that."})
SVG = reply_of(picture_part(b"<svg xmlns='http://www.w3.org/2000/svg'/>", mime="image/svg+xml"))
NO_PICTURE_BYTES = reply_of(picture_part(b"\x89PNG\r\n\x1a\nnothing of a picture follows" * 40))
FILE_URI = reply_of({"fileData": {"mimeType": "image/png", "fileUri": "https://elsewhere.example/a.png"}})


def error(status: int, code: str, message: str = "no", **more: object) -> Answer:
    return json_answer({"error": {"code": code, "message": message, **more}}, status=status)


@dataclass(frozen=True)
class Row:
    """A row of the table for one call; `says` is in the words that a person reads."""

    what: str
    answer: Answer
    state: JobState
    outcome: Outcome
    charge: Charge
    says: str = ""


REFUSED, UNKNOWN = JobState.REFUSED, JobState.UNKNOWN
ROWS = (
    Row(
        "no quota",
        error(403, "insufficient_user_quota"),
        REFUSED,
        Outcome.TURNED_DOWN,
        Charge.NOT_CHARGED,
        "no money left",
    ),
    Row(
        "busy, but about the balance",
        error(429, "x", "余额不足"),
        REFUSED,
        Outcome.TURNED_DOWN,
        Charge.NOT_CHARGED,
    ),
    Row(
        "sensitive words",
        error(500, "sensitive_words_detected"),
        REFUSED,
        Outcome.TURNED_DOWN,
        Charge.NOT_CHARGED,
        "word filter",
    ),
    Row("invalid request", error(400, "invalid_request"), REFUSED, Outcome.TURNED_DOWN, Charge.NOT_CHARGED),
    Row(
        "wrong key",
        error(401, "invalid_api_key"),
        REFUSED,
        Outcome.REFUSED,
        Charge.NOT_CHARGED,
        "doesn't accept this key",
    ),
    Row("may not", error(403, "forbidden"), REFUSED, Outcome.REFUSED, Charge.NOT_CHARGED),
    Row("unknown model", error(404, "not_found"), REFUSED, Outcome.REFUSED, Charge.NOT_CHARGED),
    Row("plain 400", error(400, "bad"), REFUSED, Outcome.REFUSED, Charge.NOT_CHARGED),
    Row(
        "too large, said by a proxy",
        html_answer("413 Too Large", status=413),
        REFUSED,
        Outcome.REFUSED,
        Charge.NOT_CHARGED,
        "too large",
    ),
    Row(
        "error in a 200 that refuses",
        json_answer({"error": {"code": 401, "message": "no"}}),
        REFUSED,
        Outcome.REFUSED,
        Charge.NOT_CHARGED,
    ),
    Row(
        "error in a 200",
        json_answer({"error": {"message": "the model tripped"}}),
        UNKNOWN,
        Outcome.ERROR_IN_SUCCESS,
        Charge.UNKNOWN,
        "error in place of a picture",
    ),
    Row(
        "blocked",
        json_answer(BLOCKED),
        JobState.BLOCKED,
        Outcome.NO_PICTURE,
        Charge.UNKNOWN,
        "Blocked for safety",
    ),
    Row("an SVG", json_answer(SVG), UNKNOWN, Outcome.UNUSABLE_PICTURE, Charge.UNKNOWN),
    Row("a fileUri", json_answer(FILE_URI), UNKNOWN, Outcome.UNUSABLE_PICTURE, Charge.UNKNOWN),
    Row(
        "no picture's bytes", json_answer(NO_PICTURE_BYTES), UNKNOWN, Outcome.UNUSABLE_PICTURE, Charge.UNKNOWN
    ),
    Row("502", html_answer("Bad Gateway", status=502), UNKNOWN, Outcome.LOST, Charge.UNKNOWN, "A web page"),
    Row("504", answer(b"", status=504), UNKNOWN, Outcome.LOST, Charge.UNKNOWN, "504"),
    Row("524", html_answer("A time-out occurred", status=524), UNKNOWN, Outcome.LOST, Charge.UNKNOWN),
    Row("HTML on 200", html_answer("Welcome"), UNKNOWN, Outcome.LOST, Charge.UNKNOWN, "A web page"),
    Row("HTML on 503", html_answer("Sorry", status=503), UNKNOWN, Outcome.LOST, Charge.UNKNOWN),
    Row("500 in plain text", answer(b"oh", status=500), UNKNOWN, Outcome.LOST, Charge.UNKNOWN),
    Row(
        "cut body",
        cut_answer(GOOD_BODY, after=len(GOOD_BODY) // 2),
        UNKNOWN,
        Outcome.LOST,
        Charge.UNKNOWN,
        "The connection broke",
    ),
    Row("hung up", raw_answer(b""), UNKNOWN, Outcome.LOST, Charge.UNKNOWN),
    Row("reset", reset_answer(), UNKNOWN, Outcome.LOST, Charge.UNKNOWN),
    Row("no HTTP", raw_answer(b"SSH-2.0-OpenSSH_9.9\r\n"), UNKNOWN, Outcome.LOST, Charge.UNKNOWN),
    Row("garbled", answer(b"}{"), UNKNOWN, Outcome.LOST, Charge.UNKNOWN, "can't be read"),
)
MONEY = {
    Charge.NOT_CHARGED: "It cost nothing.",
    Charge.UNKNOWN: "It may have been charged ¥0.25.",
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
async def test_a_call_that_brings_no_picture_ends_as_the_table_says(tmp_path: Path, row: Row) -> None:
    async with at_work(tmp_path, row.answer) as (studio, gateway, _):
        job = await generate(studio)
        (attempt,) = job.attempts
        assert (job.state, attempt.outcome, attempt.charge) == (row.state, row.outcome, row.charge)

        spent = await studio.spent_today()
        assert spent.unknown == (PRICE if row.charge is Charge.UNKNOWN else NOTHING)
        assert (spent.charged, spent.reserved) == (NOTHING, NOTHING)

        words = describe_job(job)
        assert words is not None
        assert words.cost == MONEY[row.charge]
        assert row.says in words.what
        assert len(gateway.received) == 1, "it is never repeated by itself"
        assert [shown.id for shown in await studio.library.jobs()] == [job.id], "the person sees its card"


async def test_a_picture_is_saved_and_charged_at_the_price_on_the_button(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, told):
        job = await generate(studio)
        assert told.states(job.id) == [
            JobState.QUEUED,
            JobState.SENDING,
            JobState.WAITING,
            JobState.RECEIVING,
            JobState.SAVED,
        ]
        (version,) = await studio.library.versions(limit=10)
        assert job.versions == (version.id,)
        assert studio.library.path(version).read_bytes() == PICTURE
        assert (version.price, version.charge) == (PRICE, Charge.CHARGED)
        spent = await studio.spent_today()
        assert (spent.charged, spent.total) == (PRICE, PRICE)
        assert [event.version.id for event in told.saved] == [version.id]
        assert told.spent[-1].spent == spent
        assert describe_job(job) is None


async def test_what_the_model_wrote_in_place_of_a_picture_is_kept(tmp_path: Path) -> None:
    async with at_work(tmp_path, json_answer(WORDS_ONLY)) as (studio, _, _):
        job = await generate(studio)
        assert (job.state, job.words) == (JobState.BLOCKED, "I'd rather not draw that.")


async def test_the_last_picture_that_is_no_thought_is_the_version_and_the_others_are_drafts(
    tmp_path: Path,
) -> None:
    draft, final = png(seed=1), png(seed=2)
    reply = reply_of(picture_part(draft, thought=True), picture_part(final))
    async with at_work(tmp_path, json_answer(reply)) as (studio, _, _):
        job = await generate(studio)
        (version,) = await studio.library.versions(limit=10)
        assert studio.library.path(version).read_bytes() == final
        assert [(tmp_path / path).read_bytes() for path in job.drafts] == [draft]
        assert (await studio.spent_today()).total == PRICE


async def test_a_whole_picture_of_a_cut_reply_is_saved(tmp_path: Path) -> None:
    cut = cut_answer(GOOD_BODY, after=len(GOOD_BODY) - 5)
    async with at_work(tmp_path, cut) as (studio, _, _):
        job = await generate(studio)
        assert job.state is JobState.SAVED
        assert job.attempts[0].charge is Charge.CHARGED


async def test_bytes_that_are_no_picture_are_kept(tmp_path: Path) -> None:
    async with at_work(tmp_path, json_answer(SVG)) as (studio, _, _):
        job = await generate(studio)
        kept = tmp_path / ".proofroom" / "incoming" / job.attempts[0].id
        assert b"<svg" in b"".join(path.read_bytes() for path in kept.iterdir())


async def test_when_nothing_leaves_the_machine_nothing_is_charged(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    workshop = Workshop(tmp_path, f"http://127.0.0.1:{port}")
    async with workshop.open() as studio:
        job = await generate(studio)
        assert job.state is JobState.REFUSED
        assert [attempt.charge for attempt in job.attempts] == [Charge.NOT_CHARGED] * 5
        assert [attempt.outcome for attempt in job.attempts] == [Outcome.NOT_SENT] * 4 + [Outcome.GAVE_UP]
        assert (await studio.spent_today()).total == NOTHING
        words = describe_job(job)
        assert words is not None
        assert words.cost == "It cost nothing."


async def test_a_silent_gateway_is_an_unknown_outcome(tmp_path: Path) -> None:
    gone = asyncio.Event()
    async with ScriptedGateway(silent_answer(gone, GOOD)) as gateway:
        workshop = Workshop(tmp_path, gateway.address, limits=Limits(read=0.1))
        async with workshop.open() as studio:
            job = await generate(studio)
            assert (job.state, job.attempts[0].charge) == (JobState.UNKNOWN, Charge.UNKNOWN)
            assert len(gateway.received) == 1
        gone.set()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed_and_the_key_goes_nowhere(tmp_path: Path, status: int) -> None:
    async with ScriptedGateway(GOOD) as elsewhere:
        away = answer(status=status, headers={"Location": f"{elsewhere.address}/v1beta/models/x"})
        async with at_work(tmp_path, away) as (studio, gateway, _):
            job = await generate(studio)
            assert (job.state, job.attempts[0].charge) == (JobState.REFUSED, Charge.NOT_CHARGED)
            assert len(gateway.received) == 1
        assert elsewhere.received == []


async def test_an_unknown_outcome_can_be_sent_again_by_the_person_alone(tmp_path: Path) -> None:
    async with at_work(tmp_path, answer(b"", status=504), GOOD) as (studio, gateway, _):
        lost = await generate(studio)
        (again,) = await studio.send_again(lost.id, price=PRICE)
        await studio.wait_idle()
        assert (await studio.library.job(again.id)).state is JobState.SAVED
        assert again.order.recipe == lost.order.recipe
        assert await studio.library.jobs() == (), "the card of the lost one is closed"
        spent = await studio.spent_today()
        assert (spent.charged, spent.unknown) == (PRICE, PRICE), "the lost one stays in the sums"
        assert (
            next(json.loads(call.body)["contents"] for call in gateway.received)
            == json.loads(gateway.received[1].body)["contents"]
        )


async def test_a_dismissed_card_stays_in_the_ledger(tmp_path: Path) -> None:
    async with at_work(tmp_path, answer(b"", status=504)) as (studio, _, _):
        job = await generate(studio)
        await studio.dismiss(job.id)
        assert await studio.library.jobs() == ()
        (entry,) = await studio.library.attempts(limit=10)
        assert entry.attempt.charge is Charge.UNKNOWN


async def test_the_price_is_reserved_until_the_outcome_is_there(tmp_path: Path) -> None:
    go = asyncio.Event()

    async with at_work(tmp_path, silent_answer(go, GOOD)) as (studio, _, told):
        await studio.place(wish(count=6))
        await until(lambda: told.saw(JobState.WAITING))
        spent = await studio.spent_today()
        assert (spent.reserved, spent.total) == (PRICE * 6, PRICE * 6)
        go.set()
        await studio.wait_idle()
        spent = await studio.spent_today()
        assert (spent.charged, spent.total) == (PRICE * 6, PRICE * 6)
