"""New prices from the text of the model page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stories.conftest import GROUP, Home
from tests.support.window import PAGE

if TYPE_CHECKING:
    from tests.support.person import Window

KEY = "sk-story-of-prices"
NEW_GROUP = """官KEY-6.5折
BillingPer call
Latency
Throughput
Uptime
0.5K / call
¥0.20
1K / call
¥0.30
2K / call
¥0.45
4K / call
¥0.68
"""


def changed_page() -> str:
    """The page with 1K at the usual group for ¥0.17, and one more group."""
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(GROUP)
    return before + NEW_GROUP + GROUP + after.replace("¥0.16", "¥0.17", 1)


def paste_page(window: Window, text: str) -> None:
    window.click("Model page", "EditableText")
    window.press("Ctrl+A")
    window.paste(text)
    window.click("Read", "Button")


def test_new_prices_are_shown_old_and_new_and_used_once_accepted(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.see("Generate 1 for ¥0.16", "Button")
        window.click("Settings")
        window.click("Update from model page…")
        paste_page(window, changed_page())
        window.hear("8 groups and 32 prices read. 2 differ, the rest is unchanged:")
        cells = [one for one in window.see("Changes", "Tree").items() if one]
        assert cells == [
            GROUP,
            "1K per call",
            "¥0.16",
            "¥0.17",
            "官KEY-6.5折",
            "New group",
            "—",
            "from ¥0.20",
        ]
        window.see("Generate 1 for ¥0.16", "Button")
        window.click("Accept")
        window.click("Cancel", within="Settings")
        window.see("Generate 1 for ¥0.17", "Button")
        window.spend("Generate 1 for ¥0.17")
        window.see("Today ¥0.17")
        window.leave()

    with home.window("--gateway", gateway, key=KEY) as window:
        window.see("Generate 1 for ¥0.17", "Button")
        window.leave()


def test_text_that_is_no_model_page_gets_a_word_and_changes_nothing(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.click("Settings")
        window.click("Update from model page…")
        for text in ("what I had for lunch", PAGE.read_text(encoding="utf-8")[:700]):
            paste_page(window, text)
            window.hear("Nothing was changed")
        window.click("Not now")
        window.click("Cancel", within="Settings")
        window.see("Generate 1 for ¥0.16", "Button")
        window.leave()
    assert not list(home.proofroom.config.glob("*catalog*"))
