"""A scripted gateway in a thread of its own, for programs that are started and waited for."""

import asyncio
import io
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager

from PIL import Image

from tests.support.scripted_gateway import (
    Answer,
    Received,
    ScriptedGateway,
    html_answer,
    json_answer,
    picture_part,
    reply_of,
    silent_answer,
)

PATIENCE = 50


def picture(width: int = 64, height: int = 64) -> bytes:
    """A PNG's bytes."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


def with_picture(data: bytes | None = None) -> Answer:
    """A reply with one picture."""
    return json_answer(reply_of(picture_part(data or picture())))


def failing(status: int, message: str, code: str = "", *, retry_after: str = "") -> Answer:
    """An error as the gateway words it (wire.md 2)."""
    error = {"message": message, "code": code, "type": "error", "request_id": "req_scripted"}
    headers = {"Retry-After": retry_after} if retry_after else {}
    return json_answer({"error": error}, status=status, headers=headers)


class RunningGateway:
    """The gateway as the test's own thread sees it."""

    def __init__(
        self, gateway: ScriptedGateway, loop: asyncio.AbstractEventLoop, held: asyncio.Event
    ) -> None:
        self._gateway = gateway
        self._loop = loop
        self._held = held
        self.url = gateway.address

    @property
    def received(self) -> list[Received]:
        """What it was asked."""
        return self._gateway.received

    def wait_for_a_request(self) -> None:
        """Return when it was asked for the first time."""
        deadline = time.monotonic() + PATIENCE
        while not self.received:
            assert time.monotonic() < deadline, "no request came"
            time.sleep(0.01)

    def let_go(self) -> None:
        """Give the answers that were held back."""
        self._loop.call_soon_threadsafe(self._held.set)


@contextmanager
def scripted(
    *script: Answer, holding: bool = False, beside: Answer | None = None
) -> Generator[RunningGateway]:
    """Runs while the context lasts; `holding` keeps every answer back until `let_go`."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    held = asyncio.Event()
    answers = [silent_answer(held, answer) for answer in script] if holding else script
    gateway = ScriptedGateway(*answers, beside=beside)
    try:
        asyncio.run_coroutine_threadsafe(gateway.__aenter__(), loop).result(PATIENCE)
        yield RunningGateway(gateway, loop, held)
    finally:
        asyncio.run_coroutine_threadsafe(gateway.__aexit__(), loop).result(PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def for_window(*script: Answer, holding: bool = False) -> Generator[RunningGateway]:
    """As `scripted`, for a window: it also asks what is left on a key, and is told nothing."""
    with scripted(*script, holding=holding, beside=html_answer("A gateway")) as gateway:
        yield gateway
