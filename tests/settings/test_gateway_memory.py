"""What is remembered of gateways outlives the program, one gateway beside the other."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from studio.domain.call_limit import CallsMade
from studio.domain.published import GatewayMemory, Offer, WhyNotPublished
from studio.settings.folders import Folders
from studio.settings.gateway_memory import load_memory, save_memory

HERE, THERE = "https://bananarouter.com", "http://127.0.0.1:8080"
ASKED = CallsMade((datetime(2026, 11, 25, 12, tzinfo=UTC),))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", state=tmp_path / "state", pictures=tmp_path / "pictures")


def test_each_gateway_has_its_own(folders: Folders) -> None:
    closed = GatewayMemory(calls=ASKED).without(Offer.PRICES, WhyNotPublished.NOT_OFFERED)
    save_memory(folders, HERE, closed)
    save_memory(folders, THERE, GatewayMemory())
    assert load_memory(folders, HERE) == closed
    assert load_memory(folders, THERE) == GatewayMemory()
    assert load_memory(folders, "https://example.org") == GatewayMemory()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"a": {"missing": {"prices": "so"}}}', b'{"a": {"calls": ["2026-11-25T12:00:00"]}}'],
)
def test_a_damaged_file_is_set_aside(folders: Folders, content: bytes) -> None:
    folders.state.mkdir()
    (folders.state / "gateways.json").write_bytes(content)
    assert load_memory(folders, HERE) == GatewayMemory()
    assert (folders.state / "gateways.json.damaged").read_bytes() == content
