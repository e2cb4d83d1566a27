"""Eight 27 MB replies at once over TLS, while the window's own timer ticks every 4 ms."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import Figure, big_server, child

_ROUNDS = 5
_PICTURE_MB = 20  # in base64 about 27 MB
_PROBE = "tests.benchmarks.arrivals_probe"


def figures() -> list[Figure]:
    """Interleaved: reading and dropping the bytes, thumbnails off, thumbnails on."""
    told: dict[str, list[dict[str, float]]] = {"drop": [], "off": [], "on": []}
    with (
        tempfile.TemporaryDirectory() as name,
        big_server(Path(name), megabytes=_PICTURE_MB, tls=True, aside=True) as address,
    ):
        authority = str(Path(name) / "authority.pem")
        for _ in range(_ROUNDS):
            for kind, runs in told.items():
                with tempfile.TemporaryDirectory() as folder:
                    runs.append(child(_PROBE, kind, address, folder, SSL_CERT_FILE=authority))

    def middle(name: str, field: str) -> float:
        return statistics.median(run[field] for run in told[name])

    pairs = zip(told["off"], told["drop"], strict=True)
    return [
        Figure("reading and dropping the same bytes", middle("drop", "s"), "s"),
        Figure("thumbnails off: all eight durable in the library", middle("off", "s"), "s"),
        Figure(
            "thumbnails off / reading and dropping",
            statistics.median(ours["s"] / floor["s"] for ours, floor in pairs),
            "x",
            1.3,
        ),
        Figure("thumbnails off: longest gap in the window", middle("off", "longest"), "ms", 16),
        Figure("thumbnails off: p99 of the gaps", middle("off", "p99"), "ms", 10),
        Figure("thumbnails off: extra peak memory", middle("off", "mb"), "MB", 16),
        Figure("thumbnails on: longest gap in the window", middle("on", "longest"), "ms", 16),
        Figure("thumbnails on: p99 of the gaps", middle("on", "p99"), "ms", 10),
        Figure("thumbnails on: extra peak memory", middle("on", "mb"), "MB", 16 + 2 * 32),
    ]
