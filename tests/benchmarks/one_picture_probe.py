"""Fetches one picture to a file: `one_picture_probe curl|ours|sdk ADDRESS FOLDER`.

Times exclude imports, and for ours and Google's SDK what only a first call needs: each asks for the list of
models first. Ours count from the placing of the order until its version is a row in the library, with the
picture synced; curl and the SDK write theirs without syncing.
"""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tests.benchmarks.measuring import memory_mb, reset_peak_memory, say

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_MODEL = "gemini-3.1-flash-image-preview"
_ROUTE = f"/v1beta/models/{_MODEL}:generateContent"


@contextmanager
def _measured() -> Generator[None]:
    before = memory_mb("VmRSS")
    reset_peak_memory()
    began = time.perf_counter()
    yield
    took = (time.perf_counter() - began) * 1000
    say(ms=took, mb=max(memory_mb("VmHWM") - before, 0.01))


def _curl(address: str, folder: Path) -> None:
    with _measured():
        subprocess.run(
            ["curl", "-s", "-d", "{}", "-o", str(folder / "reply.json"), address + _ROUTE], check=True
        )


def _ours(address: str, folder: Path) -> None:
    # As the window's loader does it after the first paint.
    from studio.domain.keys import Secret
    from tests.benchmarks.engines import bench_order, bench_studio

    async def fetch() -> None:
        async with bench_studio(folder, address, thumbnails=False) as studio:
            await studio.test_connection(address, Secret("bench"))
            with _measured():
                await studio.place(bench_order(studio, 1))
                await studio.wait_idle()
            assert await studio.library.count() == 1

    asyncio.run(fetch())


def _sdk(address: str, folder: Path) -> None:
    # Only the benchmark's own requirements bring it, so the types of its parts aren't there to check.
    genai = cast(Any, importlib.import_module("google.genai"))
    options = genai.types.HttpOptions(base_url=address)
    client = genai.Client(api_key="bench", http_options=options)
    list(client.models.list())
    with _measured():
        reply = client.models.generate_content(
            model="gemini-3.1-flash-image-preview", contents="a lighthouse"
        )
        for part in reply.candidates[0].content.parts:
            if part.inline_data:
                (folder / "picture.png").write_bytes(part.inline_data.data)
    assert (folder / "picture.png").stat().st_size > 1e6


KINDS: dict[str, Callable[[str, Path], None]] = {"curl": _curl, "ours": _ours, "sdk": _sdk}

if __name__ == "__main__":
    KINDS[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))
