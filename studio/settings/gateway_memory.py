"""What is remembered of gateways: what they don't offer, and when their accounts were asked about."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from studio.domain.call_limit import CallsMade
from studio.domain.published import GatewayMemory, Offer, WhyNotPublished
from studio.settings.files import read_whole, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from studio.settings.folders import Folders


class _Kept(msgspec.Struct, frozen=True):
    missing: dict[Offer, WhyNotPublished] = {}
    calls: tuple[datetime, ...] = ()


def load_memory(folders: Folders, gateway: str) -> GatewayMemory:
    """Nothing where nothing is known of this address, and where the file is damaged, which is set aside."""
    kept = _read(folders).get(gateway, _Kept())
    return GatewayMemory(kept.missing, CallsMade(kept.calls))


def save_memory(folders: Folders, gateway: str, memory: GatewayMemory) -> None:
    """Raises SettingsUnwritable."""
    kept = _read(folders) | {gateway: _Kept(dict(memory.missing), memory.calls.at)}
    write_whole(_path(folders), msgspec.json.format(msgspec.json.encode(kept)) + b"\n")


def _read(folders: Folders) -> dict[str, _Kept]:
    return read_whole(_path(folders), _decode) or {}


def _decode(content: bytes) -> dict[str, _Kept]:
    kept = msgspec.json.decode(content, type=dict[str, _Kept])
    if any(call.tzinfo is None for one in kept.values() for call in one.calls):
        raise ValueError("a moment without its zone")
    return kept


def _path(folders: Folders) -> Path:
    return folders.state / "gateways.json"
