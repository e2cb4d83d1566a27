"""A version is continued: what the gateway gets to see, and what is kept of it."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from studio.domain.charge import Charge
from studio.domain.errors import UnknownVersion, WrongRecipe
from studio.domain.importing import PastedPicture
from studio.domain.job import JobState
from studio.domain.recipe import Recipe, Sending, ThinkingLevel
from studio.domain.sent import MOST_REQUEST_BYTES, SentAs, WhyNot
from studio.domain.words import describe_job
from tests.engine.workshop import GOOD, GROUP, PRICE, SLOW_GROUP, Workshop, at_work, generate, png, wish
from tests.support.scripted_gateway import (
    Received,
    cut_answer,
    json_answer,
    picture_part,
    reply_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.version import Version
    from studio.engine.studio import Studio

Json = dict[str, Any]

FIRST, SECOND, THIRD, DRAFT, THOUGHT = (png(seed=seed) for seed in range(10, 15))


def shown(data: bytes, signature: str, *, mime: str = "image/png") -> Json:
    return {**picture_part(data, mime=mime), "thoughtSignature": signature}


def contents(request: Received) -> list[Json]:
    body: Any = request.json
    return body["contents"]


def pictures_in(request: Received) -> list[bytes]:
    """Every picture of a body, in order."""
    inline = [
        part["inlineData"] for turn in contents(request) for part in turn["parts"] if "inlineData" in part
    ]
    return [base64.b64decode(one["data"], validate=True) for one in inline]


async def saved(studio: Studio, recipe: Recipe | None = None, *, group: str = GROUP) -> Version:
    """The version that this order brings."""
    job = await generate(studio, wish(recipe=recipe, group=group) if recipe else None)
    assert job.state is JobState.SAVED, describe_job(job)
    return await studio.library.version(job.versions[0])


def going_on(version: Version, prompt: str, sending: Sending = Sending.CONVERSATION) -> Recipe:
    return Recipe(prompt, parent=version.id, sending=sending)


async def test_turns_go_back_as_they_came_and_as_they_were_sent(tmp_path: Path) -> None:
    thought: Json = {"text": "Let me see…", "thought": True}
    spoken: Json = {"text": "Here it is. @blob:0", "thoughtSignature": "dGV4dA+/=="}
    first: list[Json] = [thought, spoken, shown(FIRST, "Rmlyc3Q/+w==", mime="image/jpeg")]
    second: list[Json] = [
        picture_part(THOUGHT, thought=True),
        shown(DRAFT, "RHJhZnQ="),
        shown(SECOND, "U2Vjb25k"),
        {"text": "", "thoughtSignature": "ZW5k"},
    ]
    script = [json_answer(reply_of(*parts)) for parts in (first, second)]
    async with at_work(tmp_path, *script, GOOD) as (studio, gateway, _):
        reference = await studio.library.add_reference_bytes(png(seed=7), name="mood.png")
        one = await saved(studio, Recipe("a fox", references=(reference,)))
        two = await saved(studio, going_on(one, "in the snow"))
        await saved(studio, going_on(two, "at night"))

    asked, again, last = map(contents, gateway.received)
    mood = {"inlineData": picture_part(png(seed=7))["inlineData"]}
    assert asked == [{"role": "user", "parts": [mood, {"text": "a fox"}]}]
    assert again == [
        *asked,
        {"role": "model", "parts": first[1:]},
        {"role": "user", "parts": [{"text": "in the snow"}]},
    ]
    assert last == [
        *again,
        {"role": "model", "parts": second[1:]},
        {"role": "user", "parts": [{"text": "at night"}]},
    ]
    assert [turn["role"] for turn in last] == ["user", "model", "user", "model", "user"]
    # Not only as JSON: byte for byte.
    for part in (*first[1:], *second[1:]):
        assert (
            json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode() in gateway.received[2].body
        )


async def test_a_conversation_goes_on_after_a_restart(tmp_path: Path) -> None:
    parts = [shown(FIRST, "c2lnbmVk")]
    async with at_work(tmp_path, json_answer(reply_of(*parts))) as (studio, _, _):
        one = await saved(studio, Recipe("a fox"))
        await studio.library.rebuild()
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        await saved(studio, going_on(one, "at night"))
    assert contents(gateway.received[0]) == [
        {"role": "user", "parts": [{"text": "a fox"}]},
        {"role": "model", "parts": parts},
        {"role": "user", "parts": [{"text": "at night"}]},
    ]


async def test_versions_of_before_it_was_kept_what_was_sent_are_continued_too(tmp_path: Path) -> None:
    script = [json_answer(reply_of(shown(data, "c2ln"))) for data in (FIRST, SECOND)]
    async with at_work(tmp_path, *script, GOOD) as (studio, gateway, _):
        reference = await studio.library.add_reference_bytes(png(seed=7), name="mood.png")
        one = await saved(studio, Recipe("a fox"))
        two = await saved(studio, replace(going_on(one, "at night", Sending.AFRESH), references=(reference,)))
        told = await studio.sent_with(two.id)
        for version in (one, two):
            sidecar = (tmp_path / version.path).with_suffix(".json")
            old = json.loads(sidecar.read_text("utf-8"))
            del old["sent"]
            sidecar.write_text(json.dumps(old), "utf-8")
        assert [picture.sha256 for picture in told] == [reference.sha256, one.sha256]
        assert await studio.sent_with(two.id) == told
        await saved(studio, going_on(two, "with stars"))
    asked, answered, _ = contents(gateway.received[2])
    assert [asked] == contents(gateway.received[1])
    assert answered["parts"] == [shown(SECOND, "c2ln")]


async def test_afresh_sends_one_turn_with_the_references_the_parent_and_the_words(tmp_path: Path) -> None:
    async with at_work(tmp_path, json_answer(reply_of(shown(FIRST, "c2ln"))), GOOD) as (studio, gateway, _):
        one = await saved(studio, Recipe("a fox"))
        reference = await studio.library.add_reference_bytes(png(seed=7), name="mood.png")
        await saved(studio, replace(going_on(one, "at night", Sending.AFRESH), references=(reference,)))
    (turn,) = contents(gateway.received[1])
    assert turn["role"] == "user"
    assert [set(part) for part in turn["parts"]] == [{"inlineData"}, {"inlineData"}, {"text"}]
    assert pictures_in(gateway.received[1]) == [png(seed=7), FIRST]
    assert turn["parts"][-1] == {"text": "at night"}


async def test_a_conversation_begins_where_the_picture_was_sent_afresh(tmp_path: Path) -> None:
    script = [json_answer(reply_of(shown(data, "c2ln"))) for data in (FIRST, SECOND, THIRD)]
    async with at_work(tmp_path, *script, GOOD) as (studio, gateway, _):
        one = await saved(studio, Recipe("a fox"))
        two = await saved(studio, going_on(one, "in the snow", Sending.AFRESH))
        three = await saved(studio, going_on(two, "at night"))
        await saved(studio, going_on(three, "with stars"))
    last = contents(gateway.received[3])
    assert [turn["parts"][-1].get("text") for turn in last[::2]] == ["in the snow", "at night", "with stars"]
    assert pictures_in(gateway.received[3]) == [FIRST, SECOND, THIRD]


async def test_a_third_of_a_tree_is_continued_by_its_own_past_alone(tmp_path: Path) -> None:
    script = [json_answer(reply_of(shown(data, "c2ln"))) for data in (FIRST, SECOND, THIRD)]
    async with at_work(tmp_path, *script, GOOD) as (studio, gateway, _):
        root = await saved(studio, Recipe("a fox"))
        await saved(studio, going_on(root, "red"))
        blue = await saved(studio, going_on(root, "blue"))
        await saved(studio, going_on(blue, "darker"))
    assert [turn["parts"][-1].get("text") for turn in contents(gateway.received[3])[::2]] == [
        *("a fox", "blue", "darker")
    ]


async def test_each_version_tells_by_hash_exactly_what_was_sent_for_it(tmp_path: Path) -> None:
    script = [json_answer(reply_of(shown(FIRST, "c2ln"))), GOOD]
    async with at_work(tmp_path, *script) as (studio, gateway, _):
        reference = await studio.library.add_reference_bytes(png(seed=7, size=(90, 60)), name="mood.png")
        recipe = Recipe("a fox", references=(replace(reference, handle="mood"),), longest_edge=45)
        one = await saved(studio, recipe)
        two = await saved(studio, going_on(one, "at night"))

        sent = [await studio.sent_with(version.id) for version in (one, two)]
    for told, request in zip(sent, gateway.received, strict=True):
        assert [one.sha256 for one in told] == [
            hashlib.sha256(data).hexdigest() for data in pictures_in(request)
        ]
        assert [one.size for one in told] == [len(data) for data in pictures_in(request)]
        kept = [tmp_path / ".proofroom" / "references" / one.sha256 for one in told if one.of != told[-1].of]
        assert all(path.is_file() for path in kept)
    ((small,), (again, parent)) = sent
    assert (small.sent_as, small.handle, small.of) == (SentAs.REFERENCE, "mood", reference.sha256)
    assert (small.width, small.height) == (45, 30)
    assert small.sha256 != reference.sha256
    assert (again.sent_as, again.sha256) == (SentAs.TURN, small.sha256)
    assert (parent.sent_as, parent.of, parent.sha256) == (SentAs.TURN, one.id, one.sha256)


@pytest.mark.parametrize("sending", Sending)
async def test_what_is_weighed_is_what_leaves(tmp_path: Path, sending: Sending) -> None:
    async with at_work(tmp_path, json_answer(reply_of(shown(FIRST, "c2ln"))), GOOD) as (studio, gateway, _):
        one = await saved(studio, Recipe('狐狸 "in" a\nforest'))
        reference = await studio.library.add_reference_bytes(png(seed=7), name="mood.png")
        named = replace(reference, handle="mood")
        recipe = replace(going_on(one, "like @mood, 夜", sending), references=(named,))
        weight = await studio.weigh(recipe, group=GROUP)
        two = await saved(studio, recipe)
        assert await studio.sent_with(two.id) == weight.pictures
    assert weight.size == len(gateway.received[1].body)
    assert (weight.why_not, weight.shrunk, weight.foreign) == (None, (), False)
    assert weight.turns == (2 if sending is Sending.CONVERSATION else 0)
    assert "picture 1 is @mood" in gateway.received[1].body.decode()


REFUSAL = {
    "error": {
        "code": 400,
        "message": "Image part is missing a thought_signature in content position 2, part position 1.",
        "status": "INVALID_ARGUMENT",
    }
}


async def test_a_conversation_refused_for_a_signature_is_sent_afresh_only_when_asked(tmp_path: Path) -> None:
    refusal = json_answer(REFUSAL, status=400)
    async with at_work(tmp_path, GOOD, refusal, GOOD) as (studio, gateway, _):
        one = await saved(studio)
        job = await generate(studio, wish(recipe=going_on(one, "at night")))
        assert job.state is JobState.REFUSED
        assert [attempt.charge for attempt in job.attempts] == [Charge.NOT_CHARGED]
        assert len(gateway.received) == 2
        assert job.error is not None
        assert job.error.code == "signature_refused"
        words = describe_job(job)
        assert words is not None
        assert "signatures" in words.what
        assert words.cost == "It cost nothing."

        (again,) = await studio.send_again(job.id, price=PRICE, sending=Sending.AFRESH)
        await studio.wait_idle()
        assert (await studio.library.job(again.id)).state is JobState.SAVED
        assert again.order.recipe == going_on(one, "at night", Sending.AFRESH)
    (turn,) = contents(gateway.received[2])
    assert [set(part) for part in turn["parts"]] == [{"inlineData"}, {"text"}]


async def test_a_version_is_continued_as_a_conversation_where_its_signatures_hold(tmp_path: Path) -> None:
    async with at_work(tmp_path, json_answer(reply_of(shown(FIRST, "c2ln"))), GOOD) as (studio, _, _):
        one = await saved(studio)
        two = await saved(studio, going_on(one, "at night"))
        ways = await studio.ways(two.id)
        assert (ways.conversation, ways.usual, ways.turns) == (True, Sending.CONVERSATION, 4)
        assert (await studio.ways(two.id, group=GROUP)).usual is Sending.CONVERSATION
        elsewhere = await studio.ways(two.id, group=SLOW_GROUP)
        assert (elsewhere.conversation, elsewhere.usual) == (True, Sending.AFRESH)
        assert (await studio.weigh(going_on(two, "x"), group=SLOW_GROUP)).foreign
        with pytest.raises(UnknownVersion):
            await studio.ways("nowhere")


async def test_without_signatures_it_is_usually_sent_afresh(tmp_path: Path) -> None:
    bare = {"inlineData": picture_part(FIRST)["inlineData"]}
    async with at_work(tmp_path, json_answer(reply_of(bare))) as (studio, _, _):
        ways = await studio.ways((await saved(studio)).id)
        assert (ways.conversation, ways.usual, ways.why_not) == (True, Sending.AFRESH, None)


async def why_not(studio: Studio, version: Version) -> WhyNot | None:
    """Why there is no conversation; said alike before, while weighing, and by the job."""
    ways = await studio.ways(version.id)
    assert (ways.conversation, ways.usual) == (False, Sending.AFRESH)
    recipe = going_on(version, "at night")
    assert (await studio.weigh(recipe, group=GROUP)).why_not is ways.why_not
    job = await generate(studio, wish(recipe=recipe))
    assert (job.state, job.attempts) == (JobState.REFUSED, ())
    words = describe_job(job)
    assert words is not None
    assert words.cost == "Nothing was sent, so it cost nothing."
    return ways.why_not


async def test_a_picture_whose_turn_was_cut_off_is_sent_afresh(tmp_path: Path) -> None:
    body = json.dumps(reply_of(picture_part(FIRST))).encode()
    async with at_work(tmp_path, cut_answer(body, after=len(body) - 3), GOOD) as (studio, gateway, _):
        one = await saved(studio)
        assert await why_not(studio, one) is WhyNot.TURN_MISSING
        assert (await studio.weigh(going_on(one, "x", Sending.AFRESH), group=GROUP)).why_not is None
        assert len(gateway.received) == 1


async def test_a_picture_that_was_only_thought_is_sent_afresh(tmp_path: Path) -> None:
    thought = json_answer(reply_of({"text": "Hm."}, picture_part(FIRST, thought=True)))
    async with at_work(tmp_path, thought) as (studio, _, _):
        assert await why_not(studio, await saved(studio)) is WhyNot.TURN_MISSING


async def test_a_conversation_needs_every_turn_and_its_pictures(tmp_path: Path) -> None:
    parts = shown(DRAFT, "RA=="), shown(FIRST, "Rg==")
    async with at_work(tmp_path, json_answer(reply_of(*parts)), GOOD) as (studio, gateway, _):
        one = await saved(studio)
        two = await saved(studio, going_on(one, "at night"))
        assert (await studio.ways(two.id)).conversation
        path = tmp_path / one.path
        draft = path.with_name(f"{path.stem}-draft-1.png")
        for gone in (path.with_suffix(".json"), draft, path):
            aside = gone.rename(tmp_path / "aside")
            assert await why_not(studio, two) is WhyNot.TURN_MISSING
            aside.rename(gone)
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        # As many bytes, so that only reading them tells: that is when it is sent.
        job = await generate(studio, wish(recipe=going_on(two, "with stars")))
        assert (job.state, job.attempts) == (JobState.REFUSED, ())
        assert len(gateway.received) == 2


async def test_a_parent_whose_file_is_gone_cannot_be_sent_at_all(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        one = await saved(studio)
        (tmp_path / one.path).unlink()
        assert await why_not(studio, one) is WhyNot.PARENT_MISSING
        afresh = await studio.weigh(going_on(one, "x", Sending.AFRESH), group=GROUP)
        assert afresh.why_not is WhyNot.PARENT_MISSING
        assert len(gateway.received) == 1


async def test_a_reference_that_is_gone_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        reference = await studio.library.add_reference_bytes(png(seed=7), name="mood.png")
        studio.library.reference_path(reference.sha256).unlink()
        weight = await studio.weigh(Recipe("x", references=(reference,)), group=GROUP)
        assert weight.why_not is WhyNot.REFERENCE_MISSING


async def test_an_imported_picture_is_no_turn_of_the_model(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD, GOOD) as (studio, gateway, _):
        result = await studio.import_pictures([PastedPicture(FIRST, "logo.png")])
        imported = await studio.library.version(result.imported[0])
        assert await studio.sent_with(imported.id) == ()
        assert await why_not(studio, imported) is WhyNot.MADE_ELSEWHERE
        # What came of it is one: its turn began with the imported picture.
        after = await saved(studio, going_on(imported, "at night", Sending.AFRESH))
        assert (await studio.ways(after.id)).conversation
        await saved(studio, going_on(after, "with stars"))
    assert pictures_in(gateway.received[1])[0] == FIRST


async def test_a_conversation_that_is_too_large_says_so_and_afresh_goes(tmp_path: Path) -> None:
    large = png(size=(1600, 1300), seed=3)
    assert len(large) < MOST_REQUEST_BYTES * 3 / 4 < 3 * len(large)
    script = [json_answer(reply_of(shown(large, "c2ln")))] * 3
    async with at_work(tmp_path, *script, GOOD) as (studio, gateway, _):
        version = await saved(studio)
        for prompt in ("red", "blue"):
            assert (await studio.ways(version.id)).conversation
            version = await saved(studio, going_on(version, prompt))
        assert await why_not(studio, version) is WhyNot.CONVERSATION_TOO_LARGE
        assert len(gateway.received) == 3
        await saved(studio, going_on(version, "at night", Sending.AFRESH))
    assert len(gateway.received[3].body) < MOST_REQUEST_BYTES


async def test_what_is_too_large_for_one_request_is_made_smaller_and_told(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, gateway, _):
        library = studio.library
        added = [
            await library.add_reference_bytes(png(size=(1700, 1500), seed=seed), name=f"{seed}.png")
            for seed in (1, 2, 3)
        ]
        recipe = Recipe("x", references=tuple(added))
        weight = await studio.weigh(recipe, group=GROUP)
        assert weight.why_not is None
        assert weight.size <= weight.limit == MOST_REQUEST_BYTES
        assert set(weight.shrunk) <= {one.sha256 for one in added}
        assert weight.shrunk
        await saved(studio, recipe)
    assert len(gateway.received[0].body) == weight.size


async def test_a_circle_in_the_data_ends(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        one = await saved(studio)
        two = await saved(studio, going_on(one, "at night"))

        def bend(connection: Any) -> None:
            recipe = json.dumps({"prompt": "a fox", "parent": two.id, "sending": "conversation"})
            connection.execute(
                "UPDATE versions SET recipe = ?, parent = ? WHERE id = ?", (recipe, two.id, one.id)
            )

        await studio.library._writing.write(bend)  # pyright: ignore[reportPrivateUsage]  # no tool makes circles
        assert await why_not(studio, two) is WhyNot.TURN_MISSING


async def test_while_nothing_is_written_yet_the_rest_is_weighed(tmp_path: Path) -> None:
    async with at_work(tmp_path, GOOD) as (studio, _, _):
        one = await saved(studio)
        weight = await studio.weigh(going_on(one, ""), group=GROUP)
        assert (weight.why_not, weight.turns) == (None, 2)
        with pytest.raises(WrongRecipe):
            await generate(studio, wish(recipe=going_on(one, " \n")))


async def test_the_demo_takes_its_own_conversations(tmp_path: Path) -> None:
    async with Workshop(tmp_path, "demo").open() as studio:
        group = studio.model.groups[0].name
        request = replace(wish(group=group), recipe=Recipe("a quiet lake", thinking=ThinkingLevel.HIGH))
        one = await studio.library.version((await generate(studio, request)).versions[0])
        assert (await studio.ways(one.id, group=group)).usual is Sending.CONVERSATION
        request = replace(request, recipe=going_on(one, "at night"))
        job = await generate(studio, request)
        assert job.state is JobState.SAVED, describe_job(job)
