"""What the gateway itself publishes: its prices on request, what is left on a key; and a call as code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from studio.domain.catalog import Model, Price
from studio.domain.money import Money
from studio.settings import Folders
from studio.settings.catalog import load_model, save_model
from tests.cli.gateways import scripted
from tests.stories.conftest import GROUP, Home
from tests.stories.test_prices import changed_page, paste_page
from tests.support.account_pages import (
    METRICS,
    PRICING,
    STATUS,
    USAGE,
    by_path,
    measured,
    metrics,
    pricing,
    status,
    usage,
)
from tests.support.window import page_model

if TYPE_CHECKING:
    from tests.support.person import Window

KEY = "sk-story-of-refreshing"
PAGES = {
    STATUS: status(),
    PRICING: pricing({"enable_groups": [GROUP]}, {GROUP: 0.35}),
    METRICS: metrics(measured(GROUP)),
    USAGE: usage(total_available=886_000),
}


def folders_of(home: Home) -> Folders:
    return Folders(home.proofroom.config, home.proofroom.home, home.proofroom.home)


def flat_model() -> Model:
    """The page's groups at one price for all sizes: a gateway of the new-api kind knows no others."""
    model = page_model()
    prices = tuple(Price(size, Money.parse("0.16")) for size in model.resolutions)
    return replace(model, groups=tuple(replace(group, prices=prices) for group in model.groups))


def changes(window: Window) -> list[str]:
    return [cell for cell in window.see("Changes", "Tree").items() if cell]


def test_prices_from_the_gateway_are_seen_accepted_used_and_dated(home: Home) -> None:
    save_model(folders_of(home), flat_model())
    with scripted(by_path(PAGES)) as gateway:
        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.fill("Prompt", "a lake")
            window.see("Generate 1 for ¥0.16", "Button")
            window.see("Balance ¥12.40", "Button")
            window.press("Ctrl+G")
            window.click("Refresh from the gateway", within="Groups and prices")
            window.hear("1 group and 4 prices read.")
            window.hear("¥0.25", within="Changes")
            assert changes(window)[:4] == ["官KEY-1.5折", "No longer there", "from ¥0.16", "—"]
            window.see("Generate 1 for ¥0.16", "Button")
            window.click("Accept")
            window.see("Generate 1 for ¥0.25", "Button")
            window.hear("read from the gateway on", within="Groups and prices")
            window.click("Price history…", within="Groups and prices")
            window.hear("Known since")
            cells = window.see("Price history", "Tree").items()
            at = cells.index(GROUP)
            assert cells[at : at + 5] == [GROUP, "0.5K", "¥0.16", "¥0.25", "+56.2 %"]
            window.click("Close")
            window.leave()
        asked = [call for call in gateway.received if call.target == PRICING]
        assert len(asked) == 1
        assert "authorization" not in asked[0].headers
        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.see("Generate 1 for ¥0.25", "Button")
            window.leave()
    assert load_model(folders_of(home)).read_on == date.today()  # noqa: DTZ011 - the person's own day
    assert not home.files_with(KEY)


def test_where_the_gateway_doesnt_offer_it_the_page_is_pasted_in_the_same_place(home: Home) -> None:
    with (
        scripted(by_path({})) as gateway,
        home.window("--gateway", gateway.url, key=KEY) as window,
    ):
        window.fill("Prompt", "a lake")
        window.see("Generate 1 for ¥0.16", "Button")
        window.click("Settings")
        window.click("Refresh from the gateway", within="Settings")
        window.hear("Not offered here: prices. Paste the text of the model's page instead.")
        paste_page(window, changed_page())
        window.click("Accept")
        window.click("Cancel", within="Settings")
        window.see("Generate 1 for ¥0.17", "Button")
        assert not window.look().says("Balance")
        window.leave()


def test_the_call_is_copied_as_code_from_the_palette(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a quiet harbour")
        window.see("Today ¥0.00")
        window.press("Ctrl+K")
        window.type("copy as curl")
        window.press("Return")
        window.hear("Copied. Put your key in $PROOFROOM_KEY.")
        window.click("Prompt", "EditableText")
        window.press("Ctrl+A")
        window.press("Ctrl+V")
        code = window.until(
            lambda: next((one.value for one in window.look().all() if "curl" in one.value), ""), "the code"
        )
        assert '"text":"a quiet harbour"' in code
        assert "$PROOFROOM_KEY" in code
        assert KEY not in code
        window.leave()
    assert home.ledger() == []
