"""`--goal`: the group is chosen among those with a key, and the command says which and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from studio.domain.money import Money
from studio.settings import Folders, Settings, save_settings
from tests.cli.gateways import scripted, with_picture
from tests.cli.running import Proofroom
from tests.support.secret_service import secret_service

if TYPE_CHECKING:
    from collections.abc import Generator

CHEAP, UNREAD, SURE, SLOW = "官KEY-1.5折", "官KEY-2.5折", "官KEY-3.5折", "官KEY-4.5折"
GOALS = {"cheapest": CHEAP, "fastest": SURE, "surest": SURE, "least-money": CHEAP}


@pytest.fixture(scope="module")
def two_keys(tmp_path_factory: pytest.TempPathFactory) -> Generator[Proofroom]:
    """Someone with a key for two of the groups, of which neither is the cheapest."""
    with secret_service() as service:
        proofroom = Proofroom(tmp_path_factory.mktemp("home"), service.environment)
        for group in (SURE, SLOW):
            assert proofroom("key", "set", "--group", group, typed="sk-of-a-group\n").code == 0
        yield proofroom


def settings(proofroom: Proofroom, **wanted: Any) -> None:
    folders = Folders(config=proofroom.config, state=proofroom.home, pictures=proofroom.home)
    save_settings(folders, replace(Settings(), **wanted))


@pytest.mark.parametrize("goal", GOALS)
def test_an_estimate_says_which_group_and_why(proofroom: Proofroom, goal: str) -> None:
    made = proofroom.with_key()("estimate", "a fox", "--goal", goal, "--size", "2K", "--json").object
    assert (made["goal"], made["group"]) == (goal, GOALS[goal])
    assert made["why"].startswith(f"¥{made['unit_price']}, ")
    assert made["why"].endswith(" % up as published")


def test_in_words(proofroom: Proofroom) -> None:
    done = proofroom.with_key()("estimate", "a fox", "--goal", "cheapest", "--size", "0.5K")
    assert done.out.splitlines() == [
        f"1 × ¥0.05 = ¥0.05 · {CHEAP} · 0.5K, auto aspect ratio · about 102 s",
        "Cheapest: ¥0.05, 102 s published, 62.5 % up as published",
    ]


def test_groups_without_a_key_are_shown_and_never_chosen(two_keys: Proofroom) -> None:
    chosen = two_keys("estimate", "a fox", "--goal", "cheapest", "--json").object
    assert chosen["group"] == SURE
    listed = two_keys("groups", "--json").objects
    assert {one["group"]: one["goals"] for one in listed if one["goals"]} == {SURE: list(GOALS)}
    assert len(listed) == 7
    words = two_keys("groups", "--size", "4K").out
    assert f"Cheapest: {SURE} (¥0.37, 14 s published, 100 % up as published)" in words


@pytest.mark.parametrize("command", ["estimate", "generate"])
def test_without_any_key_nothing_is_chosen(proofroom: Proofroom, command: str) -> None:
    done = proofroom(command, "a fox", "--goal", "fastest", "--json")
    assert (done.code, done.out) == (3, "")
    assert "No group has a key" in done.err
    assert "key set --group" in done.err
    assert "By goal: No group has a key" in proofroom("groups").out


def test_a_ceiling_below_every_price_says_so(proofroom: Proofroom) -> None:
    settings(proofroom, ceiling=Money.parse("0.06"))
    run = proofroom.with_key()
    done = run("generate", "a fox", "--goal", "surest", "--json")
    assert (done.code, done.out) == (4, "")
    assert "more than ¥0.06 at 1K" in done.err
    assert run("estimate", "a fox", "--goal", "surest", "--size", "0.5K", "--json").object["group"] == CHEAP
    # By hand a ceiling keeps nobody from anything.
    assert run("estimate", "a fox", "--group", SURE, "--json").code == 0


def test_a_goal_and_a_group_exclude_each_other(proofroom: Proofroom) -> None:
    done = proofroom.with_key()("generate", "a fox", "--goal", "surest", "--group", SURE)
    assert done.code == 2
    assert "either --group or --goal" in done.err


def test_what_our_own_calls_show_changes_the_choice(proofroom: Proofroom) -> None:
    run = proofroom.with_key()
    with scripted(with_picture()) as gateway:
        at = ("--gateway", gateway.url, "--size", "0.5K", "--json")
        first = run("generate", "a fox", "--goal", "fastest", *at).object
        by_hand = run("generate", "a fox", "--group", UNREAD, *at).object
        second = run("generate", "a fox", "--goal", "fastest", *at).object
        why = run("estimate", "a fox", "--goal", "fastest", *at).object["why"]
    assert [one["group"] for one in (first, by_hand, second)] == [SURE, UNREAD, UNREAD]
    assert (second["state"], second["price"]) == ("saved", "0.08")
    assert "2 of 2 yours succeeded" in why


def test_a_conversation_goes_on_in_its_group(proofroom: Proofroom) -> None:
    run = proofroom.with_key()
    made = run("generate", "a fox", "--group", SLOW, "--gateway", "demo", "--json").object
    version = made["versions"][0]["version"]
    going_on = ("estimate", "no tail", "--goal", "fastest", "--gateway", "demo", "--continue", version)
    talks = run(*going_on, "--json").object
    assert talks["group"] == SLOW
    assert talks["why"].startswith("the conversation goes on in its group: ¥0.00, ")
    assert run(*going_on, "--afresh", "--json").object["group"] == "Demo"
    lost = run(*going_on[:-1], "zzzz")
    assert (lost.code, lost.out) == (2, "")
