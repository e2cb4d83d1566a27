"""What httpx tells about one call under way: what has left the machine, and why it failed."""

from __future__ import annotations

import socket
from enum import StrEnum
from typing import TYPE_CHECKING

import httpx

from studio.gateway.failures import lost, not_sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.errors import GatewayError


class _Phase(StrEnum):
    CONNECTING = "connect"
    SECURING = "tls"
    SENDING = "sending"
    SENT = "sent"


class Sending:
    """Follows one request through httpcore's trace events; `on_sent` is called once its body has gone out."""

    def __init__(self, *, method: str, on_sent: Callable[[], None]) -> None:
        self._method = method.encode("ascii")
        self._on_sent = on_sent
        self._phase = _Phase.CONNECTING

    async def trace(self, event: str, facts: dict[str, object]) -> None:
        """For httpx's "trace" extension."""
        match event:
            case "connection.start_tls.started" | "proxy.start_tls.started":
                self._phase = _Phase.SECURING
            case "http11.send_request_headers.started" if self._is_own(facts):
                self._phase = _Phase.SENDING
            case "http11.send_request_body.complete" if self._phase is _Phase.SENDING:
                self.sent()
            case _:
                pass

    def sent(self) -> None:
        """The body has gone out, or must have, since the reply comes in."""
        if self._phase is not _Phase.SENT:
            self._phase = _Phase.SENT
            self._on_sent()

    def _is_own(self, facts: dict[str, object]) -> bool:
        """The CONNECT to a proxy is traced like the call itself, but carries neither key nor recipe."""
        return getattr(facts.get("request"), "method", None) == self._method

    def error(self, error: httpx.TransportError | httpx.InvalidURL | UnicodeError) -> GatewayError:
        """The domain's word for an exception before the response's headers came."""
        if self._phase in {_Phase.SENDING, _Phase.SENT}:
            return lost("timeout" if isinstance(error, httpx.TimeoutException) else "cut")
        match error:
            case httpx.InvalidURL() | httpx.UnsupportedProtocol() | UnicodeError():
                return not_sent("address")
            case httpx.ProxyError():
                return not_sent("proxy")
            case _ if _was_lookup(error):
                return not_sent("lookup")
            case _:
                return not_sent(self._phase.value)


def _was_lookup(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, socket.gaierror):
            return True
        error = error.__cause__ or error.__context__
    return False
