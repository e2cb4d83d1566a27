"""One attempt against a scripted gateway, and what it left behind."""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from studio.domain.errors import (
    GatewayError,
)
from studio.domain.job import JobState
from studio.domain.keys import Secret
from studio.domain.reply import Reply
from studio.gateway.client import Gateway, Limits
from tests.support.scripted_gateway import (
    Answer,
    ScriptedGateway,
    picture_part,
    reply_of,
)

if TYPE_CHECKING:
    import ssl

KEY = Secret("sk-test-4f9c2a7e1b")
PNG = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(300_000)
JPEG = b"\xff\xd8\xff\xe0" + random.Random(2).randbytes(200_000)
GOOD = reply_of(picture_part(PNG))
GOOD_BODY = json.dumps(GOOD).encode()
QUICK = Limits(connect=5, write=5, read=0.2, reply_bytes=2 << 20, error_bytes=4096)


@dataclass
class KeptSink:
    data: bytearray = field(default_factory=bytearray)
    closed: bool = False

    def write(self, data: bytes, /) -> None:
        self.data += data

    def close(self) -> None:
        self.closed = True


@dataclass
class Kept:
    """An incoming folder in memory."""

    sinks: list[KeptSink] = field(default_factory=list[KeptSink])
    rest: bytes | None = None
    arriving: asyncio.Event = field(default_factory=asyncio.Event)

    def open_sink(self, index: int, /) -> KeptSink:
        assert index == len(self.sinks)
        self.sinks.append(KeptSink())
        self.arriving.set()
        return self.sinks[-1]

    def keep_rest(self, rest: bytes, /) -> None:
        assert self.rest is None
        self.rest = rest


def now() -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Attempt:
    """What one attempt left behind."""

    incoming: Kept = field(default_factory=Kept)
    states: list[JobState] = field(default_factory=list[JobState])
    reply: Reply | None = None
    error: GatewayError | None = None

    async def make(
        self,
        address: str,
        *,
        key: Secret = KEY,
        body: bytes = b"{}",
        limits: Limits = QUICK,
        verify: ssl.SSLContext | None = None,
    ) -> Attempt:
        async with Gateway(address, now=now, limits=limits, verify=verify) as gateway:
            try:
                self.reply = await gateway.attempt(
                    route="gemini-3.1-flash-image-preview",
                    body=body,
                    key=key,
                    incoming=self.incoming,
                    progress=self.states.append,
                )
            except GatewayError as error:
                self.error = error
        assert all(sink.closed for sink in self.incoming.sinks)
        return self


async def attempt_at(script: Answer, *, limits: Limits = QUICK) -> Attempt:
    async with ScriptedGateway(script) as server:
        return await Attempt().make(server.address, limits=limits)
