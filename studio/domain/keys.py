"""A key as a value that doesn't show itself, and where it may be sent."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from studio.domain.errors import UnusableAddress


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A gateway key. Its text is only in `reveal()`; printing, logging or comparing shows dots."""

    _text: str

    def __repr__(self) -> str:
        """Never the text."""
        return "Secret(••••)"

    def reveal(self) -> str:
        """The key itself, for the one header that needs it."""
        return self._text


class KeySource(StrEnum):
    """Where the key for a group comes from."""

    ENVIRONMENT = "environment"
    KEYCHAIN = "keychain"
    SESSION = "session"
    DEMO = "demo"


EVERY_GROUP = "*"
"""Stands for the group under which a key for every group is stored."""


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key with its source. `assumed` when it was stored for every group: its prices are an assumption."""

    secret: Secret
    source: KeySource
    assumed: bool = False


def is_loopback(host: str) -> bool:
    """Whether this host name or address is this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def checked_address(address: str) -> str:
    """The gateway's address without a trailing slash; raises UnusableAddress unless https or loopback."""
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise UnusableAddress(address) from error
    secure = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
    if not host or not secure or parts.username or parts.query or parts.fragment:
        raise UnusableAddress(address)
    return address.strip().rstrip("/")
