"""Reading the body of an answer: pictures to disk as they come, and what a cut one is still worth."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

import httpx

from studio.domain.charge import Outcome
from studio.domain.keys import Secret
from studio.gateway.blob import SplitError, SplitTooLarge
from studio.gateway.failures import (
    domain_error,
    error_of,
    is_html,
    lost,
    read_error_body,
    redirect_error,
    request_id_in,
)
from studio.gateway.reply import read_cut_reply, read_reply
from studio.gateway.skeleton import SplitCut
from studio.gateway.splitter import Splitter

if TYPE_CHECKING:
    from studio.domain.errors import GatewayError
    from studio.domain.incoming import Incoming
    from studio.domain.reply import Reply

_MASK: Final = "••••".encode()
# What is shorter is no secret, and stands in words that have nothing to do with it.
_SHORTEST_SECRET: Final = 8


@dataclass(frozen=True, slots=True)
class Receiving:
    """One answer on its way in. What a gateway echoes of the key is masked before it is kept or told."""

    response: httpx.Response
    key: Secret
    now: Callable[[], datetime]

    async def reply(
        self, incoming: Incoming, *, token: str, max_bytes: int, on_first_byte: Callable[[], None]
    ) -> Reply:
        """A body with status 200. Raises the domain's errors where it holds no reply."""
        splitter = Splitter(incoming.open_sink, token=token)
        try:
            problem = await self._feed(splitter, max_bytes, on_first_byte)
        finally:
            splitter.close()
            incoming.keep_rest(self._masked(splitter.skeleton))
        request_id = request_id_in(self._headers)
        try:
            split = splitter.finish()
        except SplitError as error:
            if cut_reply := read_cut_reply(splitter.blobs, request_id=request_id):
                return cut_reply
            raise lost(self._reason(problem, splitter, error), status=200, request_id=request_id) from error
        reply = read_reply(split, request_id=request_id)
        if error_of(split.value) is not None and reply.outcome is not Outcome.PICTURE:
            raise self.error_in(splitter.skeleton)
        return self._masked_reply(reply)

    async def error(self, incoming: Incoming | None, *, max_bytes: int) -> GatewayError:
        """The domain's error for a status other than 200; `incoming` keeps the body."""
        if 300 <= self.response.status_code < 400:
            return redirect_error(self.response.status_code, self._headers)
        body = await self.body(max_bytes)
        if incoming and body:
            incoming.keep_rest(self._masked(body))
        return self.error_in(body)

    def error_in(self, body: bytes) -> GatewayError:
        """The domain's error for a body that holds one."""
        masked = self._masked(body)
        return domain_error(read_error_body(self.response.status_code, self._headers, masked, now=self.now()))

    async def body(self, max_bytes: int) -> bytes:
        """The body of an answer that carries no picture, as far as it comes and at most so many bytes."""
        body = bytearray()
        # The status has decided already: what is missing of the words changes nothing.
        with contextlib.suppress(httpx.RequestError):
            async for chunk in self.response.aiter_bytes():
                body += chunk
                if len(body) >= max_bytes:
                    break
        return bytes(body[:max_bytes])

    async def _feed(self, splitter: Splitter, max_bytes: int, on_first_byte: Callable[[], None]) -> str:
        """Why the body ended early, "" when it didn't."""
        total = 0
        try:
            async for chunk in self.response.aiter_bytes():
                if not total:
                    on_first_byte()
                total += len(chunk)
                if total > max_bytes:
                    return "too_large"
                splitter.feed(chunk)
        except SplitTooLarge:
            return "too_large"
        except httpx.TimeoutException:
            return "timeout"
        except httpx.DecodingError:
            return "garbled"
        except httpx.TransportError:
            return "cut"
        return ""

    def _reason(self, problem: str, splitter: Splitter, error: SplitError) -> str:
        if is_html(splitter.skeleton):
            return "html"
        return problem or ("cut" if isinstance(error, SplitCut) else "garbled")

    @property
    def _headers(self) -> dict[str, str]:
        """Those of the answer, with names in lower case."""
        return {name.lower(): self._masked_text(value) for name, value in self.response.headers.items()}

    def _masked(self, body: bytes) -> bytes:
        key = self.key.reveal().encode("ascii")
        return body.replace(key, _MASK) if len(key) >= _SHORTEST_SECRET else body

    def _masked_text(self, text: str) -> str:
        key = self.key.reveal()
        return text.replace(key, _MASK.decode()) if len(key) >= _SHORTEST_SECRET else text

    def _masked_reply(self, reply: Reply) -> Reply:
        return replace(
            reply,
            words=self._masked_text(reply.words),
            reason=self._masked_text(reply.reason),
            explanation=self._masked_text(reply.explanation),
            error_code=self._masked_text(reply.error_code),
            request_id=self._masked_text(reply.request_id),
            response_id=self._masked_text(reply.response_id),
            model_version=self._masked_text(reply.model_version),
            turn=self._masked_text(reply.turn),
        )
