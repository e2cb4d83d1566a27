"""A demo gateway without waiting, and a client of it, both on a real socket."""

from collections.abc import AsyncIterator

import httpx
import pytest

from studio.demo.server import DemoGateway
from tests.demo.calls import Client


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with (
        DemoGateway(pace=0) as demo,
        httpx.AsyncClient(timeout=30, trust_env=False) as http,
    ):
        yield Client(http, demo.url)
