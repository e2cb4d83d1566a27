"""What many versions have in common, over a real index."""

import asyncio
from pathlib import Path

from studio.domain.flags import Flag, Label
from studio.domain.judgement import Change
from studio.domain.money import Money
from studio.domain.summary import Summary
from tests.library.scenes import PRICE, generate, library_in, order


async def test_it_says_what_is_the_same_and_what_differs(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        jobs = await generate(library, order(count=3))
        ids = [job.versions[0] for job in jobs]
        sizes = sum(version.size for version in await library.versions_of(ids))
        await library.curator.change(ids, Change(label=Label.RED, add_tags=("Fog",)))
        await library.curator.change(ids[:2], Change(rating=4, add_tags=("Sea",)))
        said = await library.summary(ids)
        assert said == Summary(
            count=3,
            cost=Money.from_fen(3 * PRICE.fen),
            size=sizes,
            rating=None,
            flag=Flag.NONE,
            label=Label.RED,
            project=jobs[0].order.project,
            tags=(("Fog", 3), ("Sea", 2)),
        )
        assert (await library.summary(ids[:2])).rating == 4
        assert await library.summary(("gone",)) == Summary()


async def test_nobody_waits_for_the_summary_of_very_many(tmp_path: Path) -> None:
    async with library_in(tmp_path, thumbnails=False) as library:
        (job,) = await generate(library)
        ids = [*(f"{number:032}" for number in range(200_000)), *job.versions]
        asked = asyncio.create_task(library.summary(ids))
        await asyncio.sleep(0)
        assert await library.count() == 1
        assert not asked.done()
        assert (await asked).count == 1
