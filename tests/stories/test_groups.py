"""Groups side by side, from the composer to another group and to new prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stories.conftest import GROUP, Home
from tests.stories.test_prices import changed_page, paste_page

if TYPE_CHECKING:
    from tests.support.person import Window

KEY = "sk-story-of-groups"
DEARER = "官KEY-4.5折"


def runs(window: Window, group: str) -> str:
    """What stands behind the group's name among our own figures."""
    cells = [one.name for one in window.see("Your figures", "Table").all() if one.role == "Cell"]
    return cells[cells.index(group) + 1]


def test_our_own_runs_stand_beside_what_is_published_and_another_group_is_chosen(
    home: Home, gateway: str
) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.spend("Generate 1 for ¥0.16")
        window.see("Today ¥0.16")
        window.click("Compare groups")
        window.hear("Beaten by 3.5折", within="Groups")
        window.hear("102.07 s", within="Groups")
        window.until(lambda: runs(window, GROUP) == "1", "the run that was made")
        assert runs(window, DEARER) == "—"
        window.spend("Generate 1 for ¥0.16")
        window.until(lambda: runs(window, GROUP) == "2", "one more while the page is open")
        # Opened again, the board has the keyboard.
        window.press("Ctrl+G")
        window.press("Ctrl+G")
        window.press("Down")
        window.press("Return")
        window.see("Generate 1 for ¥0.21", "Button")
        window.press("Escape")
        window.see("Gallery", "List")
        window.leave()
    assert [one["group"] for one in home.ledger()] == [GROUP, GROUP]


def test_new_prices_from_the_model_page_show_at_once(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.see("Today ¥0.00")
        window.press("Ctrl+G")
        window.see("Groups", "Table")
        window.click("Update from model page…")
        paste_page(window, changed_page())
        window.click("Accept")
        window.until(lambda: window.look().find("Accept", "Button") is None, "the end of the dialog")
        window.hear("官KEY-6.5折", within="Groups")
        window.hear("¥0.17", within="Groups")
        window.click("Back", within="Groups and prices")
        window.hear("Your pictures will stand here")
        window.leave()
