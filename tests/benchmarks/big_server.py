"""A gateway of its own process that answers every generation with one large picture. Run as a program.

`python -m tests.benchmarks.big_server FOLDER MEGABYTES SECONDS [tls] [aside]` prints its port, and serves
until its standard input closes. SECONDS paces the link; 0 sends as fast as it can. It stands for another
machine: with `aside` it takes the processor only when nobody else on this one wants it.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
import zlib
from pathlib import Path

import pybase64
import trustme

_CHUNK = 1 << 16
_NO_MODELS = b'{"data":[]}'


def noise_png(megabytes: float, folder: Path) -> bytes:
    """A valid PNG of about this many megabytes: noise, so that it doesn't shrink."""
    side = int((megabytes * 1e6 / 3) ** 0.5)
    path = folder / f"{megabytes}.png"
    if not path.exists():
        path.write_bytes(_png(side))
    return path.read_bytes()


def _png(side: int) -> bytes:
    import random

    noise = random.Random(7)
    rows = b"".join(b"\0" + noise.randbytes(side * 3) for _ in range(side))

    def part(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)

    header = side.to_bytes(4) + side.to_bytes(4) + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", header)
        + part(b"IDAT", zlib.compress(rows, 1))
        + part(b"IEND", b"")
    )


def reply_body(picture: bytes) -> bytes:
    """The picture as the wire brings it."""
    return (
        b'{"candidates":[{"content":{"role":"model","parts":[{"inlineData":{"mimeType":"image/png","data":"'
        + pybase64.b64encode(picture)
        + b'"}}]},"finishReason":"STOP","index":0}],"usageMetadata":{"totalTokenCount":1146},'
        b'"modelVersion":"gemini-3.1-flash-image-preview","responseId":"bench"}'
    )


class BigServer:
    """Answers a POST with `body`, paced to `seconds` unless that is 0; a GET with an empty list of models."""

    def __init__(self, body: bytes, seconds: float) -> None:
        self._body = body
        self._seconds = seconds

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, one reply, then the connection ends."""
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            ),
            0,
        )
        await reader.readexactly(length)
        body = _NO_MODELS if head.startswith(b"GET ") else self._body
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body)
        )
        began = asyncio.get_running_loop().time()
        for start in range(0, len(body), _CHUNK):
            writer.write(body[start : start + _CHUNK])
            await writer.drain()
            if self._seconds:
                due = began + self._seconds * (start + _CHUNK) / len(body)
                await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
        writer.close()


async def _serve(folder: Path, megabytes: float, seconds: float, *, tls: bool) -> None:
    body = reply_body(noise_png(megabytes, folder))
    context = None
    if tls:
        authority = trustme.CA()
        authority.cert_pem.write_to_path(folder / "authority.pem")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        # The annotation also names pyOpenSSL, which isn't installed.
        authority.issue_cert("localhost").configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - as said
    server = await asyncio.start_server(BigServer(body, seconds).answer, "127.0.0.1", 0, ssl=context)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    if "aside" in sys.argv[4:] and sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    asyncio.run(_serve(Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), tls="tls" in sys.argv[4:]))
