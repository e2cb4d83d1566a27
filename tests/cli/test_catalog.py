"""`proofroom catalog refresh` and `history`: a change of price is seen, dated, and never guessed."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.gateways import scripted
from tests.cli.running import ROOT, Proofroom
from tests.support.account_pages import METRICS, PRICING, STATUS, by_path, measured, metrics, pricing, status

PAGE = ROOT / "tests" / "data" / "model-page.txt"
TODAY = date.today().isoformat()  # noqa: DTZ011 - the person's own day, as the program has it
GROUP = "官KEY-3.5折"


def paste(proofroom: Proofroom, text: str) -> None:
    page = proofroom.home / "page.txt"
    page.write_text(text, encoding="utf-8")
    assert proofroom("catalog", "update", str(page), "--yes").code == 0


def test_a_change_of_price_is_seen_and_dated(proofroom: Proofroom) -> None:
    assert proofroom("catalog", "history").out == "The catalog was never updated.\n"
    page = PAGE.read_text(encoding="utf-8")
    paste(proofroom, page.replace("¥0.16\n", "¥0.19\n").replace("官KEY-7.5折", "官KEY-8折"))
    paste(proofroom, page.replace("¥0.16\n", "¥0.12\n").replace("0.5K, 1K, 2K, 4K", "0.5K, 1K, 2K, 4K, 8K"))
    done = proofroom("catalog", "history")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "2026-11-22: the first that is kept, 7 groups."
    assert lines.count(f"{TODAY}:") == 2
    assert f"  {GROUP}: 1K per call is up from ¥0.16 to ¥0.19." in lines
    assert f"  {GROUP}: 1K per call is down from ¥0.19 to ¥0.12." in lines
    assert "  官KEY-7.5折 is no longer there." in lines
    assert "  官KEY-8折 is a new group, from ¥0.24." in lines
    assert "  The size 8K is new. Proofroom can't ask for it yet." in lines
    objects = proofroom("catalog", "history", "--json").objects
    assert {
        "read_on": TODAY,
        "figures_read_on": TODAY,
        "change": "price_up",
        "group": GROUP,
        "what": "1K",
        "old": "0.16",
        "new": "0.19",
    } in objects


def test_figures_are_refreshed_where_the_gateway_tells_them(proofroom: Proofroom) -> None:
    pages = {STATUS: status(), PRICING: pricing(), METRICS: metrics(measured(GROUP))}
    with scripted(by_path(pages)) as gateway:
        done = proofroom.with_key()("catalog", "refresh", "--gateway", gateway.url, "--yes")
        assert all("sk-for-this-run" not in str(request) for request in gateway.received)
    assert done.code == 0
    assert "one price for all sizes" in done.err
    assert ["官KEY-3.5折", "Uptime", "100%", "97.96%"] in [line.split() for line in done.out.splitlines()]
    prices = proofroom("estimate", "x", "--group", GROUP, "--size", "2K", "--json")
    assert prices.object["unit_price"] == "0.25"
    assert f"2026-11-22, figures of {TODAY}:" in proofroom("catalog", "history").out


def test_nothing_is_used_before_it_was_seen(proofroom: Proofroom) -> None:
    pages = {METRICS: metrics(measured(GROUP))}
    with scripted(by_path(pages)) as gateway:
        done = proofroom("catalog", "refresh", "--gateway", gateway.url, typed="n\n")
    assert done.code == 1
    assert "Nothing was changed." in done.err
    assert not (proofroom.config / "catalog.json").exists()


def test_a_gateway_that_tells_nothing_is_asked_once(proofroom: Proofroom) -> None:
    with scripted(by_path({})) as gateway:
        for _ in range(2):
            done = proofroom("catalog", "refresh", "--gateway", gateway.url)
            assert (done.code, done.out) == (1, "")
            assert done.err == (
                "Error: Not offered here: prices. Nothing was changed, and it cost nothing. "
                "Paste the text of the model's page instead.\n"
            )
        assert len(gateway.received) == 2
        assert proofroom("catalog", "refresh", "--gateway", gateway.url, "--again").code == 1
        assert len(gateway.received) == 4


@pytest.mark.parametrize("address", ["demo", "http://example.org"])
def test_where_there_is_nothing_to_ask(proofroom: Proofroom, address: str) -> None:
    done = proofroom("catalog", "refresh", "--gateway", address)
    assert (done.code, done.out) == (2, "")
    assert not Path(proofroom.config / "catalog.json").exists()
