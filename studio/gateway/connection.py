"""A connection for large replies: reads whatever the socket has, up to 128 KiB at once, also through TLS.

httpx's usual connection reads through anyio, over TLS a record of 16 KiB at a time: on a reply of 27 MB that
costs twice the processor time.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast

import httpcore
import httpx

from studio.domain.keys import is_loopback

if TYPE_CHECKING:
    import ssl
    from collections.abc import Generator, Iterable

_AT_ONCE: Final = 1 << 17
# Bytes that wait to be read: above the one the sender is held up, below the other it goes on.
_MUCH: Final = 1 << 18
_LITTLE: Final = 1 << 17
_SECONDS_BETWEEN_ADDRESSES: Final = 0.25


class DirectTransport(httpx.AsyncHTTPTransport):
    """httpx's transport over this connection: straight to the server, without a proxy, used once."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(verify=context)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context, max_keepalive_connections=0, network_backend=_Network()
        )


class _Network(httpcore.AsyncNetworkBackend):
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        del local_address, socket_options
        # Cancelled in the moment in which it is won, asyncio's race of addresses leaves a socket open: on
        # this machine there is nothing to race for.
        delay = None if is_loopback(host) else _SECONDS_BETWEEN_ADDRESSES
        with _raised_as(httpcore.ConnectTimeout, httpcore.ConnectError):
            async with asyncio.timeout(timeout):
                _, wire = await asyncio.get_running_loop().create_connection(
                    _Wire, host, port, happy_eyeballs_delay=delay
                )
        return _Connection(wire)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Connection(httpcore.AsyncNetworkStream):
    def __init__(self, wire: _Wire) -> None:
        self._wire = wire

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - as above
        """What has come, whole: more than `max_bytes`, which is only what httpcore is used to."""
        with _raised_as(httpcore.ReadTimeout, httpcore.ReadError):
            async with asyncio.timeout(timeout):
                return await self._wire.read()

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - as above
        with _raised_as(httpcore.WriteTimeout, httpcore.WriteError):
            async with asyncio.timeout(timeout):
                await self._wire.write(buffer)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> httpcore.AsyncNetworkStream:
        with _raised_as(httpcore.ConnectTimeout, httpcore.ConnectError):
            async with asyncio.timeout(timeout):
                await self._wire.start_tls(ssl_context, server_hostname)
        return self

    async def aclose(self) -> None:
        self._wire.close()

    def get_extra_info(self, info: str) -> object:
        """Only what httpcore itself asks for while a connection is used once: whether TLS chose HTTP/2."""
        return self._wire.tls if info == "ssl_object" else None


class _Wire(asyncio.BufferedProtocol):
    """What has come and wasn't read yet, and whether more may be sent."""

    def __init__(self) -> None:
        self._buffer = memoryview(bytearray(_AT_ONCE))
        self._pieces: deque[bytes] = deque()
        self._waiting_bytes = 0
        self._held_up = False
        self._over = False
        self._error: Exception | None = None
        self._changed = asyncio.Event()
        self._may_send = asyncio.Event()
        self._may_send.set()

    @property
    def tls(self) -> object:
        return self._transport.get_extra_info("ssl_object")

    async def read(self) -> bytes:
        """The oldest piece; empty at the end."""
        while not self._pieces and not self._over:
            self._changed.clear()
            await self._changed.wait()
        if not self._pieces:
            if self._error:
                raise self._error
            return b""
        piece = self._pieces.popleft()
        self._waiting_bytes -= len(piece)
        if self._held_up and self._waiting_bytes < _LITTLE:
            self._held_up = False
            self._transport.resume_reading()
        return piece

    async def write(self, data: bytes) -> None:
        """Returns when all but some kilobytes have gone out."""
        if self._over:
            raise self._error or ConnectionResetError()
        self._transport.write(data)
        await self._may_send.wait()

    async def start_tls(self, context: ssl.SSLContext, name: str | None) -> None:
        transport = await asyncio.get_running_loop().start_tls(
            self._transport, self, context, server_hostname=name
        )
        if transport is None:
            raise ConnectionResetError
        self._transport = transport

    def close(self) -> None:
        """At once: who closes has read all that counts."""
        self._transport.abort()

    # What asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def get_buffer(self, sizehint: int) -> memoryview:
        del sizehint
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        self._pieces.append(bytes(self._buffer[:nbytes]))
        self._waiting_bytes += nbytes
        if self._waiting_bytes > _MUCH and not self._held_up:
            self._held_up = True
            self._transport.pause_reading()
        self._changed.set()

    def eof_received(self) -> None:
        self._end(None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(exc)

    def _end(self, error: Exception | None) -> None:
        self._over = True
        self._error = self._error or error
        self._changed.set()
        self._may_send.set()

    def pause_writing(self) -> None:
        self._may_send.clear()

    def resume_writing(self) -> None:
        self._may_send.set()


@contextmanager
def _raised_as(timeout: type[Exception], other: type[Exception]) -> Generator[None]:
    try:
        yield
    except TimeoutError as error:
        raise timeout(error) from error
    except OSError as error:
        raise other(error) from error
