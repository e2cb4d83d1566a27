"""The demo gateway: one click away, four pictures, no money."""

from tests.stories.conftest import Home, saved


def test_four_pictures_for_nothing(home: Home) -> None:
    with home.window() as window:
        window.click("Use the demo gateway instead")
        window.see("Demo gateway", "Button")
        window.fill("Prompt", "paper boats on a pond")
        window.fill("Count", "4", role="SpinBox")
        window.click("0.5K", "RadioButton")
        window.spend("Generate 4 for ¥0.00 (demo)")
        window.until(lambda: saved(window) == 4, "four tiles")
        window.see("Today ¥0.00")
        window.click_first()
        window.hear("¥0.00", within="Details")
        window.hear("demo · not charged", within="Details")
        window.leave()

    assert len(home.pictures()) == 4
    assert {(one["charge"], one["price"]) for one in home.ledger()} == {("not_charged", "0.00")}

    with home.window() as window:
        window.see("Demo gateway", "Button")
        window.see("Today ¥0.00")
        window.until(lambda: saved(window) == 4, "four tiles after a restart")
        window.leave()
