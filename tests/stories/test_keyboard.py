"""Without a mouse, and by name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.stories.conftest import GROUP, Home, saved

if TYPE_CHECKING:
    from tests.support.person import Window

KEY = "sk-story-of-a-keyboard"


def test_a_picture_is_made_and_looked_at_without_a_mouse(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.see("Generate 1 for ¥0.16", "Button")
        assert focused(window) == "Prompt"
        window.type("a lake")
        window.until(lambda: window.see("Generate 1 for ¥0.16", "Button").enabled, "the button")
        way = [
            "Prompt",
            "References used before",
            "Add reference",
            "Auto",
            "More",
            "1K",
            "Compare groups",
            GROUP,
            "Change what is asked if it fails",
            "Minimal",
            "Count",
            "Generate 1 for ¥0.16",
        ]
        walked = [focused(window)]
        while len(walked) < len(way):
            window.press("Tab")
            walked.append(focused(window))
        assert walked == way
        for _ in way[1:]:
            window.press("Shift+Tab")
        assert focused(window) == "Prompt"
        window.press("Ctrl+Return")
        for _ in range(30):
            window.press("Ctrl+Return", held=True)
        window.until(lambda: saved(window) == 1, "one picture")
        window.until(lambda: not window.see("Generate 1 for ¥0.16", "Button").description, "the end of rest")
        window.press("Ctrl+Return")
        window.until(lambda: saved(window) == 2, "another picture")
        walk_the_gallery(window)
        window.leave()
    assert [one["charge"] for one in home.ledger()] == ["charged", "charged"]


def walk_the_gallery(window: Window) -> None:
    while not window.see("Gallery", "List").focused:
        window.press("Tab")
    window.press("Home")
    window.press("Return")
    assert selected(window) == [True, False]
    window.press("Right")
    assert selected(window) == [False, True]
    window.press("Left")
    assert selected(window) == [True, False]
    window.see("Iterate", within="Details")
    window.press("Escape")
    window.hear("Nothing selected", within="Details")
    window.press("Ctrl+F")
    assert focused(window) == "Search"
    window.type("no such prompt")
    window.hear("Nothing found")
    window.press("Escape")
    window.until(lambda: saved(window) == 2, "everything again")


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_everything_is_found_by_its_fixed_name(
    home: Home, gateway: str, theme: Literal["dark", "light"]
) -> None:
    home.set(theme=theme)
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.spend("Generate 1 for ¥0.16")
        window.until(lambda: saved(window) == 1, "a picture")
        window.click_first()
        window.see("Iterations", "Tree")
        seen = window.look()
        for name, role in (
            ("Prompt", "EditableText"),
            ("References", "Grouping"),
            ("Aspect ratio", "Grouping"),
            ("Resolution", "Grouping"),
            ("Group", "Grouping"),
            ("Count", "SpinBox"),
            ("Estimate", "EditableText"),
            ("Generate 1 for ¥0.16", "Button"),
            ("Gallery", "List"),
            ("Details", "Client"),
            ("Iterations", "Tree"),
            ("Search", "EditableText"),
            ("Jobs", "Client"),
        ):
            assert seen.find(name, role), name
        for name in ("16:9", "2K"):
            assert seen.find(name, "RadioButton"), name
        assert nameless(window) == []
        window.leave()


def focused(window: Window) -> str:
    """The name of what has the keyboard, without what it stands in."""
    return [one.name for one in window.look().all() if "focused" in one.states and one.name][-1]


def selected(window: Window) -> list[bool]:
    items = [one for one in window.see("Gallery", "List").all() if one.role == "ListItem"]
    return ["selected" in one.states for one in items]


def nameless(window: Window) -> list[str]:
    """The roles of what can have the keyboard and says nothing of itself."""
    all_ = [one for one in window.look().all() if "focusable" in one.states]
    return [one.role for one in all_ if not (one.name or one.value or one.description)]
