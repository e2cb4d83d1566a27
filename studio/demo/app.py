"""The demo gateway's routes: reads a call, waits as its group would, answers."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from studio.demo import failure
from studio.demo.body import BodyReader, decoded
from studio.demo.drawing import Drawn, Sketch, UnreadablePicture, draw, size_of
from studio.demo.failure import Failure, Refused, invalid
from studio.demo.reply import Envelope, Reply, picture_reply, trouble_reply
from studio.demo.request import Asked, Trouble, read_request
from studio.domain.geometry import AspectRatio, PixelSize, Resolution, published_size

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from concurrent.futures import Executor
    from random import Random

    from studio.demo.behaviour import Behaviour, Behaviours

LARGEST_BODY = 128 * 1024 * 1024
SLOW_SECONDS = 30.0
MODELS = ("gemini-3.1-flash-image-preview", "gemini-3.1-flash-image")
REQUEST_ID = "X-Oneapi-Request-Id"


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures of one reply."""

    final: Drawn
    drafts: tuple[Drawn, ...] = ()
    thought: Drawn | None = None


class DemoApp:
    """Answers calls. `pace` stretches every wait: 1 as usual, 0 none at all."""

    def __init__(
        self,
        *,
        behaviours: Behaviours,
        pace: float,
        rng: Random,
        drawing: Executor,
        closing: asyncio.Event,
        hang_up: Callable[[Request], None],
    ) -> None:
        self._behaviours = behaviours
        self._pace = pace
        self._rng = rng
        self._drawing = drawing
        self._closing = closing
        self._hang_up = hang_up
        self._takes = Counter[bytes]()

    def asgi(self) -> Starlette:
        routes = [
            Route("/v1beta/models/{call}", self._call, methods=["POST"]),
            Route("/v1/models", self._models, methods=["GET"]),
            Route(
                "/{path:path}", self._nothing, methods=["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
            ),
        ]
        return Starlette(routes=routes)

    async def _nothing(self, request: Request) -> Response:
        return _failed(failure.not_found(request.url.path), self._new_id("req_"))

    async def _models(self, request: Request) -> Response:
        request_id = self._new_id("req_")
        if not _key(request):
            return _failed(failure.no_key(), request_id)
        records = [{"id": name, "type": "model"} for name in MODELS]
        return JSONResponse({"object": "list", "data": records}, headers={REQUEST_ID: request_id})

    async def _call(self, request: Request) -> Response:
        request_id = self._new_id("req_")
        model, _, verb = request.path_params["call"].rpartition(":")
        if verb != "generateContent" or not model:
            return _failed(failure.not_found(request.url.path), request_id)
        key = _key(request)
        if not key:
            return _failed(failure.no_key(), request_id)
        try:
            asked = read_request(await _read(request))
            envelope = Envelope(model=model, response_id=self._new_id(""))
            await self._check(asked)
            reply = await self._answer(asked, self._behaviours.of(key), envelope)
        except Refused as refused:
            return _failed(refused.failure, request_id)
        except ClientDisconnect:
            return Response(status_code=499)
        return self._sent(reply, request, request_id, cut=asked.trouble is Trouble.CUT)

    async def _answer(self, asked: Asked, behaviour: Behaviour, envelope: Envelope) -> Reply:
        """The reply, after the time its group takes; Refused where the call fails."""
        seconds = behaviour.next_seconds()
        failed = _asked_failure(asked.trouble)
        if failed is None and not behaviour.next_succeeds():
            limited = behaviour.next_is_rate_limit()
            failed = (
                failure.rate_limited(retry_seconds=max(0.1, 2 * self._pace)) if limited else failure.busy()
            )
        if failed is not None:
            await self._wait(seconds / 3)
            raise Refused(failed)
        wait = SLOW_SECONDS if asked.trouble is Trouble.SLOW else seconds
        without = trouble_reply(envelope, asked)
        if without is not None:
            await self._wait(wait)
            return without
        album, _ = await asyncio.gather(self._drawn(asked), self._wait(wait))
        return picture_reply(envelope, asked, album.drafts, album.final, album.thought)

    async def _check(self, asked: Asked) -> None:
        """Refused where what comes back of earlier answers isn't what went out."""

        def check() -> None:
            for claim in asked.claims:
                claim.check()

        if asked.claims:
            await asyncio.get_running_loop().run_in_executor(self._drawing, check)

    async def _drawn(self, asked: Asked) -> Album:
        take = self._take(asked)
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._drawing, self._album, asked, take)
        except UnreadablePicture as error:
            raise invalid(
                "Unable to process input image. Please retry or report in the support forum."
            ) from error

    def _album(self, asked: Asked, take: int) -> Album:
        """Draws everything that one reply holds; runs in the drawing thread."""
        if self._closing.is_set():
            raise Refused(failure.busy())
        try:
            sources = tuple(decoded(source) for source in asked.sources)
            marked = decoded(asked.marked) if asked.marked else None
        except ValueError as error:
            raise UnreadablePicture from error
        size = _delivered_size(asked, sources)
        sketch = Sketch(
            prompt=asked.prompt,
            size=size,
            take=take,
            sources=() if asked.trouble is Trouble.REDRAWN else sources,
            places=asked.places,
            marked=marked,
            points=asked.points,
        )
        small = replace(sketch, size=PixelSize(max(1, size.width // 4), max(1, size.height // 4)))
        return Album(
            final=draw(sketch),
            drafts=tuple(draw(replace(small, take=take + 500 + number)) for number in range(2))
            if asked.trouble is Trouble.DRAFTS
            else (),
            thought=draw(replace(small, take=take + 900)) if asked.thinks else None,
        )

    def _take(self, asked: Asked) -> int:
        """The seed where one is sent; else how often this was asked before."""
        if asked.seed is not None:
            return asked.seed
        print_of = hashlib.sha256(asked.prompt.encode("utf-8", "surrogatepass"))
        print_of.update(f"{asked.aspect} {asked.resolution} {asked.thinks} {asked.places}".encode())
        for source in (*asked.sources, asked.marked or ()):
            for piece in source:
                print_of.update(piece)
        self._takes[print_of.digest()] += 1
        return self._takes[print_of.digest()] - 1

    async def _wait(self, seconds: float) -> None:
        """Waits at the demo's pace; Refused at once when the gateway closes meanwhile."""
        if self._pace * seconds <= 0:
            return
        try:
            await asyncio.wait_for(self._closing.wait(), self._pace * seconds)
        except TimeoutError:
            return
        raise Refused(failure.busy())

    def _sent(self, reply: Reply, request: Request, request_id: str, *, cut: bool) -> Response:
        headers = {REQUEST_ID: request_id, "Content-Length": str(reply.size)}
        return StreamingResponse(
            self._pieces(reply, request, cut=cut), headers=headers, media_type="application/json"
        )

    async def _pieces(self, reply: Reply, request: Request, *, cut: bool) -> AsyncIterator[bytes]:
        sent = 0
        for piece in reply.pieces():
            if cut and sent + len(piece) > reply.size // 2:
                yield piece[: max(0, reply.size // 2 - sent)]
                self._hang_up(request)
                while (await request.receive())["type"] != "http.disconnect":
                    pass
                return
            yield piece
            sent += len(piece)

    def _new_id(self, prefix: str) -> str:
        return f"{prefix}{self._rng.getrandbits(96):024x}"


def _key(request: Request) -> str:
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    if scheme.casefold() == "bearer" and bearer.strip():
        return bearer.strip()
    return request.headers.get("x-goog-api-key", "").strip()


async def _read(request: Request) -> BodyReader:
    reader = BodyReader()
    async for piece in request.stream():
        reader.feed(piece)
        if reader.size > LARGEST_BODY:
            raise Refused(failure.too_large())
    return reader


def _failed(failed: Failure, request_id: str) -> Response:
    headers = {REQUEST_ID: request_id}
    return Response(failed.body(request_id), failed.status, headers=headers, media_type=failed.media_type)


def _asked_failure(trouble: Trouble | None) -> Failure | None:
    match trouble:
        case Trouble.BUSY:
            return failure.busy()
        case Trouble.QUOTA:
            return failure.no_quota()
        case Trouble.BAD_KEY:
            return failure.bad_key()
        case Trouble.HTML:
            return failure.html_page()
        case _:
            return None


def _delivered_size(asked: Asked, sources: tuple[bytes, ...]) -> PixelSize:
    """The published size; without a ratio that of the last picture sent, else a square (wire.md 3.1)."""
    resolution = asked.resolution
    if asked.trouble is Trouble.WRONG_SIZE:
        resolution = Resolution.HALF_K if resolution is Resolution.ONE_K else Resolution.ONE_K
    if asked.aspect is not None:
        return published_size(asked.aspect, resolution)
    if not sources:
        return published_size(AspectRatio.SQUARE, resolution)
    width, height = size_of(sources[-1])
    return published_size(_nearest(width / height), resolution)


def _nearest(ratio: float) -> AspectRatio:
    """The published ratio that differs least by factor."""
    return min(
        AspectRatio,
        key=lambda aspect: max(ratio * aspect.height / aspect.width, aspect.width / aspect.height / ratio),
    )
