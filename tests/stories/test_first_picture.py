"""From an empty home to a saved picture, its child, and copies of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PIL import Image

from tests.stories.conftest import GROUP, Home, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.person import Window

KEY = "sk-story-of-a-first-picture"
PROMPT = "a quiet lake at dawn, fog over the water"


def test_a_newcomer_connects_a_key_knows_the_price_and_gets_two_pictures(home: Home, gateway: str) -> None:
    with home.window() as window:
        connect(window, gateway, then="Key for this session")
        window.fill("Prompt", PROMPT)
        window.fill("Count", "2", role="SpinBox")
        assert window.see("Estimate").value == "2 images × ¥0.16 = ¥0.32, about 14 s, ¥0.00 today → ¥0.32"
        window.spend("Generate 2 for ¥0.32")
        window.until(lambda: saved(window) == 2, "two tiles")
        window.see("Today ¥0.32")
        look_at_details(window, home)
        window.leave()

    for path in home.pictures():
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert told["recipe"]["prompt"] == PROMPT
    assert [(one["charge"], one["price"], one["group"]) for one in home.ledger()] == [
        ("charged", "0.16", GROUP),
        ("charged", "0.16", GROUP),
    ]

    with home.window() as window:
        window.until(lambda: saved(window) == 2, "the same two tiles after a restart")
        window.see("Today ¥0.32")
        window.leave()


def test_a_picture_is_continued_and_stands_in_a_tree(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        draw_one(window)
        window.click_first()
        window.click("Iterate", within="Details")
        window.see("Continues version 1")
        window.fill("Prompt", "warmer light")
        window.spend("Iterate for ¥0.16")
        window.until(lambda: saved(window) == 2, "the child")
        window.click_first()
        window.until(lambda: len(window.see("Iterations", "Tree").items()) == 2, "a tree of two")
        parent, child = window.see("Iterations", "Tree").items()
        assert "First draft" in parent
        assert "warmer light" in child
        window.hear("2 versions · ¥0.32", within="Details")
        window.leave()

    parent, child = home.proofroom("list", "--json").objects[::-1]
    assert child["parent"] == parent["version"]
    assert {one["charge"] for one in home.ledger()} == {"charged"}


def test_a_picture_leaves_as_its_own_bytes_and_in_three_formats(home: Home, gateway: str) -> None:
    out = home.logs.parent / "out"
    out.mkdir()
    with home.window("--gateway", gateway, key=KEY) as window:
        draw_one(window)
        window.click_first()
        (kept,) = home.pictures()
        original = out / f"original{kept.suffix}"
        save_as(window, original, "")
        save_as(window, out / "picture.png", "PNG (*.png)")
        save_as(window, out / "picture.jpg", "JPEG (*.jpg)")
        save_as(window, out / "picture.webp", "WebP (*.webp)")
        window.leave()

    assert original.read_bytes() == kept.read_bytes()
    for ending, kind in (("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")):
        with Image.open(out / f"picture.{ending}") as picture:
            assert (picture.format, picture.size) == (kind, (1024, 1024))


def save_as(window: Window, target: Path, kind: str) -> None:
    """Save what is selected there; a kind is one of the dialog's own, none is the first."""
    window.click_first()
    window.press("Ctrl+S")
    if kind:
        usual = next(one.name for one in window.look().all() if one.name.startswith("Original bytes"))
        window.click(usual, "ComboBox")
        window.click(kind, "ListItem")
    window.fill("File name:", str(target))
    window.press("Return")
    window.until(target.exists, target.name)
    window.hear(f"Saved as {target.name}.")


def connect(window: Window, gateway: str, *, then: str) -> None:
    """What the card of the first run asks for."""
    window.see("Connect a gateway key")
    window.until(lambda: window.see("API key", "EditableText").focused, "the keyboard in the key's field")
    window.see(GROUP, within="Connect a gateway key")
    window.fill("Gateway", gateway)
    window.fill("API key", KEY)
    window.click("Test connection")
    window.hear("It doesn't prove which group the key bills at, nor that there is balance.")
    window.until(lambda: window.see("Test connection", "Button").focused, "the keyboard where it was")
    window.click("Save key")
    window.see(then)
    window.until(lambda: window.see("Prompt", "EditableText").focused, "the keyboard in the prompt")


def draw_one(window: Window) -> None:
    window.fill("Prompt", PROMPT)
    window.spend("Generate 1 for ¥0.16")
    window.until(lambda: saved(window) == 1, "a tile")


def look_at_details(window: Window, home: Home) -> None:
    name = window.gallery()[0]
    assert name == f"{PROMPT}, 1024 × 1024, saved"
    window.click(name, within="Gallery")
    window.see("Iterate", within="Details")
    shown = window.see("Details")
    assert shown.says("Cost: ¥0.16 ·")
    newest = home.proofroom("list", "--json").objects[0]
    request_id = newest["request_id"]
    assert request_id.startswith("req_")
    assert shown.says(f"{request_id[:6]}…{request_id[-4:]}")
