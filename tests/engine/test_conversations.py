"""Any tree of edits, each sent in either way, is sent as a simple model says."""

from __future__ import annotations

import asyncio
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.domain.job import JobState
from studio.domain.recipe import Recipe, Sending
from tests.engine.workshop import at_work, generate, png, wish
from tests.support.scripted_gateway import json_answer, picture_part, reply_of

Json = dict[str, Any]


@dataclass(frozen=True)
class Edit:
    """`of` tells which of the versions before it is continued, counted back from the last; `rest` are more
    parts of the model's answer, before its picture.
    """

    of: int
    sending: Sending
    prompt: str
    rest: tuple[Json, ...]


def said(text: str, **more: object) -> Json:
    return {"text": text, **more}


signatures = st.text(alphabet="abcXYZ019+/=", min_size=1, max_size=60)
texts = st.text(min_size=1, max_size=20) | st.sampled_from(["@blob:0", "@text:"])
others: st.SearchStrategy[Json] = st.one_of(
    st.builds(said, texts, thought=st.just(True)), st.builds(said, texts, thoughtSignature=signatures)
)
edits = st.builds(
    Edit,
    of=st.integers(0, 5),
    sending=st.sampled_from(Sending),
    prompt=st.sampled_from(["warmer", "夜", '@blob:0 "quoted"']),
    rest=st.lists(others, max_size=3).map(tuple),
)


def picture(number: int, **more: object) -> Json:
    return {"inlineData": picture_part(png(size=(8, 6), seed=number))["inlineData"], **more}


@settings(max_examples=8)
@given(st.lists(edits, min_size=1, max_size=5))
def test_every_edit_of_a_tree_sends_its_own_past(tree: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_story(Path(folder), tree))


async def _story(folder: Path, tree: list[Edit]) -> None:
    answers = [[*edit.rest, picture(at, thoughtSignature=f"c2ln{at}")] for at, edit in enumerate(tree)]
    ids: list[str] = []
    pasts: list[list[Json]] = []
    async with at_work(folder, *(json_answer(reply_of(*parts)) for parts in answers)) as (studio, gateway, _):
        for at, edit in enumerate(tree):
            parent = at - 1 - edit.of % at if at else None
            continued = None if parent is None else ids[parent]
            recipe = Recipe(edit.prompt, parent=continued, sending=edit.sending)
            job = await generate(studio, wish(recipe=recipe))
            assert job.state is JobState.SAVED
            ids.append(job.versions[0])

            afresh = parent is not None and edit.sending is Sending.AFRESH
            shown = [picture(parent)] if afresh and parent is not None else []
            asked = {"role": "user", "parts": [*shown, {"text": edit.prompt}]}
            before = [] if afresh or parent is None else pasts[parent]
            body: Any = json.loads(gateway.received[at].body)
            assert body["contents"] == [*before, asked]
            came = [part for part in answers[at] if "thought" not in part]
            pasts.append([*before, asked, {"role": "model", "parts": came}])
