"""A group that is busy is followed by the next; one that fails again and again rests, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.gateways import scripted, with_picture
from tests.stories.conftest import GROUP, Home, saved
from tests.support.scripted_gateway import Answer, Line, Received, json_answer

if TYPE_CHECKING:
    from tests.support.person import Window

KEY = "sk-story-of-fallback"
SECOND, THIRD = "官KEY-4.5折", "官KEY-正价"
BUSY = json_answer({"error": {"code": "busy", "message": "Overloaded."}}, status=429)


def test_a_busy_group_is_followed_by_the_next_and_card_and_ledger_tell_both(home: Home) -> None:
    home.set(fallback=(SECOND, THIRD), ask_from=None)
    with (
        scripted(*calls(BUSY, with_picture())) as gateway,
        home.window("--gateway", gateway.url, key=KEY) as window,
    ):
        window.fill("Prompt", "a lake")
        window.hear(f"{SECOND} ¥0.21, then {THIRD} ¥0.47", within="Composer")
        window.hear("at most ¥0.47", within="Composer")
        window.spend("Generate 1 for ¥0.16")
        window.until(lambda: saved(window) == 1, "the picture")
        window.see("Today ¥0.21")
        window.click_first()
        window.hear(SECOND, within="Details")
        window.hear("¥0.21", within="Details")
        window.leave()
    rows = sorted(home.ledger(), key=lambda row: row["number"])
    assert [(row["group"], row["price"], row["outcome"], row["charge"]) for row in rows] == [
        (GROUP, "0.16", "busy", "not_charged"),
        (SECOND, "0.21", "picture", "charged"),
    ]


def test_the_card_tells_each_attempt(home: Home) -> None:
    refused = json_answer({"error": {"code": "INVALID_ARGUMENT", "message": "Bad."}}, status=400)
    home.set(fallback=(SECOND,))
    with scripted(*calls(BUSY, refused)) as gateway, home.window("--gateway", gateway.url, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.spend("Generate 1 for ¥0.16")
        window.see("1 to look at", within="Jobs")
        window.click_first()
        window.hear(f"1 · {GROUP} · busy (429) · not charged", within="Details")
        window.hear(f"2 · {SECOND} · refused (400) · not charged", within="Details")
        window.see("Today ¥0.00")
        window.leave()


def test_for_this_order_no_other_group_is_asked(home: Home) -> None:
    home.set(fallback=(SECOND,))
    with scripted(*calls(BUSY)) as gateway, home.window("--gateway", gateway.url, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.click("If it fails, ask other groups", "CheckBox")
        window.hear("If it fails, no other group is asked.", within="Composer")
        window.spend("Generate 1 for ¥0.16")
        window.see("1 waiting", within="Jobs")
        window.click_first()
        window.hear("not charged", within="Details")
        window.click("Cancel", within="Details")
        window.see("No jobs", within="Jobs")
        window.leave()
    assert {row["group"] for row in home.ledger()} == {GROUP}


def test_a_group_that_fails_again_and_again_rests_until_the_person_says_otherwise(home: Home) -> None:
    with (
        scripted(*calls(BUSY, BUSY, BUSY, with_picture())) as gateway,
        home.window("--gateway", gateway.url, key=KEY) as window,
    ):
        window.fill("Prompt", "a lake")
        window.fill("Count", "3", role="SpinBox")
        window.spend("Generate 3 for ¥0.48")
        window.hear("rests until", within="Gallery")
        window.hear("rests until", within="Composer")
        window.click_first()
        window.click("Send now", within="Details")
        window.until(lambda: saved(window) == 3, "the pictures: the group works again")
        window.see("Today ¥0.48")
        window.leave()
    assert sum(row["charge"] == "charged" for row in home.ledger()) == 3


def test_the_persons_own_order_of_groups_is_kept(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.see("Today ¥0.00")
        window.click("Change what is asked if it fails", within="Composer")
        for group in (SECOND, THIRD):
            add(window, group)
        window.click(f"Ask {THIRD} earlier")
        window.click("the gateway can't be reached", "CheckBox")
        window.fill("Never more than, for a picture", "0.50")
        window.click("Save", within="When a group fails")
        window.hear(f"{THIRD} ¥0.47, then {SECOND} ¥0.21", within="Composer")
        window.leave()
    with home.window("--gateway", gateway, key=KEY) as window:
        window.hear(f"{THIRD} ¥0.47, then {SECOND} ¥0.21", within="Composer")
        window.leave()


def calls(*script: Answer) -> tuple[Answer]:
    """Answers calls for pictures by the script, the last one again and again; nothing else is offered."""
    left = list(script)

    async def give(request: Received, line: Line) -> None:
        if request.method != "POST":
            await json_answer({"error": "no such page"}, status=404)(request, line)
        else:
            await (left.pop(0) if len(left) > 1 else left[0])(request, line)

    return (give,)


def add(window: Window, group: str) -> None:
    """Choose it in the list of groups that can be added."""
    window.click("Add a group…", "ComboBox")
    offered = window.until(lambda: _offer(window, group), group)
    window.click(offered, "ListItem")


def _offer(window: Window, group: str) -> str:
    names = (one.name for one in window.look().all() if one.role == "ListItem")
    return next((name for name in names if name.startswith(f"{group} · ")), "")
