"""Sums that are exact, and an index that can be written anew from the files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.errors import UnknownJob
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.goal import Goal
from studio.domain.job import ErrorWords, JobState
from studio.domain.money import Money, total
from studio.domain.recipe import Recipe, ThinkingLevel
from studio.domain.reference import Reference
from studio.library.draft import Draft, read_draft, write_draft
from studio.library.library import Library
from studio.library.verify import Disagreement, Finding
from tests.library.scenes import (
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

    from studio.domain.version import Version

ENDS = [outcome for outcome in Outcome if outcome is not Outcome.PICTURE]


@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.sampled_from([None, Outcome.PICTURE, *ENDS])),
        min_size=1,
        max_size=8,
    )
)
@hypothesis_settings(max_examples=20)
async def test_the_day_costs_the_sum_of_its_attempts_to_the_fen(
    tmp_path_factory: pytest.TempPathFactory, calls: list[tuple[int, Outcome | None]]
) -> None:
    expected: dict[Charge, list[Money]] = {charge: [] for charge in Charge}
    data = picture(size=(32, 32))
    async with library_in(tmp_path_factory.mktemp("library"), thumbnails=False) as library:
        for number, (fen, outcome) in enumerate(calls):
            price = Money.from_fen(fen)
            (job,) = await library.place(order(order_id=f"o{number}", price=price))
            if outcome is None:
                expected[Charge.RESERVED].append(price)
                continue
            begun = await begin(library, job)
            if outcome is Outcome.PICTURE:
                await receive(library, begun, data)
                await library.keep(begun.attempt.id, reply_with(False), seconds=1)
            else:
                await library.end_attempt(begun.attempt.id, outcome=outcome, error=None, seconds=None)
            expected[VERDICTS[outcome].charge].append(price)
        spent = await library.spent(START, START + timedelta(days=1))
        assert spent.charged == total(expected[Charge.CHARGED])
        assert spent.unknown == total(expected[Charge.UNKNOWN])
        assert spent.reserved == total(expected[Charge.RESERVED])
        assert spent.total == spent.charged + spent.unknown + spent.reserved
        entries = await library.attempts(limit=100)
        assert [entry.attempt.price.fen for entry in reversed(entries)] == [
            fen for fen, outcome in calls if outcome is not None
        ]


async def test_a_day_counts_what_started_in_it(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock) as library:
        await generate(library, order(placed=START))
        clock.time = START + timedelta(days=1)
        await generate(library, order(order_id="o2", placed=clock.time, price=Money.parse("1.02")))
        first, second = START.replace(hour=0), START.replace(hour=0) + timedelta(days=1)
        assert (await library.spent(first, second)).charged == Money.parse("0.25")
        assert (await library.spent(second, second + timedelta(days=1))).charged == Money.parse("1.02")


RECIPE = Recipe(
    "灯塔\n“quoted” \x7f \U0001f98a",
    references=(Reference("ab" * 32, "image/png", 3, 4, 5, "fox.png"),),
    aspect=AspectRatio.R21_9,
    resolution=Resolution.HALF_K,
    thinking=ThinkingLevel.HIGH,
)


async def test_an_index_written_from_the_files_is_the_one_that_was(tmp_path: Path) -> None:
    clock = Clock()
    async with library_in(tmp_path, now=clock) as library:
        (first,) = await generate(library, order(recipe=RECIPE))
        clock.time -= timedelta(days=400)
        child = Recipe("change it", parent=first.versions[0])
        await generate(library, order(order_id="o2", count=2, recipe=child), picture("JPEG"), picture())
        clock.time += timedelta(days=800)
        await generate(library, order(order_id="o3", project="Other", gateway="demo"))
        versions = await library.versions(limit=50)
        jobs = await library.jobs(ended=True)
        attempts = await library.attempts(limit=50)
        assert await library.rebuild() == 4
        assert await library.versions(limit=50) == versions
        assert await library.jobs(ended=True) == jobs
        assert list((tmp_path / ".proofroom" / "trash").iterdir())
    for path in (tmp_path / ".proofroom").glob("library.sqlite*"):
        path.unlink()
    async with library_in(tmp_path, seed="next start") as library:
        assert await library.versions(limit=50) == versions
        assert set(await library.jobs(ended=True)) == set(jobs)
        assert set(await library.attempts(limit=50)) == set(attempts)
        assert await library.count("change") == 2
        (later,) = await generate(library, order(order_id="o9"))
        assert (await library.version(later.versions[0])).number == 4
        assert await library.verify() == ()


async def unplaced(library: Library) -> list[Version]:
    """All of them, but for their place in the order of writing: written anew they have another."""
    return [replace(one, sequence=0) for one in await library.versions(limit=9)]


async def test_what_the_person_does_to_the_files_is_found_and_taken_over(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library, order(count=5))
        changed, gone, moved, bare, copied = sorted(await unplaced(library), key=lambda one: one.number)
        library.path(changed).write_bytes(b"painted over")
        library.path(gone).unlink()
        library.path(gone).with_suffix(".json").unlink()
        new_folder = tmp_path / "My best" / "foxes"
        new_folder.mkdir(parents=True)
        for ending in (".png", ".json"):
            shutil.move(library.path(moved).with_suffix(ending), new_folder / f"fox{ending}")
            shutil.copy(library.path(copied).with_suffix(ending), new_folder / f"zz{ending}")
        library.path(bare).with_suffix(".json").unlink()
        (tmp_path / "Sketches" / "holiday.jpg").write_bytes(picture("JPEG"))
        (tmp_path / "Sketches" / "notes.json").write_text('{"mine": true}')

        missing = Disagreement.MISSING_FILE
        assert set(await library.verify()) == {
            Finding(Disagreement.CHANGED_BYTES, changed.path, changed.id),
            Finding(missing, gone.path, gone.id),
            Finding(Disagreement.MISSING_SIDECAR, gone.path, gone.id),
            Finding(missing, moved.path, moved.id),
            Finding(Disagreement.MISSING_SIDECAR, moved.path, moved.id),
            Finding(Disagreement.MISSING_SIDECAR, bare.path, bare.id),
            Finding(Disagreement.STRAY_PICTURE, "My best/foxes/fox.png"),
            Finding(Disagreement.STRAY_PICTURE, "My best/foxes/zz.png"),
            Finding(Disagreement.STRAY_PICTURE, "Sketches/holiday.jpg"),
        }
        assert await library.rebuild() == 4
        after = {version.id: version for version in await unplaced(library)}
        assert after[changed.id] == changed
        assert gone.id not in after
        assert after[moved.id] == replace(moved, path="My best/foxes/fox.png")
        assert after[bare.id] == bare
        assert len(await library.attempts(limit=9)) == 5
        assert Finding(Disagreement.ORPHAN_ROW, "", gone.job) in await library.verify()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"0.25"', '"a lot"'),
        ('"0.25"', '"-1"'),
        ('"created": "2025', '"created": "then'),
        ('Z"', '"'),
        ('"number": 1', '"number": -1'),
        ('"number": 1', f'"number": {1 << 70}'),
        ('"format": 1', '"format": 2'),
        ('"aspect": "16:9"', '"aspect": "17:9"'),
        ('"recipe"', '"recipes"'),
        ("{", ""),
        ("{", '{"more": ' + "[" * 9000 + "]" * 9000 + ","),
    ],
)
async def test_a_sidecar_that_was_edited_into_nonsense_is_passed_over(
    tmp_path: Path, old: str, new: str
) -> None:
    async with library_in(tmp_path) as library:
        await generate(library, order(count=2))
        version, other = await library.versions(limit=2)
        path = library.path(version).with_suffix(".json")
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new) if "more" not in new else text.replace(old, new, 1), "utf-8")
    for index in (tmp_path / ".proofroom").glob("library.sqlite*"):
        index.unlink()
    async with library_in(tmp_path, seed="next start") as library:
        assert await library.versions(limit=5) == (other,)


async def test_a_colour_that_was_edited_into_nonsense_costs_no_picture(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        path = library.path(version).with_suffix(".json")
        path.write_text(path.read_text("utf-8").replace(version.palette[0], "#fuchsia"), "utf-8")
    for index in (tmp_path / ".proofroom").glob("library.sqlite*"):
        index.unlink()
    async with library_in(tmp_path, seed="next start") as library:
        assert [one.id for one in await library.versions(limit=5)] == [version.id]


async def test_a_job_that_cant_be_sent_is_refused_and_frees_its_money(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        refused = await library.refuse(job.id, ErrorWords("no_key", message="官KEY-3.5折"))
        assert (refused.state, refused.error) == (
            JobState.REFUSED,
            ErrorWords("no_key", message="官KEY-3.5折"),
        )
        assert (await library.spent(START, START + timedelta(days=1))).reserved == Money.from_fen(0)
        for unknown in (library.job("x"), library.cancel("x"), library.dismiss("x")):
            with pytest.raises(UnknownJob):
                await unknown


def test_the_draft_is_kept_and_a_damaged_one_is_moved_aside(tmp_path: Path) -> None:
    assert read_draft(tmp_path) is None
    draft = Draft(RECIPE, "官KEY-3.5折", 3, goal=Goal.LEAST_MONEY)
    write_draft(tmp_path, draft)
    assert read_draft(tmp_path) == draft
    path = tmp_path / ".proofroom" / "draft.json"
    path.write_bytes(path.read_bytes()[:50])
    assert read_draft(tmp_path) is None
    assert read_draft(tmp_path) is None
    assert path.with_name("draft.damaged.json").exists()


def test_a_draft_of_before_there_were_goals_is_read(tmp_path: Path) -> None:
    path = tmp_path / ".proofroom" / "draft.json"
    path.parent.mkdir()
    path.write_text('{"recipe": {"prompt": "a fox"}, "group": "官KEY-3.5折", "count": 2}', encoding="utf-8")
    assert read_draft(tmp_path) == Draft(Recipe("a fox"), "官KEY-3.5折", 2)


async def test_ten_thousand_versions_are_read_a_window_at_a_time(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    async with library_in(tmp_path) as library:
        await generate(library)
    with closing(sqlite3.connect(tmp_path / ".proofroom" / "library.sqlite")) as connection, connection:
        # Each as the first, but for what must differ.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("CREATE TEMP TABLE copies AS SELECT * FROM versions")
        for number in range(2, 10_001):
            connection.execute(
                "UPDATE copies SET sequence = ?1, number = ?1, id = ?2, attempt = ?2, path = ?2",
                (number, f"{number:032}"),
            )
            connection.execute("INSERT INTO versions SELECT * FROM copies")
    async with Library.reader(tmp_path) as reader:
        assert await reader.count() == 10_000
        newest = await reader.versions(limit=200)
        assert [version.number for version in newest] == list(range(10_000, 9_800, -1))
        last = await reader.versions(limit=200, offset=9_900)
        assert [version.number for version in last] == list(range(100, 0, -1))
