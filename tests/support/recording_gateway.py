"""A gateway in front of another: hands every call on as it came, and keeps what was asked and answered."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

PATIENCE = 50
_OF_THE_LINE = {"host", "connection", "content-length", "transfer-encoding"}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A call as the program sent it, and what it got."""

    asked: bytes
    status: int
    answered: bytes
    headers: dict[str, str]

    @property
    def turns(self) -> list[Json]:
        """The conversation that was sent."""
        return json.loads(self.asked)["contents"]

    @property
    def settings(self) -> Json:
        """How the picture was wanted."""
        return json.loads(self.asked)["generationConfig"]

    @property
    def answer(self) -> Json:
        """The model's turn."""
        return json.loads(self.answered)["candidates"][0]["content"]


class Recording:
    """`exchanges` are the calls for pictures, in the order in which they were answered."""

    def __init__(self, url: str, wish: Callable[[bytes], bytes]) -> None:
        self.exchanges: list[Exchange] = []
        self._behind = urlsplit(url)
        self._wish = wish
        self.url = ""

    def pass_on(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Exchange:
        """Ask the gateway behind this one."""
        line = HTTPConnection(self._behind.hostname or "", self._behind.port, timeout=PATIENCE)
        try:
            line.request(method, path, self._wish(body) if body else None, headers)
            reply = line.getresponse()
            told = {name: value for name, value in reply.getheaders() if name.lower() not in _OF_THE_LINE}
            exchange = Exchange(body, reply.status, reply.read(), told)
        finally:
            line.close()
        if body:
            self.exchanges.append(exchange)
        return exchange


@contextmanager
def recording(url: str, *, changing: Callable[[bytes], bytes] = lambda body: body) -> Generator[Recording]:
    """In front of this gateway while the context lasts; `changing` is done to bodies on their way there, as
    by a gateway that mixes up what it hands on.
    """
    made = Recording(url, changing)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            kept = {name: value for name, value in self.headers.items() if name.lower() not in _OF_THE_LINE}
            exchange = made.pass_on(self.command, self.path, kept, body)
            self.send_response_only(exchange.status)
            for name, value in exchange.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(exchange.answered)))
            self.end_headers()
            self.wfile.write(exchange.answered)

        do_GET = do_POST = _serve  # noqa: N815  # the names are http.server's

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as there
            """Nothing is worth a line."""
            _ = format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
