"""The digest of a picture that arrives in pieces is the digest of its file."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

from studio.library.digest import RunningDigest

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = random.Random(3).randbytes(11_000_003)


async def test_of_a_file_that_arrives_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "picture-0"
    digest = RunningDigest(path)
    with path.open("wb", buffering=0) as file:
        for start in range(0, len(PICTURE), 1_700_000):
            file.write(PICTURE[start : start + 1_700_000])
            digest.grew(file.tell())

    assert await digest.finish(len(PICTURE)) == hashlib.sha256(PICTURE).hexdigest()


async def test_of_a_file_smaller_than_a_step(tmp_path: Path) -> None:
    path = tmp_path / "picture-0"
    path.write_bytes(PICTURE[:1000])

    assert await RunningDigest(path).finish(1000) == hashlib.sha256(PICTURE[:1000]).hexdigest()


async def test_a_file_that_is_gone_or_too_short_has_none(tmp_path: Path) -> None:
    path = tmp_path / "picture-0"

    assert await RunningDigest(path).finish(1000) is None

    path.write_bytes(PICTURE[:999])
    assert await RunningDigest(path).finish(1000) is None
