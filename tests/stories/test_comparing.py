"""Comparing in the whole program: from the gallery, by keys alone, until one is kept."""

from tests.stories.conftest import Home, saved
from tests.support.person import Window


def compared(window: Window) -> list[str]:
    """What a screen reader says of the pictures that are seen side by side or over each other."""
    table = window.look().find("Comparison")
    return [one.name for one in table.all() if one.role == "Graphic"] if table else []


def test_three_of_one_order_are_compared_and_one_is_kept(home: Home) -> None:
    with home.window() as window:
        window.click("Use the demo gateway instead")
        window.see("Demo gateway", "Button")
        window.fill("Prompt", "paper boats on a pond")
        window.fill("Count", "3", role="SpinBox")
        window.click("0.5K", "RadioButton")
        window.spend("Generate 3 for ¥0.00 (demo)")
        window.until(lambda: saved(window) == 3, "three tiles")
        window.click_first()
        window.press("Ctrl+A")
        window.press("C")
        window.until(lambda: len(compared(window)) == 3, "three pictures side by side")
        window.until(lambda: all(", sharp" in name for name in compared(window)), "all of them sharp")
        assert sum(name.startswith("current, ") for name in compared(window)) == 1
        window.press("Home")
        window.until(lambda: compared(window)[0].startswith("current, "), "the first of them chosen")
        window.press("K")
        window.until(lambda: compared(window)[0].endswith(", Picked"), "the first of them kept")
        window.until(lambda: all(name.endswith(", Rejected") for name in compared(window)[1:]), "no other")
        window.press("Ctrl+Z")
        window.until(lambda: not any(name.endswith("ed") for name in compared(window)), "as it was")
        window.press("D")
        window.until(lambda: window.look().says(" % changed"), "how much changed")
        window.press("S")
        window.see("Dividing line", "Slider")
        window.press("Escape")
        window.see("Compare")
        window.until(lambda: not compared(window), "the picture alone")
        window.leave()
