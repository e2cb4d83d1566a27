"""Looking at pictures: opened from the gallery, judged one after the other, and left again."""

from tests.stories.conftest import Home, saved
from tests.support.person import Window


def looks_at(window: Window) -> str:
    """What a screen reader says of the picture that is shown large; empty where none is."""
    return next((one.name for one in window.look().all() if one.role == "Graphic" and "%" in one.name), "")


def test_three_pictures_are_looked_at_and_judged(home: Home) -> None:
    with home.window() as window:
        window.click("Use the demo gateway instead")
        window.see("Demo gateway", "Button")
        window.fill("Prompt", "paper boats on a pond")
        window.fill("Count", "3", role="SpinBox")
        window.click("0.5K", "RadioButton")
        window.spend("Generate 3 for ¥0.00 (demo)")
        window.until(lambda: saved(window) == 3, "three tiles")
        window.click_first()
        window.press("Space")
        window.until(lambda: looks_at(window).endswith("sharp"), "the picture, sharp")
        assert looks_at(window).startswith("paper boats on a pond, ")
        window.press("4")
        window.see("★★★★☆")
        window.press("P")
        window.see("★★★★☆, Picked")
        window.press("Z")
        window.until(lambda: ", 100%," in looks_at(window), "every pixel of it")
        window.press("F")
        window.until(lambda: window.look().find("Prompt") is None, "nothing but the picture")
        for _ in range(2):
            window.press("Escape")
        window.until(lambda: not looks_at(window), "the gallery again")
        window.see("Prompt")
        window.leave()
