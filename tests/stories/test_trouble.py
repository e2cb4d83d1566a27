"""What a card says when no picture came: what happened, whether it cost money, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.gateways import for_window, with_picture
from tests.stories.conftest import Home, saved
from tests.support.scripted_gateway import html_answer

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from tests.support.person import Window

KEY = "sk-story-of-trouble"
TROUBLES = ("blocked", "words", "prompt-blocked", "quota", "badkey", "html", "cut")


def test_each_trouble_has_its_words_and_its_next_steps(
    home: Home, gateway: str, snapshot: SnapshotAssertion
) -> None:
    told: dict[str, object] = {}
    with home.window("--gateway", gateway, key=KEY) as window:
        for trouble in TROUBLES:
            window.fill("Prompt", f"a lake demo:{trouble}")
            window.spend("Generate 1 for ¥0.16")
            window.see("1 to look at", within="Jobs")
            told[trouble] = read_card(window)
            window.click("Close", within="Details")
            window.see("No jobs", within="Jobs")
        window.leave()
    assert told == snapshot
    charges = {one["error"]["code"] if one["error"] else "": one["charge"] for one in home.ledger()}
    assert charges == snapshot(name="charges")


def read_card(window: Window) -> dict[str, object]:
    """What its details say of the only card: without the request id, which is another each time."""
    (name,) = window.gallery()
    window.click(name, within="Gallery")
    window.see("Close", "Button", within="Details")
    if name.endswith("Unknown"):
        # Whether there is a log is asked of the engine, a moment later.
        window.see("Check the account log", "Button", within="Details")
    read: list[dict[str, object]] = [{}]

    def stands_still() -> dict[str, object] | None:
        read.append({"card": name, **read_details(window)})
        return read[-1] if read[-1] == read[-2] else None

    return dict(window.until(stands_still, "details that stand still"))


def read_details(window: Window) -> dict[str, object]:
    details = window.see("Details")
    texts = [one.name for one in details.all() if one.role == "StaticText" and one.name]
    shown = [text for text in texts if not text.startswith("Request id:")]
    return {
        "words": shown,
        "steps": [one.name for one in details.all() if one.role == "Button" and "Copy" not in one.name],
    }


def test_a_busy_gateway_is_asked_again_and_that_can_be_stopped(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake demo:busy")
        window.spend("Generate 1 for ¥0.16")
        window.see("1 waiting", within="Jobs")
        window.until(window.gallery, "a card")
        window.click_first()
        window.hear("the gateway answered 503 · not charged", within="Details")
        window.click("Cancel", within="Details")
        window.see("No jobs", within="Jobs")
        window.see("Today ¥0.00")
        window.leave()
    assert {one["charge"] for one in home.ledger()} == {"not_charged"}


def test_edit_prompt_brings_the_recipe_back(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake demo:blocked")
        window.click("16:9", "RadioButton")
        window.click("2K", "RadioButton")
        window.spend("Generate 1 for ¥0.25")
        window.see("1 to look at", within="Jobs")
        window.fill("Prompt", "something else")
        window.click("1:1", "RadioButton")
        window.click("1K", "RadioButton")
        window.click_first()
        window.click("Edit prompt", within="Details")
        window.until(
            lambda: window.see("Prompt", "EditableText").value == "a lake demo:blocked", "the prompt"
        )
        assert "checked" in window.see("16:9", "RadioButton").states
        window.see("Generate 1 for ¥0.25", "Button")
        window.leave()
    assert len(home.ledger()) == 1


def test_sending_again_sends_once_however_often_it_is_pressed(home: Home) -> None:
    with for_window(html_answer("Bad gateway", status=502), with_picture()) as gateway:
        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.fill("Prompt", "a lake")
            window.spend("Generate 1 for ¥0.16")
            window.see("1 to look at", within="Jobs")
            window.see("Today ¥0.16 of which ¥0.16 unknown")
            window.click_first()
            window.click("Send again for ¥0.16", within="Details", times=2)
            window.until(lambda: saved(window) == 1, "the picture")
            window.see("No jobs", within="Jobs")
            window.see("Today ¥0.32 of which ¥0.16 unknown")
            window.leave()
        assert len(gateway.received) == 2
    assert sorted(one["charge"] for one in home.ledger()) == ["charged", "unknown"]
