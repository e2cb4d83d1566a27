"""A goal instead of a group: what it chooses, what that costs, and what our own pictures change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stories.conftest import GROUP, Home
from tests.support.secret_service import secret_service

if TYPE_CHECKING:
    from tests.support.person import Window

UNREAD = "官KEY-2.5折"


def pick(window: Window, shown: str, wanted: str) -> None:
    """From the list of groups, in which `shown` is what stands in the composer."""
    window.click(shown, "ComboBox", within="Composer")
    window.click(wanted, "ListItem")


def test_the_fastest_is_chosen_among_those_with_a_key_until_our_own_pictures_tell_more(
    home: Home, gateway: str
) -> None:
    with secret_service() as service:
        home.add(DBUS_SESSION_BUS_ADDRESS=service.environment["DBUS_SESSION_BUS_ADDRESS"])
        for group in (GROUP, UNREAD):
            stored = home.proofroom("key", "set", "--group", group, "--gateway", gateway, typed="sk-one\n")
            assert stored.code == 0
        with home.window("--gateway", gateway) as window:
            window.fill("Prompt", "a lake")
            pick(window, GROUP, "Fastest")
            window.hear("¥0.16, 14 s published, 100 % up as published", within="Composer")
            window.spend("Generate 1 for ¥0.16")
            window.see("Today ¥0.16")
            # Nothing is published of this one: a single picture of our own tells all there is to know.
            pick(window, "Fastest", UNREAD)
            window.spend("Generate 1 for ¥0.12")
            window.see("Today ¥0.28")
            pick(window, UNREAD, "Fastest")
            window.hear("1 of 1 yours succeeded", within="Composer")
            window.spend("Generate 1 for ¥0.12")
            window.see("Today ¥0.40")
            window.see("No jobs", within="Jobs")
            window.click("Compare groups")
            window.see("Fastest · 2.5折", "CheckBox")
            window.click("Cheapest · 2.5折", "CheckBox")
            window.see("Cheapest", "ComboBox", within="Composer")
            window.leave()

        with home.window("--gateway", gateway) as window:
            window.see("Cheapest", "ComboBox", within="Composer")
            window.see("Generate 1 for ¥0.12", "Button")
            window.hear("2 of 2 yours succeeded", within="Composer")
            window.leave()
    told = [(one["group"], one["price"]) for one in reversed(home.ledger())]
    assert told == [(GROUP, "0.16"), (UNREAD, "0.12"), (UNREAD, "0.12")]


def test_without_a_key_a_goal_says_what_to_do(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway) as window:
        window.fill("Prompt", "a lake")
        pick(window, GROUP, "Surest")
        window.hear("No group has a key, and a goal chooses among those that have one.", within="Composer")
        window.see("Generate 1", "Button")
        window.see("Add key…", "Button", within="Composer")
        window.leave()
    assert not home.ledger()
