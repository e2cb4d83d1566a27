"""What a gateway tells beside pictures (wire.md 9): calls that cost nothing, and that nothing depends on."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NoReturn, Self
from urllib.parse import urlencode

import httpx

from studio.domain.errors import GatewayError, GatewayRefused, NotPublished
from studio.domain.keys import checked_address
from studio.domain.published import Offer, WhyNotPublished
from studio.gateway.client import Limits, certificates, client_of, header_key
from studio.gateway.failures import is_html
from studio.gateway.published_reading import (
    Site,
    read_balance,
    read_figures,
    read_log,
    read_prices,
    read_site,
)
from studio.gateway.tolerant import member

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from studio.domain.keys import Secret
    from studio.domain.money import Money
    from studio.domain.published import Balance, GroupFigures, LogEntry


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Of one answer: seconds until it must be whole, and its most bytes."""

    seconds: float = 20
    size: int = 16 << 20


USUAL: Final = ReadingLimits()


def _decoded(body: bytes) -> object:
    """Raises ValueError or RecursionError."""
    return json.loads(body, parse_float=_decimal, parse_constant=_no_number)


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


class Published:
    """What the gateway at an address publishes. An async context manager; raises UnusableAddress.

    Each method raises NotPublished. The key goes along only where it is given, and no redirect is followed.
    """

    def __init__(
        self, address: str, *, limits: ReadingLimits = USUAL, verify: ssl.SSLContext | None = None
    ) -> None:
        self._address = checked_address(address)
        self._limits = limits
        self._verify = verify

    async def __aenter__(self) -> Self:
        self._verify = self._verify or await certificates(self._address)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing stays open between calls."""

    async def prices(self, route: str) -> Mapping[str, Money]:
        """What one call of this model costs in each group; two calls, without a key."""
        site = await self._site(Offer.PRICES)
        return read_prices(await self._read(Offer.PRICES, "/api/pricing"), route=route, site=site)

    async def figures(self, route: str) -> tuple[GroupFigures, ...]:
        """The last day of each group that was used; one call, without a key."""
        asked = urlencode({"model": route, "hours": 24})
        return read_figures(await self._read(Offer.FIGURES, f"/api/perf-metrics?{asked}"))

    async def balance(self, key: Secret) -> Balance:
        """Of this key; of its two calls, one counts against the limit."""
        site = await self._site(Offer.BALANCE)
        return read_balance(await self._read(Offer.BALANCE, "/api/usage/token/", key=key), site=site)

    async def log(self, key: Secret) -> tuple[LogEntry, ...]:
        """The calls of this key, in the gateway's order; of its two calls, one counts against the limit."""
        site = await self._site(Offer.LOG)
        return read_log(await self._read(Offer.LOG, "/api/log/token", key=key), site=site)

    async def _site(self, offer: Offer) -> Site:
        return read_site(await self._read(offer, "/api/status"), offer=offer)

    async def _read(self, offer: Offer, path: str, *, key: Secret | None = None) -> object:
        """The JSON of an answer that is a success; numbers with a point are Decimal."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                status, body = await self._answer(offer, path, key)
        except (httpx.TransportError, httpx.InvalidURL, UnicodeError, TimeoutError, GatewayError) as error:
            raise NotPublished(offer, _why_of(error)) from error
        except httpx.DecodingError as error:
            raise NotPublished(offer, WhyNotPublished.UNREADABLE) from error
        if (why := _why_not(status, body, has_key=key is not None)) is not None:
            raise NotPublished(offer, why)
        try:
            value = await asyncio.to_thread(_decoded, body)
        except (ValueError, RecursionError) as error:
            raise NotPublished(offer, WhyNotPublished.UNREADABLE) from error
        if member(value, "success") is False or member(value, "code") is False:
            raise NotPublished(offer, _needs(has_key=key is not None))
        return value

    async def _answer(self, offer: Offer, path: str, key: Secret | None) -> tuple[int, bytes]:
        headers = {"User-Agent": "Proofroom", "Accept": "application/json", "Connection": "close"}
        if key is not None:
            headers["Authorization"] = f"Bearer {header_key(key)}"
        seconds = self._limits.seconds
        limits = Limits(connect=seconds, write=seconds, read=seconds)
        async with (
            client_of(self._address, limits=limits, verify=self._verify) as client,
            client.stream("GET", self._address + path, headers=headers) as response,
        ):
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > self._limits.size:
                    raise NotPublished(offer, WhyNotPublished.UNREADABLE)
            return response.status_code, bytes(body)


def _why_of(error: Exception) -> WhyNotPublished:
    """A key that can stand in no header is refused before anything is sent."""
    return WhyNotPublished.KEY_REFUSED if isinstance(error, GatewayRefused) else WhyNotPublished.UNREACHABLE


def _why_not(status: int, body: bytes, *, has_key: bool) -> WhyNotPublished | None:
    """None for an answer that may be one."""
    match status:
        case 200:
            return WhyNotPublished.NOT_OFFERED if is_html(body) else None
        case 401 | 403:
            return _needs(has_key=has_key)
        case 429:
            return WhyNotPublished.TOO_OFTEN
        case 408 | 425:
            return WhyNotPublished.UNREACHABLE
        case _ if status >= 500:
            return WhyNotPublished.UNREACHABLE
        case _:
            return WhyNotPublished.NOT_OFFERED


def _needs(*, has_key: bool) -> WhyNotPublished:
    return WhyNotPublished.KEY_REFUSED if has_key else WhyNotPublished.NEEDS_LOGIN


def _decimal(text: str) -> Decimal | None:
    """None for a number that is out of all measure."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
