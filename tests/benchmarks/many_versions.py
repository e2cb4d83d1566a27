"""`many_versions FOLDER COUNT`: a library of that many versions, written as files that opening it indexes."""

from __future__ import annotations

import asyncio
import hashlib
import io
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image

from studio.domain.charge import Outcome
from studio.domain.first_project import FIRST_PROJECT
from studio.domain.recipe import Recipe
from studio.domain.reply import ReceivedPicture, Reply
from studio.engine.compose import new_id, now
from studio.library import sidecars
from studio.library.library import Library
from tests.benchmarks.engines import GROUP
from tests.benchmarks.measuring import say

_START = datetime(2026, 1, 1, tzinfo=UTC)
_WORDS = ("lighthouse", "harbour", "ridge", "sign-in screen", "desert", "city", "灯塔", "山谷")


def _picture(number: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 40), (number % 256, number // 256 % 256, 90)).save(file, "PNG")
    return file.getvalue()


def _sidecar(number: int, picture: bytes) -> sidecars.Sidecar:
    created = _START + timedelta(minutes=number)
    order, attempt, job = (f"{kind}{number:08}" for kind in ("order", "attempt", "job"))
    return sidecars.Sidecar(
        recipe=Recipe(prompt=f"A {_WORDS[number % len(_WORDS)]} at dawn, number {number}"),
        order=sidecars.OrderRecord(
            id=order,
            project=FIRST_PROJECT,
            model="gemini-3.1-flash-image-preview",
            gateway="https://bananarouter.com",
            group=GROUP,
            price="0.16",
            count=1,
            placed=created,
            price_assumed=False,
        ),
        attempt=sidecars.AttemptRecord(
            id=attempt,
            job=job,
            job_number=1,
            number=1,
            group=GROUP,
            gateway="https://bananarouter.com",
            price="0.16",
            price_assumed=False,
            started=created,
        ),
        version=sidecars.PictureRecord(
            id=f"version{number:06}",
            number=number,
            sha256=hashlib.sha256(picture).hexdigest(),
            size=len(picture),
            mime="image/png",
            width=64,
            height=40,
            created=created,
            blob=0,
            arrived_after_cancel=False,
            palette=("#305a5a",),
        ),
        reply=Reply(Outcome.PICTURE, (ReceivedPicture(0),), ReceivedPicture(0)),
        seconds=14.0,
    )


async def _make(folder: Path, count: int) -> None:
    for number in range(1, count + 1):
        picture = _picture(number)
        sidecar = _sidecar(number, picture)
        month = folder / FIRST_PROJECT / sidecar.version.created.strftime("%Y-%m")
        month.mkdir(parents=True, exist_ok=True)
        stem = f"{number:05}-picture-{sidecar.version.id}"
        (month / f"{stem}.png").write_bytes(picture)
        (month / f"{stem}.json").write_bytes(sidecars.encode(sidecar))
    async with Library(folder, now=now, new_id=new_id, thumbnails=False) as library:
        say(versions=await library.count())


if __name__ == "__main__":
    asyncio.run(_make(Path(sys.argv[1]), int(sys.argv[2])))
