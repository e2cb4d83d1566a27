"""A tree of edits as a page: walked, a branch named, and its edits replayed on another picture."""

from tests.stories.conftest import Home, saved
from tests.support.person import Window

FIRST, CHANGE, OTHER = "paper boats on a pond", "warmer light", "a lighthouse"


def drawn(window: Window) -> list[str]:
    """What a screen reader finds in the drawing of the tree."""
    tree = window.look().find("Tree", "List")
    return tree.items() if tree else []


def test_a_tree_is_walked_named_and_replayed_on_another_picture(home: Home) -> None:
    with home.window() as window:
        window.click("Use the demo gateway instead")
        window.see("Demo gateway", "Button")
        window.click("0.5K", "RadioButton")
        for number, prompt in enumerate((OTHER, FIRST), 1):
            window.fill("Prompt", prompt)
            window.spend("Generate 1 for ¥0.00 (demo)")
            window.until(lambda count=number: saved(window) == count, "one more picture")
        window.click_first()
        window.press("Ctrl+I")
        window.see("Continues version 2")
        window.fill("Prompt", CHANGE)
        window.spend("Iterate for ¥0.00 (demo)")
        window.until(lambda: saved(window) == 3, "the change")

        window.click_first()
        window.press("Shift+T")
        window.until(lambda: len(drawn(window)) == 2, "both versions", why=lambda: str(drawn(window)))
        assert drawn(window)[0].startswith("1 · First draft, 0.5K · ¥0.00")
        assert drawn(window)[1].startswith(f"2 · “{CHANGE}”, 0.5K · ¥0.00")
        window.press("N")
        window.fill("Name of the branch", "Evening")
        window.press("Return")
        window.until(lambda: "branch Evening" in drawn(window)[1], "its name")

        window.press("Shift+R")
        window.see("Replay 1 for ¥0.00")
        # The strip begins with the picture that it was; the newest others follow.
        window.click(next(name for name in choices(window) if name.startswith(OTHER)), within="Picture")
        window.spend("Replay 1 for ¥0.00")
        window.until(lambda: not choices(window), "the dialog gone")
        window.click("Back to the gallery")
        window.until(lambda: saved(window) == 4, "the replayed change")
        window.leave()

    prompts = [one["prompt"] for one in home.proofroom("list", "--json").objects]
    assert sorted(prompts) == sorted([OTHER, FIRST, CHANGE, CHANGE])


def choices(window: Window) -> list[str]:
    """The pictures that edits can be replayed on."""
    strip = window.look().find("Picture", "List")
    return strip.items() if strip else []
