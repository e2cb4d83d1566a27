"""A call that breaks off may have been charged: the ledger says so, and the log or the person settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.gateways import scripted
from tests.support.account_pages import LOG
from tests.support.account_site import AccountSite

if TYPE_CHECKING:
    from tests.cli.running import Json
    from tests.stories.conftest import Home
    from tests.support.person import Window

KEY = "sk-story-of-settling"
GROUP = "官KEY-3.5折"


def lose(window: Window, prompt: str) -> None:
    """Send a call whose answer breaks off."""
    window.fill("Prompt", prompt)
    window.spend("Generate 1 for ¥0.16")


def charges(home: Home) -> list[tuple[str, str | None, str]]:
    """Charge, by whom it was settled, and price of every call, oldest first."""

    def told(one: Json) -> tuple[str, str | None, str]:
        return one["charge"], one["settled_by"], one["price"]

    return [told(one) for one in home.ledger()[::-1]]


def test_unknown_calls_are_settled_by_the_log_and_by_hand_and_stay_so(home: Home) -> None:
    site = AccountSite(charge=(0.164, GROUP))
    with scripted(site) as gateway:
        with home.window("--gateway", gateway.url, key=KEY) as window:
            lose(window, "a lake")
            window.see("1 to look at", within="Jobs")
            window.see("Today ¥0.16 of which ¥0.16 unknown")
            window.press("Ctrl+L")
            window.see("1 call, ¥0.16, may have been charged")
            window.click("Ask the gateway's log", "Button")
            window.hear("The gateway's log says: 1 charged, 0 not charged.")
            window.see("Charged · by log", within="Attempts")
            window.see("Today ¥0.16")
            # The second is charged nowhere that we can see, and the person knows better.
            site.charge = None
            window.press("Escape")
            lose(window, "a hill")
            window.see("2 to look at", within="Jobs")
            window.press("Ctrl+L")
            window.click("Settle by hand", "Button")
            window.see("1 call selected, ¥0.16")
            window.click("It wasn't charged", "Button")
            window.hear("1 call settled: not charged.")
            window.see("Nothing here")
            window.see("Today ¥0.16")
            window.leave()
        settled = [("charged", "log", "0.16"), ("not_charged", "hand", "0.16")]
        assert charges(home) == settled
        assert site.asked.count(LOG) == 1

        # The index is lost: what lies in incoming and what was said bring it back.
        for path in (home.library / ".proofroom").glob("library.sqlite*"):
            path.unlink()
        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.see("Today ¥0.16")
            window.press("Ctrl+L")
            window.see("Charged · by log", within="Attempts")
            window.see("Not charged · by hand", within="Attempts")
            # And it can be taken back.
            window.click("Not charged · by hand", within="Attempts")
            window.click("Unknown again", "Button")
            window.see("1 call, ¥0.16, may have been charged", within="Ledger page")
            window.leave()
        assert charges(home) == [settled[0], ("unknown", None, "0.16")]


def test_without_a_log_the_card_says_so_once_and_the_ledger_shows_the_next_steps(home: Home) -> None:
    site = AccountSite(has_log=False)
    with scripted(site) as gateway:
        with home.window("--gateway", gateway.url, key=KEY) as window:
            lose(window, "a lake")
            window.see("1 to look at", within="Jobs")
            window.click_first()
            window.click("Check the account log", "Button", within="Details")
            window.hear(
                "Not offered here: log of calls. 1 call stays unknown: settle it by hand in the ledger."
            )
            window.until(
                lambda: not window.see("Details").find("Check the account log"), "a card without the button"
            )
            window.press("Ctrl+L")
            window.see("This gateway offers no log of calls.")
            window.click("Copy refund claim", "Button", within="Ledger page")
            window.hear("Refund claim for 1 call copied: ¥0.16.")
            window.leave()
        # It is remembered.
        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.see("Today ¥0.16 of which ¥0.16 unknown")
            window.press("Ctrl+L")
            window.see("This gateway offers no log of calls.")
            window.leave()
        assert site.asked.count(LOG) == 1
    assert charges(home) == [("unknown", None, "0.16")]
