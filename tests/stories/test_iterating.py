"""Iterating in the whole program, seen from the window, from the other end of the wire, and on the disk."""

from __future__ import annotations

import re

import numpy as np

from tests.stories.conftest import Home, saved
from tests.support.iterating import (
    PRICE,
    Iterating,
    Kept,
    assert_continues,
    assert_kept,
    kept_versions,
    pictures,
    pixels,
    shape,
    spoken,
    texts,
)
from tests.support.recording_gateway import Exchange, recording

KEY = "sk-story-of-iterating"
FIRST, SECOND, THIRD = "a quiet lake at dawn", "warmer light", "make it night"
BRANCH, PROTECTED, AFTER = "add a boat", "a red balloon", "bluer"


def test_from_a_prompt_over_a_branch_to_a_protected_edit(home: Home, gateway: str) -> None:
    with recording(gateway) as wire, home.window("--gateway", wire.url, key=KEY) as window:
        person = Iterating(window, wire)
        person.draw(FIRST)
        person.iterate(1, FIRST, SECOND)
        person.iterate(2, SECOND, THIRD)
        assert person.way() == "How it is sent: 2 turns sent along"
        person.iterate(1, FIRST, BRANCH)
        assert [line.split(" · ")[1] for line in person.lines()] == [
            "First draft, 0.5K",
            f"“{SECOND}”, 0.5K",
            f"“{THIRD}”, 0.5K",
            f"“{BRANCH}”, 0.5K",
        ]
        compare_with_parent(person)
        change_a_region(person)
        assert person.lines()[-1].split(" · ")[:2] == ["6", f"“{PROTECTED}”, Put together"]
        window.hear("6 versions · ¥0.55", within="Details")
        window.click("Back to the gallery")
        person.iterate(6, PROTECTED, AFTER)
        assert person.way() == "How it is sent: its picture is sent along", (
            "a conversation without its author"
        )
        window.leave()

    check_conversations(wire.exchanges)
    check_disk(home, wire.exchanges)
    charges = [(one["charge"], one["price"]) for one in home.ledger()]
    assert charges.count(("charged", "0.11")) == 6
    assert {charge for charge in charges if charge[0] != "charged"} <= {("not_charged", "0.00")}


def compare_with_parent(person: Iterating) -> None:
    """The branch with the first version, in the viewer, and how much is another."""
    window = person.window
    person.go_to(BRANCH)
    window.press("C")
    window.until(lambda: len(compared(person)) == 2, "two pictures over each other")
    window.until(lambda: all(", sharp" in name for name in compared(person)), "both sharp")
    assert any(name.startswith(("current, ", BRANCH)) for name in compared(person))
    window.press("D")
    window.hear(" % changed")
    window.press("Escape")
    window.until(lambda: not compared(person), "the picture alone")


def compared(person: Iterating) -> list[str]:
    table = person.window.look().find("Comparison")
    return [one.name for one in table.all() if one.role == "Graphic"] if table else []


def change_a_region(person: Iterating) -> None:
    """On the branch, sent afresh."""
    window = person.window
    box_a_region(person)
    window.see("Continues version 4")
    window.click(window.until(person.way, "ways to choose from"), within="Composer")
    window.click("Afresh: its picture is sent along", "MenuItem")
    window.see("How it is sent: its picture is sent along", "Button")
    window.fill("Prompt", PROTECTED)
    person.order(brings=2)


def box_a_region(person: Iterating) -> None:
    """With the mouse, on the picture that is looked at."""
    person.window.press("Shift+P")
    person.window.drag("Region: Draw over what may change", (0.3, 0.25), (0.45, 0.4), (0.6, 0.6))
    person.window.click("Change only this region")


def check_conversations(exchanges: list[Exchange]) -> None:
    first, second, third, branch, protected, after = exchanges
    words = [texts(one.turns[-1])[-1] for one in exchanges]
    assert words == [FIRST, SECOND, THIRD, BRANCH, PROTECTED, AFTER]
    assert all(one.status == 200 for one in exchanges)
    assert shape(first.turns[0]) == ("user", "text")
    assert any(part.get("thought") for part in first.answer["parts"]), "nothing to leave out"
    assert_continues(second, first)
    assert_continues(third, second)
    assert_continues(branch, first)
    assert [turn["role"] for turn in third.turns] == ["user", "model", "user", "model", "user"]
    (only,) = protected.turns
    assert shape(only) == ("user", "picture", "text", "text")
    assert pictures(only) == pictures(spoken(branch.answer))[-1:]
    assert re.match(r"Change picture 1 only here: from \d+% to \d+% of the width", texts(only)[0])
    assert b"thoughtSignature" not in protected.asked
    assert [shape(turn) for turn in after.turns] == [("user", "picture", "text")]


def check_disk(home: Home, exchanges: list[Exchange]) -> None:
    kept = kept_versions(home)
    assert sorted(kept) == [1, 2, 3, 4, 5, 6, 7]
    for number, exchange in zip((1, 2, 3, 4, 5, 7), exchanges, strict=True):
        assert_kept(kept[number], exchange)
    recipes = [kept[number].told["recipe"] for number in sorted(kept)]
    numbers = {one.id: number for number, one in kept.items()}
    assert [numbers.get(recipe["parent"]) for recipe in recipes] == [None, 1, 2, 1, 4, 4, 6]
    ways = [kept[number].told["recipe"]["sending"] for number in (2, 3, 4, 5, 7)]
    assert ways == ["conversation", "conversation", "conversation", "afresh", "afresh"]
    check_composite(kept[6], answer=kept[5], parent=kept[4])
    assert pictures(exchanges[-1].turns[-1]) == [kept[6].path.read_bytes()]


def check_composite(made: Kept, *, answer: Kept, parent: Kept) -> None:
    """Bit for bit the parent outside of the region and its feather, the answer's change inside."""
    composite, region = made.told["recipe"]["composite"], made.told["recipe"]["region"]
    assert composite["answer"] == answer.id
    assert composite["fit"] > 0.9
    assert max(abs(composite["dx"]), abs(composite["dy"])) < 4
    assert made.told["sent"] is None
    ((left, top), (right, bottom)) = region["patches"][0]["places"]
    assert all(0.2 < length < 0.6 for length in (right - left, bottom - top)), "not what was drawn"
    before, after, raw = (pixels(one.path.read_bytes()) for one in (parent, made, answer))
    around = int(np.ceil(region["feather"] * 512)) + 1
    outside = np.ones((512, 512), np.bool_)
    box = [round(edge * 512) for edge in (left, top, right, bottom)]
    outside[box[1] - around : box[3] + around, box[0] - around : box[2] + around] = False
    assert np.array_equal(before[outside], after[outside])
    assert not np.array_equal(before[outside], raw[outside]), "the answer needs no protection"
    inside = np.s_[box[1] : box[3], box[0] : box[2]]
    assert np.abs(after[inside] - before[inside]).mean() > 5
    assert np.abs(after[inside] - raw[inside]).mean() < np.abs(after[inside] - before[inside]).mean() / 2


def test_an_answer_that_fits_poorly_is_shown_and_put_together_only_when_it_is_wanted(
    home: Home, gateway: str
) -> None:
    with recording(gateway) as wire, home.window("--gateway", wire.url, key=KEY) as window:
        person = Iterating(window, wire)
        person.draw(FIRST)
        window.press("Space")
        window.see("Region", "CheckBox")
        box_a_region(person)
        window.see("Continues version 1")
        window.fill("Prompt", "a city in a storm demo:redrawn")
        person.order(brings=1)
        window.hear("Version 2 fits version 1 poorly")
        window.click("Show both")
        window.until(lambda: len(compared(person)) == 2, "both of them")
        assert len(person.lines()) == 2
        window.hear("Not put together with its parent", within="Details")
        window.click("More", within="Details")
        window.click("Put together with its parent", "MenuItem")
        window.hear("Put together as version 3", within="Details")
        window.see("Today ¥0.22")
        window.leave()
    kept = kept_versions(home)
    assert kept[3].told["recipe"]["composite"]["fit"] < 0.7
    assert kept[3].told["recipe"]["composite"]["answer"] == kept[2].id
    assert len(wire.exchanges) == 2


def spoilt(body: bytes) -> bytes:
    """As a gateway that gave the next call to somebody who doesn't know these signatures."""
    return re.sub(rb'("thoughtSignature":")[^"]{8}', rb"\1AAAAAAAA", body)


def test_a_conversation_that_is_refused_is_sent_afresh_when_it_is_wanted(home: Home, gateway: str) -> None:
    with recording(gateway, changing=spoilt) as wire, home.window("--gateway", wire.url, key=KEY) as window:
        person = Iterating(window, wire)
        person.draw(FIRST)
        person.begin(1, FIRST)
        window.fill("Prompt", SECOND)
        window.spend(f"Iterate for {PRICE}")
        window.see("1 to look at", within="Jobs")
        window.see("Today ¥0.11")
        assert [one.status for one in wire.exchanges] == [200, 400], "it was repeated"
        card = window.until(lambda: [one for one in window.gallery() if not one.endswith("saved")], "a card")
        window.click(card[0], within="Gallery")
        window.hear("Not charged", within="Details")
        window.click(f"Send the picture afresh for {PRICE}", within="Details")
        window.until(lambda: saved(window) == 2, "the second version")
        window.see("No jobs", within="Jobs")
        window.see("Today ¥0.22")
        window.leave()

    first, refused, afresh = wire.exchanges
    assert_continues(refused, first)
    (only,) = afresh.turns
    assert shape(only) == ("user", "picture", "text")
    assert texts(only) == [SECOND]
    assert pictures(only) == pictures(spoken(first.answer))[-1:]
    kept = kept_versions(home)
    assert kept[2].told["recipe"]["sending"] == "afresh"
    assert kept[2].told["recipe"]["parent"] == kept[1].id
    assert_kept(kept[2], afresh)
    assert sorted(one["charge"] for one in home.ledger()) == ["charged", "charged", "not_charged"]
