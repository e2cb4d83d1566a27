"""The demo gateway comes and goes without a trace."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from studio.demo.server import DemoGateway
from tests.demo.calls import Client, sized

ROOT = Path(__file__).parents[2]
STAND_ALONE = """
import asyncio
from studio.demo.server import serve

async def run():
    asyncio.get_running_loop().slow_callback_duration = 60
    await serve(0, announce=lambda url: print(url, flush=True), pace=0)

asyncio.run(run())
print("ended", flush=True)
"""
"""A busy machine is slow, which asyncio's own debugging would tell on standard error."""


def open_files() -> set[str]:
    folder = Path("/proc/self/fd")
    return {entry.name for entry in folder.iterdir()} if folder.exists() else set()


async def test_it_listens_on_loopback_only_and_on_a_port_of_its_own() -> None:
    async with DemoGateway() as first, DemoGateway() as second:
        assert first.url.startswith("http://127.0.0.1:")
        assert first.url != second.url


async def test_it_leaves_no_thread_no_file_and_no_task() -> None:
    async with DemoGateway(pace=0):
        pass  # what asyncio itself opens once is open from here on
    threads, files = threading.active_count(), open_files()
    async with DemoGateway(pace=0) as demo, httpx.AsyncClient(trust_env=False) as http:
        assert (await Client(http, demo.url).generate(sized("hills"))).status_code == 200
    assert threading.active_count() == threads
    assert open_files() <= files
    assert asyncio.all_tasks() == {asyncio.current_task()}
    port = int(demo.url.rpartition(":")[2])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


async def test_a_waiting_call_is_told_at_once_when_it_closes() -> None:
    async with httpx.AsyncClient(timeout=30, trust_env=False) as http:
        async with DemoGateway(pace=1) as demo:
            calls = [
                asyncio.create_task(Client(http, demo.url).generate(sized("hills demo:slow")))
                for _ in range(6)
            ]
            await arrived(demo, http)
        replies = await asyncio.wait_for(asyncio.gather(*calls), 10)
    assert {reply.status_code for reply in replies} == {503}


async def arrived(demo: DemoGateway, http: httpx.AsyncClient) -> None:
    """A later call was answered, so those before it were read."""
    await http.get(f"{demo.url}/")


async def test_a_client_that_goes_away_disturbs_nothing() -> None:
    async with DemoGateway(pace=0.2) as demo, httpx.AsyncClient(trust_env=False) as http:
        client = Client(http, demo.url)
        with pytest.raises(httpx.ReadTimeout):
            await http.post(
                f"{demo.url}/v1beta/models/m:generateContent",
                json=sized("hills"),
                headers={"Authorization": "Bearer k"},
                timeout=httpx.Timeout(5, read=0.05),
            )
        reader, writer = await asyncio.open_connection("127.0.0.1", int(demo.url.rpartition(":")[2]))
        writer.write(b"POST /v1beta/models/m:generateContent HTTP/1.1\r\nHost: x\r\n")
        writer.write(b"Authorization: Bearer k\r\nContent-Length: 500\r\n\r\n{")
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        del reader
        assert (await client.generate(sized("hills"))).status_code == 200


async def test_a_taken_port_is_said() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        with pytest.raises(OSError, match=r"(?i)in use|only one usage"):
            async with DemoGateway(port=holder.getsockname()[1]):
                pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to another process")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_stand_alone_gateway_answers_and_ends_on_a_signal(number: signal.Signals) -> None:
    command = [sys.executable, "-W", "error", "-c", STAND_ALONE]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDEVMODE": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        headers = {"Authorization": "Bearer k"}
        address = f"{url}/v1beta/models/m:generateContent"
        reply = httpx.post(address, json=sized("hills"), headers=headers, timeout=30, trust_env=False)
        assert reply.status_code == 200
        process.send_signal(number)
        rest, errors = process.communicate(timeout=20)
    assert (rest, errors, process.returncode) == ("ended\n", "", 0)
