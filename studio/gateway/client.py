"""One HTTP call of a job: sent once, over a connection of its own, never redirected, never unbounded."""

from __future__ import annotations

import asyncio
import json
import secrets
import ssl
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

import httpx

from studio.domain.charge import Outcome
from studio.domain.errors import GatewayRefused
from studio.domain.job import JobState
from studio.domain.keys import Secret, checked_address, is_loopback
from studio.gateway.connection import DirectTransport
from studio.gateway.failures import error_of, is_html, lost, not_sent
from studio.gateway.receiving import Receiving
from studio.gateway.request import call_path
from studio.gateway.sending import Sending
from studio.gateway.tolerant import elements, members, text

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable
    from datetime import datetime

    from studio.domain.incoming import Incoming
    from studio.domain.reply import Reply

_SENT_AT_ONCE: Final = 256 << 10
_LONGEST_MODEL_LIST: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, and between two pieces sent or received; bytes of a reply and of an error's body.

    The waits are longer than any gateway's own, so that the client never gives up first.
    """

    connect: float = 10
    write: float = 600
    read: float = 600
    reply_bytes: int = 256 << 20
    error_bytes: int = 64 << 10


USUAL_LIMITS: Final = Limits()


def random_token() -> str:
    """What marks the pictures in a reply that nobody but its reader may know."""
    return secrets.token_hex(16)


class Gateway:
    """A gateway at an address, as an async context manager. Raises UnusableAddress for one no key may go to.

    `verify` replaces the system's certificates. Every failure of a call is a GatewayError that shows neither
    the key nor a header.
    """

    def __init__(
        self,
        address: str,
        *,
        now: Callable[[], datetime],
        limits: Limits = USUAL_LIMITS,
        verify: ssl.SSLContext | None = None,
        new_token: Callable[[], str] = random_token,
    ) -> None:
        self._address = checked_address(address)
        self._now = now
        self._limits = limits
        self._verify = verify
        self._new_token = new_token

    async def __aenter__(self) -> Self:
        self._verify = self._verify or await certificates(self._address)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing stays open between calls."""

    async def attempt(
        self,
        *,
        route: str,
        body: bytes,
        key: Secret,
        incoming: Incoming,
        progress: Callable[[JobState], None],
    ) -> Reply:
        """One call. Reports WAITING when the body is out, RECEIVING at the first byte of a reply.

        A reply that was cut off counts when a picture in it was whole (`Reply.cut`).
        """
        sending = Sending(method="POST", on_sent=lambda: progress(JobState.WAITING))

        def arriving() -> None:
            sending.sent()
            progress(JobState.RECEIVING)

        async with self._answer(call_path(route), key=key, body=body, sending=sending) as answer:
            if answer.response.status_code != 200:
                raise await answer.error(incoming, max_bytes=self._limits.error_bytes)
            return await answer.reply(
                incoming,
                token=self._new_token(),
                max_bytes=self._limits.reply_bytes,
                on_first_byte=arriving,
            )

    async def models(self, key: Secret) -> tuple[str, ...]:
        """The models that the key may use, as the gateway lists them; a call that costs nothing."""
        sending = Sending(method="GET", on_sent=lambda: None)
        async with self._answer("/v1/models", key=key, body=None, sending=sending) as answer:
            if answer.response.status_code != 200:
                raise await answer.error(None, max_bytes=self._limits.error_bytes)
            body = await answer.body(_LONGEST_MODEL_LIST)
            try:
                value = json.loads(body)
            except (ValueError, RecursionError) as error:
                raise lost("html" if is_html(body) else "garbled", status=200) from error
            if error_of(value) is not None:
                raise answer.error_in(body)
            return _model_names(value)

    @asynccontextmanager
    async def _answer(
        self, path: str, *, key: Secret, body: bytes | None, sending: Sending
    ) -> AsyncGenerator[Receiving]:
        headers = {
            "Authorization": f"Bearer {header_key(key)}",
            "User-Agent": "Proofroom",
            "Connection": "close",
        }
        if body is not None:
            headers |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
        async with client_of(self._address, limits=self._limits, verify=self._verify) as client:
            try:
                request = client.build_request(
                    "GET" if body is None else "POST",
                    self._address + path,
                    headers=headers,
                    content=None if body is None else _in_pieces(body),
                    extensions={"trace": sending.trace},
                )
                response = await client.send(request, stream=True)
            except (httpx.TransportError, httpx.InvalidURL, UnicodeError) as error:
                raise sending.error(error) from error
            try:
                yield Receiving(response, key, self._now)
            finally:
                await response.aclose()


def client_of(address: str, *, limits: Limits, verify: ssl.SSLContext | None) -> httpx.AsyncClient:
    """A client of its own for each call: a stale kept-alive connection looks like an unknown outcome.

    Raises NotSent where the system's proxy can't be used.
    """
    context = verify or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusts_system = not is_loopback(urlsplit(address).hostname or "")
    try:
        return httpx.AsyncClient(
            verify=context,
            trust_env=trusts_system,
            # With a transport of one's own, httpx doesn't look for the system's proxies.
            transport=None if trusts_system and getproxies() else DirectTransport(context),
            http2=False,
            follow_redirects=False,
            limits=httpx.Limits(max_keepalive_connections=0),
            timeout=httpx.Timeout(
                connect=limits.connect, write=limits.write, read=limits.read, pool=limits.connect
            ),
        )
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        # The system's proxy is of a kind that isn't spoken here, or its address is none.
        raise not_sent("proxy") from error


async def certificates(address: str) -> ssl.SSLContext | None:
    """The system's, which take up to a second to read; a loopback address over http needs none."""
    if not address.lower().startswith("https:"):
        return None
    return await asyncio.to_thread(httpx.create_ssl_context)


async def _in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """So that the time-out counts per piece, and a slow line has time for a large body."""
    for start in range(0, len(body), _SENT_AT_ONCE):
        yield body[start : start + _SENT_AT_ONCE]


def header_key(key: Secret) -> str:
    """The key, if it can stand in a header; the library's own complaint would quote it."""
    value = key.reveal()
    if not (value.isascii() and value.isprintable() and value and " " not in value):
        raise GatewayRefused("invalid_api_key", outcome=Outcome.REFUSED)
    return value


def _model_names(value: object) -> tuple[str, ...]:
    """Both shapes of wire.md 8: `data` with `id`, and Google's `models` with `name`."""
    listed = [entry for document in elements(value) for entry in members(document, "data", "models")]
    names = (text(entry, "id", "name").removeprefix("models/") for entry in listed)
    return tuple(name for name in names if name)
