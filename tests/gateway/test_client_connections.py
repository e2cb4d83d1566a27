"""Connections that don't come about: nothing has left the machine then, above all not the key."""

from __future__ import annotations

import socket
import ssl

import pytest
import trustme

from studio.domain.charge import Outcome
from studio.domain.errors import (
    NotSent,
    UnusableAddress,
)
from studio.gateway.client import Limits
from tests.gateway.attempts import GOOD, KEY, PNG, Attempt, attempt_at
from tests.support.scripted_gateway import (
    ScriptedGateway,
    answer,
    json_answer,
    picture_part,
    raw_answer,
    reply_of,
)


def unused_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


async def test_nobody_listens() -> None:
    made = await Attempt().make(f"http://127.0.0.1:{unused_port()}")

    assert isinstance(made.error, NotSent)
    assert (made.error.reason, made.error.outcome, made.states) == ("connect", Outcome.NOT_SENT, [])


async def test_a_name_that_nobody_knows() -> None:
    made = await Attempt().make("https://gateway.invalid", limits=Limits(connect=40))

    assert isinstance(made.error, NotSent)
    assert made.error.reason == "lookup"


@pytest.mark.parametrize("host", ["a" * 70 + ".test", "a..b", "-a_b-.test:1", "[::1", "xn--a.test", "ä" * 60])
async def test_an_address_that_is_none(host: str) -> None:
    try:
        made = await Attempt().make(f"https://{host}", limits=Limits(connect=40))
    except UnusableAddress:
        return

    assert isinstance(made.error, NotSent)


async def test_the_demand_for_a_proxy_that_can_not_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{unused_port()}")
    made = await Attempt().make("https://gateway.invalid")

    assert isinstance(made.error, NotSent)
    assert made.error.reason in {"connect", "proxy"}


async def test_a_proxy_that_refuses_never_sees_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    async with ScriptedGateway(answer(status=407)) as proxy:
        monkeypatch.setenv("https_proxy", proxy.address)
        made = await Attempt().make("https://gateway.invalid")

    assert isinstance(made.error, NotSent)
    assert made.error.reason == "proxy"
    assert proxy.received[0].method == "CONNECT"
    assert KEY.reveal() not in str(proxy.received[0])


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "gopher://127.0.0.1:1"])
async def test_a_proxy_of_an_unknown_kind(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    made = await Attempt().make("https://gateway.invalid")

    assert isinstance(made.error, NotSent)
    assert made.error.reason == "proxy"


async def test_a_proxy_is_never_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{unused_port()}")
    made = await attempt_at(json_answer(GOOD))

    assert made.reply is not None


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_side(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - as below
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    # The annotation also names pyOpenSSL, which isn't installed.
    authority.configure_trust(context)  # pyright: ignore[reportUnknownMemberType] - as said
    return context


async def test_over_tls(authority: trustme.CA) -> None:
    async with ScriptedGateway(json_answer(GOOD), tls=server_side(authority, "127.0.0.1")) as server:
        made = await Attempt().make(server.address, verify=trusting(authority))

    assert made.reply is not None
    assert bytes(made.incoming.sinks[0].data) == PNG


@pytest.mark.parametrize("name", ["127.0.0.1", "elsewhere.test"], ids=["unknown authority", "another name"])
async def test_a_certificate_that_does_not_hold_gets_no_key(name: str, authority: trustme.CA) -> None:
    context = trusting(authority) if name == "elsewhere.test" else ssl.create_default_context()
    async with ScriptedGateway(json_answer(GOOD), tls=server_side(authority, name)) as server:
        made = await Attempt().make(server.address, verify=context)

    assert isinstance(made.error, NotSent)
    assert made.error.reason == "tls"
    assert server.received == []


async def test_tls_to_a_server_that_speaks_none() -> None:
    async with ScriptedGateway(raw_answer(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as server:
        made = await Attempt().make(server.address.replace("http:", "https:"), limits=Limits(connect=0.3))

    assert isinstance(made.error, NotSent)
    assert made.error.reason == "tls"


async def test_a_large_picture_over_tls(authority: trustme.CA) -> None:
    picture = PNG * 30
    reply = json_answer(reply_of(picture_part(picture)))
    async with ScriptedGateway(reply, tls=server_side(authority, "127.0.0.1")) as server:
        limits = Limits(connect=5, write=5, read=5)
        made = await Attempt().make(server.address, verify=trusting(authority), limits=limits)

    assert made.reply is not None
    assert bytes(made.incoming.sinks[0].data) == picture
