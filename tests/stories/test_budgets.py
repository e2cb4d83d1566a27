"""A limit that holds: it is spoken of, it stops, it is raised, and it knows what a crash left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.budget import Budgets
from studio.domain.money import Money
from tests.stories.conftest import Home, saved

if TYPE_CHECKING:
    from tests.support.person import Window

KEY = "sk-story-of-budgets"


def limit(home: Home, **amounts: str) -> None:
    home.set(budgets=Budgets(**{kind: Money.parse(amount) for kind, amount in amounts.items()}))


def spend(window: Window, label: str, *, pictures: int) -> None:
    window.spend(label)
    window.until(lambda: saved(window) == pictures, f"{pictures} pictures")


def test_the_days_budget_warns_stops_and_is_raised(home: Home, gateway: str) -> None:
    limit(home, day="0.80")
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.see("Today ¥0.00 of ¥0.80", "Button")
        window.hear("¥0.80 left today → ¥0.64", within="Estimate")
        window.click("4K")
        spend(window, "Generate 1 for ¥0.37", pictures=1)
        window.click("2K")
        window.hear("¥0.43 left today → ¥0.18", within="Estimate")
        spend(window, "Generate 1 for ¥0.25", pictures=2)
        window.see("Today ¥0.62 of ¥0.80", "Button")
        window.click("1K")
        spend(window, "Generate 1 for ¥0.16", pictures=3)
        window.hear("¥0.78 of today's budget of ¥0.80 is used.")
        window.see("Today ¥0.78 of ¥0.80 ¥0.02 left", "Button")
        window.see("Over today's budget: ¥0.02 left of ¥0.80")
        assert not window.see("Generate 1 for ¥0.16", "Button").enabled
        window.click("Change budget…", within="Composer")
        window.fill("Budget for a day", "1.00", within="Settings")
        window.click("Save", within="Settings")
        spend(window, "Generate 1 for ¥0.16", pictures=4)
        window.see("Over today's budget: ¥0.06 left of ¥1.00")
        window.leave()
    assert sum(round(float(one["price"]) * 100) for one in home.ledger()) == 94


def test_a_projects_budget_stops_its_orders_until_it_is_raised(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        spend(window, "Generate 1 for ¥0.16", pictures=1)
        window.press("Ctrl+K")
        window.type("budget of the project")
        window.press("Return")
        window.hear("¥0.16 so far", within="Budget for Sketches")
        window.fill("The most that it may cost", "0.30", within="Budget for Sketches")
        window.click("Save", within="Budget for Sketches")
        window.see("Over the budget of Sketches: ¥0.14 left of ¥0.30")
        window.click("Change budget…", within="Composer")
        window.hear("¥0.16 so far", within="Budget for Sketches")
        window.fill("The most that it may cost", "0.40", within="Budget for Sketches")
        window.click("Save", within="Budget for Sketches")
        window.hear("¥0.24 left in this project → ¥0.08", within="Estimate")
        spend(window, "Generate 1 for ¥0.16", pictures=2)
        window.leave()


def test_after_a_crash_what_was_sent_still_counts(home: Home, gateway: str) -> None:
    limit(home, day="0.60")
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.click("4K")
        window.spend("Generate 1 for ¥0.37")
        window.see("Today ¥0.37 of ¥0.60", "Button")
        window.kill()
    with home.window("--gateway", gateway, key=KEY) as window:
        window.see("Over today's budget: ¥0.23 left of ¥0.60")
        window.click("1K")
        window.hear("¥0.23 left today → ¥0.07", within="Estimate")
        window.leave()


def test_many_pictures_are_asked_about_before_they_are_paid_for(home: Home, gateway: str) -> None:
    home.set(ask_from=2, ask_above=None)
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.fill("Count", "2", role="SpinBox")
        window.spend("Generate 2 for ¥0.32")
        window.see("Spend ¥0.32?")
        window.click("Not now", "Button")
        assert window.see("Today ¥0.00", "Button").enabled
        window.spend("Generate 2 for ¥0.32")
        window.spend("Spend ¥0.32")
        window.until(lambda: saved(window) == 2, "two pictures")
        window.leave()


def test_settings_that_are_damaged_are_spoken_of_for_a_limit_is_gone(home: Home, gateway: str) -> None:
    limit(home, day="0.60")
    (home.proofroom.config / "settings.json").write_bytes(b'{"budget_day": "0.60", "par')
    with home.window("--gateway", gateway, key=KEY) as window:
        window.hear("Budgets and all else that was set don't hold until they are set again.")
        window.leave()
