"""Runs the demo gateway on a loopback port. Import it late: uvicorn and starlette come with it."""

import asyncio
import signal
import socket
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from types import FrameType, TracebackType
from typing import Self

import uvicorn
from starlette.requests import Request
from uvicorn.protocols.http.h11_impl import H11Protocol

from studio.demo.app import DemoApp
from studio.demo.behaviour import Behaviours
from studio.domain.catalog import Group

HOST = "127.0.0.1"
GRACE_SECONDS = 5


class DemoGateway:
    """A gateway on a loopback port for as long as the context lasts; `port` 0 takes a free one.

    OSError where the port is taken. `pace` stretches every wait: 1 as usual, 0 none. The same `seed` and the
    same sequence of calls give the same answers. Pictures are drawn in one thread: Pillow lets go of the
    interpreter lock in every long stroke, and one at a time leaves the window's thread room.
    """

    def __init__(
        self, *, groups: tuple[Group, ...] = (), pace: float = 1.0, seed: int = 0, port: int = 0
    ) -> None:
        self._groups = groups
        self._pace = pace
        self._seed = seed
        self._port = port

    async def __aenter__(self) -> Self:
        self._socket = _listening(self._port)
        self._port = int(self._socket.getsockname()[1])
        self._drawing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="demo-drawing")
        self._closing = asyncio.Event()
        connections = Connections()
        app = DemoApp(
            behaviours=Behaviours(self._groups, seed=self._seed),
            pace=self._pace,
            rng=Random(f"{self._seed} ids"),
            drawing=self._drawing,
            closing=self._closing,
            hang_up=connections.hang_up,
        )
        self._server = EmbeddedServer(
            uvicorn.Config(
                app.asgi(),
                http=connections.protocol(),
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="warning",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._socket]), name="demo gateway")
        await self._server.ready.wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.should_exit = True
        try:
            await self._serving
        finally:
            self._socket.close()
            self._drawing.shutdown(wait=True, cancel_futures=True)

    @property
    def url(self) -> str:
        """The address, without a path: http://127.0.0.1:PORT."""
        return f"http://{HOST}:{self._port}"


async def serve(
    port: int,
    *,
    announce: Callable[[str], None],
    groups: tuple[Group, ...] = (),
    pace: float = 1.0,
    seed: int = 0,
) -> None:
    """The stand-alone gateway: announces its address, runs until Ctrl-C or SIGTERM, then returns.

    For the main thread (signals). OSError where the port is taken; `port` 0 takes a free one.
    """
    stopped = asyncio.Event()
    with _on_stop(stopped):
        async with DemoGateway(groups=groups, pace=pace, seed=seed, port=port) as demo:
            announce(demo.url)
            await stopped.wait()


class EmbeddedServer(uvicorn.Server):
    """uvicorn without its own signal handlers, which says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


class Connections:
    """The open connections by their client's address, so that one can be closed in mid-reply."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}

    def hang_up(self, request: Request) -> None:
        """Sends what is already written, then closes."""
        if request.client:
            transport = self._open.get((request.client.host, request.client.port))
            if transport:
                transport.close()

    def protocol(self) -> type[H11Protocol]:
        """uvicorn's protocol, telling of its connections."""
        connections = self._open

        class KnownConnection(H11Protocol):
            _peer: tuple[str, int] = ("", 0)

            def connection_made(self, transport: asyncio.Transport) -> None:
                self._peer = transport.get_extra_info("peername")[:2]
                connections[self._peer] = transport
                super().connection_made(transport)

            def connection_lost(self, exc: Exception | None) -> None:
                connections.pop(self._peer, None)
                super().connection_lost(exc)

        return KnownConnection


def _listening(port: int) -> socket.socket:
    """A socket on loopback only, never on an address that others can reach."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HOST, port))
        listener.listen(128)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


@contextmanager
def _on_stop(stopped: asyncio.Event) -> Generator[None]:
    """Ctrl-C and SIGTERM set the event; the handlers before are put back."""
    loop = asyncio.get_running_loop()

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        loop.call_soon_threadsafe(stopped.set)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
