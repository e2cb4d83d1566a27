"""The whole bodies of calls that continue a version, letter for letter."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studio.domain.geometry import AspectRatio
from studio.domain.job import JobState
from studio.domain.marks import Mark, MarkKind, Markup, Patch, PatchKind, Region
from studio.domain.recipe import Recipe, Sending
from tests.engine.workshop import at_work, generate, wish
from tests.support.scripted_gateway import json_answer, picture_part, reply_of

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

# 4 × 2 pixels each, in one colour.
TEAL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEklEQVR42mNkaGhggAEmBiQAABfOAQQWFnckAAAAAElFTkSuQmCC"
)
NAVY = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEklEQVR42mNkYGhggAEmBiQAAAvOAITLIzNUAAAAAElFTkSuQmCC"
)
GOLD = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEUlEQVR42mP8f50BDpgYkAAALV0B2kvkm60AAAAASUVORK5CYII="
)
ANSWER = json_answer(
    reply_of(
        {"text": "Hm.", "thought": True}, {"text": "Da: “狐”", "thoughtSignature": "Rg=="}, picture_part(TEAL)
    )
)
ARROW = Mark(MarkKind.ARROW, ((0.1, 0.1), (0.5, 0.5)))
REGION = Region((Patch(PatchKind.BOX, ((0.5, 0.0), (1.0, 0.5))),))


@pytest.mark.parametrize("sending", Sending)
async def test_names_marks_and_a_region(
    tmp_path: Path, sending: Sending, snapshot: SnapshotAssertion
) -> None:
    async with at_work(tmp_path, ANSWER) as (studio, gateway, _):
        root = await generate(studio, wish(recipe=Recipe("a fox", aspect=AspectRatio.R3_2)))
        logo = await studio.library.add_reference_bytes(NAVY, name="logo.png")
        marked = await studio.library.add_reference_bytes(GOLD, name="")
        recipe = Recipe(
            "Put @logo where the arrow points",
            references=(replace(logo, handle="logo"),),
            parent=root.versions[0],
            sending=sending,
            markup=Markup((ARROW,), marked),
            region=REGION,
        )
        job = await generate(studio, wish(recipe=recipe))
        assert job.state is JobState.SAVED
    assert gateway.received[1].body.decode() == snapshot


@pytest.mark.parametrize("sending", Sending)
async def test_only_words(tmp_path: Path, sending: Sending, snapshot: SnapshotAssertion) -> None:
    async with at_work(tmp_path, ANSWER) as (studio, gateway, _):
        root = await generate(studio, wish())
        recipe = Recipe('夜 @blob:0 "@text:"', parent=root.versions[0], sending=sending)
        await generate(studio, wish(recipe=recipe))
    assert gateway.received[1].body.decode() == snapshot


async def test_marks_alone_are_an_instruction(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    async with at_work(tmp_path, ANSWER) as (studio, gateway, _):
        root = await generate(studio, wish())
        marked = await studio.library.add_reference_bytes(GOLD, name="")
        markup = Markup((Mark(MarkKind.TEXT, ((0.2, 0.2),), text="bigger"),), marked)
        job = await generate(studio, wish(recipe=Recipe("", parent=root.versions[0], markup=markup)))
        assert job.state is JobState.SAVED
    assert gateway.received[1].body.decode() == snapshot
