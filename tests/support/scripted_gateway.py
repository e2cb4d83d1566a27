"""A gateway on a real loopback port that answers as its script says, also in ways no good server would.

It writes bytes to a socket by hand, so that it can cut, drip, lie about lengths, or say nothing at all. Each
call takes the next answer of the script; when the script has run out, the last one repeats.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    import ssl


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came: `headers` with lower-case names, `body` whole."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> object:
        return json.loads(self.body)


class Line:
    """The line to a client, for answers that write by hand."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    async def write(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    def reset(self) -> None:
        """Ends the connection as a crash would, without a farewell."""
        self._writer.transport.abort()


Answer = Callable[[Received, Line], Awaitable[None]]


def head(status: int = 200, headers: Mapping[str, str] | None = None, *, length: int | None = None) -> bytes:
    """Status line and headers; without a length the body goes on until the connection ends."""
    lines = [f"HTTP/1.1 {status} Said So", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def answer(body: bytes = b"", *, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    async def give(_: Received, line: Line) -> None:
        await line.write(head(status, headers, length=len(body)) + body)

    return give


def json_answer(value: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    body = json.dumps(value).encode()
    return answer(body, status=status, headers={"Content-Type": "application/json"} | dict(headers or {}))


def html_answer(title: str, *, status: int = 200) -> Answer:
    body = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>…</body></html>".encode()
    return answer(body, status=status, headers={"Content-Type": "text/html; charset=utf-8"})


def cut_answer(body: bytes, *, after: int, status: int = 200) -> Answer:
    """Promises the whole body and hangs up after so many bytes of it."""

    async def give(_: Received, line: Line) -> None:
        await line.write(head(status, length=len(body)) + body[:after])

    return give


def endless_answer(beginning: bytes, again: bytes, *, status: int = 200) -> Answer:
    """Goes on until the client has had enough."""

    async def give(_: Received, line: Line) -> None:
        await line.write(head(status) + beginning)
        while True:
            await line.write(again)

    return give


def silent_answer(until: asyncio.Event, then: Answer) -> Answer:
    """Takes the request and says nothing until the event is set."""

    async def give(request: Received, line: Line) -> None:
        await until.wait()
        await then(request, line)

    return give


def halting_answer(body: bytes, *, after: int, until: asyncio.Event) -> Answer:
    """Sends the body's beginning, waits for the event, and sends the rest."""

    async def give(_: Received, line: Line) -> None:
        await line.write(head(200, length=len(body)) + body[:after])
        await until.wait()
        await line.write(body[after:])

    return give


def chunked_answer(pieces: Sequence[bytes], *, ended: str = "properly") -> Answer:
    """In HTTP chunks; `ended` "abruptly" leaves the last, empty one out."""

    async def give(_: Received, line: Line) -> None:
        await line.write(head(200, {"Transfer-Encoding": "chunked"}))
        for piece in pieces:
            await line.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        if ended == "properly":
            await line.write(b"0\r\n\r\n")

    return give


def raw_answer(data: bytes) -> Answer:
    """These bytes instead of HTTP; none for a connection that just ends."""

    async def give(_: Received, line: Line) -> None:
        if data:
            await line.write(data)

    return give


def reset_answer() -> Answer:
    async def give(_: Received, line: Line) -> None:
        line.reset()

    return give


def picture_part(data: bytes, *, mime: str = "image/png", thought: bool = False) -> dict[str, object]:
    """A picture part as Google's own JSON has it."""
    encoded = base64.b64encode(data).decode("ascii")
    part: dict[str, object] = {"inlineData": {"mimeType": mime, "data": encoded}}
    return part | ({"thought": True} if thought else {"thoughtSignature": "CiQBjz1rX9"})


def reply_of(*parts: dict[str, object], finish_reason: str = "STOP") -> dict[str, object]:
    """A whole reply with these parts, in the shape of the recorded exchange of wire.md 2."""
    return {
        "candidates": [
            {"content": {"role": "model", "parts": list(parts)}, "finishReason": finish_reason, "index": 0}
        ],
        "usageMetadata": {
            "promptTokenCount": 11,
            "candidatesTokenCount": 1135,
            "totalTokenCount": 1146,
            "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 747}],
            "serviceTier": "standard",
        },
        "modelVersion": "gemini-3.1-flash-image-preview",
        "responseId": "r-0001",
    }


class ScriptedGateway:
    """An async context manager; `address` is where it listens, `received` what it was asked.

    With `beside`, what a window asks about prices and accounts is answered by that, and neither counted nor
    taken from the script.
    """

    def __init__(
        self,
        *script: Answer,
        tls: ssl.SSLContext | None = None,
        reads_bodies: str = "yes",
        beside: Answer | None = None,
    ) -> None:
        self.script = list(script)
        self._beside = beside
        self.received: list[Received] = []
        self._tls = tls
        self._reads_bodies = reads_bodies == "yes"
        self._server: asyncio.Server | None = None
        self._lines: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()
        for line in list(self._lines):
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    @property
    def port(self) -> int:
        assert self._server is not None
        return cast(int, self._server.sockets[0].getsockname()[1])

    @property
    def address(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines.add(task)
        task.add_done_callback(self._lines.discard)
        # The client may leave at any time; that is what some tests are about.
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            request = await self._read(reader)
            await self._answer(request)(request, Line(writer))
        with suppress(ConnectionError, asyncio.CancelledError):
            writer.close()
            await writer.wait_closed()

    def _answer(self, request: Received) -> Answer:
        if self._beside and request.target.startswith("/api/"):
            return self._beside
        at = min(len(self.received), len(self.script) - 1)
        self.received.append(request)
        return self.script[at]

    async def _read(self, reader: asyncio.StreamReader) -> Received:
        beginning = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = beginning.strip().split("\r\n")
        method, target, _ = first.split(" ", 2)
        pairs = (line.split(":", 1) for line in lines)
        headers = {name.strip().lower(): value.strip() for name, value in pairs}
        length = int(headers.get("content-length", "0")) if self._reads_bodies else 0
        return Received(method, target, headers, await reader.readexactly(length))
