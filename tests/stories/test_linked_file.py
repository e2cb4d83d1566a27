"""A file of an app follows the version that is picked: over a restart, and back with undo."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tests.stories.conftest import Home, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.person import Window

FIRST, CHANGE = "paper boats on a pond", "warmer light"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def draw_two(window: Window) -> None:
    """A picture, and one that continues it."""
    window.click("Use the demo gateway instead")
    window.see("Demo gateway", "Button")
    window.click("0.5K", "RadioButton")
    window.fill("Prompt", FIRST)
    window.spend("Generate 1 for ¥0.00 (demo)")
    window.until(lambda: saved(window) == 1, "the first picture")
    window.click_first()
    window.press("Ctrl+I")
    window.see("Continues version 1")
    window.fill("Prompt", CHANGE)
    window.spend("Iterate for ¥0.00 (demo)")
    window.until(lambda: saved(window) == 2, "the change")


def link(window: Window, target: Path) -> None:
    """Tie what is selected to this file, by the palette."""
    window.press("Ctrl+K")
    window.type("link to a file")
    window.press("Return")
    window.fill("File name:", str(target))
    window.press("Return")


def choose(window: Window, prompt: str) -> None:
    window.until(lambda: saved(window) == 2, "both pictures")
    window.click(next(name for name in window.gallery() if prompt in name), within="Gallery")


def test_a_file_follows_the_pick_and_undo_leads_back(home: Home) -> None:
    app = home.logs.parent / "app"
    app.mkdir()
    hero = app / "hero.png"
    with home.window() as window:
        draw_two(window)
        choose(window, FIRST)
        link(window, hero)
        window.hear("hero.png follows which version is picked.")
        window.hear("app/hero.png · v1", within="Details")
        first = digest(hero)

        choose(window, CHANGE)
        window.see("Use this version: hero.png", "Button", within="Details")
        window.press("P")
        window.hear("hero.png holds v2 now.")
        window.hear("app/hero.png · v2", within="Details")
        assert digest(hero) != first
        window.press("Shift+T")
        window.until(
            lambda: any("in the linked file hero.png" in name for name in drawn(window)), "it in the tree"
        )
        window.press("Escape")
        window.press("Ctrl+Z")
        window.hear("hero.png holds v1 now.")
        assert digest(hero) == first
        window.leave()

    assert [path.name for path in app.iterdir()] == ["hero.png"]
    with home.window() as window:
        switch_after_a_restart(window, hero)
        window.leave()
    told = home.proofroom("links", "--json").object
    assert (told["path"], told["problem"]) == (str(hero), None)


def switch_after_a_restart(window: Window, hero: Path) -> None:
    """By a pick, and back again though a colleague has painted over it."""
    first = digest(hero)
    choose(window, CHANGE)
    window.hear("app/hero.png · v1", within="Details")
    window.press("P")
    window.hear("hero.png holds v2 now.")
    assert digest(hero) != first

    hero.write_bytes(b"painted over by a colleague")
    window.press("Ctrl+Z")
    window.hear("hero.png was changed by another program. It was left as it is.")
    assert hero.read_bytes() == b"painted over by a colleague"
    window.click("Overwrite: hero.png", within="Details")
    window.until(lambda: digest(hero) == first, "the first version in it")


def drawn(window: Window) -> list[str]:
    """What a screen reader finds in the drawing of the tree."""
    tree = window.look().find("Tree", "List")
    return tree.items() if tree else []
